"""Opening a workbook that is there."""

from __future__ import annotations

from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.store import Store
from planning_kit.workbook.location import default_store_url
from planning_kit.workbook.plan_areas import find_plan_area, id_of, none_yet
from planning_kit.workbook.workbook import Workbook


def open_workbook(
    area: str, plan_start: int | None = None, *, store: Store | str | Path | None = None
) -> Workbook:
    """Open the workbook of a plan area for one plan period.

    Parameters
    ----------
    area:
        The id of a plan area, or the code of a tambon that lies in exactly one.
    plan_start:
        First year of the period (B.E.); may be left out where there is one period only.
    store:
        An open store, or the address of one; default: ``default_store_url()``.

    Raises ``KitError``: ``areas.unknown-code`` and its like, ``workbook.none-yet``,
    ``workbook.several-plan-areas``, ``workbook.several-periods``,
    ``workbook.no-such-period``, and what ``Store.open`` raises.
    """
    opened = store if isinstance(store, Store) else _open(area, plan_start, store)
    try:
        plan_area = find_plan_area(opened, area)
        start = _which_period(opened, id_of(plan_area), plan_start)
        return Workbook.at(opened, id_of(plan_area), start)
    except KitError:
        if opened is not store:
            opened.close()
        raise


def _open(area: str, plan_start: int | None, store: str | Path | None) -> Store:
    try:
        return Store.open(store or default_store_url(), create=False)
    except KitError as error:
        if error.code != "store.missing":
            raise
        # Opening must not leave an empty store behind; what is missing is the workbook.
        raise none_yet(area, *([plan_start] if plan_start else [])) from error


def _which_period(store: Store, plan_area_id: str, plan_start: int | None) -> int:
    found = store.latest("plan_period", plan_area_id)
    starts = sorted(int(getattr(stored.record, "plan_start_be", 0)) for stored in found)
    if plan_start in starts:
        return int(plan_start or 0)
    if plan_start is None and len(starts) == 1:
        return starts[0]
    listed = ", ".join(str(start) for start in starts)
    if plan_start is None:
        raise KitError(
            "workbook.several-periods",
            N_("Plan area {id} has several periods; say which first year you mean: {starts}"),
            id=plan_area_id,
            starts=listed,
        )
    raise KitError(
        "workbook.no-such-period",
        N_(
            "Plan area {id} has no period that starts in {start}, only: {starts}. Make it with: "
            "planning-kit new --area {id} --start {start}"
        ),
        id=plan_area_id,
        start=plan_start,
        starts=listed,
    )
