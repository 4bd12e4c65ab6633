"""Which columns of a table hold numbers, and which of those a total would add up."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.errors import ReadingError

_SAMPLE = 200
_LETTER = re.compile(r"[^\W\d_]")
_LEAST_SHARE = Decimal("0.6")
# Averages, shares and names made of digits; their sum means nothing.
_NEVER_ADDED = re.compile(
    r"ร้อยละ|เฉลี่ย|อัตรา|สัดส่วน|%|percent|average|mean|median|\brate\b|ต่อไร่|ต่อหน่วย|ต่อกก|/ไร่|"
    r"^ราคา|\bprice\b|\bper\b|ลำดับ|^ที่$|^no\.?$|รหัส|\bcode\b|\bid\b|^ปี$|^พ\.?ศ\.?$|^year$|"
    r"ปีงบประมาณ|^หมู่(?:ที่)?$|พิกัด|latitude|longitude|\butm\b|โทร",
    re.IGNORECASE,
)


def has_letters(cell: Any) -> bool:
    """Tell whether a cell is a text with a letter in it, which no number is."""
    return isinstance(cell, str) and _LETTER.search(cell) is not None


def number_in(cell: Any) -> Decimal | None:
    """Return the number in a cell as it is written; ``None`` for a blank, a dash or words."""
    if isinstance(cell, (bool, dt.date, dt.time, dt.timedelta)) or has_letters(cell):
        return None
    try:
        return thai.read_number(cell)
    except ReadingError:
        return None


def number_columns(rows: Sequence[list[Any]], width: int) -> frozenset[int]:
    """Return the columns, counted from 0, whose filled cells are mostly numbers.

    A lone dash counts as blank. Long tables are judged by rows spread over their length.
    """
    step = max(1, len(rows) // _SAMPLE)
    numbers, filled = [0] * width, [0] * width
    for cells in rows[::step]:
        for j, cell in enumerate(cells[:width]):
            if cell is None or (isinstance(cell, str) and cell.strip() in ("", "-", "–")):
                continue
            filled[j] += 1
            numbers[j] += number_in(cell) is not None
    return frozenset(
        j for j in range(width) if numbers[j] and numbers[j] >= _LEAST_SHARE * filled[j]
    )


def is_ever_added(heading: str) -> bool:
    """Tell whether a total row would add up a column with this heading."""
    return _NEVER_ADDED.search(heading) is None
