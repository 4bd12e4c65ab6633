"""Years of money and work against the years of the project and of the plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planning_kit.language import N_
from planning_kit.validate.facts import Facts, Marks
from planning_kit.validate.finding import Level, in_row

_PLANNED = (None, "plan")

_OUTSIDE_PLAN = N_(
    "Fiscal year {year} is outside the plan ({first}–{last}); correct the year, or the plan counts "
    "it beside its five years"
)
_OUTSIDE_PROJECT = N_(
    "Fiscal year {year} is outside the years of project {project} ({first}–{last}); correct this "
    "year or those of the project"
)


def plan_years(facts: Facts) -> Marks:
    """Yield a flag for each year that lies outside the plan, or outside its own project."""
    plans = [
        (fact.record.plan_start_be, fact.record.plan_end_be) for fact in facts.of("plan_period")
    ]
    projects = {fact.record.project_code: fact.record for fact in facts.of("project")}
    for project, row in facts.new("project"):
        for field in ("start_be", "end_be"):
            yield from _beside_plan(row, project, field, plans)
    for name in ("activity", "budget_line"):
        for record, row in facts.new(name):
            # Money is put into an ordinance and spent whenever it is.
            if getattr(record, "kind", None) not in _PLANNED:
                continue
            yield from _beside_plan(row, record, "fiscal_year_be", plans)
            yield from _beside_project(row, record, projects.get(record.project_code))


def _beside_plan(row: Any, record: Any, field: str, plans: Iterable[tuple[int, int]]) -> Marks:
    year, known = getattr(record, field), list(plans)
    if year is None or not known or any(first <= year <= last for first, last in known):
        return
    first, last = max(known)
    values = {"year": year, "first": first, "last": last}
    spec = record.field(field)
    yield (
        row,
        in_row(row.raw, Level.FLAG, "validate.year-outside-plan", _OUTSIDE_PLAN, spec, **values),
    )


def _beside_project(row: Any, record: Any, project: Any) -> Marks:
    if project is None or project.start_be is None:
        return
    first, last = project.start_be, project.end_be or project.start_be
    year = record.fiscal_year_be
    if first <= year <= last:
        return
    values = {"year": year, "project": project.project_code, "first": first, "last": last}
    spec, name = record.field("fiscal_year_be"), "validate.year-outside-project"
    yield row, in_row(row.raw, Level.FLAG, name, _OUTSIDE_PROJECT, spec, **values)
