"""A line under a table that says how many rows it has ("รวม 10 ราย"): checked by counting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from planning_kit import thai
from planning_kit.collect.collected import Place, Remark
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank

# Words for what a row is. Persons, rai and baht are amounts of a row, not rows.
_COUNT = re.compile(
    r"(?:(?:จำนวน)?รวม(?:ทั้งสิ้น|ทั้งหมด)?|ทั้งหมด|ทั้งสิ้น|total:?)\s*(?:จำนวน)?\s*"
    r"(?P<n>\d{1,3}(?:,\d{3})+|\d{1,7})\s*"
    r"(?P<unit>รายการ|ราย|แถว|ครัวเรือน|หลังคาเรือน|แปลง|หมู่บ้าน|กลุ่ม|ชุด|"
    r"rows?|records?|entries|households|plots|villages)\.?(?=$|[\s,])",
    re.IGNORECASE,
)
_AGREES = N_("A line that counts the rows: checked, there are so many")
_DIFFERS = N_("A line that counts the rows: checked, there are not so many; see the remarks")
_LESS_OR_MORE = N_(
    "“{written}” says there are {stated}, but {n} rows were read; see whether rows are missing or "
    "stand twice, or whether it counts something else"
)


def stated_count(cells: Sequence[Any]) -> tuple[str, int] | None:
    """Return how many rows a line says there are, with its words; ``None`` if it does not say."""
    text = " ".join(str(cell) for cell in cells if not is_blank(cell))
    found = _COUNT.match(thai.to_arabic_digits(thai.clean(text)))
    return None if found is None else (found[0], int(found["n"].replace(",", "")))


def reason_of_count(cells: Sequence[Any], n: int) -> str | None:
    """Return why a line that counts ``n`` rows is left out, as a message id."""
    stated = stated_count(cells)
    if stated is None:
        return None
    return _AGREES if stated[1] == n else _DIFFERS


def count_told(cells: Sequence[Any], n: int, place: Place) -> list[Remark]:
    """Return a remark where a line states another number of rows than the ``n`` there are."""
    stated = stated_count(cells)
    if stated is None or stated[1] == n:
        return []
    values: dict[str, object] = {"written": stated[0], "stated": stated[1], "n": n}
    return [Remark("collect.count-differs", _LESS_OR_MORE, values, place)]
