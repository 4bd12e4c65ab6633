"""What of a file is new, what changed, and what the store knows already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from planning_kit.language import N_
from planning_kit.records import Record
from planning_kit.store import Revision, Store, Stored, content_of, record_uuid
from planning_kit.validate import CheckedRow
from planning_kit.workbook.routing import Routes, refuse

_ERASED = N_(
    "This record was erased at somebody’s request and is not taken in again; leave its row out "
    "of the file"
)
WHY = "import"


@dataclass(frozen=True)
class Origin:
    """The file that rows come from and the import that brings them."""

    fingerprint: str
    import_id: UUID
    who: str


@dataclass
class Change:
    """What one row means for one plan area: ``new``, ``changed`` or ``unchanged``."""

    row: CheckedRow
    plan_area_id: str
    kind: str
    revision: Revision | None = None


@dataclass
class _Shelf:
    """What the store holds of one record type in one plan area."""

    standing: dict[UUID, Stored]
    erased: set[UUID]
    said_before: dict[UUID, list[tuple[object, ...]]]
    unclaimed: Counter[tuple[object, ...]] = field(default_factory=Counter)


def compare(store: Store, routes: Routes, origin: Origin) -> list[Change]:
    """Return what each row changes in each of its plan areas.

    A row is unchanged where the latest record says the same, or where this very file has
    said the same before: what somebody corrected after an import is not set back by a
    second import of the old file. A type without a natural key is matched by content too,
    so that a mended file sent again does not enter its sound rows twice.
    """
    by_shelf: dict[tuple[str, str], list[CheckedRow]] = {}
    for row, plan_area_ids in routes:
        for plan_area_id in plan_area_ids:
            by_shelf.setdefault((plan_area_id, row.raw.record), []).append(row)
    changes: list[Change] = []
    for (plan_area_id, name), rows in by_shelf.items():
        shelf = _shelf(store, name, plan_area_id, origin.fingerprint)
        changes += _compare_shelf(rows, plan_area_id, shelf, origin)
    return changes


def _shelf(store: Store, name: str, plan_area_id: str, fingerprint: str) -> _Shelf:
    standing = {stored.record_id: stored for stored in store.latest(name, plan_area_id)}
    imports = [batch.import_id for batch in store.imports(plan_area_id, fingerprint)]
    said: dict[UUID, list[tuple[object, ...]]] = {}
    for revision in store.imported_by(name, imports, plan_area_id):
        if revision.record is not None:
            said.setdefault(revision.record_id, []).append(content_of(revision.record))
    return _Shelf(standing, store.erased(name, plan_area_id), said)


def _compare_shelf(
    rows: list[CheckedRow], plan_area_id: str, shelf: _Shelf, origin: Origin
) -> list[Change]:
    ids = _ids(rows, plan_area_id, origin.fingerprint)
    named = set(ids)
    shelf.unclaimed = Counter(
        content_of(stored.record)
        for key, stored in shelf.standing.items()
        if key not in named and stored.record.natural_key() is None
    )
    changes = []
    for row, key in zip(rows, ids, strict=True):
        if key in shelf.erased:
            refuse(row, "workbook.erased", _ERASED)
            continue
        change = _judge(row, key, plan_area_id, shelf, origin)
        changes.append(change)
    return changes


def _judge(row: CheckedRow, key: UUID, plan_area_id: str, shelf: _Shelf, origin: Origin) -> Change:
    record = _record(row)
    content = content_of(record)
    there = shelf.standing.get(key)
    is_known = row.same_as is not None or content in shelf.said_before.get(key, [])
    if there is not None:
        is_known = is_known or content_of(there.record) == content
    elif shelf.unclaimed[content] > 0:
        shelf.unclaimed[content] -= 1
        is_known = True
    if is_known:
        return Change(row, plan_area_id, "unchanged")
    revision = Revision(
        record_type=row.raw.record,
        record_id=key,
        plan_area_id=plan_area_id,
        record=record,
        who=origin.who,
        why=WHY,
        state=str(row.state),
        parent_id=there.revision.revision_id if there else None,
        import_id=origin.import_id,
        sheet=row.raw.place.sheet,
        row=row.raw.place.row,
    )
    return Change(row, plan_area_id, "changed" if there else "new", revision)


def _ids(rows: Iterable[CheckedRow], plan_area_id: str, fingerprint: str) -> list[UUID]:
    """Return the id of each row: by natural key, by the row's own id in its source, by place."""
    times: Counter[tuple[object, ...]] = Counter()
    ids = []
    for row in rows:
        record = _record(row)
        key = record.natural_key()
        if key is None and row.raw.natural_id is not None:
            source = getattr(record, "source_code", None)
            own: tuple[object, ...] = ("id", source, row.raw.natural_id)
            # An id that stands twice in a file is no id: each row keeps a record of its own.
            key = (*own, times[own]) if times[own] else own
            times[own] += 1
        if key is None:
            key = (fingerprint, row.raw.place.sheet, row.raw.place.row)
        ids.append(record_uuid(plan_area_id, row.raw.record, key))
    return ids


def _record(row: CheckedRow) -> Record:
    assert row.record is not None, "only rows that could be read are routed"
    return row.record
