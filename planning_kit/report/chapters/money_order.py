"""Does the money go where the people said it should go first?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.budgets import budget_priority
from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.plan.priority_money import in_words, priority_money, theme_money
from planning_kit.records.plain_rows import plain_rows
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.plan_evidence import decision_lines
from planning_kit.report.chapters.plan_frames import adopted_problems, budget_of
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.plan_sentences import say
from planning_kit.report.chapters.wording import baht, nothing_known
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def money_order(workbook: Workbook) -> Section:
    """Return the money of the plan beside the adopted order of the problems."""
    title = _("Money and the order that was adopted")
    # Only what the five-year budget counts, so that both chapters come to the same sum.
    problems, lines = workbook.frame("problem"), budget_of(workbook).lines
    if problems.empty or lines.empty:
        return nothing_known("money-order", title, _("problems with a budget"), "budget_line")
    names = PlanNames(workbook)
    adopted = adopted_problems(workbook)
    table = priority_money(problems, workbook.frame("project"), lines, adopted)
    section = Section("money-order", title)
    section.sentences = [say(message, values, names) for message, values in in_words(table)]
    section.pictures = _picture(table)
    section.tables = [_problems(table, names), _themes(table, names)]
    section.evidence = decision_lines(workbook, "problem_order")
    section.notes = [
        _(
            "The money of a project that answers several problems is shared equally among them, "
            "so that every baht counts once."
        )
    ]
    return section


def _picture(table: pd.DataFrame) -> list:
    drawn = table[table["problem_code"].notna()].rename(columns={"baht": "amount"})
    said = [
        f"{row['problem_code']} {row['statement'] or ''}: {baht(row['amount'])}"
        for row in plain_rows(drawn, drawn.columns)
    ]
    caption = _("Money of the plan by problem, in the adopted order")
    return picture_sheets(budget_priority(drawn), " · ".join(said), caption)


def _problems(table: pd.DataFrame, names: PlanNames) -> Table:
    labels = [
        names.coded("problem", code) if code else _("Projects without a problem")
        for code in table["problem_code"]
    ]
    columns = [
        Column("label", _("Problem"), links=names.links("problem")),
        Column("place", _("Place adopted"), Form.INT),
        Column("projects", _("Projects"), Form.INT),
        Column("baht", _("Budget (baht)"), Form.BAHT),
        Column("share", _("Share"), Form.PERCENT),
    ]
    return Table(table.assign(label=labels), columns, caption=_("Budget by problem"))


def _themes(table: pd.DataFrame, names: PlanNames) -> Table:
    themes = theme_money(table)
    labels = [names.taxon("problem_theme", code) for code in themes["theme"]]
    columns = [
        Column("label", _("Theme")),
        Column("problems", _("Problems"), Form.INT),
        Column("baht", _("Budget (baht)"), Form.BAHT),
        Column("share", _("Share"), Form.PERCENT),
    ]
    return Table(themes.assign(label=labels), columns, caption=_("Budget by theme"))
