"""The details of the projects in the layout of form ผ.02."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.plan.chosen import in_plan
from planning_kit.plan.pp_forms import PpForm, pp02
from planning_kit.report.chapters.chosen_layout import chosen_layout
from planning_kit.report.chapters.form_tables import form_table, lies
from planning_kit.report.chapters.plan_evidence import decision_lines
from planning_kit.report.chapters.plan_frames import plan_length, plan_start
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import nothing_known
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def project_details(workbook: Workbook, layouts: Sequence[str] | None = None) -> Section:
    """Return form ผ.02 in the layout chosen, see ``chosen_layout``: forms differ by cycle."""
    title = _("Details of the projects")
    if not in_plan(workbook.frame("project")):
        return nothing_known("details", title, _("projects"), "project")
    names = PlanNames(workbook)
    form = detail_form(workbook, names, layouts)
    tables = [form_table(form, names)]
    if len(form.equipment):
        tables.append(form_table(form, names, rows=form.equipment))
    notes = [
        _("A dash in a year: no budget line in that year. It is not 0 baht."),
        _("Layout: {basis}", basis=str(form.layout.basis)),
    ]
    return Section(
        "details",
        title,
        layout=lies(form.layout),
        tables=list(tables),
        evidence=decision_lines(workbook, "plan", "project_order", "project"),
        notes=notes,
    )


def detail_form(
    workbook: Workbook, names: PlanNames, layouts: Sequence[str] | None = None
) -> PpForm:
    """Return form ผ.02 filled from the workbook.

    Raises ``KitError`` for a layout that is not there or amiss.
    """
    return pp02(
        chosen_layout("pp02", layouts),
        workbook.frame("project"),
        workbook.frame("budget_line"),
        workbook.frame("strategy"),
        workbook.frame("indicator"),
        plan_start(workbook),
        years=plan_length(workbook),
        agencies=names.agencies(),
    )
