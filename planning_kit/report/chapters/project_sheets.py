"""One sheet a project: the common form of twelve items, or the one-page profile of an idea."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.language import _
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.plan_evidence import decision_lines
from planning_kit.report.chapters.plan_names import PlanNames, paragraphs
from planning_kit.report.chapters.project_items import ProjectItems
from planning_kit.report.chapters.wording import answer, label, nothing_known, number
from planning_kit.report.form_table import FormTable
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

Item = tuple[str, str | None]


def project_sheets(workbook: Workbook) -> Section:
    """Return a sheet for every project that was not set aside."""
    title = _("Project sheets")
    projects = plain_rows(workbook.frame("project"), workbook.frame("project").columns)
    listed = [row for row in projects if row["stage"] != "set_aside"]
    if not listed:
        return nothing_known("sheets", title, _("projects"), "project")
    items = ProjectItems(workbook, PlanNames(workbook))
    ideas = [row["project_code"] for row in listed if row["stage"] == "idea"]
    section = Section("sheets", title)
    section.sentences = [
        _(
            "{full} projects are written in full; {ideas} are ideas on one page.",
            full=number(len(listed) - len(ideas)),
            ideas=number(len(ideas)),
        )
    ]
    section.parts = [_sheet(row, items) for row in listed]
    section.evidence = decision_lines(workbook, "project_order", "project", "plan")
    return section


def _sheet(project: Row, items: ProjectItems) -> Section:
    idea = project["stage"] == "idea"
    rows = _profile(project, items) if idea else _form(project, items)
    said = [(number(at), what, told) for at, (what, told) in enumerate(rows, start=1)]
    frame = pd.DataFrame(said, columns=["no", "what", "said"], dtype="object")
    links = items.names.links("problem", "indicator")
    columns = [
        Column("no", _("Item")),
        Column("what", _("About")),
        Column("said", _("Content"), links=links),
    ]
    caption = _("One-page profile") if idea else _("Project form of twelve items")
    code = project["project_code"]
    return Section(
        f"project-{code}",
        f"{code} {project['name']}",
        layout=Layout.SHEET,
        sentences=_standing(project, items.names),
        tables=[FormTable(frame, columns, caption=caption, wide=False, widths=(1, 4, 13))],
        notes=[_("An idea: the full form is filled in when the meeting takes it on.")]
        if idea
        else [],
    )


def _standing(project: Row, names: PlanNames) -> list[str]:
    told = [
        (
            label("project", "reliance_class"),
            answer("project", "reliance_class", project["reliance_class"]),
        ),
        (label("project", "stage"), answer("project", "stage", project["stage"])),
        (label("project", "channel"), _if(project["channel"], names.channel)),
        (
            _("Development issue"),
            _if(project["strategy_code"], lambda c: names.coded("strategy", c)),
        ),
        (
            label("project", "farming_direction"),
            _if(project["farming_direction"], lambda c: names.taxon("farming_direction", c)),
        ),
        (
            label("project", "higher_codes"),
            ", ".join(names.taxa("higher_strategy", project["higher_codes"])),
        ),
        (label("project", "amendment"), answer("project", "amendment", project["amendment"])),
        (
            label("project", "previous_code"),
            _if(project["previous_code"], lambda c: names.coded("project", c)),
        ),
    ]
    return [" · ".join(f"{what}: {said}" for what, said in told if said)]


def _if(value: str | None, wording: Callable[[str], str]) -> str:
    return wording(value) if value else ""


def _form(project: Row, items: ProjectItems) -> list[Item]:
    """Return the twelve items in their usual order."""
    code = project["project_code"]
    return [
        (_("Name of the project"), project["name"]),
        (_("Owner"), items.owner(project)),
        (_("Period"), items.period(project)),
        (_("Rationale, and the problems it answers"), items.rationale(project)),
        (label("project", "objectives"), project["objectives"]),
        (_("Targets (outputs)"), paragraphs([project["targets"], items.beneficiaries(project)])),
        (label("project", "place"), items.place(project)),
        (_("Activities"), items.activities(code)),
        (_("Budget"), items.budget(code)),
        (label("project", "monitoring"), project["monitoring"]),
        (label("project", "expected_results"), project["expected_results"]),
        (_("Indicators"), items.indicators(project)),
    ]


def _profile(project: Row, items: ProjectItems) -> list[Item]:
    """Return what a meeting needs to judge an idea, and no more."""
    return [
        (_("What is to be done"), project["objectives"] or project["targets"]),
        (_("Why, and which problems it answers"), items.rationale(project)),
        (_("Who does it"), items.owner(project)),
        (_("Where"), items.place(project)),
        (_("Who benefits"), items.beneficiaries(project)),
        (_("When"), items.period(project)),
        (_("About how much money"), items.budget(project["project_code"])),
        (label("project", "expected_results"), project["expected_results"]),
    ]
