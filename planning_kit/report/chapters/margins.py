"""What a rai leaves over: revenue, cash cost, full cost and gross margin of each crop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.margin import margin
from planning_kit.language import _
from planning_kit.profile.production import crops
from planning_kit.profile.production_year import production_year
from planning_kit.report.chapters.crop_tables import cash_table, full_table, named_crops
from planning_kit.report.chapters.wording import (
    baht,
    evidence,
    growers,
    households,
    joined,
    nothing_known,
    number,
    sample_of,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_DRAWN = 12


def margins(workbook: Workbook) -> Section:
    """Return the chapter on cost and gross margin per rai, with and without non-cash cost."""
    title = _("Cost and what is left over")
    found = production_year(workbook.frame("production"))
    table = named_crops(crops(found.frame))
    told = table[(table["budget_n"] != 0) | table["hidden"]]
    if table.empty or not told["margin_cash_rai"].notna().any():
        return nothing_known("margins", title, _("cost and revenue of crops"), "production")
    section = Section("margins", title, sentences=found.sentences(), notes=_explained())
    section.sentences += _cash_said(told) + _full_said(told)
    section.pictures = [_picture(told)]
    section.tables = [cash_table(told)]
    if told["full_n"].notna().any() and (told["full_n"] != 0).any():
        section.tables.append(full_table(told))
    section.evidence = [evidence(workbook, "production", growers(found.frame))]
    section.notes += [*found.notes(), sample_of(workbook).sentence()]
    return section


def _explained() -> list[str]:
    return [
        _(
            "A rai here is a rai planted in one season. Land planted twice in a year counts "
            "twice, so these figures are not per rai of land."
        ),
        _(
            "Left over = value of the output − cost. Value of the output is what was sold and "
            "what the household used. Full cost adds own labour, own inputs and depreciation, "
            "which nobody paid in cash."
        ),
    ]


def _cash_said(table: pd.DataFrame) -> list[str]:
    told = table[table["margin_cash_rai"].notna()].sort_values("margin_cash_rai")
    best, worst = told.iloc[-1], told.iloc[0]
    said = [
        _(
            "{crop} leaves the most cash: {margin} per rai (n = {n}).",
            crop=best["label"],
            margin=baht(best["margin_cash_rai"]),
            n=households(best["budget_n"]),
        )
    ]
    if len(told) > 1:
        said.append(
            _(
                "{crop} leaves the least: {margin} per rai (n = {n}).",
                crop=worst["label"],
                margin=baht(worst["margin_cash_rai"]),
                n=households(worst["budget_n"]),
            )
        )
    return said


def _full_said(table: pd.DataFrame) -> list[str]:
    told = table[table["margin_full_rai"].notna()]
    if told.empty:
        return [_("Nobody has valued own labour and own inputs, so the full cost is not known.")]
    losing = told[told["margin_full_rai"] < 0]
    if losing.empty:
        return [_("Every crop still leaves something when own labour and inputs are counted.")]
    crops_said = joined(
        f"{row['label']} ({number(row['margin_full_rai'])})" for _at, row in losing.iterrows()
    )
    return [
        _(
            "When own labour and inputs are counted, these crops make a loss (baht per rai): "
            "{crops}.",
            crops=crops_said,
        )
    ]


def _picture(table: pd.DataFrame) -> Picture:
    drawn = table[table["margin_cash_rai"].notna()].head(_DRAWN)
    caption = _("Revenue and cost of the main crops, baht per rai planted")
    said = " · ".join(
        _(
            "{crop}: revenue {revenue}, cash cost {cost}, left over {margin}",
            crop=row["label"],
            revenue=number(row["revenue_rai"]),
            cost=number(row["cash_cost_rai"]),
            margin=number(row["margin_cash_rai"]),
        )
        for _at, row in drawn.iterrows()
    )
    return Picture(margin(drawn, label="label"), f"{caption}. {said}", caption)
