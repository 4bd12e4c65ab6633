"""Money that does not add up, has no source, or lies outside the plan."""

from __future__ import annotations

from collections.abc import Iterator

from planning_kit.language import N_
from planning_kit.plan.budget import plan_years
from planning_kit.plan.chosen import in_plan, money_lines
from planning_kit.plan.finding import Level, PlanFinding
from planning_kit.plan.tables import PlanTables
from planning_kit.records.plain_rows import Row, added, plain_rows

HALF_A_BAHT = 0.5

_LINE_FAULTS = {
    "source": (
        Level.MUST,
        "plan.budget-without-source",
        N_("A budget line of {key} says not where the money comes from (line {line})."),
        N_("Choose the source; if none is found yet, choose the one that will be asked."),
    ),
    "amount": (
        Level.SHOULD,
        "plan.budget-without-amount",
        N_("A budget line of {key} states no amount (line {line})."),
        N_("Write the amount, or 0 if it costs nothing."),
    ),
    "no_year": (
        Level.MUST,
        "plan.budget-without-year",
        N_("A budget line of {key} states no fiscal year (line {line})."),
        N_("Write the fiscal year in which the money is needed."),
    ),
    "year": (
        Level.MUST,
        "plan.budget-year-outside",
        N_("A budget line of {key} is for {year}, but the plan runs {first}–{last} (line {line})."),
        N_("Correct the year, or keep the money for the next plan."),
    ),
    "project": (
        Level.MUST,
        "plan.budget-without-project",
        N_("A budget line belongs to {key}, which no project has as its code (line {line})."),
        N_("Correct the code of the project, or delete the line."),
    ),
    "negative": (
        Level.MUST,
        "plan.budget-negative",
        N_("A budget line of {key} is below zero (line {line})."),
        N_("Write the amount without a minus sign."),
    ),
}


def money_findings(tables: PlanTables, plan_start: int, years: int = 5) -> list[PlanFinding]:
    """Return what is amiss in the budget lines, and costs that are not the sum of their lines."""
    span = plan_years(plan_start, years)
    everyone = {row["project_code"] for row in plain_rows(tables.projects, ("project_code",))}
    lines = money_lines(tables.lines)
    found = [finding for line in lines for finding in _line(line, span, everyone)]
    planned: dict[str, list[Row]] = {}
    for row in plain_rows(tables.activities, ("project_code", "amount")):
        planned.setdefault(row["project_code"], []).append(row)
    for project in in_plan(tables.projects):
        own = [line for line in lines if line["project_code"] == project["project_code"]]
        found += _cost(project, own)
        found += _activities(project, own, planned.get(project["project_code"], []))
    return found


def _line(line: Row, span: tuple[int, ...], everyone: set[str]) -> Iterator[PlanFinding]:
    faults = {
        "project": line["project_code"] not in everyone,
        "source": line["funding_source"] is None,
        "amount": line["amount"] is None,
        "negative": (line["amount"] or 0) < 0,
        "no_year": line["fiscal_year_be"] is None,
        "year": line["fiscal_year_be"] is not None and line["fiscal_year_be"] not in span,
    }
    values: dict[str, object] = {
        "key": line["project_code"] or "",
        "line": _number(line["line_no"]),
        "year": _number(line["fiscal_year_be"]),
        "first": span[0],
        "last": span[-1],
    }
    for fault, is_there in faults.items():
        if is_there:
            level, code, message, mend = _LINE_FAULTS[fault]
            at = line["project_code"] or ""
            yield PlanFinding(level, code, "budget_line", at, message, mend, values)


def _cost(project: Row, own: list[Row]) -> Iterator[PlanFinding]:
    key, cost = project["project_code"], project["total_cost"]
    total = added(line["amount"] for line in own)
    if cost is not None and abs(cost - (total or 0.0)) > HALF_A_BAHT:
        yield PlanFinding(
            Level.MUST,
            "plan.cost-differs",
            "project",
            key,
            N_("Project {key} states a cost of {cost} baht; its budget lines add up to {total}."),
            N_("Correct the cost or the lines of {key}; the difference is {difference} baht."),
            {"key": key, "cost": cost, "total": total or 0.0, "difference": cost - (total or 0.0)},
        )
    needs_money = project["reliance_class"] in ("joint", "agency") and project["stage"] != "idea"
    if not own and cost is None and needs_money:
        yield PlanFinding(
            Level.SHOULD,
            "plan.project-without-budget",
            "project",
            key,
            N_("Project {key} has no budget line."),
            N_("Write what {key} needs in each year and from which source, or 0."),
            {"key": key},
        )


def _activities(project: Row, own: list[Row], of_project: list[Row]) -> Iterator[PlanFinding]:
    """Compare the money of the activities with that of the budget lines, where both state it."""
    key = project["project_code"]
    planned, budget = added(r["amount"] for r in of_project), added(r["amount"] for r in own)
    every = of_project and all(row["amount"] is not None for row in of_project)
    if planned is None or budget is None or not every or abs(planned - budget) <= HALF_A_BAHT:
        return
    yield PlanFinding(
        Level.SHOULD,
        "plan.activities-differ",
        "project",
        key,
        N_("The activities of {key} cost {planned} baht; its budget lines add up to {budget}."),
        N_("Correct the activities or the lines of {key}."),
        {"key": key, "planned": planned, "budget": budget},
    )


def _number(value: float | None) -> int | str:
    return "" if value is None else int(value)
