"""What is due: closing days, silent partners, reports, values and tasks, in one list by day.

The list is worked out for a day that the caller says. Nothing is repeated that has been told:
a quarter with a report, a year with a value, a task that is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from planning_kit.plan.chosen import in_plan
from planning_kit.plan.convergence import convergence
from planning_kit.plan.quarters import Quarter, ends_on, finished_quarters
from planning_kit.plan.reported_progress import quarter_told, reports_of
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.records.signal_rules import SignalRules
from planning_kit.thai import fiscal_year_bounds

REMINDERS = {
    "kind": "text",
    "code": "text",
    "what": "text",
    "whom": "text",
    "due": "date",
    "days": "number",
    "state": "text",
    "fiscal_year_be": "number",
    "quarter": "number",
    "count": "number",
}
"""One row per thing that is late or due soon, the longest overdue first.

``kind``: deadline (``code`` the closing rule, ``whom`` its channel), pledge (asked and unanswered;
``code`` the project, ``whom`` the agency), promise (promised, not yet given), progress (``code``
the project whose quarter is not reported; the first such quarter, ``count`` how many), value
(``code`` the indicator), todo, contact (its next step), step (a project's next step in its
channel) · ``whom`` else is the owner as written · ``days`` until it is due, negative when late ·
``state`` late or soon."""

KINDS = ("deadline", "pledge", "promise", "progress", "value", "todo", "contact", "step")


@dataclass(frozen=True)
class FollowTables:
    """The frames that reminders are worked out from, each as its record's frame.

    ``deadlines`` is ``plan.deadlines.DEADLINES`` and ``status`` ``plan.channels.STATUS`` of the
    same day.
    """

    projects: pd.DataFrame
    reports: pd.DataFrame
    pledges: pd.DataFrame
    indicators: pd.DataFrame
    values: pd.DataFrame
    todos: pd.DataFrame
    contacts: pd.DataFrame
    deadlines: pd.DataFrame
    status: pd.DataFrame


def reminders(tables: FollowTables, today: date, rules: SignalRules) -> pd.DataFrame:
    """Return ``REMINDERS`` on ``today``."""
    found: list[Row] = []
    for row in (
        *_deadlines(tables.deadlines),
        *_pledges(tables.pledges, today),
        *_reports(tables.projects, tables.reports, today, rules),
        *_values(tables.indicators, tables.values, today, rules),
        *_todos(tables.todos),
        *_contacts(tables.contacts),
        *_steps(tables.status),
    ):
        days = (row["due"] - today).days
        if days <= rules.soon_days:
            found.append(row | {"days": days, "state": "late" if days < 0 else "soon"})
    found.sort(key=lambda row: (row["due"], KINDS.index(row["kind"]), str(row["code"])))
    return framed(found, REMINDERS)


def _deadlines(table: pd.DataFrame) -> Iterator[Row]:
    """Yield closing days that are near; one that has passed cannot be kept any more."""
    for row in plain_rows(table, ("channel", "code", "fiscal_year_be", "due", "state")):
        if row["state"] == "soon":
            told = {name: row[name] for name in ("code", "fiscal_year_be", "due")}
            yield {"kind": "deadline", "whom": row["channel"]} | told


def _pledges(pledges: pd.DataFrame, today: date) -> Iterator[Row]:
    table = convergence(pledges, today)
    for row in plain_rows(table, table.columns):
        if row["state"] not in ("asked", "promised") or row["by_date"] is None:
            continue
        yield {
            "kind": "pledge" if row["state"] == "asked" else "promise",
            "code": row["project_code"],
            "what": row["what"],
            "whom": row["agency"],
            "due": row["by_date"],
        }


def _reports(
    projects: pd.DataFrame, reports: pd.DataFrame, today: date, rules: SignalRules
) -> Iterator[Row]:
    own = reports_of(reports)
    for project in in_plan(projects):
        start, end = project["start_be"], project["end_be"] or project["start_be"]
        if start is None:
            continue
        told = {quarter_told(row) for row in own.get(project["project_code"], [])}
        over = finished_quarters(int(start), int(end), today)
        missing = [quarter for quarter in over if quarter not in told]
        if missing:
            yield {
                "kind": "progress",
                "code": project["project_code"],
                "whom": project["owner"],
                "due": report_due(missing[0], rules),
                "fiscal_year_be": missing[0][0],
                "quarter": missing[0][1],
                "count": len(missing),
            }


def report_due(quarter: Quarter, rules: SignalRules) -> date:
    """Return the day by which the report of a quarter is due."""
    return ends_on(quarter) + timedelta(days=rules.report_days)


def _values(
    indicators: pd.DataFrame, values: pd.DataFrame, today: date, rules: SignalRules
) -> Iterator[Row]:
    """Yield years that are over, have a target, and no actual; zero is an actual."""
    told: dict[str, dict[str, set[int]]] = {}
    for row in plain_rows(values, ("indicator_code", "kind", "fiscal_year_be", "value")):
        if row["value"] is not None and row["fiscal_year_be"] is not None:
            years = told.setdefault(row["kind"], {}).setdefault(row["indicator_code"], set())
            years.add(int(row["fiscal_year_be"]))
    for row in plain_rows(indicators, ("indicator_code", "owner")):
        code = row["indicator_code"]
        aimed = told.get("target", {}).get(code, set())
        for year in sorted(aimed - told.get("actual", {}).get(code, set())):
            closes = fiscal_year_bounds(year)[1]
            if closes < today:
                due = closes + timedelta(days=rules.value_days)
                head = {"kind": "value", "code": code, "whom": row["owner"]}
                yield head | {"due": due, "fiscal_year_be": year}


def _todos(todos: pd.DataFrame) -> Iterator[Row]:
    names = ("todo_code", "what", "owner", "due", "state", "done_on")
    for row in plain_rows(todos, names):
        is_open = row["state"] not in ("done", "dropped") and row["done_on"] is None
        if is_open and row["due"] is not None:
            head = {"kind": "todo", "code": row["todo_code"], "what": row["what"]}
            yield head | {"whom": row["owner"], "due": row["due"]}


def _contacts(contacts: pd.DataFrame) -> Iterator[Row]:
    """Yield next steps agreed with an agency, until it was spoken to again after that day."""
    rows = plain_rows(contacts, ("contact_code", "date", "agency", "next_step", "due"))
    for row in rows:
        if row["due"] is None or row["next_step"] is None:
            continue
        after = (one["date"] for one in rows if one["agency"] == row["agency"] and one["date"])
        if not any(day >= row["due"] for day in after):
            head = {"kind": "contact", "code": row["contact_code"], "what": row["next_step"]}
            yield head | {"whom": row["agency"], "due": row["due"]}


def _steps(status: pd.DataFrame) -> Iterator[Row]:
    for row in plain_rows(status, ("project_code", "channel", "next_step", "due", "is_end")):
        if row["due"] is not None and not row["is_end"]:
            head = {"kind": "step", "code": row["project_code"], "what": row["next_step"]}
            yield head | {"whom": row["channel"], "due": row["due"]}
