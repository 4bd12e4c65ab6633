"""Records of which laptops that worked apart left versions that differ, for people to settle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, func

from planning_kit.store.revision import WITHDRAWN, Revision
from planning_kit.store.rows import last_saved, said_in, to_revision
from planning_kit.store.tables import heads, table_of
from planning_kit.store.writing import current_heads

if TYPE_CHECKING:
    from planning_kit.store.store import Store


def rivals(store: Store, name: str, plan_area_id: str) -> dict[UUID, list[Revision]]:
    """Return, by record, the heads of a type that differ, the last saved first.

    Heads that say the same are one of them. Erased records, and those withdrawn on all
    sides, are left out.
    """
    found: dict[UUID, list[Revision]] = store.remembered(
        ("rivals", name, plan_area_id), lambda at: _rivals(at, name, plan_area_id)
    )
    return dict(found)


def _rivals(connection: Connection, name: str, plan_area_id: str) -> dict[UUID, list[Revision]]:
    table = table_of(name)
    several = (
        heads(table)
        .with_only_columns(table.c.record_id)
        .where(table.c.area_id == plan_area_id)
        .group_by(table.c.record_id)
        .having(func.count() > 1)
    )
    found = current_heads(connection, name, connection.execute(several).scalars())
    return {
        key: [to_revision(name, row) for row in _different(rows)]
        for key, rows in sorted(found.items())
        if any(more for _row, more in last_saved(rows))
        and any(row["row_state"] != WITHDRAWN for row in rows)
    }


def _different(rows: list[Any]) -> list[Any]:
    said: list[dict[str, Any]] = []
    kept = []
    for row in rows:
        if (one := said_in(row)) not in said:
            said.append(one)
            kept.append(row)
    return kept
