"""How the plan serves the plans above it: province, nation, and whatever the area lists."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.plan.chosen import in_order, in_plan
from planning_kit.records.plain_rows import codes, framed, plain_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.workbook import Workbook


def higher_plans(workbook: Workbook) -> Section | None:
    """Return each strategy of a higher plan with what serves it; ``None`` where none is listed.

    The kit ships an empty list: nobody invents the strategies of a plan above.
    """
    above = plain_rows(workbook.taxonomy("higher_strategy"), ("code", "level", "basis"))
    if not above:
        return None
    names = PlanNames(workbook)
    issues = in_order(workbook.frame("strategy"))
    projects = in_plan(workbook.frame("project"))
    rows = [
        {
            "higher": names.taxon("higher_strategy", one["code"]),
            "basis": one["basis"],
            "issues": _serving(issues, "strategy_code", one["code"]),
            "projects": _serving(projects, "project_code", one["code"]),
        }
        for one in above
    ]
    columns = [
        Column("higher", _("Strategy of a higher plan")),
        Column("basis", _("Where it comes from")),
        Column("issues", _("Our development issues")),
        Column("projects", _("Our projects")),
    ]
    table = Table(framed(rows, {column.name: "text" for column in columns}), columns)
    return Section("higher-plans", _("How the plan serves higher plans"), tables=[table])


def _serving(rows: list[dict[str, object]], code: str, wanted: str) -> str | None:
    return " · ".join(str(r[code]) for r in rows if wanted in codes(r["higher_codes"])) or None
