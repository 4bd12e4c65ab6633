"""What is typed and not saved yet, kept in the store so that any device can go on with it.

A draft is no record: reports, counts and fingerprints never see it. It is erased when its
record is saved, when somebody throws it away, when consent is refused, and with its record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from planning_kit import store as kept
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import Record
from planning_kit.store import Draft, Revision, TypedAnswer, record_uuid
from planning_kit.store.revision import now
from planning_kit.workbook.answers import read_answer
from planning_kit.workbook.workbook import Workbook

__all__ = [
    "Draft",
    "TypedAnswer",
    "begin_draft",
    "drafts_of",
    "drop_draft",
    "is_old",
    "keep_draft",
    "revision_under",
]

OLD_AFTER = dt.timedelta(days=7)
"""A draft that nobody touched for longer is said to be old: it may hold what nobody needs."""

_CONSENT = "consent_given"
_REFUSED = N_("No draft is kept: this household did not agree to the use of its data")
_ERASED = N_("No draft is kept: this record was erased at somebody’s request")


def begin_draft(
    workbook: Workbook, kind: type[Record], face: str, over: Revision | None = None
) -> Draft:
    """Return a draft that is not kept yet; ``over`` is the revision that is on the screen."""
    record_id, over_id = (over.record_id, over.revision_id) if over else (None, None)
    return Draft(uuid4(), workbook.area_id, kind.noun.name, face, record_id, over_id)


def drafts_of(workbook: Workbook, kind: type[Record], face: str = "form") -> list[Draft]:
    """Return the drafts of a record type, the one typed in last first."""
    return kept.drafts_of(workbook.store, workbook.area_id, kind.noun.name, face)


def keep_draft(
    workbook: Workbook,
    kind: type[Record],
    draft: Draft,
    typed: Mapping[str, Any],
    readable: Mapping[str, Any],
    *,
    page: UUID,
    who: str,
    changed: Collection[str] | None = None,
) -> Draft:
    """Keep what was typed, half-typed answers too, and return the draft as it stands then.

    Parameters
    ----------
    typed, changed:
        Answers by field as the screen holds them, and which of them are new.
    readable:
        The same answers as the record would read them, to tell whose draft it is.

    Raises ``KitError``: ``workbook.draft-refused`` where consent is refused and
    ``workbook.draft-erased`` for a record that was erased, both with the draft erased; and
    the store's own, with the draft left as it was.
    """
    if _CONSENT in readable and read_answer(kind, _CONSENT, readable[_CONSENT])[0] is False:
        drop_draft(workbook, draft.draft_id)
        raise KitError("workbook.draft-refused", _REFUSED)
    if draft.over_id is None:
        draft = replace(draft, record_id=_record_id(workbook, kind, readable))
    if draft.record_id is not None and _is_erased(workbook, kind, draft.record_id):
        drop_draft(workbook, draft.draft_id)
        raise KitError("workbook.draft-erased", _ERASED)
    return kept.keep_draft(workbook.store, draft, typed, page=page, who=who, changed=changed)


def drop_draft(workbook: Workbook, draft_id: UUID) -> None:
    """Erase a draft; one that is gone already is no error. Raises the store's ``KitError``."""
    kept.drop_draft(workbook.store, draft_id)


def is_old(draft: Draft) -> bool:
    """Tell whether nobody has typed in a draft for more than a week."""
    return draft.last is not None and now() - draft.last.when > OLD_AFTER


def revision_under(workbook: Workbook, draft: Draft) -> Revision | None:
    """Return the revision over which a draft was typed; ``None`` for a new record."""
    if draft.over_id is None or draft.record_id is None:
        return None
    history = workbook.store.history(draft.record_id, draft.record_type)
    return next((one for one in history if one.revision_id == draft.over_id), None)


def _record_id(workbook: Workbook, kind: type[Record], readable: Mapping[str, Any]) -> UUID | None:
    """Return the record that a new draft would become, once what tells it apart can be read."""
    read = [read_answer(kind, name, readable.get(name)) for name in kind.noun.key]
    if not read or any(finding is not None or value is None for value, finding in read):
        return None
    return record_uuid(workbook.area_id, kind.noun.name, tuple(value for value, _finding in read))


def _is_erased(workbook: Workbook, kind: type[Record], record_id: UUID) -> bool:
    heads = workbook.store.heads(kind.noun.name, [record_id]).get(record_id, [])
    return any(head.record is None for head in heads)
