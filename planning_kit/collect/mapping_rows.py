"""The rows of one table, each made into the records its rules ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from planning_kit import thai
from planning_kit.collect.collected import Collected, LeftOut, Place, RawRow, Remark
from planning_kit.collect.mapping import FieldRule, Mapping, TableRule
from planning_kit.collect.mapping_cells import Codes, Tally
from planning_kit.collect.mapping_child import Lookup, make_lookup, orphans_told
from planning_kit.collect.mapping_expression import as_heading
from planning_kit.collect.mapping_filter import FILTERED, why_left_out
from planning_kit.collect.mapping_grouped import group_key
from planning_kit.collect.mapping_keys import heading, plain_key
from planning_kit.collect.mapping_months import months_of
from planning_kit.collect.mapping_places import PlaceFinder
from planning_kit.collect.mapping_tables import Tables
from planning_kit.collect.mapping_values import Reading
from planning_kit.collect.mapping_wide import NOT_FILLED, is_filled, spread
from planning_kit.collect.tables import Row
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import LocalQuestion, Record, extended, record_type
from planning_kit.records.kinds import is_blank

_BLANK_ROW = N_("The row is blank")
_GROUPED = N_(
    "“{file}”: {rows} rows of “{table}” were put together into {records} records, by {columns}"
)
_MOST_HEADINGS = 3
_TEXT = record_type("source").field("note")
Groups = dict[tuple[str, ...], list[tuple[int, Row]]]


@dataclass
class _Turn:
    """One rule, or one repetition of it, ready to read rows with."""

    rule: TableRule
    kind: type[Record]
    reading: Reading
    places: PlaceFinder | None
    groups: Groups = field(default_factory=dict)


class TableReader:
    """Reads one table of the file with all the rules that name it."""

    def __init__(
        self,
        rules: list[TableRule],
        tables: Tables,
        mapping: Mapping,
        file: str,
        area: str | None,
        questions: Sequence[LocalQuestion] = (),
    ) -> None:
        self.table = tables.get(rules[0].table)
        self.mapping, self.file, self.questions = mapping, file, questions
        self.tally = Tally()
        self.lookups: list[Lookup] = []
        self.finders: list[PlaceFinder] = []
        self.turns = [turn for rule in rules for turn in self._turns(rule, tables, area)]

    def read_into(self, collected: Collected) -> None:
        """Add the records of every row, and the rows that give none, to ``collected``."""
        collected.left_out += self.table.left_out
        collected.notes += self.table.notes
        for number, row in self.table.rows:
            self.tally.row = number
            place = Place(self.table.sheet, number)
            if all(is_blank(value) for value in row.values()):
                collected.left_out.append(LeftOut(place, _BLANK_ROW))
                continue
            reasons = [self._reason(turn, row) for turn in self.turns]
            for turn, reason in zip(self.turns, reasons, strict=True):
                if reason is None and turn.rule.group is not None:
                    key = group_key(turn.rule.group, row)
                    turn.groups.setdefault(key, []).append((number, row))
                elif reason is None:
                    collected.take(self._record(turn, [row], place))
            if all(reasons):
                collected.left_out.append(LeftOut(place, reasons[0] or FILTERED))
        for turn in self.turns:
            if turn.rule.group is not None:
                self._read_groups(turn, collected)
        collected.notes += [note for finder in self.finders for note in finder.told(self.file)]
        collected.notes += orphans_told(self.file, self.table.sheet, self.lookups)

    def _turns(self, rule: TableRule, tables: Tables, area: str | None) -> list[_Turn]:
        codes = Codes((*self.mapping.missing, *rule.missing), rule.dash or self.mapping.dash)
        lookups = {
            name: make_lookup(one, tables.get(one.table)) for name, one in rule.lookup.items()
        }
        self.lookups += lookups.values()
        # All repetitions share one finder, so that a name keeps its number.
        places = PlaceFinder(rule.place, area) if rule.place is not None else None
        self.finders += [places] if places is not None else []
        reading = Reading(codes, self.mapping.units, lookups, self.tally)
        kind = extended(record_type(rule.record), self.questions)
        return [_Turn(one, kind, reading, places) for one in spread(rule)]

    def _reason(self, turn: _Turn, row: Row) -> str | None:
        reason = why_left_out(turn.rule.where, lambda one: turn.reading.cell(one, row))
        if reason is None and not is_filled(turn.rule, row, self.mapping.missing):
            return NOT_FILLED
        return reason

    def _read_groups(self, turn: _Turn, collected: Collected) -> None:
        assert turn.rule.group is not None
        for members in turn.groups.values():
            self.tally.row = members[0][0]
            place = Place(self.table.sheet, members[0][0])
            collected.take(self._record(turn, [row for _number, row in members], place))
        rows = sum(len(members) for members in turn.groups.values())
        values: dict[str, object] = {
            "file": self.file,
            "rows": rows,
            "table": self.table.sheet,
            "records": len(turn.groups),
            "columns": ", ".join(f"“{name}”" for name in turn.rule.group.by),
        }
        if rows:
            collected.notes.append(Remark("collect.rows-grouped", _GROUPED, values))

    def _record(self, turn: _Turn, rows: list[Row], place: Place) -> RawRow:
        rule, raw = turn.rule, RawRow(turn.rule.record, place, {}, {})
        for name, field_rule in rule.fields.items():
            raw.columns[name] = _headings(field_rule)
            try:
                raw.values[name] = turn.reading.value(field_rule, turn.kind.field(name), rows)
                _keep_writing(raw, name, field_rule, rows)
                if field_rule.fiscal_year is not None:
                    _read_months(raw, name, field_rule, rows)
            except KitError as error:
                raw.values[name] = _as_written(field_rule, rows[0])
                raw.troubles[name] = error.with_traceback(None)
        if turn.places is not None:
            turn.places.find(raw, lambda part: _written(turn.reading, part, rows))
        if rule.natural_id is not None:
            own_id = rows[0].get(heading(rule.natural_id))
            raw.natural_id = None if is_blank(own_id) else plain_key(own_id)
        if "source_code" in turn.kind.model_fields and is_blank(raw.values.get("source_code")):
            raw.values["source_code"] = self.mapping.source.get("source_code")
        return raw


def _read_months(raw: RawRow, name: str, rule: FieldRule, rows: list[Row]) -> None:
    year = rule.fiscal_year
    if isinstance(year, str):
        year = thai.read_year_be(rows[0].get(heading(year)))
    raw.values[name], doubt = months_of(raw.values[name], year)
    if doubt is not None:
        raw.doubts[name] = doubt


def _keep_writing(raw: RawRow, name: str, rule: FieldRule, rows: list[Row]) -> None:
    """Keep what stood in the cells, where the value was made of them: messages show it."""
    # What “remove” leaves out, names above all, is shown to nobody.
    if len(rows) > 1 or rule.of is not None or rule.constant is not None or rule.remove:
        return
    cells = [rows[0].get(heading(column)) for column in rule.value_columns()]
    told = " · ".join(str(cell) for cell in cells if not is_blank(cell))
    if told and told != str(raw.values[name]):
        raw.written[name] = told


def _headings(rule: FieldRule) -> str:
    if rule.calculate is not None:
        return as_heading(rule.calculate)
    named = rule.value_columns()
    more = " + …" if len(named) > _MOST_HEADINGS else ""
    return " + ".join(named[:_MOST_HEADINGS]) + more


def _as_written(rule: FieldRule, row: Row) -> Any:
    if rule.parts and rule.of is None:
        cells = (row.get(heading(name)) for name in rule.parts.values())
        return "-".join("0" if is_blank(cell) else str(cell) for cell in cells)
    return row.get(heading(rule.column)) if rule.column is not None and rule.of is None else None


def _written(reading: Reading, part: FieldRule, rows: list[Row]) -> str:
    """Return one part of a place as text; empty where it is not stated."""
    value = reading.value(part, _TEXT, rows)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)
