"""What stands now, and how it came to be."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, Table, select

from planning_kit.records import Record, to_frame
from planning_kit.store.revision import Revision, Stored
from planning_kit.store.rows import standing, to_revision, to_stored
from planning_kit.store.tables import LOCAL_ANSWERS, heads, table_of

if TYPE_CHECKING:
    import pandas as pd


def latest(connection: Connection, name: str, plan_area_id: str | None) -> list[Stored]:
    """Return the standing records of a type."""
    return to_stored(name, _head_rows(connection, table_of(name), plan_area_id))


def frame(connection: Connection, kind: type[Record], plan_area_id: str | None) -> pd.DataFrame:
    """Return the standing records of a type as a frame, without making record objects."""
    table = table_of(kind.noun.name)
    fields = [spec.name for spec in kind.fields() if spec.name in table.c]
    heads_found = standing(_head_rows(connection, table, plan_area_id))
    answers = [row.get(LOCAL_ANSWERS) or {} for row, _ in heads_found]
    codes = sorted({code for found in answers for code in found})
    rows = [
        {
            **{field: row[field] for field in fields},
            **{code: _answer(found.get(code)) for code in codes},
            "plan_area": row["area_id"],
            "row_state": row["row_state"],
            "record_id": str(row["record_id"]),
            "import_id": None if row["import_id"] is None else str(row["import_id"]),
        }
        for (row, _), found in zip(heads_found, answers, strict=True)
    ]
    data = to_frame(kind, rows)
    for column in ("plan_area", "row_state", "record_id", "import_id"):
        if column not in data:
            data[column] = data.get(column, default=None)
            data[column] = data[column].astype("object")
    return data


def _answer(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def erased(connection: Connection, name: str, plan_area_id: str) -> set[UUID]:
    """Return the ids of records with a tombstone among their heads."""
    table = table_of(name)
    query = heads(table).where(table.c.area_id == plan_area_id, table.c.is_deleted.is_(True))
    return {row["record_id"] for row in connection.execute(query).mappings()}


def history(connection: Connection, name: str, record_id: UUID) -> list[Revision]:
    """Return all revisions of a record, oldest first."""
    table = table_of(name)
    query = select(table).where(table.c.record_id == record_id).order_by(table.c.saved_at)
    return [to_revision(name, row) for row in connection.execute(query).mappings()]


def imported_by(
    connection: Connection, name: str, import_ids: Sequence[UUID], plan_area_id: str
) -> list[Revision]:
    """Return all revisions saved by some imports in a plan area, oldest first."""
    if not import_ids:
        return []
    table = table_of(name)
    query = (
        select(table)
        .where(table.c.area_id == plan_area_id, table.c.import_id.in_(import_ids))
        .order_by(table.c.saved_at)
    )
    return [to_revision(name, row) for row in connection.execute(query).mappings()]


def version_of(connection: Connection, names: Sequence[str], plan_area_id: str) -> str:
    """Return a digest of the ids of all heads of a plan area."""
    digest = hashlib.sha256()
    for name in names:
        table = table_of(name)
        query = heads(table).where(table.c.area_id == plan_area_id)
        found = connection.execute(query.with_only_columns(table.c.revision_id)).scalars()
        for text in sorted(str(revision_id) for revision_id in found):
            digest.update(text.encode())
    return digest.hexdigest()


def _head_rows(connection: Connection, table: Table, plan_area_id: str | None) -> list[Any]:
    query = heads(table)
    if plan_area_id is not None:
        query = query.where(table.c.area_id == plan_area_id)
    # The order people know from their file; what was typed by hand follows in its own order.
    query = query.order_by(
        table.c.from_sheet, table.c.from_row, table.c.saved_at, table.c.record_id
    )
    return list(connection.execute(query).mappings())
