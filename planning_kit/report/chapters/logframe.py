"""The logic of the plan: from problem to result in a picture, and the logical framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.results_chain import results_chain
from planning_kit.language import N_, _
from planning_kit.plan.chosen import in_order, in_plan
from planning_kit.plan.logframe import logframe as logframe_rows
from planning_kit.plan.merged import standing, survivors
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.plan_evidence import decision_lines
from planning_kit.report.chapters.plan_names import PlanNames, paragraphs
from planning_kit.report.chapters.wording import answer, nothing_known
from planning_kit.report.form_table import FormTable
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_LEVELS = {
    "goal": N_("Goal"),
    "purpose": N_("Purpose"),
    "output": N_("Output"),
    "activity": N_("Activity"),
}
_ROW = dict.fromkeys(
    ("row_kind", "text", "level", "statement", "indicators", "verification", "depends"), "text"
)


def logframe(workbook: Workbook) -> Section:
    """Return a results chain and a logframe for every development issue."""
    title = _("How the plan leads from problems to results")
    if not in_plan(workbook.frame("project")):
        return nothing_known("logframe", title, _("projects"), "project")
    names = PlanNames(workbook)
    rows = _rows(workbook)
    section = Section("logframe", title)
    section.sentences = [
        _("Read each row from left to right: if this is done, and what it needs holds, then that.")
    ]
    goals = [f"{row['code']} {row['statement']}" for row in rows if row["level"] == "goal"]
    section.sentences += [_("Goal: {goal}", goal=goal) for goal in goals]
    order = _order(rows, workbook)
    section.parts = [
        Section(f"logframe-{code or 'none'}", _title(code, names), pictures=pictures)
        for code in order
        if (pictures := _picture(code, workbook, names))
    ]
    section.parts.append(
        Section(
            "logframe-table",
            _("Logical framework"),
            layout=Layout.LANDSCAPE,
            tables=[_table(rows, order, names)],
        )
    )
    section.evidence = decision_lines(workbook, "plan", "project_order", "project")
    return section


def _order(rows: list[Row], workbook: Workbook) -> list[str | None]:
    """Return the development issues in their order, then those that no record explains."""
    listed = [row["strategy_code"] for row in in_order(workbook.frame("strategy"))]
    found = [row["strategy_code"] for row in rows if row["level"] != "goal"]
    every = dict.fromkeys([*listed, *(code for code in found if code not in listed)])
    return [code for code in every if code in found]


def _title(code: str | None, names: PlanNames) -> str:
    return names.coded("strategy", code) if code else _("Without a development issue")


def _rows(workbook: Workbook) -> list[Row]:
    table = logframe_rows(
        workbook.frame("plan_statement"),
        workbook.frame("strategy"),
        workbook.frame("project"),
        workbook.frame("activity"),
        workbook.frame("indicator"),
        workbook.frame("pledge"),
    )
    return plain_rows(table, table.columns)


def _picture(code: str | None, workbook: Workbook, names: PlanNames) -> list:
    problems = workbook.frame("problem")
    last = survivors(problems)
    projects = []
    for row in in_plan(workbook.frame("project")):
        if row["strategy_code"] == code:
            aims = tuple(dict.fromkeys(last.get(c, c) for c in codes(row["problem_codes"])))
            projects.append(row | {"problem_codes": aims})
    if not projects:
        return []
    aimed = {c for row in projects for c in row["problem_codes"]}
    chosen = [row for row in standing(problems) if row["problem_code"] in aimed]
    left = pd.DataFrame(chosen, columns=["problem_code", "statement"], dtype="object")
    right = pd.DataFrame(projects, dtype="object")
    alt = " · ".join(
        f"{', '.join(row['problem_codes']) or '–'} → {row['project_code']} {row['name']} → "
        f"{row['expected_results'] or '–'}"
        for row in projects
    )
    name = names.bare("strategy", code) if code else _title(code, names)
    caption = _("From problems to results: {strategy}", strategy=_title(code, names))
    return picture_sheets(results_chain(name, left, right), alt, caption)


def _table(rows: list[Row], order: list[str | None], names: PlanNames) -> FormTable:
    told: list[Row] = []
    for code in order:
        told.append({"row_kind": "heading", "text": _title(code, names)})
        own = (row for row in rows if row["strategy_code"] == code and row["level"] != "goal")
        told += [_told(row, names) for row in own]
    columns = [
        Column("level", _("Level")),
        Column("statement", _("What is to be reached or done"), links=names.links("project")),
        Column("indicators", _("Indicators"), links=names.links("indicator")),
        Column("verification", _("Read from")),
        Column("depends", _("Depends on")),
    ]
    return FormTable(framed(told, _ROW), columns, widths=(3, 11, 8, 6, 7))


def _told(row: Row, names: PlanNames) -> Row:
    return {
        "row_kind": "row",
        "level": _(_LEVELS[row["level"]]),
        "statement": _statement(row, names),
        "indicators": paragraphs(_indicators(row)),
        "verification": paragraphs(codes(row["verification"])),
        "depends": paragraphs(_pledge(one, names) for one in row["depends_on"] or ()),
    }


def _statement(row: Row, names: PlanNames) -> str:
    if row["level"] == "output":
        project = names.coded("project", row["project_code"])
        return f"{project}\n{row['statement'] or '–'}"
    if row["level"] == "activity":
        return f"{row['project_code']}/{row['code'] or '–'} {row['statement'] or '–'}"
    return f"{row['code']} {row['statement'] or '–'}"


def _indicators(row: Row) -> list[str]:
    pairs = zip(codes(row["indicator_codes"]), codes(row["indicators"]), strict=False)
    return [f"{code} {name}" for code, name in pairs]


def _pledge(told: tuple[str, ...], names: PlanNames) -> str:
    agency, what, state = told
    return f"{names.taxon('agency', agency)}: {what} ({answer('pledge', 'state', state)})"
