"""The chapter on how evenly income is spread: the Gini coefficient in plain words, the Lorenz curve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.lorenz import lorenz
from planning_kit.charts.values import Form
from planning_kit.language import Words, _
from planning_kit.profile import inequality as profile
from planning_kit.profile.income import income as money_of
from planning_kit.report.chapters.answer_tables import row_of, worded
from planning_kit.report.chapters.wording import (
    baht,
    evidence,
    known,
    nothing_known,
    number,
    percent,
    sample_of,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_MEASURES = {
    "income": Words("รายรับของครัวเรือน", "household income"),
    "expense": Words("รายจ่ายของครัวเรือน", "household expense"),
}


def inequality(workbook: Workbook) -> Section:
    """Return the chapter on how evenly income is spread over the households."""
    frame = workbook.frame("household_account")
    title = _("How evenly income is spread")
    if frame.empty:
        return nothing_known("inequality", title, _("household income"), "household_account")
    found = profile.inequality(frame)
    section = Section("inequality", title)
    if found.gini is None:
        section.sentences.append(
            _("Fewer than five households stated a year’s income, so its spread is not shown.")
            if found.hidden
            else _("No household stated a whole year’s income, so its spread is not known.")
        )
        return section
    section.sentences = [*_shares(found), *_gini(found, frame), sample_of(workbook).sentence()]
    section.pictures.append(_curve(found))
    section.tables = [_measures(frame), _steps(found)]
    section.evidence.append(evidence(workbook, "household_account", found.n))
    return section


def _shares(found: profile.Inequality) -> list[str]:
    if found.bottom_share is None or found.top_share is None:
        return [_("With fewer than 25 households the poorest and the richest are not set apart.")]
    return [
        _(
            "The poorest 40 of every 100 households receive {share} of all income; if all "
            "received the same, it would be 40%.",
            share=percent(found.bottom_share, 0),
        ),
        _(
            "The richest 20 of every 100 households receive {share}; if all received the same, "
            "it would be 20%.",
            share=percent(found.top_share, 0),
        ),
    ]


def _gini(found: profile.Inequality, frame: pd.DataFrame) -> list[str]:
    said = [
        _(
            "The Gini coefficient of income is {gini}. It is 0 where all households receive the "
            "same and 1 where one household receives everything.",
            gini=number(found.gini, 2),
        )
    ]
    money = row_of(money_of(frame), "income")
    if money is not None and known(money["mean"]) and found.gini_unbiased:
        # Twice the coefficient times the mean is the mean difference of two households.
        difference = 2 * found.gini_unbiased * float(money["mean"])
        said.append(
            _(
                "In other words: the yearly incomes of two households drawn by lot differ by "
                "about {amount} on average.",
                amount=baht(round(difference, -3)),
            )
        )
    return said


def _curve(found: profile.Inequality) -> Picture:
    caption = _("The further the curve sags, the less evenly income is spread")
    figure = lorenz(
        found.curve,
        x_label=_("Share of households, poorest first"),
        y_label=_("Share of all income"),
        equal_label=_("if all received the same"),
        message=_("Gini {gini}", gini=number(found.gini, 2)),
    )
    steps = [
        _(
            "the poorest {people} of households receive {share}",
            people=percent(x, 0),
            share=percent(y, 0),
        )
        for x, y in zip(found.curve["population_share"], found.curve["value_share"], strict=True)
        if 0 < x < 1
    ]
    return Picture(figure, alt=f"{caption}: {'; '.join(steps)}", caption=caption)


def _measures(frame: pd.DataFrame) -> Table:
    rows = []
    for name in _MEASURES:
        found = profile.inequality(frame, name)
        rows.append(
            {
                "measure": name,
                "gini": found.gini,
                "bottom": found.bottom_share,
                "top": found.top_share,
                "n": found.n,
                "hidden": found.hidden,
            }
        )
    shown = worded(pd.DataFrame(rows), _MEASURES, "measure")
    columns = [
        Column("label", _("Measure")),
        Column("gini", _("Gini coefficient"), Form.NUMBER, 2),
        Column("bottom", _("Share of the lowest 40%"), Form.PERCENT),
        Column("top", _("Share of the highest 20%"), Form.PERCENT),
        Column("n", _("n"), Form.INT),
    ]
    return Table(shown, columns, caption=_("Spread over the households"))


def _steps(found: profile.Inequality) -> Table:
    columns = [
        Column("population_share", _("Share of households, poorest first"), Form.PERCENT, 0),
        Column("value_share", _("Share of all income"), Form.PERCENT),
    ]
    caption = _("Income received by the poorest households together (n = {n})", n=number(found.n))
    return Table(found.curve.iloc[1:], columns, caption=caption)
