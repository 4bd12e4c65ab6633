"""Every workbook of a store, for what looks across tambons."""

from __future__ import annotations

from planning_kit.store import Store
from planning_kit.workbook.plan_areas import find_plan_area, id_of, plan_areas
from planning_kit.workbook.workbook import Workbook


def latest_workbooks(store: Store, area: str | None = None) -> list[Workbook]:
    """Return the workbook of the latest period of each plan area, by id; of ``area`` alone if said.

    A plan area without a period is left out. Raises ``KitError`` as ``find_plan_area`` does.
    """
    listed = plan_areas(store) if area is None else [find_plan_area(store, area)]
    found = []
    for own_id in map(id_of, listed):
        starts = [
            int(getattr(one.record, "plan_start_be", 0) or 0)
            for one in store.latest("plan_period", own_id)
        ]
        if starts:
            found.append(Workbook.at(store, own_id, max(starts)))
    return found
