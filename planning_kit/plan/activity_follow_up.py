"""Activities followed up by who does them, where and in which month: due, told, or silent."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Iterable
from datetime import date

import pandas as pd

from planning_kit.plan.chosen import in_plan
from planning_kit.plan.quarters import quarter_of
from planning_kit.plan.reminders import report_due
from planning_kit.plan.reported_progress import quarter_told, reports_of
from planning_kit.records.plain_rows import Row, added, codes, framed, plain_rows
from planning_kit.records.signal_rules import SignalRules
from planning_kit.thai import fiscal_year_bounds
from planning_kit.thai.years import BE_OFFSET

STATES = ("done", "told", "project_told", "not_yet", "waiting", "late", "no_date")
"""``done`` all its work is reported · ``told`` it has a report of its own · ``project_told`` its
time is over and its project has reported as a whole since · ``not_yet`` its time is not over ·
``waiting`` over, and the report is not due yet · ``late`` over, and the report is overdue ·
``no_date`` neither month nor year is told, so nobody can say."""

FOLLOW_UP = {
    "project_code": "text",
    "activity_no": "number",
    "name": "text",
    "owner": "text",
    "area_code": "text",
    "months": "codes",
    "first": "text",
    "last": "text",
    "ends": "date",
    "due": "date",
    "amount": "number",
    "physical": "number",
    "spent": "number",
    "state": "text",
    "is_doubtful": "yes_no",
}
"""One row per activity of the projects in the plan. ``owner`` is who is responsible, else the
owner of its project · ``months`` "2569-05" … in order of time, ``first`` and ``last`` of them,
``None`` where no month is told · ``ends`` last day of its last month, or of its fiscal year ·
``due`` day by which the report of that quarter is due · ``amount`` baht planned, ``physical`` per
cent and ``spent`` baht as its own reports tell; NaN = not told, which is not zero ·
``is_doubtful`` its months were read with a doubt."""

GROUPS = {
    "key": "text",
    "activities": "number",
    "planned": "number",
    "no_amount": "number",
    **dict.fromkeys(STATES, "number"),
    "silent_baht": "number",
    "spent": "number",
    "spent_n": "number",
}
"""One row per group. ``planned`` baht of those that tell an amount (NaN where none does) ·
``no_amount`` how many tell none · one count per state · ``silent_baht`` planned baht of those
whose time is over and of which nothing is told · ``spent`` baht told by ``spent_n`` of them, NaN
where none told."""

SILENT = ("waiting", "late")
_ACTIVITY = (
    "project_code", "activity_no", "name", "fiscal_year_be", "area_code", "months", "amount",
    "responsible",
)  # fmt: skip


def follow_up(
    projects: pd.DataFrame,
    activities: pd.DataFrame,
    reports: pd.DataFrame,
    today: date,
    rules: SignalRules,
    doubtful: Collection[tuple[str, int]] = (),
) -> pd.DataFrame:
    """Return ``FOLLOW_UP`` on ``today``, in the order given.

    ``doubtful`` project code and number of the activities whose months people must look at.
    """
    owners = {row["project_code"]: row["owner"] for row in in_plan(projects)}
    told = reports_of(reports)
    return framed(
        [
            _row(row, owners[row["project_code"]], told.get(row["project_code"], []), today, rules)
            | {"is_doubtful": (row["project_code"], int(row["activity_no"])) in doubtful}
            for row in plain_rows(activities, _ACTIVITY)
            if row["project_code"] in owners
        ],
        FOLLOW_UP,
    )


def _row(work: Row, owner: str | None, reports: list[Row], today: date, rules: SignalRules) -> Row:
    months = months_in_order(work["months"], work["fiscal_year_be"])
    ends = _ends(months, work["fiscal_year_be"])
    due = None if ends is None else report_due(quarter_of(ends), rules)
    own = [one for one in reports if one["activity_no"] == work["activity_no"]]
    whole = [one for one in reports if one["activity_no"] is None]
    physical, spent = (_last(own, name) for name in ("physical", "spent"))
    since = ends is not None and any(quarter_told(one) >= quarter_of(ends) for one in whole)
    return work | {
        "owner": work["responsible"] or owner,
        "months": months,
        "first": months[0] if months else None,
        "last": months[-1] if months else None,
        "ends": ends,
        "due": due,
        "physical": physical,
        "spent": spent,
        "state": _state(physical, bool(own), since, ends, due, today),
    }


def months_in_order(months: object, fiscal_year_be: float | None) -> tuple[str, ...]:
    """Return "2568-10" … for months 1–12 of a fiscal year; none where it is not told."""
    if fiscal_year_be is None:
        return ()
    year = int(fiscal_year_be)
    listed = (int(one) for one in codes(months))
    return tuple(sorted(f"{year - (month >= 10)}-{month:02d}" for month in listed))


def _ends(months: tuple[str, ...], fiscal_year_be: float | None) -> date | None:
    if months:
        year, month = (int(part) for part in months[-1].split("-"))
        year -= BE_OFFSET
        return date(year, month, monthrange(year, month)[1])
    return None if fiscal_year_be is None else fiscal_year_bounds(int(fiscal_year_be))[1]


def _last(reports: list[Row], name: str) -> float | None:
    told = [row[name] for row in reports if row[name] is not None]
    return told[-1] if told else None


def _state(
    physical: float | None,
    is_told: bool,
    is_told_by_project: bool,
    ends: date | None,
    due: date | None,
    today: date,
) -> str:
    if is_told:
        return "done" if physical is not None and physical >= 100 else "told"
    if ends is None or due is None:
        return "no_date"
    if ends >= today:
        return "not_yet"
    if is_told_by_project:
        return "project_told"
    return "late" if due < today else "waiting"


def grouped(
    rows: Iterable[Row], key: Callable[[Row], str | None], order: Callable[[Row], object]
) -> pd.DataFrame:
    """Return ``GROUPS`` of rows of ``FOLLOW_UP`` by ``key``, sorted by ``order`` of a group."""
    parts: dict[str | None, list[Row]] = {}
    for row in rows:
        parts.setdefault(key(row), []).append(row)
    found = [_group(own, part) for own, part in parts.items()]
    return framed(sorted(found, key=order), GROUPS)  # type: ignore[arg-type]


def in_all(rows: Iterable[Row]) -> Row:
    """Return the one row of ``GROUPS`` of all ``rows`` together."""
    return _group(None, list(rows))


def _group(key: str | None, rows: list[Row]) -> Row:
    spent = [row["spent"] for row in rows if row["spent"] is not None]
    return {
        "key": key,
        "activities": len(rows),
        "planned": added(row["amount"] for row in rows),
        "no_amount": sum(row["amount"] is None for row in rows),
        **{state: sum(row["state"] == state for row in rows) for state in STATES},
        "silent_baht": added(row["amount"] for row in rows if row["state"] in SILENT),
        "spent": added(spent),
        "spent_n": len(spent),
    }
