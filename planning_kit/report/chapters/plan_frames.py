"""The planning records of a workbook as the frames that ``planning_kit.plan`` reads."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from planning_kit.plan.budget import FiveYear, five_year
from planning_kit.plan.tables import PlanTables
from planning_kit.records.plain_rows import codes, plain_rows

if TYPE_CHECKING:
    from planning_kit.records.plain_rows import Row
    from planning_kit.workbook import Workbook

_RECORDS = {
    "problems": "problem",
    "strategies": "strategy",
    "projects": "project",
    "activities": "activity",
    "lines": "budget_line",
    "indicators": "indicator",
    "values": "indicator_value",
    "pledges": "pledge",
    "steps": "project_status",
    "calendar": "calendar_entry",
    "cash": "cash_item",
}
_DECISION = ("decision_code", "about", "forum_code", "date", "adopted_codes")
_THAILAND = timezone(timedelta(hours=7))


def plan_tables(workbook: Workbook) -> PlanTables:
    """Return the frames of every planning record."""
    return PlanTables(**{name: workbook.frame(record) for name, record in _RECORDS.items()})


def plan_start(workbook: Workbook) -> int:
    """Return the first fiscal year of the plan (B.E.)."""
    return int(workbook.period.plan_start_be or 0)


def plan_length(workbook: Workbook) -> int:
    """Return how many fiscal years the plan has."""
    period = workbook.period
    return int(period.plan_end_be or 0) - int(period.plan_start_be or 0) + 1


def budget_of(workbook: Workbook) -> FiveYear:
    """Return the budget of the plan by development issue and year."""
    return five_year(
        workbook.frame("project"),
        workbook.frame("budget_line"),
        workbook.frame("strategy"),
        plan_start(workbook),
        years=plan_length(workbook),
    )


def latest_decision(workbook: Workbook, *about: str) -> Row | None:
    """Return the latest decision on one of the subjects, ``None`` where there is none yet."""
    rows = plain_rows(workbook.frame("decision"), _DECISION)
    found = [row for row in rows if row["about"] in about]
    return max(found, key=lambda row: (row["date"] or date.min, row["decision_code"]), default=None)


def adopted_problems(workbook: Workbook) -> tuple[str, ...]:
    """Return the problem codes in the order that the latest decision adopted."""
    decision = latest_decision(workbook, "problem_order")
    return codes(decision["adopted_codes"]) if decision else ()


def date_of_making(today: date | None = None) -> date:
    """Return ``today`` where the caller says it, else the day in Thailand now."""
    return today or datetime.now(UTC).astimezone(_THAILAND).date()
