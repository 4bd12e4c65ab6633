"""What is still possible today, by which route, and by when: from a calendar that is data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.plan.budget import plan_years
from planning_kit.records.declared_keys import entries_of, refuse_strange_keys
from planning_kit.records.plain_rows import Row, framed
from planning_kit.thai import fiscal_year_be
from planning_kit.thai.years import BE_OFFSET

SERVES = ("plan", "fiscal_year", "any_time", "ask")
SOON_DAYS = 60
_KEYS = frozenset(
    {"code", "channel", "route", "serves", "th", "en", "month", "day", "years_before", "basis_th",
     "basis_en"}
)  # fmt: skip


@dataclass(frozen=True)
class Deadline:
    """One closing rule.

    ``serves`` "plan" (once, for the whole plan), "fiscal_year" (each year), "any_time", or
    "ask" (the office announces its own day). Due on ``day``.``month`` of the Buddhist
    calendar year ``years_before`` before the first (or the) fiscal year's number.
    ``route`` plan, addition, change, correction, round.
    """

    code: str
    channel: str
    route: str
    serves: str
    words: Words
    month: int | None
    day: int | None
    years_before: int
    basis: Words


def deadlines_from(data: Mapping[str, Any]) -> tuple[Deadline, ...]:
    """Read the closing rules from the dict of ``calendar.toml``.

    Raises ``KitError`` ``plan.deadline-incomplete`` naming the rule and what it lacks.
    """
    found = []
    for entry in entries_of(data, "deadline"):
        refuse_strange_keys(entry, _KEYS, entry.get("code"), "calendar.toml")
        try:
            deadline = Deadline(
                code=entry["code"],
                channel=entry["channel"],
                route=entry["route"],
                serves=entry["serves"],
                words=Words(entry["th"], entry["en"]),
                month=entry.get("month"),
                day=entry.get("day"),
                years_before=int(entry.get("years_before", 0)),
                basis=Words(entry["basis_th"], entry["basis_en"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise _incomplete(str(entry.get("code", "?")), str(error).strip("'")) from error
        if deadline.serves not in SERVES:
            raise _incomplete(deadline.code, "serves")
        if deadline.serves in ("plan", "fiscal_year"):
            _due(deadline, 2571)
        found.append(deadline)
    return tuple(found)


DEADLINES = {
    "channel": "text",
    "route": "text",
    "code": "text",
    "fiscal_year_be": "number",
    "due": "date",
    "days_left": "number",
    "state": "text",
}
"""One row per closing rule and fiscal year it serves (NaN = the whole plan, or any). ``state``
open, soon (60 days or fewer), passed, any_time, ask · ``days_left`` negative when passed."""


def possible_today(
    calendar: Iterable[Deadline],
    today: date,
    plan_start: int,
    *,
    years: int = 5,
    soon: int = SOON_DAYS,
) -> pd.DataFrame:
    """Return ``DEADLINES`` in the order of the calendar, each year of the plan that is to come.

    A fiscal year that is over is left out, even if its closing day never was.
    """
    rows: list[Row] = []
    now = fiscal_year_be(today)
    for deadline in calendar:
        at = {"channel": deadline.channel, "route": deadline.route, "code": deadline.code}
        if deadline.serves in ("any_time", "ask"):
            rows.append(at | {"state": deadline.serves})
        elif deadline.serves == "plan":
            rows.append(at | _left(_due(deadline, plan_start), today, soon))
        else:
            for year in (y for y in plan_years(plan_start, years) if y >= now):
                left = _left(_due(deadline, year), today, soon)
                rows.append(at | {"fiscal_year_be": year} | left)
    return framed(rows, DEADLINES)


NEXT = {
    "channel": "text",
    "route": "text",
    "code": "text",
    "fiscal_year_be": "number",
    "due": "date",
    "days_left": "number",
    "state": "text",
    "missed": "codes",
}
"""One row per channel: the route still open to a NEW project that closes first, the plan's own
before later entry; change and correction are for projects in the plan. ``state`` closed where nothing is open; ``missed`` codes of the rules that have passed."""

IN_PLAN = ("change", "correction")
"""Routes open only to a project that is in the plan already."""
_ROUTES = ("plan", "round", "addition", "change", "correction")


def next_possible(deadlines: pd.DataFrame) -> pd.DataFrame:
    """Return ``NEXT`` from ``DEADLINES``: by which route, and by when, each channel is open."""
    rows: list[Row] = []
    for channel, part in deadlines.groupby("channel", sort=False):
        own = [{str(k): v for k, v in row.items()} for row in part.to_dict("records")]
        passed = [row for row in own if row["state"] == "passed"]
        left = [row for row in own if row["state"] != "passed" and row["route"] not in IN_PLAN]
        missed = tuple(dict.fromkeys(row["code"] for row in passed))
        if not left:
            rows.append({"channel": channel, "state": "closed", "missed": missed})
            continue
        best = min(left, key=_preference)
        rows.append({name: _plain(best.get(name)) for name in NEXT} | {"missed": missed})
    return framed(rows, NEXT)


def _preference(row: Row) -> tuple[int, int, float]:
    dated = row["state"] in ("open", "soon")
    route = _ROUTES.index(row["route"]) if row["route"] in _ROUTES else len(_ROUTES)
    is_plan = row["route"] == "plan"
    return (0 if is_plan else 1, 0 if dated else 1, row["days_left"] if dated else route)


def _plain(value: Any) -> Any:
    return None if value is pd.NaT or value != value else value


def _left(due: date, today: date, soon: int) -> Row:
    days = (due - today).days
    state = "passed" if days < 0 else "soon" if days <= soon else "open"
    return {"due": due, "days_left": days, "state": state}


def _due(deadline: Deadline, year_be: int) -> date:
    if deadline.month is None or deadline.day is None:
        raise _incomplete(deadline.code, "month, day")
    try:
        return date(
            year_be - deadline.years_before - BE_OFFSET, int(deadline.month), int(deadline.day)
        )
    except ValueError as error:
        raise _incomplete(deadline.code, str(error)) from error


def _incomplete(code: str, what: str) -> KitError:
    return KitError(
        "plan.deadline-incomplete",
        N_("The closing rule {rule} in the calendar file is not complete: {what}. Mend it there."),
        rule=code,
        what=what,
    )
