"""Answers as a form or a table holds them: which are asked, how each reads, what a record keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any

from pydantic import TypeAdapter

from planning_kit.collect.collected import Place, RawRow
from planning_kit.records import (
    FieldSpec,
    Kind,
    Record,
    extended,
    local_answers,
    record_type,
)
from planning_kit.validate import Finding
from planning_kit.validate.values import read_row
from planning_kit.workbook.workbook import Workbook


def asked_kind(workbook: Workbook, name: str) -> type[Record]:
    """Return a record type with the questions that the area asks now. Raises ``KeyError``."""
    return extended(record_type(name), workbook.local_questions())


def read_answer(kind: type[Record], name: str, answer: Any) -> tuple[Any, Finding | None]:
    """Return one answer as the record reads it, or ``None`` and why it cannot be read."""
    for finding in read_row(typed_row(kind, {name: answer})).findings:
        if finding.field == name:
            return None, finding
    return _reader(kind, name).validate_python(answer), None


@lru_cache(maxsize=1024)
def _reader(kind: type[Record], name: str) -> TypeAdapter[Any]:
    info = kind.model_fields[name]
    return TypeAdapter(Annotated[(info.annotation, *info.metadata)])  # type: ignore[arg-type]


def typed_row(kind: type[Record], answers: Mapping[str, Any], number: int = 1) -> RawRow:
    """Return answers as a row to be checked; typed by hand, its only place is the screen."""
    return RawRow(kind.noun.name, Place(str(kind.noun.title), number), dict(answers), {}, kind=kind)


def kept_values(kind: type[Record], record: Record | None) -> dict[str, Any]:
    """Return what a record holds for every field of ``kind``, answers to local questions too."""
    held = {} if record is None else {**local_answers(record), **dict(record)}
    return {spec.name: _as_read(spec, held.get(spec.name)) for spec in kind.fields()}


def _as_read(spec: FieldSpec, value: Any) -> Any:
    """Return a kept answer as its record would hold it: lists as tuples, dates as dates."""
    if isinstance(value, list):
        return tuple(value)
    if spec.kind is Kind.DATE and isinstance(value, str):
        return dt.date.fromisoformat(value)
    return value
