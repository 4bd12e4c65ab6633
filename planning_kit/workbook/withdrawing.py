"""Taking a record out that should never have been there, and bringing it back.

Withdrawn is not erased: the values stay in the history, with who took them out and why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID, uuid4

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import Record, record_type, template_types
from planning_kit.store import WITHDRAWN, Revision, Store, Stored, withdrawn
from planning_kit.store.revision import now
from planning_kit.workbook.withdrawn_records import counted, key_text

_NOT_THESE = N_("{title} cannot be withdrawn; only what a field team fills in can be")
_NO_REASON = N_("Say why the record is withdrawn; the reason stays beside it in the history")
_NO_RECORD = N_("There is no such record of {title} in this plan area")
_ALREADY = N_("This record of {title} is withdrawn already")
_NOT_WITHDRAWN = N_("This record of {title} is not withdrawn, so it cannot be brought back")
_LINKED = N_(
    "{title} {key} cannot be withdrawn alone, because other records name it ({linked}); withdraw "
    "them too with --with-linked, or correct them first"
)
_NAMES_WITHDRAWN = N_("This record names {title} {key}, which is withdrawn; bring that back first")
_HOME = "household"


def withdraw(
    store: Store,
    plan_area_id: str,
    name: str,
    record_id: UUID,
    who: str,
    why: str,
    with_linked: bool = False,
) -> list[Revision]:
    """Withdraw a record, with ``with_linked`` also all that name it; return the revisions.

    Raises ``KitError``: ``workbook.cannot-withdraw``, ``workbook.no-reason``,
    ``workbook.no-such-record``, ``workbook.withdrawn-already``, ``workbook.linked-records``
    (how many of which type), ``store.conflict`` and the store's own.
    """
    kind = _withdrawable(name)
    if not why.strip():
        raise KitError("workbook.no-reason", _NO_REASON)
    there = [one for one in store.latest(name, plan_area_id) if one.record_id == record_id]
    if not there:
        gone = {one.record_id for one in withdrawn(store, name, plan_area_id)}
        code, said = "workbook.no-such-record", _NO_RECORD
        if record_id in gone:
            code, said = "workbook.withdrawn-already", _ALREADY
        raise KitError(code, said, title=kind.noun.title)
    linked = linked_records(store, plan_area_id, there[0].record)
    if linked and not with_linked:
        raise KitError(
            "workbook.linked-records",
            _LINKED,
            title=kind.noun.title,
            key=key_text(there[0].record),
            linked=counted(one.revision for one in linked),
        )
    at = now()
    written = [
        replace(
            head,
            state=WITHDRAWN,
            who=who,
            why=why.strip(),
            parent_id=head.revision_id,
            also_follows=(),
            revision_id=uuid4(),
            when=at,
        )
        for one in (*there, *linked)
        for head in _heads(store, one.revision)
    ]
    store.write(written)
    return written


def bring_back(
    store: Store, plan_area_id: str, name: str, record_id: UUID, who: str, why: str
) -> list[Revision]:
    """Bring a withdrawn record back, with what was withdrawn along with it.

    Raises ``KitError``: ``workbook.cannot-withdraw``, ``workbook.not-withdrawn``,
    ``workbook.names-withdrawn``, ``store.conflict`` and the store's own.
    """
    kind = _withdrawable(name)
    gone = {one.record_id: one for one in withdrawn(store, name, plan_area_id)}
    one = gone.get(record_id)
    if one is None or one.record is None:
        raise KitError("workbook.not-withdrawn", _NOT_WITHDRAWN, title=kind.noun.title)
    _refuse_withdrawn_home(store, plan_area_id, one.record)
    along = _withdrawn_along(store, plan_area_id, one)
    written = [
        replace(
            _before(store, head),
            who=who,
            why=why.strip() or "brought back",
            parent_id=head.revision_id,
            also_follows=(),
            revision_id=uuid4(),
            when=now(),
        )
        for taken_out in (one, *along)
        for head in _heads(store, taken_out)
    ]
    store.write(written)
    return written


def linked_records(store: Store, plan_area_id: str, record: Record) -> list[Stored]:
    """Return the standing records that name ``record``, and those that name these in turn."""
    found: dict[UUID, Stored] = {}
    for field, kind, code in links_to(record):
        for one in store.latest(kind.noun.name, plan_area_id):
            if one.record_id not in found and getattr(one.record, field) == code:
                found[one.record_id] = one
                for further in linked_records(store, plan_area_id, one.record):
                    found[further.record_id] = further
    return list(found.values())


def links_to(record: Record) -> Iterable[tuple[str, type[Record], object]]:
    """Yield field, record type and code by which records of the template may name ``record``."""
    for kind in template_types():
        for link in kind.noun.links:
            if link.to == record.noun.name and kind is not type(record):
                yield link.field, kind, getattr(record, link.to_field)


def _withdrawable(name: str) -> type[Record]:
    kind = record_type(name)
    if not (kind.noun.in_template or kind.noun.is_typed):
        raise KitError("workbook.cannot-withdraw", _NOT_THESE, title=kind.noun.title)
    return kind


def _heads(store: Store, revision: Revision) -> list[Revision]:
    heads = store.heads(revision.record_type, [revision.record_id])[revision.record_id]
    return [head for head in heads if head.record is not None]


def _refuse_withdrawn_home(store: Store, plan_area_id: str, record: Record) -> None:
    for link in record.noun.links:
        code = getattr(record, link.field)
        for gone in withdrawn(store, _HOME, plan_area_id) if link.to == _HOME else ():
            if getattr(gone.record, link.to_field) == code:
                title = record_type(_HOME).noun.title
                raise KitError(
                    "workbook.names-withdrawn", _NAMES_WITHDRAWN, title=title, key=str(code)
                )


def _withdrawn_along(store: Store, plan_area_id: str, one: Revision) -> list[Revision]:
    """Return what was withdrawn in the same act because it names the record."""
    assert one.record is not None
    found: dict[UUID, Revision] = {}
    for field, kind, code in links_to(one.record):
        for gone in withdrawn(store, kind.noun.name, plan_area_id):
            is_same_act = gone.when == one.when and getattr(gone.record, field) == code
            if is_same_act and gone.record_id not in found:
                found[gone.record_id] = gone
                for further in _withdrawn_along(store, plan_area_id, gone):
                    found[further.record_id] = further
    return list(found.values())


def _before(store: Store, head: Revision) -> Revision:
    """Return the revision that a withdrawal took out; the head itself where it is none."""
    history = {one.revision_id: one for one in store.history(head.record_id, head.record_type)}
    found = head
    while found.state == WITHDRAWN and found.parent_id in history:
        found = history[found.parent_id]
    return found
