"""Income projects: is each worth its money, and what if prices, yields or costs differ?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from planning_kit.charts.cash_flow import cash_flow as cash_picture
from planning_kit.charts.sensitivity import sensitivity as sensitivity_picture
from planning_kit.errors import KitError
from planning_kit.language import _
from planning_kit.plan.chosen import in_plan
from planning_kit.plan.finance import Appraisal, appraise
from planning_kit.plan.finance_sensitivity import sensitivity
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.income_sentences import break_even_said, returns_said
from planning_kit.report.chapters.income_tables import (
    FACTORS,
    assumption_table,
    changes_table,
    flow_table,
    quarter_table,
)
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.plan_evidence import decision_lines
from planning_kit.report.chapters.wording import baht, nothing_known, number
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def income_projects(workbook: Workbook) -> Section:
    """Return the appraisal of every income project: cash flow, returns, break-even, changes."""
    title = _("Income projects: do they pay?")
    cash = workbook.frame("cash_item")
    stated = set(cash["project_code"])
    listed = [
        row
        for row in in_plan(workbook.frame("project"))
        if row["is_income_project"] is True or row["project_code"] in stated
    ]
    if not listed:
        return nothing_known("income-projects", title, _("income projects"), "cash_item")
    section = Section("income-projects", title)
    section.sentences = [
        _("{n} projects are to earn income.", n=number(len(listed))),
        _("These are calculations from what the groups expect, not a promise of income."),
    ]
    section.parts = [_project(row, cash) for row in listed]
    section.evidence = decision_lines(workbook, "project_order", "project", "plan")
    section.notes = _explained()
    return section


def _project(project: Row, cash: pd.DataFrame) -> Section:
    code, rate = project["project_code"], project["discount_rate"]
    items = cash[cash["project_code"] == code].reset_index(drop=True)
    section = Section(f"income-{code}", f"{code} {project['name']}")
    if items.empty:
        section.sentences = [_("Its costs and revenue are not written yet.")]
        return section
    try:
        found = appraise(items, rate)
        changes = sensitivity(items, rate)
    except KitError as error:
        section.sentences = error.say().splitlines()
        return section
    section.sentences = [*returns_said(found.returns), *break_even_said(found.break_even)]
    section.pictures = [*_flow_picture(found), *_sensitivity_picture(changes)]
    section.tables = [
        quarter_table(found.flow),
        flow_table(found.flow),
        changes_table(changes),
        assumption_table(items),
    ]
    if found.not_stated:
        names = ", ".join(found.not_stated)
        section.notes = [_("In no figure, because they state no money: {items}.", items=names)]
    return section


def _flow_picture(found: Appraisal) -> list[Any]:
    yearly = found.flow.groupby("fiscal_year_be")["net"].sum()
    alt = " · ".join(f"{year:.0f}: {baht(net)}" for year, net in yearly.items())
    return picture_sheets(cash_picture(found.flow), alt, _("Cash flow by quarter"))


def _sensitivity_picture(changes: pd.DataFrame) -> list[Any]:
    told = changes.assign(factor=[str(FACTORS[str(one)]) for one in changes["factor"]])
    if changes["npv"].isna().all():
        return []
    losing = told[~told["pays"]]
    said = [
        f"{row['factor']} {row['change']:+.0%}: {baht(row['npv'])}".replace("-", "−")
        for row in plain_rows(losing, losing.columns)
    ]
    alt = " · ".join(said) or _("It pays in every case shown.")
    return picture_sheets(
        sensitivity_picture(told), alt, _("What is left if things turn out otherwise")
    )


def _explained() -> list[str]:
    return [
        _(
            "Net present value: all money in minus all money out, later money counting less, at "
            "the interest stated. Benefit-cost ratio: money in divided by money out, counted so."
        ),
        _(
            "The first quarter counts in full. Each later quarter counts less, by the interest of "
            "a quarter, which adds up to that of a year in four quarters."
        ),
        _("Formulas: Gittinger 1982, Economic Analysis of Agricultural Projects, World Bank."),
    ]
