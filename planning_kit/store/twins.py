"""Revisions of two laptops that say the very same: of one file imported on both, for one.

Two revisions are twins where they say the same and follow nothing, or follow twins. The facts
were then never apart, so one head is enough: none where a twin was followed, else the last.
Everything here is worked out from the revisions alone, so that the order of merging is no matter.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, func, select

from planning_kit.store.revision import WITHDRAWN
from planning_kit.store.revision_lines import Row, line_of
from planning_kit.store.tables import LOCAL_ANSWERS, SETTLED, childless, table_of
from planning_kit.store.writing import AT_ONCE

_SAID = ("values", LOCAL_ANSWERS)


def settle_twins(connection: Connection, name: str, record_ids: Iterable[UUID]) -> None:
    """Note which heads of some records need no answer; through a connection that may write."""
    table = table_of(name)
    wanted = list(record_ids)
    for start in range(0, len(wanted), AT_ONCE):
        several = _with_several_ends(connection, table, wanted[start : start + AT_ONCE])
        query = select(table).where(table.c.record_id.in_(several))
        by_record: dict[UUID, list[Row]] = {}
        for row in connection.execute(query).mappings():
            by_record.setdefault(row["record_id"], []).append(dict(row))
        for rows in by_record.values():
            ids = [row["revision_id"] for row in rows]
            for at in range(0, len(ids), AT_ONCE):
                some = ids[at : at + AT_ONCE]
                connection.execute(delete(SETTLED).where(SETTLED.c.revision_id.in_(some)))
            if found := _settled(name, rows):
                connection.execute(SETTLED.insert(), [{"revision_id": one} for one in found])


def _with_several_ends(connection: Connection, table: Table, ids: Sequence[UUID]) -> list[UUID]:
    query = (
        childless(table)
        .with_only_columns(table.c.record_id)
        .where(table.c.record_id.in_(ids))
        .group_by(table.c.record_id)
        .having(func.count() > 1)
    )
    return list(connection.execute(query).scalars())


def _settled(name: str, rows: Sequence[Row]) -> list[UUID]:
    followed = {row["parent_id"] for row in rows}
    families: dict[str, list[Row]] = {}
    for row, family in zip(rows, _families(name, rows), strict=True):
        families.setdefault(family, []).append(row)
    found: list[UUID] = []
    for twins in families.values():
        ends = [row for row in twins if row["revision_id"] not in followed]
        if len(ends) == len(twins):
            ends.sort(key=lambda row: (row["saved_at"], row["revision_id"]))
            ends.pop()
        found += [row["revision_id"] for row in ends]
    return found


def _families(name: str, rows: Sequence[Row]) -> list[str]:
    """Return for each row a text that only its twins share."""
    by_id = {row["revision_id"]: row for row in rows}
    known: dict[Any, str] = {None: ""}
    for row in rows:
        line: list[Row] = []
        at: Row | None = row
        while at is not None and at["revision_id"] not in known:
            line.append(at)
            at = by_id.get(at["parent_id"])
        for one in reversed(line):
            before = known.get(one["parent_id"], str(one["parent_id"]))
            known[one["revision_id"]] = _said(name, one, before)
    return [known[row["revision_id"]] for row in rows]


def _said(name: str, row: Row, before: str) -> str:
    line = line_of(name, row)
    is_gone = [row["is_deleted"], row["row_state"] == WITHDRAWN]
    said = json.dumps([before, is_gone, [line.get(part) for part in _SAID]], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()
