"""A foreign table read through its mapping: every row becomes records or is left out, counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planning_kit import thai
from planning_kit.collect.collected import Collected, LeftOut, Place, RawRow, Remark
from planning_kit.collect.converting import convert, plain_key
from planning_kit.collect.mapping import FieldRule, Filter, Mapping, TableRule
from planning_kit.collect.mapping_places import find_place
from planning_kit.collect.opening import fingerprint_of, read_bytes
from planning_kit.collect.tables import Row, Table, read_table
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import FieldSpec, Record, record_type
from planning_kit.records.kinds import is_blank

_BLANK_ROW = N_("The row is blank")
_FILTERED = N_("The mapping’s conditions leave this row out")


def read_mapped(path: str | Path, mapping: Mapping) -> Collected:
    """Read a CSV, JSON or XLSX table into raw rows as its mapping says.

    Every row of the table gives at least one raw row, or is listed in ``left_out`` with
    the reason. Columns that the mapping does not use are named in ``notes``.
    Raises ``KitError``: the file cannot be read, or lacks a column that the mapping names
    (``collect.no-such-column``, which lists the columns there are).
    """
    path = Path(path)
    data = read_bytes(path)
    table = read_table(path, data, mapping.file)
    _require_columns(path, table, mapping)
    collected = Collected(fingerprint_of(data), path.name, is_foreign=True)
    collected.sources.append(_source_row(mapping))
    kinds = [record_type(rule.record) for rule in mapping.table]
    source_code = mapping.source.get("source_code")
    for number, row in table.rows:
        place = Place(table.sheet, number)
        if all(is_blank(value) for value in row.values()):
            collected.left_out.append(LeftOut(place, _BLANK_ROW))
            continue
        reasons = [_why_left_out(rule, row) for rule in mapping.table]
        for rule, kind, reason in zip(mapping.table, kinds, reasons, strict=True):
            if reason is None:
                collected.rows.append(_read_row(rule, kind, row, place, source_code))
        if all(reasons):
            collected.left_out.append(LeftOut(place, reasons[0] or _FILTERED))
    collected.notes += _unused(path, table, mapping)
    return collected


def _require_columns(path: Path, table: Table, mapping: Mapping) -> None:
    named = dict.fromkeys(thai.clean(name) for rule in mapping.table for name in rule.columns())
    lacking = [name for name in named if name not in table.columns]
    if lacking:
        raise KitError(
            "collect.no-such-column",
            N_(
                "“{file}” has no column {lacking}, which the mapping names; its columns are {columns}"
            ),
            file=path.name,
            lacking=_quoted(lacking),
            columns=_quoted(table.columns),
        )


def _quoted(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _source_row(mapping: Mapping) -> RawRow:
    return RawRow("source", Place(mapping.name, 1), dict(mapping.source), {})


def _unused(path: Path, table: Table, mapping: Mapping) -> list[Remark]:
    used = {thai.clean(name) for rule in mapping.table for name in rule.columns()}
    left = [name for name in table.columns if name not in used]
    if not left:
        return []
    return [
        Remark(
            "collect.columns-not-used",
            N_("“{file}”: the mapping does not use the columns {columns}"),
            {"file": path.name, "columns": _quoted(left)},
        )
    ]


def _why_left_out(rule: TableRule, row: Row) -> str | None:
    for condition in rule.where:
        if not _meets(condition, row.get(thai.clean(condition.column))):
            return condition.reason or _FILTERED
    return None


def _meets(condition: Filter, cell: Any) -> bool:
    blank = is_blank(cell)
    if condition.blank is not None and blank != condition.blank:
        return False
    key = "" if blank else plain_key(cell)
    if condition.is_in is not None and key not in map(plain_key, condition.is_in):
        return False
    return key not in map(plain_key, condition.is_not)


def _read_row(
    rule: TableRule, kind: type[Record], row: Row, place: Place, source_code: object
) -> RawRow:
    raw = RawRow(rule.record, place, {}, {})
    for name, field_rule in rule.fields.items():
        raw.values[name] = _value(field_rule, kind.field(name), row, rule)
        raw.columns[name] = " + ".join(field_rule.columns())
    if rule.place is not None:
        find_place(rule.place, raw, lambda part: _written(part, row, rule))
    if rule.natural_id is not None:
        own_id = row.get(thai.clean(rule.natural_id))
        raw.natural_id = None if is_blank(own_id) else plain_key(own_id)
    if "source_code" in kind.model_fields and is_blank(raw.values.get("source_code")):
        raw.values["source_code"] = source_code
    return raw


def _value(field_rule: FieldRule, spec: FieldSpec, row: Row, rule: TableRule) -> Any:
    if field_rule.constant is not None:
        return field_rule.constant
    if field_rule.column is not None:
        return convert(field_rule, spec, row.get(thai.clean(field_rule.column)), rule.missing)
    cells = [row.get(thai.clean(name)) for name in field_rule.join]
    stated = [convert(FieldRule(), spec, cell, rule.missing) for cell in cells]
    joined = field_rule.separator.join(str(cell) for cell in stated if not is_blank(cell))
    return convert(field_rule, spec, joined or None, rule.missing)


def _written(part: FieldRule, row: Row, rule: TableRule) -> str:
    """Return one part of a place as text; empty where it is not stated."""
    value = _value(part, _TEXT, row, rule)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


_TEXT = record_type("source").field("note")
