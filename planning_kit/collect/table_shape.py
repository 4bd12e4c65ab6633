"""Numbered rows made into a table: its headings found, notes and totals set apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from planning_kit.collect import refusals
from planning_kit.collect.collected import LeftOut, Place, Remark
from planning_kit.collect.counted_rows import count_told, reason_of_count
from planning_kit.collect.footnote_rows import first_footnote
from planning_kit.collect.heading_rows import Headings, NumberedRow, find_headings
from planning_kit.collect.limits import LONGEST_BLANK_RUN, MOST_CELLS, MOST_ROWS
from planning_kit.collect.merged_rows import filled_down
from planning_kit.collect.number_columns import number_columns
from planning_kit.collect.second_tables import second_table_told
from planning_kit.collect.sheet_merges import Merge
from planning_kit.collect.total_rows import TotalRow, find_totals
from planning_kit.collect.total_told import reason_of, totals_told
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank

Row = dict[str, Any]
_TITLE = N_("A title row above the headings")
_FOOTNOTE = N_("A note under the table")


@dataclass
class Table:
    """Headings in order, and rows as (number in the file, cell by heading).

    ``left_out`` lists the titles, notes and total rows of the file, ``notes`` what the
    check of the totals and the look at the file brought up; ``heading_row`` is the number
    of the first line of the headings. Rows that are blank are rows too.
    """

    sheet: str
    columns: list[str]
    rows: list[tuple[int, Row]]
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    heading_row: int = 1


def shaped(
    sheet: str,
    numbered: Iterable[NumberedRow],
    given: int | None,
    file: str,
    merges: Sequence[Merge] = (),
    *,
    keep_totals: bool = False,
) -> Table:
    """Return the table in numbered rows of cells.

    ``given`` is the number of the first line of the headings, where the mapping says it;
    with ``keep_totals`` rows that look like totals are rows like any other.
    Cells beyond the last heading get headings of their own (``#7``), so none is lost; a
    column without heading and content is none. Raises ``KitError`` ``collect.no-headings``
    or ``collect.too-many-cells``.
    """
    table = Table(sheet, [], [])
    rows = _without_far_blanks(numbered, table, file)
    headings = find_headings(rows, given, merges)
    if headings is None:
        raise KitError(
            "collect.no-headings",
            N_("“{file}” has no headings in row {row}; say in the mapping which row they are in"),
            file=file if sheet == file else f"{file}: {sheet}",
            row=given or 1,
        )
    table.heading_row = rows[headings.first][0]
    table.left_out += [
        LeftOut(Place(sheet, number), _TITLE)
        for number, cells in rows[: headings.first]
        if not _is_blank_row(cells)
    ]
    body = rows[headings.last + 1 :]
    if body and merges:
        body, told = filled_down(body, headings.names, merges, file, sheet)
        table.notes += told
    _fill(table, headings, body, file, keep_totals=keep_totals)
    return table


def headed(names: Iterable[str]) -> list[str]:
    """Return distinct headings: blank ones are numbered, repeated ones too."""
    named: dict[str, None] = {}
    counts: dict[str, int] = {}
    for at, wanted in enumerate(names, start=1):
        name = wanted = wanted or f"#{at}"
        while name in named:
            counts[wanted] = counts.get(wanted, 1) + 1
            name = f"{wanted} ({counts[wanted]})"
        named[name] = None
    return list(named)


def set_apart(
    sheet: str, names: list[str], body: list[NumberedRow], file: str, *, keep_totals: bool = False
) -> Table:
    """Return a table whose headings are known; notes and total rows are set apart.

    ``names`` are distinct and at least as many as any row has cells.
    """
    table = Table(sheet, names, [])
    numeric = number_columns([cells for _number, cells in body], len(names))
    found = [] if keep_totals else find_totals(body, names, numeric)
    totals = {one.at: one for one in found}
    _leave_out_totals(table, totals, body, file)
    table.rows = [
        (number, dict(zip(names, cells, strict=False)))
        for at, (number, cells) in enumerate(body)
        if at not in totals
    ]
    return table


def _fill(
    table: Table, headings: Headings, body: list[NumberedRow], file: str, *, keep_totals: bool
) -> None:
    width = max((len(cells) for _number, cells in body), default=0)
    width = max(width, len(headings.names))
    written = [*headings.names, *[""] * (width - len(headings.names))]
    numeric = number_columns([cells for _number, cells in body], width)
    end = first_footnote(body, numeric, sum(1 for name in written if name))
    unnamed = [j for j, name in enumerate(written) if not name]
    filled = {
        j for _n, cells in body[:end] for j in unnamed if j < len(cells) and not is_blank(cells[j])
    }
    names = headed(written)
    inner = set_apart(table.sheet, names, body[:end], file, keep_totals=keep_totals)
    table.notes += second_table_told(body[:end], numeric, file, table.sheet)
    table.left_out += inner.left_out
    n_rows = sum(not _is_blank_row(list(row.values())) for _number, row in inner.rows)
    _leave_out_notes(table, body[end:], n_rows)
    table.notes += inner.notes
    empty = {inner.columns[j] for j in unnamed if j not in filled}
    table.columns = [name for name in inner.columns if name not in empty]
    table.rows = inner.rows
    for _number, row in table.rows if empty else ():
        for name in empty & row.keys():
            del row[name]


def _leave_out_notes(table: Table, rows: list[NumberedRow], n: int) -> None:
    """Set the lines under a table of ``n`` rows apart; one that counts them is checked."""
    for number, cells in rows:
        if not _is_blank_row(cells):
            place = Place(table.sheet, number)
            table.left_out.append(LeftOut(place, reason_of_count(cells, n) or _FOOTNOTE))
            table.notes += count_told(cells, n, place)


def _leave_out_totals(
    table: Table, totals: dict[int, TotalRow], body: list[NumberedRow], file: str
) -> None:
    for at, total in totals.items():
        place = Place(table.sheet, body[at][0])
        table.left_out.append(LeftOut(place, reason_of(total)))
        table.notes += count_told(body[at][1], total.n, place)
    numbers = [number for number, _cells in body]
    table.notes += totals_told(file, table.sheet, list(totals.values()), numbers, table.columns)


def _without_far_blanks(
    numbered: Iterable[NumberedRow], table: Table, file: str
) -> list[NumberedRow]:
    """Return the rows without the blanks at the end and without long blank stretches."""
    rows: list[NumberedRow] = []
    blanks: list[int] = []
    count = left = 0
    for seen, (number, cells) in enumerate(numbered):
        if seen > MOST_ROWS:
            raise refusals.too_many_cells(file, table.sheet, MOST_CELLS)
        filled = [j for j, cell in enumerate(cells) if not is_blank(cell)]
        if not filled:
            count += 1
            if count <= LONGEST_BLANK_RUN:
                blanks.append(number)
            continue
        if count <= LONGEST_BLANK_RUN:
            rows += [(blank, []) for blank in blanks]
        else:
            table.notes.append(_blank_stretch(file, table.sheet, number, count))
        blanks, count = [], 0
        left += len(filled)
        if left > MOST_CELLS:
            raise refusals.too_many_cells(file, table.sheet, MOST_CELLS)
        rows.append((number, cells[: filled[-1] + 1]))
    return rows


def _blank_stretch(file: str, sheet: str, next_row: int, count: int) -> Remark:
    return Remark(
        "collect.blank-stretch",
        N_("“{file}”: {n} blank rows one after another, before row {row}, are passed over"),
        {"file": file, "n": count, "row": next_row},
        Place(sheet, next_row),
    )


def _is_blank_row(cells: list[Any]) -> bool:
    return all(is_blank(cell) for cell in cells)
