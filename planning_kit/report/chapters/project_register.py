"""The register of projects: who does each, by which channel, how far it is, and what is late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from planning_kit.charts.budgets import budget_by_class
from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.plan.budget import CLASSES, by_reliance, reliance_shares
from planning_kit.plan.channels import status_of_projects
from planning_kit.plan.chosen import in_plan
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.plan_evidence import decision_lines
from planning_kit.report.chapters.plan_frames import budget_of, date_of_making
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.project_channels import project_channels
from planning_kit.report.chapters.wording import answer, baht, nothing_known, number, percent
from planning_kit.report.form_table import FormTable
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_ROW = {
    "row_kind": "text",
    "text": "text",
    "project_code": "text",
    "project": "text",
    "owner": "text",
    "problems": "text",
    "years": "text",
    "baht": "number",
    "channel": "text",
    "status": "text",
}
_WIDTHS = (26, 18, 9, 10, 12, 20, 20)


def project_register(workbook: Workbook, today: date | None = None) -> Section:
    """Return every project by who does it, with channel and status as on ``today``."""
    title = _("Register of projects")
    projects = workbook.frame("project")
    listed = in_plan(projects)
    if not listed:
        return nothing_known("register", title, _("projects"), "project")
    names, day = PlanNames(workbook), date_of_making(today)
    status = status_of_projects(projects, workbook.frame("project_status"), names.channels, day)
    section = Section("register", title, sentences=_said(projects))
    section.pictures = _picture(workbook)
    section.parts = [
        _register(workbook, names, status),
        project_channels(workbook, names, status, day),
    ]
    section.evidence = decision_lines(workbook, "project_order", "project", "plan")
    if aside := _set_aside(projects):
        section.notes.append(aside)
    return section


def _said(projects: pd.DataFrame) -> list[str]:
    shares = reliance_shares(projects)
    whole = int(shares["projects"].sum())
    said = [
        _(
            "{reliance}: {projects} of {whole} projects ({share}).",
            reliance=_class(row["key"]),
            projects=number(row["projects"]),
            whole=number(whole),
            share=percent(row["share"], 0),
        )
        for row in plain_rows(shares, ("key", "projects", "share"))
        if row["projects"]
    ]
    if not shares.loc[shares["key"] == "self", "projects"].sum():
        said.append(_("No project is one that the community does by itself."))
    return [_("The plan has {projects} projects.", projects=number(whole)), *said]


def _class(key: object) -> str:
    return answer("project", "reliance_class", key) or _("Not stated who does it")


def _picture(workbook: Workbook) -> list[Any]:
    money = by_reliance(budget_of(workbook))
    whole = {
        row["key"]: row["baht"]
        for row in plain_rows(money[money["fiscal_year_be"].isna()], ("key", "baht"))
    }
    shares = reliance_shares(workbook.frame("project"))
    rows = [
        {"label": _class(row["key"]), "amount": whole.get(row["key"]), "projects": row["projects"]}
        for row in plain_rows(shares, ("key", "projects"))
        if row["projects"]
    ]
    if not any(row["amount"] for row in rows):
        return []
    alt = " · ".join(f"{row['label']}: {baht(row['amount'])}" for row in rows)
    frame = framed(rows, {"label": "text", "amount": "number", "projects": "number"})
    return picture_sheets(budget_by_class(frame), alt, _("Money of the plan by who does it"))


def _register(workbook: Workbook, names: PlanNames, status: pd.DataFrame) -> Section:
    listed = in_plan(workbook.frame("project"))
    found = [row["reliance_class"] for row in listed]
    order = [key for key in CLASSES if key in found] + [None] * (None in found)
    steps = {row["project_code"]: row for row in plain_rows(status, status.columns)}
    money = budget_of(workbook).lines.groupby("project_code")["amount"].sum(min_count=1)
    rows: list[Row] = []
    for key in order:
        own = [row for row in listed if row["reliance_class"] == key]
        title = _(
            "{reliance}: {projects} projects", reliance=_class(key), projects=number(len(own))
        )
        rows.append({"row_kind": "heading", "text": title})
        rows += [_row(row, steps[row["project_code"]], names) for row in own]
    for row in rows:
        row["baht"] = money.get(row.get("project_code"))
    table = FormTable(framed(rows, _ROW), _columns(names), widths=_WIDTHS)
    title = _("Projects by who does them")
    return Section("register-table", title, layout=Layout.LANDSCAPE, tables=[table])


def _row(project: Row, step: Row, names: PlanNames) -> Row:
    since = f" ({format_date(step['since'], 'short')})" if step["since"] else ""
    return {
        "row_kind": "row",
        "project_code": project["project_code"],
        "project": names.coded("project", project["project_code"]),
        "owner": project["owner"],
        "problems": ", ".join(codes(project["problem_codes"])) or None,
        "years": _years(project),
        "channel": names.channel(step["channel"]),
        "status": names.status(step["channel"], step["status"]) + since,
    }


def _columns(names: PlanNames) -> list[Column]:
    return [
        Column("project", _("Project"), links=names.links("project")),
        Column("owner", _("Owner")),
        Column("problems", _("Answers problems"), links=names.links("problem")),
        Column("years", _("Fiscal years")),
        Column("baht", _("Budget (baht)"), Form.BAHT),
        Column("channel", _("Channel")),
        Column("status", _("Status (since)")),
    ]


def _years(project: dict[str, Any]) -> str | None:
    told = [f"{int(year)}" for year in (project["start_be"], project["end_be"]) if year]
    return "–".join(dict.fromkeys(told)) or None


def _set_aside(projects: pd.DataFrame) -> str | None:
    rows = plain_rows(projects, ("project_code", "name", "stage"))
    aside = [f"{row['project_code']} {row['name']}" for row in rows if row["stage"] == "set_aside"]
    if not aside:
        return None
    return _("Set aside, and counted nowhere: {projects}.", projects=" · ".join(aside))
