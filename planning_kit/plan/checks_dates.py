"""Years and dates that are out of order, or outside the plan."""

from __future__ import annotations

from collections.abc import Iterator

from planning_kit.language import N_
from planning_kit.plan.budget import plan_years
from planning_kit.plan.chosen import in_plan, money_lines
from planning_kit.plan.finding import Level, PlanFinding
from planning_kit.plan.tables import PlanTables
from planning_kit.records.plain_rows import Row, plain_rows

_PERIOD = N_("Correct the first and the last year of {key}.")


def date_findings(tables: PlanTables, plan_start: int, years: int = 5) -> list[PlanFinding]:
    """Return projects, activities and pledges whose years or dates cannot be right."""
    span = plan_years(plan_start, years)
    listed = {row["project_code"]: row for row in in_plan(tables.projects)}
    found = [finding for project in listed.values() for finding in _period(project, span)]
    names = ("project_code", "activity_no", "name", "fiscal_year_be")
    for row in plain_rows(tables.activities, names):
        project = listed.get(row["project_code"])
        found += _activity(row, project, span)
    for line in money_lines(tables.lines):
        project = listed.get(line["project_code"])
        year = line["fiscal_year_be"]
        if project and year in span and not _within(project, year):
            found.append(_line_outside(line))
    for row in plain_rows(tables.pledges, _PLEDGE):
        found += _pledge(row)
    return found


_PLEDGE = ("project_code", "agency", "asked_on", "by_date", "answered_on", "state")


def _period(project: Row, span: tuple[int, ...]) -> Iterator[PlanFinding]:
    key, start, end = project["project_code"], project["start_be"], project["end_be"]
    values = {"key": key, "start": _year(start), "end": _year(end)}
    values |= {"first": span[0], "last": span[-1]}
    if start is not None and end is not None and end < start:
        message = N_("Project {key} ends in {end}, before it begins in {start}.")
        yield _finding(Level.MUST, "plan.project-years-order", "project", key, message, values)
    elif any(year is not None and year not in span for year in (start, end)):
        message = N_("Project {key} runs {start}–{end}, outside the plan’s {first}–{last}.")
        yield _finding(Level.MUST, "plan.project-outside", "project", key, message, values)


def _activity(row: Row, project: Row | None, span: tuple[int, ...]) -> Iterator[PlanFinding]:
    year, key = row["fiscal_year_be"], f"{row['project_code']}/{row['activity_no'] or 0:g}"
    values = {"key": key, "name": row["name"] or "", "year": _year(year)}
    mend = N_("Correct the year of the activity, or the period of its project.")
    if year is not None and year not in span:
        message = N_("Activity {key} is in {year}, outside the plan: {name}")
        found = ("plan.activity-outside", "activity", key, message, mend, values)
        yield PlanFinding(Level.MUST, *found)
    elif project is not None and year is not None and not _within(project, year):
        message = N_("Activity {key} is in {year}, outside the years of its project: {name}")
        found = ("plan.activity-outside-project", "activity", key, message, mend, values)
        yield PlanFinding(Level.SHOULD, *found)


def _line_outside(line: Row) -> PlanFinding:
    return PlanFinding(
        Level.SHOULD,
        "plan.budget-outside-project",
        "budget_line",
        line["project_code"],
        N_("Project {key} has money in {year}, when it does not run."),
        N_("Correct the year of the money, or the period of {key}."),
        {"key": line["project_code"], "year": _year(line["fiscal_year_be"])},
    )


def _pledge(row: Row) -> Iterator[PlanFinding]:
    asked, by, answered = row["asked_on"], row["by_date"], row["answered_on"]
    values = {"key": row["project_code"], "agency": row["agency"] or ""}
    out = (asked and answered and answered < asked) or (asked and by and by < asked)
    if out:
        yield PlanFinding(
            Level.MUST,
            "plan.pledge-dates",
            "pledge",
            row["project_code"],
            N_("What {agency} was asked for in {key} was answered or due before it was asked."),
            N_("Correct the dates of the request, the answer, or the day it is due."),
            values,
        )
    if row["state"] == "promised" and by is None:
        yield PlanFinding(
            Level.NOTICE,
            "plan.promise-without-date",
            "pledge",
            row["project_code"],
            N_("{agency} promised something for {key}, but not by when."),
            N_("Ask by when, and write the day: a promise without a day is easily forgotten."),
            values,
        )


def _within(project: Row, year: float) -> bool:
    start, end = project["start_be"], project["end_be"]
    return (start is None or year >= start) and (end is None or year <= end)


def _finding(
    level: Level, code: str, record: str, key: str, message: str, values: dict[str, object]
) -> PlanFinding:
    return PlanFinding(level, code, record, key, message, _PERIOD, values)


def _year(value: float | None) -> int | str:
    return "…" if value is None else int(value)
