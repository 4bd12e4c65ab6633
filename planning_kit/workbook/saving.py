"""Saving what somebody typed: the same checks as an import, one revision, nothing overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from planning_kit import validate
from planning_kit.collect.collected import Collected
from planning_kit.errors import KitError
from planning_kit.records import Record, carrying, local_answers
from planning_kit.store import (
    Draft,
    Revision,
    content_of,
    record_uuid,
)
from planning_kit.validate import Finding, Level
from planning_kit.workbook.answers import asked_kind, kept_values, read_answer, typed_row
from planning_kit.workbook.saving_refusals import elsewhere, refused_by, refused_here
from planning_kit.workbook.target import held_records, known_codes, own_target
from planning_kit.workbook.workbook import Workbook

__all__ = [
    "Finding",
    "Level",
    "Revision",
    "Saving",
    "Typed",
    "asked_kind",
    "kept_values",
    "read_answer",
    "save_answers",
    "save_rows",
]


_TAKEN = ("workbook.withdrawn", "workbook.erased")


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

    @property
    def is_key_taken(self) -> bool:
        """Whether a new record's key is another one's, or was: a code is never used again."""
        return self.theirs is not None or any(one.code in _TAKEN for one in self.findings)


@dataclass(frozen=True)
class Typed:
    """Answers of one record by field name, as people write them, and what they were typed over.

    ``over`` is the revision that was on the screen. Without it the record is new: one that
    stands under the same key is not overwritten but comes back as ``theirs``. ``draft`` is
    where the answers were kept until now; saving them erases it.
    """

    answers: Mapping[str, Any]
    over: Revision | None = None
    draft: Draft | None = None


def save_answers(
    workbook: Workbook,
    kind: type[Record],
    answers: Mapping[str, Any],
    *,
    who: str,
    why: str,
    over: Revision | None = None,
    draft: Draft | None = None,
    page: UUID | None = None,
) -> Saving:
    """Check answers as an import checks a row, and save them as one revision.

    Parameters
    ----------
    kind:
        A record type, widened by local questions or not (``asked_kind``).
    answers:
        Values by field name, as people write them; blank or left out is not stated.
    over, draft:
        The revision that was on the screen, and where the answers were kept; see ``Typed``.
    page:
        Which page typed; of a draft it settles what it typed itself or had seen.

    Answers that only need checking are saved and flagged. Raises ``KitError`` for what the
    store raises, a conflict aside; nothing is then saved.
    """
    return save_rows(workbook, kind, [Typed(answers, over, draft)], who=who, why=why, page=page)[0]


def save_rows(
    workbook: Workbook,
    kind: type[Record],
    typed: Sequence[Typed],
    *,
    who: str,
    why: str,
    page: UUID | None = None,
) -> list[Saving]:
    """Check several records of one type together, as the rows of one file, and save each.

    Returns one ``Saving`` per row, in order: a row that is refused or stands against another
    version keeps no other from being saved. Raises as ``save_answers`` does.
    """
    checked = checked_rows(workbook, kind, typed)
    heads = _heads(workbook, kind, [(row.record, one.over) for row, one in checked])
    found = [
        _judged(kind, row, one.over, workbook.area_id, heads, who, why) for row, one in checked
    ]
    standing = {head.revision_id for head in heads.values()}
    new = [one.revision for one in found if one.revision is not None]
    new = [revision for revision in new if revision.revision_id not in standing]
    pairs = list(zip(typed, found, strict=True))
    done = [one.draft for one, saving in pairs if one.draft is not None and saving.is_saved]
    try:
        workbook.store.write(new, settled=done, page=page)
    except KitError as error:
        if error.code != "store.conflict":
            raise
        # Somebody saved between our look and our write: whose row it is shows one by one.
        return [
            _written(workbook, saving, one.draft, page) if saving.revision in new else saving
            for one, saving in pairs
        ]
    return found


def _written(workbook: Workbook, one: Saving, draft: Draft | None, page: UUID | None) -> Saving:
    assert one.revision is not None and one.record is not None, "only what is to be written"
    name, key = one.revision.record_type, one.revision.record_id
    try:
        workbook.store.write([one.revision], settled=[draft] if draft else [], page=page)
    except KitError as error:
        if error.code != "store.conflict":
            raise
        head = workbook.store.heads(name, [key])[key][0]
        if head.record is not None and content_of(head.record) == content_of(one.record):
            return Saving(one.findings, one.record, head)
        return Saving(one.findings, one.record, theirs=head)
    return one


def _heads(
    workbook: Workbook, kind: type[Record], rows: Sequence[tuple[Record | None, Revision | None]]
) -> dict[UUID, Revision]:
    name = kind.noun.name
    keys = [_key(workbook.area_id, record, over) for record, over in rows if record is not None]
    return {key: found[0] for key, found in workbook.store.heads(name, keys).items() if found}


def _key(area_id: str, record: Record, over: Revision | None) -> UUID:
    return over.record_id if over else record_uuid(area_id, record.noun.name, record.natural_key())


def _judged(
    kind: type[Record],
    row: validate.CheckedRow,
    over: Revision | None,
    area_id: str,
    heads: Mapping[UUID, Revision],
    who: str,
    why: str,
) -> Saving:
    """Return what becomes of a row; its revision is the one to write, or one that stands."""
    findings, record = tuple(row.findings), row.record
    if record is None or not row.is_kept:
        if row.is_elsewhere:
            findings = (*findings, elsewhere(kind))
        return Saving(findings, record)
    key = _key(area_id, record, over)
    head = heads.get(key)
    refusal = refused_here(kind, record, over) or refused_by(kind, head)
    if refusal is not None:
        return Saving((*findings, refusal), record)
    if over is not None and over.record is not None:
        # Answers to questions that are asked no longer stay with their record.
        record = carrying(record, local_answers(over.record))
    if head is not None and head.record is not None:
        if content_of(head.record) == content_of(record):
            return Saving(findings, record, head)
        if over is None or over.revision_id != head.revision_id:
            return Saving(findings, record, theirs=head)
    parent = over.revision_id if over else None
    name, state = record.noun.name, str(row.state)
    return Saving(findings, record, Revision(name, key, area_id, record, who, why, state, parent))


def checked_rows(
    workbook: Workbook, kind: type[Record], typed: Sequence[Typed]
) -> list[tuple[validate.CheckedRow, Typed]]:
    """Return rows of one type with what the checks of an import say of them; nothing is saved."""
    store = workbook.store
    rows = [typed_row(kind, one.answers, at) for at, one in enumerate(typed, start=1)]
    with store.at_one_moment():
        target = own_target(workbook.plan_area)
        known, held = known_codes(store, target), held_records(store, target)
    is_source = kind.noun.name == "source"
    checked = validate.check(
        Collected("", "", rows if is_source else [], [] if is_source else rows),
        target.scope,
        known,
        held,
    )
    return list(zip(checked.sources or checked.rows, typed, strict=True))
