"""Everything the store holds of some plan areas, as a full bundle takes it along."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, select

from planning_kit.records import Attachment, LocalQuestion, record_types
from planning_kit.store.handover_tables import HANDOVER_MARK
from planning_kit.store.lasting import KeptFile, kept_file
from planning_kit.store.revision_lines import Row
from planning_kit.store.tables import (
    CORRECTION,
    FINDING,
    FROZEN_PLAN,
    FROZEN_RIVAL,
    IMPORT_AREA,
    IMPORT_BATCH,
    REFUSED_ROW,
    table_of,
)

PAPERS: dict[str, Table] = {
    table.name: table
    for table in (
        IMPORT_BATCH,
        IMPORT_AREA,
        REFUSED_ROW,
        FINDING,
        CORRECTION,
        FROZEN_PLAN,
        FROZEN_RIVAL,
        HANDOVER_MARK,
    )
}
"""What is kept beside the records, in the order in which it can be written."""
OF_AN_IMPORT = (REFUSED_ROW, FINDING, CORRECTION)
_NO_ONE_AREA = ""


@dataclass(frozen=True)
class Whole:
    """Rows by record type, rows by table of papers, and files. Nothing is left out of these."""

    revisions: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    papers: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    files: Sequence[KeptFile] = ()


def whole_of(connection: Connection, areas: Sequence[str], wider: Sequence[str] = ()) -> Whole:
    """Return all that is kept of ``areas``; ``wider`` are places that ask questions of them too."""
    revisions = {}
    for kind in record_types():
        name = kind.noun.name
        own = [*areas, *wider] if name == LocalQuestion.noun.name else list(areas)
        table = table_of(name)
        query = select(table).where(table.c.area_id.in_(own))
        rows = _rows(connection, query.order_by(table.c.saved_at, table.c.revision_id))
        if rows:
            revisions[name] = rows
    papers = {name: _papers(connection, table, areas) for name, table in PAPERS.items()}
    papers |= _of_imports(connection, areas)
    named = {row["fingerprint"] for row in revisions.get(Attachment.noun.name, ())}
    files = (kept_file(connection, one) for one in sorted(named - {None}))
    kept = [file for file in files if file is not None]
    return Whole(revisions, {name: rows for name, rows in papers.items() if rows}, kept)


def erased_of(connection: Connection) -> Whole:
    """Return the revisions of all erased records; which import brought them is left out."""
    revisions = {}
    for kind in record_types():
        table = table_of(kind.noun.name)
        gone = select(table.c.record_id).where(table.c.is_deleted.is_(True))
        rows = _rows(connection, select(table).where(table.c.record_id.in_(gone)))
        if rows:
            revisions[kind.noun.name] = [{**row, "import_id": None} for row in rows]
    return Whole(revisions)


def _papers(connection: Connection, table: Table, areas: Sequence[str]) -> list[Row]:
    if "area_id" not in table.c or table in OF_AN_IMPORT:
        return []
    query = select(table).where(table.c.area_id.in_(list(areas)))
    return _rows(connection, query.order_by(*table.primary_key))


def _of_imports(connection: Connection, areas: Sequence[str]) -> dict[str, list[Row]]:
    """Return the papers of every import that touched the areas.

    What an import could not tell apart by area goes along only where it touched no other area:
    the rows of a neighbour are not ours to pass on.
    """
    touched: dict[Any, set[str]] = {}
    for row in _rows(connection, select(IMPORT_AREA)):
        touched.setdefault(row["import_id"], set()).add(row["area_id"])
    ours = {key: found <= set(areas) for key, found in touched.items() if found & set(areas)}

    def passed_on(row: Row) -> bool:
        is_all_ours = ours.get(row["import_id"])
        if is_all_ours is None:
            return False
        return row["area_id"] in areas or (row["area_id"] == _NO_ONE_AREA and is_all_ours)

    batches = _rows(connection, select(IMPORT_BATCH).order_by(IMPORT_BATCH.c.saved_at))
    found = {IMPORT_BATCH.name: [row for row in batches if row["import_id"] in ours]}
    for table in OF_AN_IMPORT:
        rows = _each(connection, select(table).order_by(table.c.id), passed_on)
        found[table.name] = list(rows)
    return found


def _each(
    connection: Connection, query: Any, is_wanted: Callable[[Row], bool]
) -> Iterator[Row]:  # fmt: skip
    for row in connection.execute(query).mappings():
        if is_wanted(found := dict(row)):
            yield found


def _rows(connection: Connection, query: Any) -> list[Row]:
    return [dict(row) for row in connection.execute(query).mappings()]
