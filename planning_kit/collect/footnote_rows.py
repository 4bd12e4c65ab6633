"""The notes under a table: source, explanation, address. They are no rows of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from planning_kit import thai
from planning_kit.collect.counted_rows import stated_count
from planning_kit.records.kinds import is_blank

NumberedRow = tuple[int, list[Any]]
_BEGINS_A_NOTE = re.compile(
    r"(?:หมายเหตุ|ที่มา|แหล่งที่มา|แหล่งข้อมูล|อ้างอิง|ข้อมูล\s*ณ|จัดทำโดย|ผู้จัดทำ|รวบรวมโดย|"
    r"รวม(?:ทั้งสิ้น|ทั้งหมด)?\s*(?:จำนวน)?\s*[0-9๐-๙,]+\s*[ก-๙]*$|\*|https?://|www\.|(?:note|notes|source|sources|remark|remarks|prepared by|as of)\s*:)",
    re.IGNORECASE,
)
_MOST_CELLS = 2
_DEEPEST = 60


def first_footnote(body: Sequence[NumberedRow], numeric: frozenset[int], width: int) -> int:
    """Return where the notes begin in the rows under the headings, else their number.

    Notes are the rows at the end, from the first one that begins like a note ("หมายเหตุ",
    "ที่มา", "Source:", "รวม 10 ราย", an address), if none from there on fills a number column or
    more than two cells; and a lone text below a blank row. A table of one column has no notes.

    Parameters
    ----------
    body:
        (number, cells), blank rows too.
    numeric:
        The columns that hold numbers, counted from 0.
    width:
        How many columns the headings name.
    """
    begin = len(body)
    if width < 2:
        return begin
    for at in range(len(body) - 1, max(-1, len(body) - 1 - _DEEPEST), -1):
        cells = body[at][1]
        filled = [j for j, cell in enumerate(cells) if not is_blank(cell)]
        if not filled:
            continue
        if not _may_be_note(cells, filled, numeric, width):
            break
        after_blank = at > 0 and all(is_blank(cell) for cell in body[at - 1][1])
        begins = _begins_a_note(cells[filled[0]]) or stated_count(cells) is not None
        if begins or (after_blank and len(filled) == 1 and width > 2):
            begin = at
    return begin


def _may_be_note(cells: list[Any], filled: list[int], numeric: frozenset[int], width: int) -> bool:
    few = len(filled) <= min(_MOST_CELLS, width - 1)
    words = all(isinstance(cells[j], str) for j in filled)
    # The running number's column is numeric too, and notes like to begin there.
    own = [j for j in filled if j in numeric and j > 0]
    return few and words and not own


def _begins_a_note(cell: Any) -> bool:
    return _BEGINS_A_NOTE.match(thai.clean(str(cell))) is not None
