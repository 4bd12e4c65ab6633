"""The history of a record across a corrected key."""

from __future__ import annotations

from uuid import UUID

from planning_kit.store import WITHDRAWN, Revision, Store
from planning_kit.workbook.reasons import WHY_CORRECTED


def whole_history(store: Store, plan_area_id: str, name: str, record_id: UUID) -> list[Revision]:
    """Return every revision of a record, oldest first.

    Where a mended row gave it another key, the revisions under the mistaken key come too,
    the one that withdrew it included.
    """
    found: dict[UUID, Revision] = {}
    seen: set[UUID] = set()
    waiting = [record_id]
    while waiting:
        key = waiting.pop()
        seen.add(key)
        for one in store.history(key, name):
            found[one.revision_id] = one
            waiting += [other for other in _before(store, plan_area_id, one) if other not in seen]
    return sorted(found.values(), key=lambda one: one.when)


def _before(store: Store, plan_area_id: str, one: Revision) -> list[UUID]:
    """Return the ids of the records whose place a revision took: same import, same row."""
    if one.import_id is None or one.state == WITHDRAWN:
        return []
    return [
        other.record_id
        for other in store.imported_by(one.record_type, [one.import_id], plan_area_id)
        if other.state == WITHDRAWN
        and other.why.startswith(WHY_CORRECTED)
        and (other.sheet, other.row) == (one.sheet, one.row)
    ]
