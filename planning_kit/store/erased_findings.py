"""Findings beside the rows of an import, once the person they speak of is erased."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, and_, select, update

from planning_kit.store.revision import ERASED
from planning_kit.store.tables import FINDING
from planning_kit.store.writing import AT_ONCE

Place = tuple[UUID, str, int]
"""Import, sheet and row."""
_GONE = "–"


def places_of_erased(
    connection: Connection, table: Table, record_ids: Sequence[UUID]
) -> set[Place]:
    """Return the rows of files from which the erased versions of some records came."""
    found: set[Place] = set()
    for start in range(0, len(record_ids), AT_ONCE):
        query = select(table.c.import_id, table.c.from_sheet, table.c.from_row).where(
            table.c.record_id.in_(record_ids[start : start + AT_ONCE]),
            table.c.row_state == ERASED,
            table.c.import_id.is_not(None),
            table.c.from_row.is_not(None),
        )
        found |= {(row[0], row[1], row[2]) for row in connection.execute(query)}
    return found


def empty_findings(connection: Connection, places: Collection[Place]) -> None:
    """Take out what the findings about some rows say of them; which rule it was stays."""
    for row in _findings_at(connection, places):
        # Words in two languages are the kit's own: a label, a unit.
        said = {k: v if isinstance(v, dict) else _GONE for k, v in row["values"].items()}
        emptied = update(FINDING).where(FINDING.c.id == row["id"]).values(value="", values=said)
        connection.execute(emptied)


def _findings_at(connection: Connection, places: Collection[Place]) -> Iterable[Any]:
    for import_id in {place[0] for place in places}:
        own = and_(FINDING.c.import_id == import_id, FINDING.c.from_row.is_not(None))
        rows = connection.execute(select(FINDING).where(own)).mappings()
        yield from [r for r in rows if (import_id, r["from_sheet"], r["from_row"]) in places]
