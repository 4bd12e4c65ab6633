"""Rows of the store as the lines of a bundle, and back: revisions of records, and papers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Integer, Table, Text, Uuid

from planning_kit.records import record_type
from planning_kit.store.columns import Ids, UtcTime
from planning_kit.store.line_values import (
    BadLineError,
    read_answers,
    read_integer,
    read_moment,
    read_text,
    read_value,
    written,
)
from planning_kit.store.revision import ACCEPTED, ERASED, FLAGGED, WITHDRAWN
from planning_kit.store.tables import LOCAL_ANSWERS, REVISION_COLUMNS, table_of

Row = dict[str, Any]
Line = dict[str, Any]
_STATES = frozenset((ACCEPTED, FLAGGED, WITHDRAWN, ERASED))
_VALUES = "values"


def line_of(name: str, row: Mapping[str, Any]) -> Line:
    """Return a row of a record type as a line; what is not stated is left out."""
    line = {column: written(row[column]) for column in REVISION_COLUMNS}
    line = {column: value for column, value in line.items() if value not in (None, [])}
    values = {spec.name: written(row[spec.name]) for spec in record_type(name).fields()}
    line[_VALUES] = {field: value for field, value in values.items() if value is not None}
    if row.get(LOCAL_ANSWERS):
        line[LOCAL_ANSWERS] = row[LOCAL_ANSWERS]
    return line


def row_of(name: str, line: Any) -> Row:
    """Return the row that ``line_of`` wrote, of the right types throughout.

    Raises ``BadLineError`` for anything that no store wrote.
    """
    kind, table = record_type(name), table_of(name)
    if not isinstance(line, dict) or not isinstance(line.get(_VALUES), dict):
        raise BadLineError(_VALUES)
    fields = {spec.name: spec for spec in kind.fields()}
    unknown = (line.keys() - {*REVISION_COLUMNS, _VALUES, LOCAL_ANSWERS}) | (
        line[_VALUES].keys() - fields.keys()
    )
    if unknown:
        raise BadLineError(str(min(unknown)))
    row = _plain_row(table, REVISION_COLUMNS, line)
    row["also_follows"] = row["also_follows"] or ()
    row |= {field: read_value(spec, line[_VALUES].get(field)) for field, spec in fields.items()}
    answers = read_answers(line.get(LOCAL_ANSWERS))
    if LOCAL_ANSWERS in table.c:
        row[LOCAL_ANSWERS] = answers
    elif answers:
        raise BadLineError(LOCAL_ANSWERS)
    _refuse_impossible(row, bool(line[_VALUES] or answers))
    return row


def _refuse_impossible(row: Row, has_values: bool) -> None:
    if row["row_state"] not in _STATES or (row["row_state"] == ERASED) > row["is_deleted"]:
        raise BadLineError("row_state")
    if row["is_deleted"] and has_values:
        raise BadLineError("is_deleted")
    if row["parent_id"] == row["revision_id"]:
        raise BadLineError("parent_id")
    line = (row["revision_id"], *parents_of(row))
    if row["also_follows"] and (row["parent_id"] is None or len(set(line)) < len(line)):
        raise BadLineError("also_follows")


def parents_of(row: Mapping[str, Any]) -> tuple[UUID, ...]:
    """Return every revision that a row follows: none, one, or all that it settles."""
    first = row["parent_id"]
    return () if first is None else (first, *row["also_follows"])


def paper_line(table: Table, row: Mapping[str, Any]) -> Line:
    """Return a row of a table of papers as a line, without its running number."""
    return {
        column.name: row[column.name]
        if isinstance(column.type, JSON)
        else written(row[column.name])
        for column in _lasting_columns(table)
        if row[column.name] is not None
    }


def paper_row(table: Table, line: Any) -> Row:
    """Return the row that ``paper_line`` wrote. Raises ``BadLineError``."""
    names = [column.name for column in _lasting_columns(table)]
    if not isinstance(line, dict) or line.keys() - set(names):
        raise BadLineError(table.name)
    return _plain_row(table, names, line)


def _lasting_columns(table: Table) -> list[Any]:
    return [column for column in table.c if column.name != "id"]


def _plain_row(table: Table, names: Any, line: Line) -> Row:
    row: Row = {}
    for name in names:
        column, value = table.c[name], line.get(name)
        if value is None and not (column.nullable and not column.primary_key):
            raise BadLineError(name)
        try:
            row[name] = None if value is None else _read(column.type, value)
        except (ValueError, TypeError, AttributeError) as error:
            raise BadLineError(name) from error
    return row


def _read(kind: Any, value: Any) -> Any:
    if isinstance(kind, Uuid):
        return UUID(read_text(value))
    if isinstance(kind, Ids):
        return tuple(sorted((UUID(read_text(one)) for one in value), key=str))
    if isinstance(kind, UtcTime):
        return read_moment(value)
    if isinstance(kind, JSON):
        return _any_json(value)
    if isinstance(kind, Integer):
        return read_integer(value)
    if isinstance(kind, Text):
        return read_text(value)
    if not isinstance(value, bool):
        raise ValueError("neither yes nor no")
    return value


def _any_json(value: Any) -> Any:
    """Return JSON whose texts a database can keep."""
    if isinstance(value, dict):
        return {read_text(key): _any_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_any_json(one) for one in value]
    return read_text(value) if isinstance(value, str) else value
