"""The five-year budget: by development issue (ผ.01), by source, and what the community puts in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.budget_stack import budget_stack
from planning_kit.charts.values import Form
from planning_kit.language import N_, _
from planning_kit.plan.budget import FiveYear, by_source, community_share
from planning_kit.plan.chosen import in_plan
from planning_kit.plan.pp_forms import PpForm, pp01
from planning_kit.records import codes_below
from planning_kit.records.plain_rows import framed
from planning_kit.report.chapters.chosen_layout import chosen_layout
from planning_kit.report.chapters.form_tables import form_table, lies
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.plan_evidence import decision_lines
from planning_kit.report.chapters.plan_frames import budget_of
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import baht, nothing_known, number, percent
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook
    from planning_kit.workbook.handed_plans import HandedPlan

_LEFT_OUT = {
    "outside_plan": N_("in a year outside the plan"),
    "no_year": N_("without a fiscal year"),
    "unknown_project": N_("of a project that is not in the register"),
    "set_aside": N_("of a project that was set aside"),
}


def five_year_budget(workbook: Workbook) -> Section:
    """Return the budget by issue and year (form ผ.01), by source, and the community’s share."""
    title = _("Five-year budget")
    five = budget_of(workbook)
    if five.lines.empty:
        return nothing_known("budget", title, _("the budget"), "budget_line")
    names = PlanNames(workbook)
    section = Section("budget", title, sentences=_said(workbook, five))
    section.pictures = _picture(five, names)
    section.parts = [_summary(workbook, five), _sources(five, names)]
    section.evidence = decision_lines(workbook, "plan", "project_order", "project")
    section.notes = left_out_said(five)
    return section


def summary_form(
    workbook: Workbook, five: FiveYear | None = None, layouts: Sequence[str] | None = None
) -> PpForm:
    """Return form ผ.01 in the layout chosen, see ``chosen_layout``."""
    return pp01(chosen_layout("pp01", layouts), five or budget_of(workbook))


def own_sources(workbook: Workbook | HandedPlan) -> tuple[str, ...]:
    """Return the codes of the funding sources that are the community’s own."""
    listed = workbook.taxonomy("funding_source")
    return tuple(
        dict.fromkeys(
            code
            for head in ("community", "community_contribution", "community_fund")
            for code in codes_below(listed, head)
        )
    )


def _said(workbook: Workbook, five: FiveYear) -> list[str]:
    projects = in_plan(workbook.frame("project"))
    funded = {*five.lines["project_code"]}
    said = [
        _(
            "The plan needs {baht} in B.E. {first}–{last} for {projects} projects.",
            baht=baht(five.total),
            first=five.years[0],
            last=five.years[-1],
            projects=number(len(funded)),
        )
    ]
    if free := [row for row in projects if row["project_code"] not in funded]:
        codes = ", ".join(row["project_code"] for row in free)
        said.append(
            _("{n} projects have no budget line: {codes}.", n=number(len(free)), codes=codes)
        )
    own = community_share(five, own_sources(workbook))
    if own.share is not None:
        said.append(
            _(
                "The community itself puts in {baht}, or {share} of the whole.",
                baht=baht(own.baht),
                share=percent(own.share),
            )
        )
    return said


def _picture(five: FiveYear, names: PlanNames) -> list:
    lines = five.lines.assign(
        source=[names.taxon("funding_source", code) for code in five.lines["funding_source"]]
    )
    totals = lines.groupby("fiscal_year_be")["amount"].sum(min_count=1)
    alt = " · ".join(f"{year:.0f}: {baht(amount)}" for year, amount in totals.items())
    caption = _("Budget by fiscal year and source of money")
    return picture_sheets(budget_stack(lines, years=five.years), alt, caption)


def _summary(workbook: Workbook, five: FiveYear) -> Section:
    form = summary_form(workbook, five)
    note = _("The count of five years adds the counts of each year: a project of two years is two.")
    if form.layout.total_projects != "project_years":
        note = ""
    return Section(
        "budget-pp01",
        str(form.layout.title),
        layout=lies(form.layout),
        tables=[form_table(form, PlanNames(workbook), note=note)],
        notes=[_("Layout: {basis}", basis=str(form.layout.basis))],
    )


def _sources(five: FiveYear, names: PlanNames) -> Section:
    told = by_source(five)
    rows = []
    for key, part in told.groupby("key", sort=False, dropna=False):
        money = dict(zip(part["fiscal_year_be"].fillna(0), part["baht"], strict=True))
        share = part.loc[part["fiscal_year_be"].isna(), "share"].iloc[0]
        rows.append(_source_row(names.taxon("funding_source", key), money, share, five))
    totals = five.lines.groupby("fiscal_year_be")["amount"].sum(min_count=1).to_dict()
    rows.append(
        _source_row(_("Total"), totals | {0: five.total}, 1.0 if five.total else None, five)
    )
    kinds = {"source": "text", **{f"y{year}": "number" for year in five.years}}
    frame = framed(rows, kinds | {"all": "number", "share": "number"})
    columns = [
        Column("source", _("Source of money")),
        *(Column(f"y{year}", str(year), Form.BAHT) for year in five.years),
        Column("all", _("All years (baht)"), Form.BAHT),
        Column("share", _("Share"), Form.PERCENT),
    ]
    caption = _("Budget by source of money (baht)")
    table = Table(frame, columns, caption=caption, totals=1)
    return Section("budget-sources", _("Where the money is to come from"), tables=[table])


def _source_row(label: str, money: dict, share: float | None, five: FiveYear) -> dict:
    years = {f"y{year}": money.get(year) for year in five.years}
    return {"source": label, **years, "all": money.get(0), "share": share}


def left_out_said(five: FiveYear) -> list[str]:
    """Say which budget lines are in no table and why, so that every line is accounted for."""
    return [*_left_out(five), *_not_stated(five)]


def _left_out(five: FiveYear) -> list[str]:
    said = []
    for why, part in five.left_out.groupby("why", sort=False):
        said.append(
            _(
                "Not in these tables: {lines} budget lines {why} ({baht}).",
                lines=number(len(part)),
                why=_(_LEFT_OUT[str(why)]),
                baht=baht(part["amount"].sum(min_count=1)),
            )
        )
    return said


def _not_stated(five: FiveYear) -> list[str]:
    missing = int(pd.isna(five.lines["amount"]).sum())
    if not missing:
        return []
    return [_("{lines} budget lines state no amount and add nothing.", lines=number(missing))]
