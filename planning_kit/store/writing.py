"""Saving: one transaction, in which nothing that stands is changed and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import record_type
from planning_kit.store.json_values import to_json
from planning_kit.store.revision import Correction, ImportBatch, KeptFinding, RefusedRow, Revision
from planning_kit.store.rows import said_in, to_row, too_long
from planning_kit.store.tables import (
    CORRECTION,
    FINDING,
    IMPORT_AREA,
    IMPORT_BATCH,
    REFUSED_ROW,
    SETTLED,
    heads,
    table_of,
)

# Below the number of places that every SQLite build takes in one query.
AT_ONCE = 500


def write_all(
    connection: Connection,
    revisions: Sequence[Revision],
    batch: ImportBatch | None,
    refused: Sequence[RefusedRow],
    findings: Sequence[KeptFinding],
    corrections: Sequence[Correction] = (),
) -> None:
    """Write everything through a connection that holds the write lock.

    Raises ``KitError`` ``store.conflict`` or ``store.number-too-long``.
    """
    by_type: dict[str, list[Revision]] = {}
    for revision in revisions:
        by_type.setdefault(revision.record_type, []).append(revision)
    for name, of_type in by_type.items():
        by_type[name] = _fitted(connection, name, of_type)
    if batch is not None:
        _write_batch(connection, batch, refused, findings)
        told = (_correction(batch.import_id, one) for one in corrections)
        _insert(connection, CORRECTION, told)
    for name, of_type in by_type.items():
        _insert(connection, table_of(name), map(to_row, of_type))
        settled = dict.fromkeys(one for revision in of_type for one in revision.also_follows)
        _insert(connection, SETTLED, ({"revision_id": one} for one in settled))


def current_heads(connection: Connection, name: str, ids: Iterable[UUID]) -> dict[UUID, list[Any]]:
    """Return, per record id, its head rows, the last saved first; unknown ids are left out.

    Tombstones are among them.
    """
    table = table_of(name)
    found: dict[UUID, list[Any]] = {}
    for some in _chunks(list(dict.fromkeys(ids))):
        query = heads(table).where(table.c.record_id.in_(some))
        for row in connection.execute(query).mappings():
            found.setdefault(row["record_id"], []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row["saved_at"], row["revision_id"]), reverse=True)
    return found


def _fitted(connection: Connection, name: str, revisions: Sequence[Revision]) -> list[Revision]:
    """Return the revisions to write, each after all heads that say what it was made from."""
    found = current_heads(connection, name, (revision.record_id for revision in revisions))
    followed = {revision.parent_id for revision in revisions}
    fitted = [_with_twins(one, found.get(one.record_id, ()), followed) for one in revisions]
    _refuse_conflicts(name, fitted, found)
    return fitted


def _with_twins(revision: Revision, heads: Sequence[Any], followed: set[UUID | None]) -> Revision:
    """Let a revision follow the heads too that say the same: nobody is asked to choose there."""
    if len(heads) < 2 or revision.parent_id is None:
        return revision
    said = [said_in(row) for row in heads if row["revision_id"] == revision.parent_id]
    same = {row["revision_id"] for row in heads if said_in(row) in said} - followed
    return replace(revision, also_follows=tuple(sorted({*revision.also_follows, *same})))


def _refuse_conflicts(
    name: str, revisions: Sequence[Revision], heads: Mapping[UUID, Sequence[Any]]
) -> None:
    standing = {key: {row["revision_id"] for row in rows} for key, rows in heads.items()}
    for revision in revisions:
        _refuse_long_numbers(revision)
        here = standing.setdefault(revision.record_id, set())
        follows = {revision.parent_id, *revision.also_follows} - {None}
        if (revision.parent_id is None and here) or not here.issuperset(follows):
            raise KitError(
                "store.conflict",
                N_(
                    "Somebody else has saved this in the meantime ({record}); open it again, look "
                    "at what they wrote, then save yours. Nothing was overwritten"
                ),
                record=record_type(name).noun.title,
                record_id=str(revision.record_id),
            )
        here -= follows
        here.add(revision.revision_id)


def _refuse_long_numbers(revision: Revision) -> None:
    name = too_long(revision.record) if revision.record is not None else None
    if revision.record is not None and name is not None:
        raise KitError("store.number-too-long", TOO_LONG, label=revision.record.field(name).label)


TOO_LONG = N_("“{label}” has more digits than the store can keep; check the figure")


def _write_batch(
    connection: Connection,
    batch: ImportBatch,
    refused: Sequence[RefusedRow],
    findings: Sequence[KeptFinding],
) -> None:
    about = {
        "import_id": batch.import_id,
        "file_name": batch.file_name,
        "fingerprint": batch.fingerprint,
        "mapping": batch.mapping,
        "saved_by": batch.who,
        "saved_at": batch.when,
        "counts": batch.counts,
    }
    _insert(connection, IMPORT_BATCH, [about])
    parts = (
        {"import_id": batch.import_id, "area_id": part.plan_area_id, "counts": part.counts}
        for part in batch.plan_areas
    )
    _insert(connection, IMPORT_AREA, parts)
    _insert(connection, REFUSED_ROW, (_refused(batch.import_id, row) for row in refused))
    _insert(connection, FINDING, (_finding(batch.import_id, found) for found in findings))


def _refused(import_id: UUID, row: RefusedRow) -> dict[str, Any]:
    return {
        "import_id": import_id,
        "area_id": row.plan_area_id,
        "record_type": row.record_type,
        "from_sheet": row.sheet,
        "from_row": row.row,
        "values": to_json(row.values),
        "part": row.part,
        "origin": dict(row.origin),
    }


def _correction(import_id: UUID, one: Correction) -> dict[str, Any]:
    return {
        "import_id": import_id,
        "area_id": one.plan_area_id,
        "record_type": one.record_type,
        "record_id": one.record_id,
        "of_fingerprint": one.fingerprint,
        "of_file": one.file_name,
        "of_sheet": one.sheet,
        "of_row": one.row,
        "of_part": one.part,
        "of_own_id": one.own_id,
    }


def _finding(import_id: UUID, found: KeptFinding) -> dict[str, Any]:
    return {
        "import_id": import_id,
        "area_id": found.plan_area_id,
        "level": found.level,
        "code": found.code,
        "message_id": found.message_id,
        "values": to_json(found.values),
        "from_sheet": found.sheet,
        "from_row": found.row,
        "column_heading": found.column,
        "field": found.field,
        "value": found.value,
        "record_type": found.record_type,
        "part": found.part,
    }


def _insert(connection: Connection, table: Any, rows: Iterable[dict[str, Any]]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(table.insert(), listed)


def _chunks(ids: list[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]
