"""All that one agency is asked for, in the order in which its budget closes.

Works over one workbook, or over the frames of many tambons put under one another: there the
column ``plan_area`` says whose a row is, and codes are told apart by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from planning_kit.plan.convergence import CONVERGENCE, convergence
from planning_kit.plan.deadlines import IN_PLAN, Deadline, possible_today
from planning_kit.records.plain_rows import Row, framed, plain_rows

REQUESTS = {
    "plan_area": "text",
    "record_id": "text",
    "project_code": "text",
    "project": "text",
    **{name: kind for name, kind in CONVERGENCE.items() if name != "project_code"},
    "channel": "text",
    "start_be": "number",
    "end_be": "number",
    "fiscal_year_be": "number",
    "closes": "date",
    "days_left": "number",
    "closing": "text",
}
"""One row per request to the agency. ``channel`` whose closing days count: the agency's own, else
the project's · ``fiscal_year_be`` the first year of the project that can still be caught ·
``closes`` that year's closing day, NaT where none is known · ``closing`` open, soon, passed,
any_time, ask (the office announces its day), unknown · the rest as in ``CONVERGENCE``."""


def requests_to(
    agency: str,
    pledges: pd.DataFrame,
    projects: pd.DataFrame,
    calendar: Iterable[Deadline],
    today: date,
    channels: Mapping[str, str | None] | None = None,
) -> pd.DataFrame:
    """Return ``REQUESTS`` to ``agency``: soonest closing first, then by tambon and project.

    ``channels`` gives agency -> the channel of its budget, as the registry of agencies has it.
    What the agency was not asked for yet comes too: ``standing`` tells.
    """
    own = pledges[pledges["agency"] == agency] if "agency" in pledges else pledges.iloc[:0]
    names = ("plan_area", "record_id")
    heads = plain_rows(own, names)
    told = plain_rows(convergence(own, today), CONVERGENCE)
    known = {
        (row["plan_area"], row["project_code"]): row
        for row in plain_rows(
            projects, ("plan_area", "project_code", "name", "channel", "start_be", "end_be")
        )
    }
    rules = list(calendar)
    rows = []
    for head, row in zip(heads, told, strict=True):
        project = known.get((head["plan_area"], row["project_code"]), {})
        channel = (channels or {}).get(agency) or project.get("channel")
        years = {"start_be": project.get("start_be"), "end_be": project.get("end_be")}
        closing = closing_day(rules, channel, years, today)
        named = {"project": project.get("name"), "channel": channel}
        told_of = {"record_id": str(head["record_id"]) if head["record_id"] else None}
        rows.append(row | head | told_of | named | years | closing)
    rows.sort(key=_order)
    return framed(rows, REQUESTS)


def _order(row: Row) -> tuple[bool, date, str, str]:
    passed = row.get("closing") == "passed"
    day = row.get("closes") or date.max
    return passed, day, str(row["plan_area"] or ""), str(row["project_code"])


def closing_day(calendar: Iterable[Deadline], channel: str | None, years: Row, today: date) -> Row:
    """Return when a new request through ``channel`` closes for the years of a project.

    The first year whose closing day is still to come, else the last that has passed. Changes
    and corrections of what stands in a plan already are left out.
    """
    rules = [one for one in calendar if one.channel == channel and one.route not in IN_PLAN]
    start = years.get("start_be")
    dated = [one for one in rules if one.serves == "fiscal_year"]
    if start is None or not dated:
        asked = any(one.serves == "ask" for one in rules)
        any_time = any(one.serves == "any_time" for one in rules)
        return {"closing": "ask" if asked else "any_time" if any_time else "unknown"}
    span = int((years.get("end_be") or start) - start) + 1
    table = possible_today(dated, today, int(start), years=max(span, 1))
    days = plain_rows(table, ("fiscal_year_be", "due", "days_left", "state"))
    if not days:
        return {"closing": "passed"}
    ahead = [row for row in days if row["state"] != "passed"]
    first = min(ahead, key=_due) if ahead else max(days, key=_due)
    return {
        "fiscal_year_be": first["fiscal_year_be"],
        "closes": first["due"],
        "days_left": first["days_left"],
        "closing": first["state"],
    }


def _due(row: Row) -> date:
    due: date = row["due"]
    return due
