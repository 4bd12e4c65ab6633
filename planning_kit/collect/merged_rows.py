"""Cells merged over several rows: what they name counts for each row, an amount only once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from planning_kit.collect.collected import Place, Remark
from planning_kit.collect.number_columns import has_letters, is_ever_added
from planning_kit.collect.sheet_merges import Merge
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank

NumberedRow = tuple[int, list[Any]]
_FILLED = N_(
    "“{file}”, “{sheet}”: cells merged over several rows count for each of these rows: {columns}"
)
_AMOUNTS = N_(
    "“{file}”, “{sheet}”: amounts merged over several rows count for the first of them only, or "
    "they would be counted twice: {columns}"
)


def filled_down(
    body: Sequence[NumberedRow],
    names: Sequence[str],
    merges: Sequence[Merge],
    file: str,
    sheet: str,
) -> tuple[list[NumberedRow], list[Remark]]:
    """Return the rows with each merged name or code in all rows it stands for, and remarks.

    A village merged over its households is said once and meant for all of them. An amount
    (a number in a column that a total would add up) stays in its first row. ``body`` is
    left as it is; rows are counted as in the file, ``merges`` too.
    """
    rows = {number: list(cells) for number, cells in body}
    filled: Counter[str] = Counter()
    amounts: Counter[str] = Counter()
    reached: dict[int, int] = {}
    for merge in sorted(merges):
        # Merged cells never overlap in an honest file; others are passed over.
        if merge.bottom <= merge.top or merge.top <= reached.get(merge.left, 0):
            continue
        reached[merge.left] = merge.bottom
        cells = rows.get(merge.top, [])
        value = cells[merge.left] if merge.left < len(cells) else None
        if is_blank(value) or merge.left >= len(names):
            continue
        heading = names[merge.left]
        if not has_letters(value) and is_ever_added(heading):
            amounts[heading] += 1
            continue
        below = range(merge.top + 1, min(merge.bottom, body[-1][0]) + 1)
        filled[heading] += sum(_fill(rows[at], merge.left, value) for at in below if at in rows)
    told = (
        ("collect.merged-filled", _FILLED, filled),
        ("collect.merged-amounts", _AMOUNTS, amounts),
    )
    return list(rows.items()), [
        Remark(
            code,
            message,
            {"file": file, "sheet": sheet, "columns": _counted(counts)},
            Place(sheet, 1),
        )
        for code, message, counts in told
        if +counts
    ]


def _fill(cells: list[Any], column: int, value: Any) -> bool:
    # A blank row inside a merged cell stays blank: it is no row of the table.
    if all(is_blank(cell) for cell in cells):
        return False
    cells += [None] * (column + 1 - len(cells))
    if not is_blank(cells[column]):
        return False
    cells[column] = value
    return True


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"“{name}” {n}" for name, n in counts.items() if n)
