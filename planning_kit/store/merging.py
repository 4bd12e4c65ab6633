"""Merging by union: what another store holds is added, and nothing that stands is changed.

The result hangs only on the rows that came together, never on the order in which they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, func, select

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import record_type
from planning_kit.store.erasing import forget_refused_of_erased, forget_values
from planning_kit.store.lasting import keep
from planning_kit.store.merging_papers import merge_papers
from planning_kit.store.revision_lines import Row, line_of, parents_of
from planning_kit.store.rows import last_saved
from planning_kit.store.settled_heads import settle_heads
from planning_kit.store.tables import IMPORT_BATCH, KEPT_FILE, heads, table_of
from planning_kit.store.whole import Whole
from planning_kit.store.writing import AT_ONCE

CHANGED = N_(
    "The bundle holds a version of {title} that this computer knows with other content; somebody "
    "changed it on the way. Ask for a new bundle. Nothing was changed"
)
INCOMPLETE = N_(
    "The bundle is incomplete: a version of {title} follows one that is neither in it nor here. "
    "Ask for a new bundle. Nothing was changed"
)


_EVENT = ("record_id", "parent_id", "also_follows")


@dataclass
class Merged:
    """What a merge brought: new and known revisions by record type, and papers by table.

    ``erased`` counts records that a tombstone of either side erased; ``rivals`` are the
    records, by type, whose heads differ now.
    """

    new: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    papers: Counter[str] = field(default_factory=Counter)
    files: int = 0
    erased: int = 0
    rivals: dict[str, list[UUID]] = field(default_factory=dict)

    @property
    def changed_anything(self) -> bool:
        """Whether the store holds more now than before."""
        return bool(self.new.total() or self.papers.total() or self.files)


def merge(connection: Connection, whole: Whole) -> Merged:
    """Add everything that is not here yet, through a connection that holds the write lock.

    Raises ``KitError`` ``bundle.changed`` for a revision, import or mark that is known with
    other content, ``bundle.incomplete`` for one whose parent or import is nowhere.
    """
    merged = Merged()
    merge_papers(connection, whole.papers, merged.papers)
    for name, rows in whole.revisions.items():
        new = _new_rows(connection, name, rows)
        merged.known[name] += len(rows) - len(new)
        merged.new[name] += len(new)
        _refuse_loose_ends(connection, name, new)
        if new:
            connection.execute(table_of(name).insert(), new)
    merged.files = _keep_files(connection, whole)
    for name, rows in whole.revisions.items():
        ids = list(dict.fromkeys(row["record_id"] for row in rows))
        merged.erased += len(forget_values(connection, name, ids))
        settle_heads(connection, name, ids)
        if found := rival_ids(connection, name, ids):
            merged.rivals[name] = found
    forget_refused_of_erased(connection)
    merged.new, merged.known = +merged.new, +merged.known
    return merged


def rival_ids(connection: Connection, name: str, ids: Sequence[UUID]) -> list[UUID]:
    """Return those of some records whose heads say different things."""
    table, found = table_of(name), []
    for start in range(0, len(ids), AT_ONCE):
        some = table.c.record_id.in_(ids[start : start + AT_ONCE])
        several = (
            heads(table)
            .with_only_columns(table.c.record_id)
            .where(some)
            .group_by(table.c.record_id)
            .having(func.count() > 1)
        )
        query = heads(table).where(table.c.record_id.in_(several))
        rows = connection.execute(query).mappings()
        found += [row["record_id"] for row, rivals in last_saved(rows) if rivals]
    return sorted(found)


def _new_rows(connection: Connection, name: str, rows: Sequence[Row]) -> list[Row]:
    """Return the rows not here yet, each once; a known one must say what it says here."""
    by_id: dict[UUID, Row] = {}
    for row in rows:
        if by_id.setdefault(row["revision_id"], row) != row:
            raise _changed(name)
    table = table_of(name)
    for known in _by_ids(connection, table, table.c.revision_id, by_id):
        row = by_id.pop(known["revision_id"])
        is_same_event = all(row[part] == known[part] for part in _EVENT)
        # What was erased on one side has no content to compare; the tombstone is merged too.
        is_gone = row["is_deleted"] or known["is_deleted"]
        if not is_same_event or not (is_gone or line_of(name, row) == line_of(name, known)):
            raise _changed(name)
    return list(by_id.values())


def _refuse_loose_ends(connection: Connection, name: str, new: Sequence[Row]) -> None:
    table = table_of(name)
    own = {row["revision_id"]: row for row in new}
    wanted = {parent for row in new for parent in parents_of(row)} - own.keys()
    there = {row["revision_id"]: row for row in
             _by_ids(connection, table, table.c.revision_id, wanted)}  # fmt: skip
    first = _first_of(connection, table, {row["record_id"] for row in new})
    parents: Mapping[UUID, Any] = {**there, **own}
    for row in new:
        place = first.setdefault(row["record_id"], row["area_id"])
        is_loose = any(
            parents.get(one, {}).get("record_id") != row["record_id"] for one in parents_of(row)
        )
        if is_loose or place != row["area_id"]:
            raise KitError("bundle.incomplete", INCOMPLETE, title=record_type(name).noun.title)
    _refuse_rings(name, own)
    batches = {row["import_id"] for row in new} - {None}
    known = _by_ids(connection, IMPORT_BATCH, IMPORT_BATCH.c.import_id, batches)
    if batches - {row["import_id"] for row in known}:
        raise KitError("bundle.incomplete", INCOMPLETE, title=record_type(name).noun.title)


def _refuse_rings(name: str, own: Mapping[UUID, Row]) -> None:
    """Refuse revisions that follow one another in a ring: no head would ever show them."""
    waits = {key: len(own.keys() & set(parents_of(row))) for key, row in own.items()}
    follow: dict[UUID, list[UUID]] = {}
    for key, row in own.items():
        for parent in parents_of(row):
            follow.setdefault(parent, []).append(key)
    free = [key for key, number in waits.items() if not number]
    for key in free:
        for one in follow.get(key, ()):
            waits[one] -= 1
            if not waits[one]:
                free.append(one)
    if len(free) < len(own):
        raise _changed(name)


def _first_of(connection: Connection, table: Table, ids: Iterable[UUID]) -> dict[UUID, str]:
    rows = _by_ids(connection, table, table.c.record_id, ids)
    return {row["record_id"]: row["area_id"] for row in rows}


def _by_ids(connection: Connection, table: Table, column: Any, ids: Iterable[UUID]) -> list[Row]:
    wanted, found = list(ids), []
    for start in range(0, len(wanted), AT_ONCE):
        query = select(table).where(column.in_(wanted[start : start + AT_ONCE]))
        found += [dict(row) for row in connection.execute(query).mappings()]
    return found


def _keep_files(connection: Connection, whole: Whole) -> int:
    known = set(connection.execute(select(KEPT_FILE.c.fingerprint)).scalars())
    new = {one.fingerprint: one for one in whole.files if one.fingerprint not in known}
    keep(connection, new.values(), ())
    return len(new)


def _changed(name: str) -> KitError:
    return KitError("bundle.changed", CHANGED, title=record_type(name).noun.title)
