"""The action plan of one fiscal year: what is done in which quarter, by whom, for how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.gantt import gantt
from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.plan.chosen import in_plan, money_lines
from planning_kit.plan.season import season_clashes
from planning_kit.records.plain_rows import Row, added, codes, framed, plain_rows
from planning_kit.report.chapters.busy_time import busy_time
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.plan_evidence import decision_lines
from planning_kit.report.chapters.plan_frames import plan_length, plan_start
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import baht, joined, nothing_known, number
from planning_kit.report.form_table import FormTable
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column
from planning_kit.thai import format_months

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

QUARTERS = {1: (10, 11, 12), 2: (1, 2, 3), 3: (4, 5, 6), 4: (7, 8, 9)}
"""The quarters of the fiscal year and their months."""
_ACTIVITY = ("project_code", "activity_no", "name", "fiscal_year_be", "months", "amount",
             "output", "responsible", "works_in_season")  # fmt: skip
ROWS = {
    "row_kind": "text",
    "text": "text",
    "project_code": "text",
    "activity": "text",
    "q1": "text",
    "q2": "text",
    "q3": "text",
    "q4": "text",
    "amount": "number",
    "responsible": "text",
    "output": "text",
}
_WIDTHS = (26, 7, 7, 7, 7, 11, 20, 20)


def action_plan(workbook: Workbook, fiscal_year: int | None = None) -> Section:
    """Return the action plan of ``fiscal_year`` (B.E.); outside the plan, of its first year."""
    year, said = year_of_plan(workbook, fiscal_year)
    title = _("Action plan of fiscal year {year}", year=year)
    rows = action_rows(workbook, year)
    if rows.empty:
        return nothing_known("action", title, _("activities of this fiscal year"), "activity")
    names = PlanNames(workbook)
    section = Section("action", title, sentences=[*said, *_said(workbook, rows, year)])
    section.pictures = _picture(workbook, year, names)
    warnings = _warnings(workbook, year, names)
    section.parts = [
        Section("action-table", _("By quarter"), layout=Layout.LANDSCAPE, tables=[_table(rows)]),
        Section("action-season", _("Activities in busy months"), sentences=warnings),
    ]
    section.evidence = decision_lines(workbook, "plan", "project_order", "project")
    section.notes = [
        _("Quarter 1 is October to December. ● marks a quarter in which the activity is done.")
    ]
    return section


def year_of_plan(workbook: Workbook, fiscal_year: int | None) -> tuple[int, list[str]]:
    """Return the fiscal year to look at, and a sentence where it is not the one asked for."""
    first = plan_start(workbook)
    if fiscal_year is None or first <= fiscal_year < first + plan_length(workbook):
        return fiscal_year or first, []
    said = _(
        "Fiscal year {asked} is outside the plan, so this is the plan’s first year, {year}.",
        asked=fiscal_year,
        year=first,
    )
    return first, [said]


def action_rows(workbook: Workbook, year: int) -> pd.DataFrame:
    """Return ``ROWS``: a heading per project, its activities of ``year``, and the total."""
    own: dict[str, list[Row]] = {}
    for row in _activities(workbook, year):
        own.setdefault(row["project_code"], []).append(row)
    found: list[Row] = []
    for project in in_plan(workbook.frame("project")):
        code = project["project_code"]
        if code in own:
            told = f"{code} {project['name']}"
            found.append({"row_kind": "heading", "text": told, "project_code": code})
            found += [_row(row) for row in own[code]]
    if found:
        whole = added(row.get("amount") for row in found)
        found.append({"row_kind": "total", "activity": _("Total"), "amount": whole})
    return framed(found, ROWS)


def _activities(workbook: Workbook, year: int) -> list[Row]:
    rows = plain_rows(workbook.frame("activity"), _ACTIVITY)
    rows = [row for row in rows if row["fiscal_year_be"] == year]
    return sorted(rows, key=lambda row: (row["project_code"], row["activity_no"] or 0))


def _row(row: Row) -> Row:
    months = {int(month) for month in codes(row["months"])}
    quarters = {f"q{q}": "●" if months & set(span) else "" for q, span in QUARTERS.items()}
    if not months:
        quarters = {f"q{q}": "?" for q in QUARTERS}
    told = {name: row[name] for name in ("project_code", "amount", "responsible", "output")}
    activity = f"{number(row['activity_no'])}. {row['name']}"
    return told | quarters | {"row_kind": "row", "activity": activity}


def _said(workbook: Workbook, rows: pd.DataFrame, year: int) -> list[str]:
    activities = rows[rows["row_kind"] == "row"]
    projects = activities["project_code"].nunique()
    lines = [
        row for row in money_lines(workbook.frame("budget_line")) if row["fiscal_year_be"] == year
    ]
    listed = {row["project_code"] for row in in_plan(workbook.frame("project"))}
    money = added(row["amount"] for row in lines if row["project_code"] in listed)
    said = [
        _(
            "{activities} activities of {projects} projects are planned in {year}.",
            activities=number(len(activities)),
            projects=number(projects),
            year=year,
        )
    ]
    if money is not None:
        said.append(_("The budget of the year is {baht}.", baht=baht(money)))
    if open_ := int((activities["q1"] == "?").sum()):
        said.append(_("{n} activities do not state their months (?).", n=number(open_)))
    return said


def _table(rows: pd.DataFrame) -> FormTable:
    columns = [
        Column("activity", _("Activity")),
        *(Column(f"q{q}", _quarter(q)) for q in QUARTERS),
        Column("amount", _("Budget (baht)"), Form.BAHT),
        Column("responsible", _("Responsible")),
        Column("output", _("Output")),
    ]
    return FormTable(rows, columns, widths=_WIDTHS, row_heading=False)


def _quarter(quarter: int) -> str:
    months = format_months(QUARTERS[quarter])
    return _("Quarter {number} ({months})", number=quarter, months=months)


def _picture(workbook: Workbook, year: int, names: PlanNames) -> list:
    listed = {row["project_code"] for row in in_plan(workbook.frame("project"))}
    rows = [row for row in _activities(workbook, year) if row["project_code"] in listed]
    frame = pd.DataFrame(rows, columns=list(_ACTIVITY), dtype="object")
    frame["project_name"] = [names.bare("project", code) for code in frame["project_code"]]
    busy = busy_time(workbook)
    harvest = {int(month) for month in busy.loc[busy["kind"] == "harvest", "month"]}
    alt = _("{n} activities, month by month.", n=number(len(rows)))
    caption = _("Activities of fiscal year {year} by month", year=year)
    return picture_sheets(gantt(frame, years=[year], harvest_months=harvest), alt, caption)


def _warnings(workbook: Workbook, year: int, names: PlanNames) -> list[str]:
    activities = workbook.frame("activity")
    clashes = season_clashes(activities[activities["fiscal_year_be"] == year], busy_time(workbook))
    said = [
        _(
            "{project}, activity {no} ({name}) falls in {months}, when people are busy with {work}. "
            "Move it to a quieter month, or mark that it belongs in the season.",
            project=names.coded("project", row["project_code"]),
            no=number(row["activity_no"]),
            name=row["name"],
            months=format_months(int(month) for month in codes(row["months"])),
            work=joined(codes(row["busy_with"])),
        )
        for row in plain_rows(clashes, clashes.columns)
        if row["is_warning"]
    ]
    return said or [_("No activity falls in harvest or in the months of most labour.")]
