"""Where the tambon wants to go: vision, mission, goals, and the issues it works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.plan.chosen import in_order, in_plan
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.plan_evidence import decision_lines, forum_lines
from planning_kit.report.chapters.plan_frames import budget_of, latest_decision
from planning_kit.report.chapters.plan_names import PlanNames, paragraphs
from planning_kit.report.chapters.wording import nothing_known, sources_of
from planning_kit.report.form_table import FormTable
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_STATEMENT = ("kind", "statement_code", "statement", "strategy_code", "forum_code")
_ABOUT = ("vision", "strategy", "plan")


def vision_strategies(workbook: Workbook) -> Section:
    """Return vision, mission, goals and the development issues with what each answers."""
    title = _("Vision, mission and development issues")
    told = plain_rows(workbook.frame("plan_statement"), _STATEMENT)
    strategies = in_order(workbook.frame("strategy"))
    if not told and not strategies:
        return nothing_known("vision", title, _("vision and development issues"), "plan_statement")
    names = PlanNames(workbook)
    section = Section("vision", title)
    section.parts = [
        *_statements(told, names),
        *([_overview(workbook, strategies, names)] if strategies else []),
        *(_strategy(row, workbook, names) for row in strategies),
    ]
    if latest_decision(workbook, *_ABOUT):
        section.evidence = decision_lines(workbook, *_ABOUT)
    section.evidence += sources_of(forum_lines(workbook, (row["forum_code"] for row in told)))
    section.evidence = section.evidence or decision_lines(workbook, *_ABOUT)
    if workbook.taxonomy("higher_strategy").empty:
        section.notes.append(
            _(
                "No strategies of higher plans are listed yet, so alignment cannot be shown. "
                "Add them to the lists to choose from, each with its source."
            )
        )
    return section


def _statements(told: list[Row], names: PlanNames) -> list[Section]:
    titles = {"vision": _("Vision"), "mission": _("Mission"), "goal": _("Goals")}
    parts = []
    for kind, title in titles.items():
        rows = [row for row in told if row["kind"] == kind]
        said = [_said(row, kind, names) for row in rows]
        if said:
            parts.append(Section(f"vision-{kind}", title, sentences=said))
    return parts


def _said(row: Row, kind: str, names: PlanNames) -> str:
    if kind == "vision":
        return f"“{row['statement']}”"
    said = f"{row['statement_code']} {row['statement']}"
    if row["strategy_code"]:
        under = names.coded("strategy", row["strategy_code"])
        return _("{statement} (development issue {strategy})", statement=said, strategy=under)
    return said


def _overview(workbook: Workbook, strategies: list[Row], names: PlanNames) -> Section:
    totals = budget_of(workbook).table
    whole = totals[totals["fiscal_year_be"].isna() & (totals["level"] == "strategy")]
    money = dict(zip(whole["strategy_code"], whole["baht"], strict=True))
    projects = [row["strategy_code"] for row in in_plan(workbook.frame("project"))]
    rows = [
        {
            "strategy": f"{row['strategy_code']} {row['name']}",
            "projects": projects.count(row["strategy_code"]),
            "baht": money.get(row["strategy_code"]),
        }
        for row in strategies
    ]
    columns = [
        Column("strategy", _("Development issue"), links=names.links("strategy")),
        Column("projects", _("Projects"), Form.INT),
        Column("baht", _("Budget of the plan (baht)"), Form.BAHT),
    ]
    frame = framed(rows, {"strategy": "text", "projects": "number", "baht": "number"})
    return Section("strategies", _("Development issues"), tables=[Table(frame, columns)])


def _strategy(row: Row, workbook: Workbook, names: PlanNames) -> Section:
    code = row["strategy_code"]
    rows: list[tuple[str, str | None]] = [
        (_("Objective"), row["objective"]),
        (_("Problems it answers"), paragraphs(_problems(workbook, names, code))),
        (
            _("Strategies of higher plans it serves"),
            paragraphs(names.taxa("higher_strategy", row["higher_codes"])),
        ),
        (_("Projects under it"), paragraphs(_projects(workbook, names, code))),
    ]
    frame = pd.DataFrame(rows, columns=["what", "said"], dtype="object")
    columns = [
        Column("what", _("About")),
        Column("said", _("What the plan says"), links=names.links("problem", "project")),
    ]
    table = FormTable(frame, columns, wide=False, widths=(1, 3))
    return Section(f"strategy-{code}", f"{code} {row['name']}", tables=[table])


def _problems(workbook: Workbook, names: PlanNames, code: str) -> list[str]:
    """Return the problems that the issue names itself, then those of its projects."""
    rows = plain_rows(workbook.frame("strategy"), ("strategy_code", "problem_codes"))
    own = [
        one for row in rows if row["strategy_code"] == code for one in codes(row["problem_codes"])
    ]
    for row in in_plan(workbook.frame("project")):
        if row["strategy_code"] == code:
            own += codes(row["problem_codes"])
    return [names.coded("problem", one) for one in dict.fromkeys(own)]


def _projects(workbook: Workbook, names: PlanNames, code: str) -> list[str]:
    return [
        names.coded("project", row["project_code"])
        for row in in_plan(workbook.frame("project"))
        if row["strategy_code"] == code
    ]
