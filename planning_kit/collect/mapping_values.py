"""The value of one field from the rows it is read of: one row, a group, or rows of a lookup."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.collect.converting import convert
from planning_kit.collect.mapping import FieldRule, Filter, UnitRule
from planning_kit.collect.mapping_cells import (
    Codes,
    Tally,
    flagged,
    is_list_of_answers,
    parts_of,
    read_cell,
    without,
)
from planning_kit.collect.mapping_child import Lookup
from planning_kit.collect.mapping_expression import columns_in, parse
from planning_kit.collect.mapping_filter import meets
from planning_kit.collect.mapping_grouped import NUMERIC, only, taken
from planning_kit.collect.mapping_keys import heading, plain_key, spellings
from planning_kit.collect.mapping_parts import together
from planning_kit.collect.mapping_units import Own, units_for
from planning_kit.collect.mapping_years import year_of
from planning_kit.collect.tables import Row
from planning_kit.errors import KitError, ReadingError
from planning_kit.language import N_
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.kinds import is_blank


@dataclass
class Reading:
    """What the rows of one table are read with."""

    codes: Codes
    own_units: Own = field(default_factory=dict)
    lookups: MappingOf[str, Lookup] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)

    def value(self, rule: FieldRule, spec: FieldSpec, rows: list[Row]) -> Any:
        """Return the value of a field; ``None`` where it is not stated.

        Raises ``KitError`` where the rows do not lead to one value; it belongs to the field.
        """
        if rule.constant is not None:
            return rule.keyed_values.get(plain_key(rule.constant), rule.constant)
        source = rows if rule.of is None else self._rows_of(rule.of, rows)
        if not source and rule.take is None:
            raise _no_row(self.lookups[rule.of or ""], rows[0])
        meeting = [row for row in source if self._holds(rule.when, row, rows[0])]
        values = [self._of_row(rule, spec, row) for row in meeting]
        if rule.take is None:
            return only(values, rule.columns())
        return taken(rule, spec, values, of_any=bool(source))

    def cell(self, condition: Filter, row: Row) -> Any:
        """Return the cell a condition is about; that of a lookup where it names one."""
        if condition.of is not None:
            matching = self.lookups[condition.of].matching(row)
            row = matching[0] if matching else {}
        return row.get(heading(condition.column))

    def _rows_of(self, name: str, rows: list[Row]) -> list[Row]:
        found = [match for row in rows for match in self.lookups[name].matching(row)]
        return list({id(row): row for row in found}.values())

    def _holds(self, conditions: tuple[Filter, ...], row: Row, own: Row) -> bool:
        return all(meets(one, self.cell(one, row if one.of is None else own)) for one in conditions)

    def _of_row(self, rule: FieldRule, spec: FieldSpec, row: Row) -> Any:
        if rule.parts:
            cells = {name: self._plain(rule, name, row) for name in rule.parts.values()}
            return together(rule, cells, units_for(spec.kind, self.own_units), self.tally)
        raw = self._said(rule, spec, row)
        if is_blank(raw) or isinstance(raw, (tuple, bool)):
            return raw
        if rule.year_of_date is not None:
            return year_of(raw, rule.year_of_date)
        unit = self._unit(rule, row)
        if isinstance(unit, _NotStated):
            return None
        if unit is None and spec.kind is Kind.LAND and rule.take in NUMERIC:
            unit = "rai"
        return convert(rule, spec, raw, unit, self.own_units)

    def _said(self, rule: FieldRule, spec: FieldSpec, row: Row) -> Any:
        if rule.column is not None:
            cell = without(rule, row.get(heading(rule.column)), rule.column, self.tally)
            several = rule.split is not None or is_list_of_answers(rule, spec, cell)
            read = parts_of if several else read_cell
            return read(rule, cell, self.codes, rule.column, self.tally)
        if rule.join:
            return self._joined(rule, row)
        if rule.calculate is not None:
            return self._worked_out(rule, row)
        if rule.sum:
            return self._summed(rule, row)
        if rule.flags:
            cells = [(name, row.get(heading(name))) for name in rule.flags.values()]
            return flagged(rule, cells, self.codes, self.tally)
        return True

    def _joined(self, rule: FieldRule, row: Row) -> Any:
        plain = FieldRule(missing=rule.missing, stated=rule.stated, dash=rule.dash)
        cells = [self._plain(plain, name, row) for name in rule.join]
        cells = [
            without(rule, cell, name, self.tally)
            for name, cell in zip(rule.join, cells, strict=True)
        ]
        joined = rule.separator.join(str(cell) for cell in cells if not is_blank(cell))
        return read_cell(rule, joined or None, self.codes, rule.join[0], self.tally)

    def _worked_out(self, rule: FieldRule, row: Row) -> Any:
        text = rule.calculate or ""
        cells = {name: self._plain(rule, name, row) for name in columns_in(text)}
        try:
            numbers = {name: thai.read_number(cell) for name, cell in cells.items()}
        except ReadingError:
            return next(cell for cell in cells.values() if not _is_number(cell))
        return parse(text).work_out(lambda name: numbers[name])

    def _summed(self, rule: FieldRule, row: Row) -> Any:
        cells = [self._plain(rule, name, row) for name in rule.sum]
        unreadable = [cell for cell in cells if not _is_number(cell)]
        if unreadable:
            return unreadable[0]
        numbers = [number for cell in cells if (number := thai.read_number(cell)) is not None]
        return sum(numbers, Decimal(0)) if numbers else None

    def _plain(self, rule: FieldRule, name: str, row: Row) -> Any:
        return read_cell(rule, row.get(heading(name)), self.codes, name, self.tally)

    def _unit(self, rule: FieldRule, row: Row) -> str | _NotStated | None:
        if not isinstance(rule.unit, UnitRule):
            return rule.unit
        cell = row.get(heading(rule.unit.column))
        known = {key: unit for code, unit in rule.unit.values.items() for key in spellings(code)}
        for key in spellings("" if is_blank(cell) else cell):
            if key in known:
                return known[key]
        if rule.unit.otherwise == "not_stated":
            self.tally.other_units[rule.unit.column, "" if is_blank(cell) else str(cell)] += 1
            return _NotStated()
        raise KitError(
            "collect.unit-not-in-mapping",
            N_(
                "The unit “{unit}” in the column “{column}” is not among those of the mapping; add "
                "it there, or correct the cell"
            ),
            unit="" if is_blank(cell) else str(cell),
            column=rule.unit.column,
        )


class _NotStated:
    """An amount in a unit that the mapping counts as not stated."""


def _is_number(cell: Any) -> bool:
    try:
        thai.read_number(cell)
    except ReadingError:
        return False
    return True


def _no_row(lookup: Lookup, row: Row) -> KitError:
    return KitError(
        "collect.no-such-row",
        N_("No row of “{table}” has “{key}” in its column “{its_key}”; add it, or correct the key"),
        table=lookup.rule.table,
        key=str(lookup.key_of(row) or ""),
        its_key=lookup.rule.its_key,
    )
