"""Activities that fall when nobody has time: harvest, and the months of most labour."""

from __future__ import annotations

import pandas as pd

from planning_kit.language import N_
from planning_kit.plan.finding import Level, PlanFinding
from planning_kit.records.plain_rows import codes, framed, plain_rows, stated

BUSY = {"month": "number", "kind": "text", "name": "text"}
"""``month`` 1–12 · ``kind`` harvest or labour · ``name`` of the crop or the work."""

SEASON = {
    "project_code": "text",
    "activity_no": "number",
    "name": "text",
    "months": "codes",
    "busy_with": "codes",
    "is_warning": "yes_no",
}
"""Activities with a busy month: ``months`` those months (numbers as text, in fiscal order) ·
``busy_with`` names · ``is_warning`` False where the work itself belongs in that season."""

FISCAL_MONTHS = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)


def busy_months(
    entries: pd.DataFrame,
    harvest: pd.DataFrame | None = None,
    *,
    min_share: float = 0.25,
) -> pd.DataFrame:
    """Return ``BUSY`` from the meeting's calendar and, if given, what households stated.

    Of calendar entries: the peak months of a crop (its harvest, as people mark it), and the
    peak months of labour, or all its months where no peak is marked. ``harvest``: the frame
    of ``profile.calendar`` (product, task, month, share); a harvest month counts where at
    least ``min_share`` of the growers harvest in it. Hidden shares do not count.
    """
    found: dict[tuple[int, str, str], None] = {}
    for row in plain_rows(entries, ("kind", "name", "months", "peak_months")):
        peak, every = _months(row["peak_months"]), _months(row["months"])
        if row["kind"] == "crop":
            found |= {(month, "harvest", row["name"] or ""): None for month in peak}
        elif row["kind"] == "labour":
            found |= {(month, "labour", row["name"] or ""): None for month in peak or every}
    names = ("product", "task", "month", "share")
    for row in plain_rows(harvest, names) if harvest is not None else []:
        if row["task"] == "harvest" and row["share"] is not None and row["share"] >= min_share:
            found[int(row["month"]), "harvest", row["product"] or ""] = None
    rows = [dict(zip(BUSY, key, strict=True)) for key in found]
    return framed(sorted(rows, key=lambda row: FISCAL_MONTHS.index(row["month"])), BUSY)


def season_clashes(activities: pd.DataFrame, busy: pd.DataFrame) -> pd.DataFrame:
    """Return ``SEASON``: the activities planned in a busy month, in the order given."""
    told: dict[int, list[str]] = {}
    for row in plain_rows(busy, BUSY):
        told.setdefault(int(row["month"]), []).append(row["name"])
    rows = []
    names = ("project_code", "activity_no", "name", "months", "works_in_season")
    for row in plain_rows(activities, names):
        months = sorted(set(_months(row["months"])) & told.keys(), key=FISCAL_MONTHS.index)
        if months:
            with_ = dict.fromkeys(name for month in months for name in told[month])
            rows.append(
                row
                | {
                    "months": tuple(str(month) for month in months),
                    "busy_with": tuple(with_),
                    "is_warning": row["works_in_season"] is not True,
                }
            )
    return framed(rows, SEASON)


def season_findings(clashes: pd.DataFrame) -> list[PlanFinding]:
    """Return one notice for each activity of ``SEASON`` that is a warning."""
    return [
        PlanFinding(
            Level.NOTICE,
            "plan.activity-in-season",
            "activity",
            f"{row['project_code']}/{row['activity_no'] or 0:g}",
            N_("Activity {activity} of {project} falls in busy months ({months}): {busy_with}."),
            N_("Move it to a quieter month, or mark that it belongs in the season."),
            {
                "activity": row["name"],
                "project": row["project_code"],
                "months": tuple(int(month) for month in codes(row["months"])),
                "busy_with": codes(row["busy_with"]),
            },
        )
        for row in plain_rows(clashes, SEASON)
        if row["is_warning"]
    ]


def _months(value: object) -> tuple[int, ...]:
    found = stated(value)
    if found is None:
        return ()
    parts = found if isinstance(found, tuple) else (found,)
    return tuple(int(month) for month in parts if 1 <= int(month) <= 12)
