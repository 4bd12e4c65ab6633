"""Heads that need no answer: settled by people, or twins of another laptop’s revision.

Who settles several heads makes one revision that follows them all. Twins say the very same, as
of one file imported on two laptops. Two revisions are twins where they say the same and follow nothing, or follow twins. The facts
were then never apart, so one head is enough: none where a twin was followed, else the last.
Everything here is worked out from the revisions alone, so that the order of merging is no matter.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection, Table, delete, func, select

from planning_kit.store.revision import WITHDRAWN
from planning_kit.store.revision_lines import Row, line_of, parents_of
from planning_kit.store.tables import LOCAL_ANSWERS, SETTLED, childless, table_of
from planning_kit.store.writing import AT_ONCE

_SAID = ("values", LOCAL_ANSWERS)


def settle_heads(connection: Connection, name: str, record_ids: Iterable[UUID]) -> None:
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
    followed = {parent for row in rows for parent in parents_of(row)}
    families: dict[str, list[Row]] = {}
    for row, family in zip(rows, _families(name, rows), strict=True):
        families.setdefault(family, []).append(row)
    found = {one for row in rows for one in row["also_follows"]}
    for twins in families.values():
        ends = [row for row in twins if row["revision_id"] not in followed]
        if len(ends) == len(twins):
            ends.sort(key=lambda row: (row["saved_at"], row["revision_id"]))
            ends.pop()
        found |= {row["revision_id"] for row in ends}
    return sorted(found)


def _families(name: str, rows: Sequence[Row]) -> list[str]:
    """Return for each row a text that only its twins share."""
    by_id = {row["revision_id"]: row for row in rows}
    known: dict[UUID, str] = {}
    for row in rows:
        waiting = [row]
        while waiting:
            at = waiting[-1]
            parents = parents_of(at)
            before = [by_id[one] for one in parents if one in by_id and one not in known]
            waiting += before
            if not before:
                waiting.pop()
                family = sorted(known.get(one, str(one)) for one in parents)
                known[at["revision_id"]] = _said(name, at, family)
    return [known[row["revision_id"]] for row in rows]


def _said(name: str, row: Row, before: Sequence[str]) -> str:
    line = line_of(name, row)
    is_gone = [row["is_deleted"], row["row_state"] == WITHDRAWN]
    said = json.dumps([*before, is_gone, [line.get(part) for part in _SAID]], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()
