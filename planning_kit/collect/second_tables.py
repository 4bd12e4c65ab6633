"""A second table under the first on one sheet: its headings stand among the rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planning_kit.collect.collected import Place, Remark
from planning_kit.collect.number_columns import has_letters
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank

NumberedRow = tuple[int, list[Any]]
_BEGINS = N_(
    "“{file}”, “{sheet}”: another table seems to begin in row {row}; its rows are read as rows of "
    "the first, so put it on a sheet of its own before you import"
)
_LEAST = 2
_LONE = 1


def second_table_told(
    body: Sequence[NumberedRow], numeric: frozenset[int], file: str, sheet: str
) -> list[Remark]:
    """Return a remark for each row that looks like the headings of a further table.

    Such a row stands below a blank row (a lone title may stand between) and has nothing but
    words, in columns where the table has numbers too. Its rows are kept: whether they are
    another table only a person can say.
    """
    told: list[Remark] = []
    for at, (number, cells) in enumerate(body):
        filled = [j for j, cell in enumerate(cells) if not is_blank(cell)]
        words = [j for j in filled if has_letters(cells[j])]
        if len(words) < max(_LEAST, len(filled)) or numeric.isdisjoint(words):
            continue
        if at + 1 < len(body) and _is_apart(body, at):
            values: dict[str, object] = {"file": file, "sheet": sheet, "row": number}
            told.append(Remark("collect.second-table", _BEGINS, values, Place(sheet, number)))
    return told


def _is_apart(body: Sequence[NumberedRow], at: int) -> bool:
    above = [_n_filled(body[before]) for before in (at - 1, at - 2) if before >= 0]
    return above[:1] == [0] or (above[:1] == [_LONE] and above[1:] == [0])


def _n_filled(row: NumberedRow) -> int:
    return sum(not is_blank(cell) for cell in row[1])
