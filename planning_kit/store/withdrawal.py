"""Records that were taken out but not erased, and records of which several sources told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection, Table, func, select

from planning_kit.store.revision import WITHDRAWN, Revision
from planning_kit.store.rows import last_saved, to_revision
from planning_kit.store.tables import heads, table_of
from planning_kit.store.writing import AT_ONCE, current_heads

if TYPE_CHECKING:
    from planning_kit.store.store import Store


def withdrawn(store: Store, name: str, plan_area_id: str) -> list[Revision]:
    """Return the withdrawal of every record of a type that is taken out, last one first.

    Each holds the values that the record had, who withdrew it, when and why. A record with
    a later head of another laptop stands and is not among them.
    """
    table = table_of(name)
    query = (
        heads(table)
        .with_only_columns(table.c.record_id)
        .where(table.c.area_id == plan_area_id, table.c.row_state == WITHDRAWN)
    )
    with store._reading() as connection:
        found = current_heads(connection, name, connection.execute(query).scalars())
    last = [row for rows in found.values() for row, _ in last_saved(rows)]
    taken_out = [to_revision(name, row) for row in last if row["row_state"] == WITHDRAWN]
    return sorted(taken_out, key=lambda one: (one.when, str(one.record_id)), reverse=True)


def told_by_several(store: Store, name: str, plan_area_id: str) -> list[Revision]:
    """Return every revision of those standing records whose revisions name several sources.

    Oldest first. Raises ``KeyError`` for a type whose records name no source.
    """
    table = table_of(name)
    source = table.c["source_code"]
    several = (
        select(table.c.record_id)
        .where(table.c.area_id == plan_area_id)
        .group_by(table.c.record_id)
        .having(func.count(source.distinct()) > 1)
    )
    with store._reading() as connection:
        ids = list(connection.execute(several).scalars())
        now = current_heads(connection, name, ids)
        stand = [
            key
            for key, rows in now.items()
            if any(row["row_state"] != WITHDRAWN for row, _ in last_saved(rows))
        ]
        return sorted(_all_of(connection, table, stand), key=lambda one: one.when)


def _all_of(connection: Connection, table: Table, ids: list[UUID]) -> Iterable[Revision]:
    for start in range(0, len(ids), AT_ONCE):
        query = select(table).where(table.c.record_id.in_(ids[start : start + AT_ONCE]))
        for row in connection.execute(query).mappings():
            yield to_revision(table.name, row)
