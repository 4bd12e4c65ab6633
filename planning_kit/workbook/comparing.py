"""What of a file is new, what changed, and what the store knows already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from planning_kit.language import N_
from planning_kit.records import Record, carrying, local_answers
from planning_kit.store import Revision, Store, content_of, record_uuid
from planning_kit.validate import CheckedRow
from planning_kit.workbook.provenance import Provenance
from planning_kit.workbook.routing import Routes, flag, refuse
from planning_kit.workbook.shelf import Shelf

_ERASED = N_(
    "This record was erased at somebody’s request and is not taken in again; leave its row out "
    "of the file"
)
_OTHER_KEY = N_(
    "This row was kept as {key} before, and that record still stands; if it was a mistake, ask for "
    "it to be taken out"
)
WHY = "import"
WHY_MENDED = "mended"


@dataclass(frozen=True)
class Origin:
    """Where the rows of a file come from, and the import that brings them."""

    provenance: Provenance
    import_id: UUID
    who: str


@dataclass
class Change:
    """What one row means for one plan area: ``new``, ``changed`` or ``unchanged``."""

    row: CheckedRow
    plan_area_id: str
    kind: str
    revision: Revision | None = None


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
        shelf = Shelf.look(store, name, plan_area_id, origin.provenance.fingerprint)
        changes += _compare_shelf(rows, plan_area_id, shelf, origin)
    return changes


def _compare_shelf(
    rows: list[CheckedRow], plan_area_id: str, shelf: Shelf, origin: Origin
) -> list[Change]:
    ids = _ids(rows, plan_area_id, origin.provenance)
    shelf.set_apart(ids)
    changes = []
    for row, key in zip(rows, ids, strict=True):
        if key in shelf.erased:
            refuse(row, "workbook.erased", _ERASED)
            continue
        changes.append(_judge(row, key, plan_area_id, shelf, origin))
    named = set(ids)
    for change in changes:
        _flag_other_key(change, named, shelf, origin.provenance)
    return changes


def _judge(row: CheckedRow, key: UUID, plan_area_id: str, shelf: Shelf, origin: Origin) -> Change:
    there = shelf.standing.get(key)
    # A file that does not ask a local question takes no answer to it away.
    record = carrying(_record(row), local_answers(there.record) if there else {})
    content = content_of(record)
    is_carried = origin.provenance.is_carried(row)
    is_known = row.same_as is not None or content in shelf.said_before.get(key, [])
    if there is not None:
        is_known = is_known or content_of(there.record) == content
    else:
        came_from = origin.provenance.origin(row).fingerprint if is_carried else None
        is_known = is_known or shelf.claim(content, came_from)
    if is_known:
        return Change(row, plan_area_id, "unchanged")
    revision = Revision(
        record_type=row.raw.record,
        record_id=key,
        plan_area_id=plan_area_id,
        record=record,
        who=origin.who,
        why=WHY_MENDED if is_carried else WHY,
        state=str(row.state),
        parent_id=there.revision.revision_id if there else None,
        import_id=origin.import_id,
        sheet=row.raw.place.sheet,
        row=row.raw.place.row,
    )
    return Change(row, plan_area_id, "changed" if there else "new", revision)


def _flag_other_key(change: Change, named: set[UUID], shelf: Shelf, provenance: Provenance) -> None:
    """Flag a mended row that now names another thing: what it was kept as before still stands."""
    row = change.row
    if change.revision is None or not provenance.is_carried(row):
        return
    other = shelf.other_record_at(provenance.origin(row), change.revision.record_id)
    if other is None or other in named:
        return
    key = shelf.standing[other].record.natural_key() or ()
    said = " · ".join(str(part) for part in key if part is not None)
    flag(row, "workbook.other-key", _OTHER_KEY, key=said)
    change.revision = replace(change.revision, state=str(row.state))


def _ids(rows: Iterable[CheckedRow], plan_area_id: str, provenance: Provenance) -> list[UUID]:
    """Return the id of each row: by natural key, by the row's own id in its source, by place.

    Own id and place are those in the file that held the row first, so that a row that was
    sent back and mended is the same one.
    """
    ids = []
    for row in rows:
        record = _record(row)
        key = record.natural_key()
        if key is None:
            key = provenance.origin(row).key(getattr(record, "source_code", None))
        ids.append(record_uuid(plan_area_id, row.raw.record, key))
    return ids


def _record(row: CheckedRow) -> Record:
    assert row.record is not None, "only rows that could be read are routed"
    return row.record
