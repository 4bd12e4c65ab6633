"""Saving what somebody typed: the same checks as an import, one revision, nothing overwritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import TypeAdapter

from planning_kit import validate
from planning_kit.collect.collected import Collected, Place, RawRow
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import (
    FieldSpec,
    Kind,
    Record,
    carrying,
    extended,
    local_answers,
    record_type,
)
from planning_kit.store import TOO_LONG, WITHDRAWN, Revision, content_of, record_uuid, too_long
from planning_kit.validate import Finding, Level
from planning_kit.validate.values import read_row
from planning_kit.workbook.target import find_target, held_records, known_codes
from planning_kit.workbook.workbook import Workbook

_ERASED = N_("This record was erased at somebody’s request and is not taken in again")
_WITHDRAWN = N_(
    "This record was withdrawn; bring it back with planning-kit withdraw --undo before changing it"
)
_ELSEWHERE = N_("This is about a place outside the plan area; correct the code")
_KEY_CHANGED = N_(
    "“{label}” tells this record from others and cannot be changed; begin a new record instead"
)


@dataclass(frozen=True)
class Saving:
    """What became of answers that were to be saved.

    ``findings`` are about single fields (``.field``) or the whole record. ``revision`` is
    the saved one, or the one that says the same already; ``None`` where nothing was saved:
    a finding refuses it, or ``theirs`` is what somebody else has saved under the same key.
    """

    findings: tuple[Finding, ...]
    record: Record | None = None
    revision: Revision | None = None
    theirs: Revision | None = None

    @property
    def is_saved(self) -> bool:
        """Whether the answers stand in the store."""
        return self.revision is not None


def asked_kind(workbook: Workbook, name: str) -> type[Record]:
    """Return a record type with the questions that the area asks now. Raises ``KeyError``."""
    return extended(record_type(name), workbook.local_questions())


def read_answer(kind: type[Record], name: str, answer: Any) -> tuple[Any, Finding | None]:
    """Return one answer as the record reads it, or ``None`` and why it cannot be read."""
    for finding in read_row(_row(kind, {name: answer})).findings:
        if finding.field == name:
            return None, finding
    return _reader(kind, name).validate_python(answer), None


@lru_cache(maxsize=1024)
def _reader(kind: type[Record], name: str) -> TypeAdapter[Any]:
    info = kind.model_fields[name]
    return TypeAdapter(Annotated[(info.annotation, *info.metadata)])  # type: ignore[arg-type]


def save_answers(
    workbook: Workbook,
    kind: type[Record],
    answers: Mapping[str, Any],
    *,
    who: str,
    why: str,
    over: Revision | None = None,
) -> Saving:
    """Check answers as an import checks a row, and save them as one revision.

    Parameters
    ----------
    kind:
        A record type, widened by local questions or not (``asked_kind``).
    answers:
        Values by field name, as people write them; blank or left out is not stated.
    over:
        The revision that was on the screen. Without it the record is new: one that stands
        under the same key is not overwritten but comes back as ``theirs``.

    Answers that only need checking are saved and flagged. Raises ``KitError`` for what the
    store raises, a conflict aside; nothing is then saved.
    """
    row = _checked(workbook, kind, answers)
    findings = tuple(row.findings)
    if row.record is None or not row.is_kept:
        if row.is_elsewhere:
            findings = (*findings, _refusal(kind, "workbook.elsewhere", _ELSEWHERE))
        return Saving(findings, row.record)
    refusal = _refused_here(kind, row.record, over)
    if refusal is not None:
        return Saving((*findings, refusal), row.record)
    return _write(workbook, row.record, findings, str(row.state), who, why, over)


def _write(
    workbook: Workbook,
    record: Record,
    findings: tuple[Finding, ...],
    state: str,
    who: str,
    why: str,
    over: Revision | None,
) -> Saving:
    name = record.noun.name
    key = over.record_id if over else record_uuid(workbook.area_id, name, record.natural_key())
    head = next(iter(workbook.store.heads(name, [key]).get(key, [])), None)
    if head is not None and head.record is None:
        return Saving((*findings, _refusal(type(record), "workbook.erased", _ERASED)), record)
    if head is not None and head.state == WITHDRAWN:
        return Saving((*findings, _refusal(type(record), "workbook.withdrawn", _WITHDRAWN)), record)
    if over is not None and over.record is not None:
        # Answers to questions that are asked no longer stay with their record.
        record = carrying(record, local_answers(over.record))
    if head is not None and head.record is not None:
        if content_of(head.record) == content_of(record):
            return Saving(findings, record, head)
        if over is None or over.revision_id != head.revision_id:
            return Saving(findings, record, theirs=head)
    parent = over.revision_id if over else None
    revision = Revision(name, key, workbook.area_id, record, who, why, state, parent)
    try:
        workbook.store.write([revision])
    except KitError as error:
        if error.code != "store.conflict":
            raise
        # Somebody saved between our look and our write.
        return Saving(findings, record, theirs=workbook.store.heads(name, [key])[key][0])
    return Saving(findings, record, revision)


def _checked(
    workbook: Workbook, kind: type[Record], answers: Mapping[str, Any]
) -> validate.CheckedRow:
    store, row = workbook.store, _row(kind, answers)
    with store.at_one_moment():
        target = find_target(store, workbook.area_id)
        known, held = known_codes(store, target), held_records(store, target)
    is_source = kind.noun.name == "source"
    typed = Collected("", "", [row] if is_source else [], [] if is_source else [row])
    checked = validate.check(typed, target.scope, known, held)
    return (checked.sources or checked.rows)[0]


def _refused_here(kind: type[Record], record: Record, over: Revision | None) -> Finding | None:
    long = too_long(record)
    if long is not None:
        label = kind.field(long).label
        return _refusal(kind, "workbook.number-too-long", TOO_LONG, long, label=label)
    if over is None or over.record is None:
        return None
    for name in kind.noun.key:
        if getattr(record, name) != getattr(over.record, name):
            label = kind.field(name).label
            return _refusal(kind, "workbook.key-changed", _KEY_CHANGED, name, label=label)
    return None


def _refusal(
    kind: type[Record], code: str, sentence: str, name: str = "", /, **values: object
) -> Finding:
    return Finding(Level.REFUSE, code, sentence, values, str(kind.noun.title), field=name)


def _row(kind: type[Record], answers: Mapping[str, Any]) -> RawRow:
    # Typed by hand: the only place is the form itself.
    return RawRow(kind.noun.name, Place(str(kind.noun.title), 1), dict(answers), {}, kind=kind)


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
