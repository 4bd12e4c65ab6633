"""Records of which laptops that worked apart left versions that differ, for people to settle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, func

from planning_kit.store.revision import WITHDRAWN, Revision
from planning_kit.store.rows import last_saved, said_in, to_revision
from planning_kit.store.tables import heads, table_of
from planning_kit.store.writing import current_heads

if TYPE_CHECKING:
    from planning_kit.store.store import Store


Rivals = dict[str, dict[UUID, list[Revision]]]


def rivals(store: Store, names: Iterable[str], plan_area_id: str) -> Rivals:
    """Return, by type and record, the heads that differ, the last saved first.

    Heads that say the same are one of them. Erased records, and those withdrawn on all
    sides, are left out, as are types without any.
    """
    wanted = tuple(names)

    def read(connection: Connection) -> Rivals:
        found = {name: _rivals(connection, name, plan_area_id) for name in wanted}
        return {name: by_record for name, by_record in found.items() if by_record}

    return store.remembered(("rivals", wanted, plan_area_id), read)


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
