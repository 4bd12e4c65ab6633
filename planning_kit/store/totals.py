"""Generic counts and sums by area or by answer; what they mean is said elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Table, func

from planning_kit.records import record_type
from planning_kit.store.revision import WITHDRAWN
from planning_kit.store.rows import standing
from planning_kit.store.tables import heads, table_of

if TYPE_CHECKING:
    import pandas as pd

    from planning_kit.store.store import Store

# How many digits of a village code name each wider area.
_AREAS = {"province_code": 2, "amphoe_code": 4, "tambon_code": 6}
_PLAN_AREA = "plan_area"


def totals(
    store: Store,
    name: str,
    measures: Sequence[str] = (),
    by: Sequence[str] = (_PLAN_AREA,),
    plan_area_id: str | None = None,
) -> pd.DataFrame:
    """Return counts and sums over the latest records of a type, one row per group.

    Parameters
    ----------
    measures:
        Number fields to sum: each gives ``<field>_sum`` (unit of the field; land in square
        wah) and ``<field>_n``, the number of records that state it.
    by:
        Fields of the record, ``plan_area``, or, where it has a village or area code,
        ``province_code``, ``amphoe_code`` or ``tambon_code``.

    Columns: ``by``, ``rows``, then two per measure. A sum of nothing stated is NaN, not 0.
    Erased and withdrawn records count nowhere; a record with rival heads counts once.
    """
    import pandas as pd

    table = table_of(name)
    groups = [_group(table, key).label(key) for key in by]
    sums: list[Any] = []
    for measure in measures:
        record_type(name).field(measure)
        column = table.c[measure]
        sums += [func.sum(column).label(f"{measure}_sum"), func.count(column).label(f"{measure}_n")]
    with store._reading() as connection:
        query = (
            heads(table)
            .with_only_columns(*groups, func.count().label("rows"), *sums)
            .where(table.c.is_deleted.is_(False), table.c.row_state != WITHDRAWN)
            .where(table.c.revision_id.not_in(_beaten(connection, table)))
            .group_by(*groups)
            .order_by(*groups)
        )
        if plan_area_id is not None:
            query = query.where(table.c.area_id == plan_area_id)
        rows = [dict(row) for row in connection.execute(query).mappings()]
    columns = [*by, "rows", *(column.name for column in sums)]
    data = pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype="object") for name in columns}
    ).astype({"rows": "int64", **{f"{measure}_n": "int64" for measure in measures}})
    for measure in measures:
        data[f"{measure}_sum"] = data[f"{measure}_sum"].astype("float64")
    return data


def _group(table: Table, key: str) -> ColumnElement[Any]:
    if key == _PLAN_AREA:
        return table.c.area_id
    if key in _AREAS and key not in table.c:
        code = table.c["village_code" if "village_code" in table.c else "area_code"]
        return func.substr(code, 1, _AREAS[key])
    return table.c[key]


def _beaten(connection: Connection, table: Table) -> list[Any]:
    """Return the heads that do not count beside a rival or a tombstone of the same record."""
    several = (
        heads(table)
        .with_only_columns(table.c.record_id)
        .group_by(table.c.record_id)
        .having(func.count() > 1)
    )
    ids = list(connection.execute(several).scalars())
    if not ids:
        return []
    rows = list(connection.execute(heads(table).where(table.c.record_id.in_(ids))).mappings())
    kept = {row["revision_id"] for row, _ in standing(rows)}
    return [row["revision_id"] for row in rows if row["revision_id"] not in kept]
