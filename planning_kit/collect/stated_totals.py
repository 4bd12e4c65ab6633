"""Totals that another list of a file states, read beside what its rows come to."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any, Literal

from planning_kit import thai
from planning_kit.collect.collected import Place, StatedList, StatedTotal
from planning_kit.collect.mapping import Mapping
from planning_kit.collect.mapping_cells import Codes, Tally, read_cell
from planning_kit.collect.mapping_check import CheckRule
from planning_kit.collect.mapping_keys import heading, plain_key
from planning_kit.collect.mapping_rules import FieldRule
from planning_kit.collect.mapping_tables import Tables
from planning_kit.collect.tables import Row, Table
from planning_kit.errors import ReadingError
from planning_kit.records.kinds import is_blank

BETWEEN_KEYS = " / "
_AS_IT_IS = FieldRule()
Key = tuple[str, ...]


def stated_lists(mapping: Mapping, tables: Tables, left_out: set[Place]) -> list[StatedList]:
    """Return what each ``[[check]]`` of a mapping reads, in its order.

    ``left_out`` are the rows of the file that the mapping leaves out. Raises ``KitError`` as
    ``Tables.stated`` does.
    """
    codes = Codes(mapping.missing, mapping.dash)
    first = mapping.table[0].table
    return [
        read_stated(
            rule, tables.stated(rule.table), tables.get(rule.rows or first), codes, left_out
        )
        for rule in mapping.check
    ]


def read_stated(
    rule: CheckRule, stated: Table, rows: Table, codes: Codes, left_out: set[Place]
) -> StatedList:
    """Return every total the list states beside that of the rows; nobody judges it here.

    Parameters
    ----------
    stated, rows:
        The list, and the table whose rows it sums up.
    codes:
        The mapping's codes for “not stated”, which hold on both sides.
    left_out:
        Rows of the file that the mapping leaves out; they are in no total.
    """
    groups: dict[Key, list[Row]] = defaultdict(list)
    for number, row in rows.rows:
        if Place(rows.sheet, number) not in left_out:
            groups[_key(row, tuple(rule.by.values()))].append(row)
    found = StatedList(stated.sheet, rows.sheet)
    named: set[Key] = set()
    for number, entry in stated.rows:
        if all(is_blank(cell) for cell in entry.values()):
            continue
        key = _key(entry, tuple(rule.by))
        named.add(key)
        place = Place(stated.sheet, number)
        found.totals += _totals(rule, entry, groups.get(key, []), codes, place)
    found.unlisted = [
        (_written(members[0], tuple(rule.by.values())), len(members))
        for key, members in groups.items()
        if key not in named
    ]
    return found


def _key(row: Row, columns: tuple[str, ...]) -> Key:
    cells = (row.get(heading(name)) for name in columns)
    return tuple("" if is_blank(cell) else plain_key(cell) for cell in cells)


def _written(row: Row, columns: tuple[str, ...]) -> str:
    cells = (row.get(heading(name)) for name in columns)
    return BETWEEN_KEYS.join("–" if is_blank(cell) else thai.clean(str(cell)) for cell in cells)


def _totals(
    rule: CheckRule, entry: Row, members: list[Row], codes: Codes, place: Place
) -> list[StatedTotal]:
    named = _written(entry, tuple(rule.by))
    worked: list[tuple[Literal["sum", "count", "distinct"], str, Decimal]] = [
        *(("sum", column, _sum(members, of, codes)) for column, of in rule.sum.items()),
        *(("count", column, Decimal(len(members))) for column in rule.count),
        *(("distinct", column, _distinct(members, of)) for column, of in rule.distinct.items()),
    ]
    totals = []
    for how, column, found in worked:
        cell = read_cell(_AS_IT_IS, entry.get(heading(column)), codes, column, Tally())
        if is_blank(cell):
            continue
        number = _number(cell)
        written = thai.clean(str(cell))
        totals.append(StatedTotal(place, named, column, how, number, written, found, len(members)))
    return totals


def _sum(members: list[Row], column: str, codes: Codes) -> Decimal:
    cells = (
        read_cell(_AS_IT_IS, row.get(heading(column)), codes, column, Tally()) for row in members
    )
    # A cell that is no number is judged where its row is; it cannot be added.
    return sum((number for cell in cells if (number := _number(cell)) is not None), Decimal(0))


def _distinct(members: list[Row], columns: tuple[str, ...]) -> Decimal:
    keys = {_key(row, columns) for row in members}
    return Decimal(sum(1 for key in keys if any(key)))


def _number(cell: Any) -> Decimal | None:
    try:
        return thai.read_number(cell)
    except ReadingError:
        return None
