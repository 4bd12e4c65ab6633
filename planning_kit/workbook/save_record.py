"""Saving one record as it is, without asking whether it makes sense."""

from __future__ import annotations

from planning_kit.records import Record
from planning_kit.store import Revision, Store, record_uuid


def save_record(
    store: Store, area_id: str, record: Record, who: str, why: str, over: Revision | None
) -> Revision:
    """Write a new revision of ``record`` and return it; see ``Workbook.save``."""
    name = record.noun.name
    key = over.record_id if over else record_uuid(area_id, name, record.natural_key())
    parent = over or next(iter(store.heads(name, [key]).get(key, [])), None)
    follows = parent.revision_id if parent else None
    revision = Revision(name, key, area_id, record, who, why, parent_id=follows)
    store.write([revision])
    return revision
