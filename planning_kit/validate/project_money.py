"""A project's cost against the sum of its budget lines, and lines against its activities."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.language import N_
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Level, at_place, in_row

_PLANNED = (None, "plan")

_DIFFERS = N_(
    "Project {project}: the total cost is {stated} baht, but its budget lines add up to {summed} "
    "baht; correct whichever is wrong"
)
_NO_ACTIVITY = N_(
    "Project {project} has no activity no. {number}; correct the number or add the activity"
)


def project_money(facts: Facts) -> Marks:
    """Yield flags where a project’s total is not the sum of its lines; both are said."""
    lines = _planned_lines(facts)
    for project in facts.of("project"):
        own = lines.get(project.record.project_code, [])
        stated = project.record.total_cost
        summed = sum((line.record.amount for line in own), Decimal(0))
        is_new = project.row is not None or any(line.row is not None for line in own)
        if not own or stated is None or stated == summed or not is_new:
            continue
        values = {
            "project": project.record.project_code,
            "stated": thai.format_number(stated),
            "summed": thai.format_number(summed),
        }
        if project.row is None:
            yield None, at_place(Level.FLAG, "validate.cost-not-sum", _DIFFERS, None, **values)
        else:
            spec, raw = project.record.field("total_cost"), project.row.raw
            yield (
                project.row,
                in_row(raw, Level.FLAG, "validate.cost-not-sum", _DIFFERS, spec, **values),
            )
    yield from _lines_of_no_activity(facts)


def cost_of_projects(facts: Facts) -> dict[str, Decimal]:
    """Return baht by project code: the total stated, else the sum of the planned lines."""
    lines = _planned_lines(facts)
    costs: dict[str, Decimal] = {}
    for project in facts.of("project"):
        code, stated = project.record.project_code, project.record.total_cost
        if stated is not None:
            costs[code] = stated
        elif code in lines:
            costs[code] = sum((line.record.amount for line in lines[code]), Decimal(0))
    return costs


def _planned_lines(facts: Facts) -> dict[str, list[Fact]]:
    lines: dict[str, list[Fact]] = defaultdict(list)
    for line in facts.of("budget_line"):
        if line.record.kind in _PLANNED:
            lines[line.record.project_code].append(line)
    return lines


def _lines_of_no_activity(facts: Facts) -> Marks:
    numbers: dict[str, set[Any]] = defaultdict(set)
    for activity in facts.of("activity"):
        numbers[activity.record.project_code].add(activity.record.activity_no)
    for line, row in facts.new("budget_line"):
        known = numbers.get(line.project_code)
        if known and line.activity_no is not None and line.activity_no not in known:
            spec = line.field("activity_no")
            values = {"project": line.project_code, "number": line.activity_no}
            yield (
                row,
                in_row(
                    row.raw, Level.FLAG, "validate.no-such-activity", _NO_ACTIVITY, spec, **values
                ),
            )
