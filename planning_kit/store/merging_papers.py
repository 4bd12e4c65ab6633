"""Merging the papers: imports with their refused rows and findings, endorsed plans, marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, select

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.store.lasting import fingerprint_of
from planning_kit.store.revision_lines import Row
from planning_kit.store.tables import FROZEN_PLAN, FROZEN_RIVAL, IMPORT_BATCH
from planning_kit.store.whole import OF_AN_IMPORT, PAPERS

PAPER_CHANGED = N_(
    "The bundle holds a paper ({title}) that this computer knows with other content; somebody "
    "changed it on the way. Ask for a new bundle. Nothing was changed"
)
_PLAN_KEY = ("area_id", "plan_start_be", "version")


def merge_papers(
    connection: Connection, papers: Mapping[str, Sequence[Row]], new: Counter[str]
) -> None:
    """Add the papers that are not here yet, and count them by table.

    Raises ``KitError`` ``bundle.changed`` for one that is known with other content.
    """
    for name, table in PAPERS.items():
        rows = papers.get(name, ())
        if not rows or table in (FROZEN_PLAN, FROZEN_RIVAL):
            continue
        if table in OF_AN_IMPORT:
            added = _whole_groups(connection, table, rows)
        else:
            added = _by_key(connection, table, rows)
        if added:
            connection.execute(table.insert(), added)
            new[name] += len(added)
    plans = [*papers.get(FROZEN_PLAN.name, ()), *papers.get(FROZEN_RIVAL.name, ())]
    if plans and (brought := _merge_plans(connection, plans)):
        new[FROZEN_PLAN.name] += brought


def _by_key(connection: Connection, table: Table, rows: Sequence[Row]) -> list[Row]:
    found: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        key = tuple(row[column.name] for column in table.primary_key)
        if found.setdefault(key, row) != row:
            raise _changed(table)
    for key, row in list(found.items()):
        own = and_(*(column == value for column, value in zip(table.primary_key, key, strict=True)))
        known = connection.execute(select(table).where(own)).mappings().first()
        if known is not None:
            if dict(known) != row:
                raise _changed(table)
            del found[key]
    return list(found.values())


def _whole_groups(connection: Connection, table: Table, rows: Sequence[Row]) -> list[Row]:
    """Return the rows of those imports and areas of which nothing is here yet.

    An import writes them all at once, so what is here of one is all of it.
    """
    groups: dict[tuple[Any, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["import_id"], row["area_id"]), []).append(row)
    imports = {key for key, _area in groups}
    there = select(table.c.import_id, table.c.area_id).distinct()
    known = {(key, area) for key, area in connection.execute(there) if key in imports}
    batches = set(connection.execute(select(IMPORT_BATCH.c.import_id)).scalars())
    if imports - batches:
        raise _changed(table)
    return [row for group, found in groups.items() if group not in known for row in found]


def _merge_plans(connection: Connection, rows: Sequence[Row]) -> int:
    """Add endorsed plans; of two under one number the later stands, and the other stays beside."""
    brought = 0
    for row in rows:
        if fingerprint_of(row["content"].encode("utf-8")) != row["fingerprint"]:
            raise _changed(FROZEN_PLAN)
        here = {one["fingerprint"]: one for one in _plans_under(connection, row)}
        same = here.get(row["fingerprint"])
        brought += same is None
        if same is not None and same["frozen_at"] <= row["frozen_at"]:
            continue
        here[row["fingerprint"]] = row
        *rivals, standing = sorted(
            here.values(), key=lambda one: (one["frozen_at"], one["fingerprint"])
        )
        for table, kept in ((FROZEN_PLAN, [standing]), (FROZEN_RIVAL, rivals)):
            connection.execute(delete(table).where(_under(table, row)))
            if kept:
                connection.execute(table.insert(), kept)
    return brought


def _plans_under(connection: Connection, row: Row) -> list[Row]:
    return [
        dict(one)
        for table in (FROZEN_PLAN, FROZEN_RIVAL)
        for one in connection.execute(select(table).where(_under(table, row))).mappings()
    ]


def _under(table: Table, row: Row) -> Any:
    return and_(*(table.c[name] == row[name] for name in _PLAN_KEY))


def _changed(table: Table) -> KitError:
    return KitError("bundle.changed", PAPER_CHANGED, title=table.name)
