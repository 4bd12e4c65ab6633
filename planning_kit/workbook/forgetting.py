"""A person’s right to be forgotten: a record, all that name it, and everything they ever said."""

from __future__ import annotations

from uuid import UUID

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import record_type
from planning_kit.store import Revision, Store, withdrawn
from planning_kit.workbook.withdrawing import linked_records, links_to

_HOME = "household"


def forget(
    store: Store, plan_area_id: str, name: str, record_id: UUID, *, who: str, why: str
) -> list[Revision]:
    """Erase a record and all that name it, withdrawn ones too; return the tombstones.

    Rows that were refused and name the household lose their values as well. Nothing brings any
    of it back, in this store or in one that is merged with it later. Raises ``KitError``
    ``workbook.no-reason``, ``workbook.nothing-to-erase``.
    """
    if not why.strip():
        said = N_("Say why it is erased, without naming the person; the reason is kept")
        raise KitError("workbook.no-reason", said)
    found = dict.fromkeys([(name, record_id)])
    for one in _versions(store, plan_area_id, name, record_id):
        if one.record is not None:
            linked = linked_records(store, plan_area_id, one.record)
            found |= dict.fromkeys((o.revision.record_type, o.record_id) for o in linked)
            found |= dict.fromkeys(_withdrawn_of(store, plan_area_id, one))
    homes = _home_codes(store, plan_area_id, name, record_id)
    tombs = store.erase_all(list(found), who=who, why=why.strip())
    if not tombs:
        said = N_("There is no such record of {title} in this plan area")
        raise KitError("workbook.nothing-to-erase", said, title=record_type(name).noun.title)
    store.forget_refused(plan_area_id, homes)
    return tombs


def _versions(store: Store, plan_area_id: str, name: str, record_id: UUID) -> list[Revision]:
    history = store.history(record_id, name)
    return [one for one in history if one.plan_area_id == plan_area_id]


def _withdrawn_of(store: Store, plan_area_id: str, one: Revision) -> list[tuple[str, UUID]]:
    assert one.record is not None, "only of a version that says something"
    return [
        (kind.noun.name, gone.record_id)
        for field, kind, code in links_to(one.record)
        for gone in withdrawn(store, kind.noun.name, plan_area_id)
        if getattr(gone.record, field) == code
    ]


def _home_codes(store: Store, plan_area_id: str, name: str, record_id: UUID) -> set[str]:
    if name != _HOME:
        return set()
    versions = _versions(store, plan_area_id, name, record_id)
    return {str(getattr(one.record, "household_id", "")) for one in versions} - {"", "None"}
