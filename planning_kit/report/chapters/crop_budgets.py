"""Published cost and margin of crops, beside the tambon's own where it grows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit import areas
from planning_kit.charts.bars import bars, paired_bars
from planning_kit.charts.compare import compare
from planning_kit.charts.values import Form
from planning_kit.language import Words, _
from planning_kit.profile.compare import COUNTRY, beside_budgets
from planning_kit.profile.privacy import too_few
from planning_kit.profile.production import crops
from planning_kit.report.chapters.text_column import as_text
from planning_kit.report.chapters.wording import (
    baht,
    evidence,
    growers,
    joined,
    known,
    nothing_known,
    number,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

BUDGETS = Words("ชุดตัวเลข", "crop budgets")

# Published figures are public: a missing one is not stated, never hidden.
_NEVER = "never_hidden"


def crop_budgets(workbook: Workbook) -> Section:
    """Return the part on crop budgets: beside the tambon's own, or the published ones alone."""
    budgets = workbook.frame("crop_budget")
    title = _("Crop costs and margins per rai, beside published ones")
    if budgets.empty:
        subject = _("published costs and margins of crops")
        return nothing_known("crop-budgets", title, subject, "crop_budget")
    production = workbook.frame("production")
    grown = crops(production, by_season=False)
    table = _worded(workbook, beside_budgets(budgets, grown))
    own = (table["own_n"] > 0) | table["hidden"]
    section = Section("crop-budgets", title)
    whose = joined(dict.fromkeys(table["area"]))
    if own.any():
        section.sentences = _beside(table[own], whose)
        section.pictures += _both(table[own])
        section.tables.append(_own_table(table[own]))
        section.evidence.append(evidence(workbook, "production", growers(production)))
    else:
        section.title = _("Published crop costs and margins per rai (not the tambon’s own)")
        section.sentences = _alone(table, whose)
        section.pictures += _published(table, whose)
    section.tables.append(_published_table(table, whose))
    section.evidence.append(evidence(workbook, "crop_budget", len(budgets), of=BUDGETS))
    return section


def _worded(workbook: Workbook, table: pd.DataFrame) -> pd.DataFrame:
    sources = workbook.evidence("crop_budget").sources
    titles = {source.source_code: source.title for source in sources}
    codes = [str(code) for code in table["area_code"]]
    few = table["own_n"].map(too_few)
    return table.assign(
        hidden=few,
        own_n=table["own_n"].mask(few),
        own_cash_margin=table["own_revenue"] - table["own_cash_cost"],
        area=[_("the whole country") if c == COUNTRY else areas.get(c).title() for c in codes],
        source=as_text(titles.get(code) for code in table["source_code"]),
    )


def _beside(own: pd.DataFrame, whose: str) -> list[str]:
    both = own[own["own_cash_margin"].notna() & own["margin"].notna()]
    if both.empty:
        return [
            _(
                "Some crops of the tambon have a published budget of {area}, but too few households "
                "stated their costs to compare.",
                area=whose,
            )
        ]
    below = both[both["own_cash_margin"] < both["margin"]]
    said = [
        _(
            "Crops of the tambon that can be compared with published budgets of {area}: {count}.",
            count=number(len(both)),
            area=whose,
        )
    ]
    if len(below):
        said.append(
            _(
                "Counting cash costs only, the tambon’s margin per rai is below the published one for {crops}.",
                crops=joined(below["product"]),
            )
        )
    above = both[both["own_cash_margin"] > both["margin"]]
    if len(above):
        said.append(
            _(
                "Counting cash costs only, the tambon’s margin per rai is above the published one for {crops}.",
                crops=joined(above["product"]),
            )
        )
    return said


def _alone(table: pd.DataFrame, whose: str) -> list[str]:
    said = [
        _(
            "This workbook holds no crops of the tambon’s own with a published budget to compare.",
        ),
        _(
            "The figures below are of {area}, not of this tambon; costs and margins here may differ.",
            area=whose,
        ),
    ]
    told = table[table["margin"].notna()].sort_values("margin", kind="stable")
    if len(told) > 1:
        best, worst = told.iloc[-1], told.iloc[0]
        said.append(
            _(
                "Among the {count} published crops {crop} leaves the most per rai: {amount}.",
                count=number(len(told)),
                crop=best["product"],
                amount=baht(best["margin"]),
            )
        )
        if worst["margin"] < 0:
            said.append(
                _(
                    "{crop} lost {amount} per rai: its cost was higher than its revenue.",
                    crop=worst["product"],
                    amount=baht(-worst["margin"]),
                )
            )
    return said


def _published_table(table: pd.DataFrame, whose: str) -> Table:
    columns = [
        Column("product", _("Crop")),
        *_columns(("yield_kg", "revenue", "cost_total", "margin"), _NEVER),
        Column("area", _("Published for")),
        Column("year_be", _("Year (B.E.)"), Form.YEAR_BE),
    ]
    # One source stands in the evidence line already.
    if table["source"].nunique() > 1:
        columns.append(Column("source", _("Source")))
    return Table(table, columns, caption=_("Published crop budgets of {area}", area=whose))


def _own_table(own: pd.DataFrame) -> Table:
    """Return the tambon's own crops, in the same columns and order as the published ones."""
    names = (
        "own_yield_kg",
        "own_revenue",
        "own_cash_cost",
        "own_cash_margin",
        "own_full_cost",
        "own_margin",
    )
    columns = [
        Column("product", _("Crop")),
        *_columns(names, None),
        Column("own_n", _("n"), Form.INT),
    ]
    note = _(
        "The source does not say whether its cost counts the farmer’s own labour, so the "
        "tambon’s margin is shown with cash costs only, and with own labour, own inputs and "
        "depreciation as well."
    )
    return Table(own, columns, caption=_("The tambon’s own crops"), note=note)


def _columns(names: tuple[str, ...], hidden: str | None) -> list[Column]:
    headings = {
        "yield_kg": (_("Yield (kg per rai)"), Form.INT),
        "revenue": (_("Revenue (baht per rai)"), Form.BAHT),
        "cost_total": (_("Cost (baht per rai)"), Form.BAHT),
        "margin": (_("Margin (baht per rai)"), Form.BAHT),
        "own_yield_kg": (_("Yield (kg per rai)"), Form.INT),
        "own_revenue": (_("Revenue (baht per rai)"), Form.BAHT),
        "own_cash_cost": (_("Cash cost (baht per rai)"), Form.BAHT),
        "own_cash_margin": (_("Margin after cash cost (baht per rai)"), Form.BAHT),
        "own_full_cost": (_("Full cost (baht per rai)"), Form.BAHT),
        "own_margin": (_("Margin after full cost (baht per rai)"), Form.BAHT),
    }
    return [Column(name, *headings[name], hidden=hidden) for name in names]


def _both(own: pd.DataFrame) -> list[Picture]:
    drawn = own[own["own_cash_margin"].notna() & own["margin"].notna()]
    if drawn.empty:
        return []
    points = {"own_cash_margin": _("The tambon"), "margin": _("Published")}
    caption = _("Margin per rai after cash costs, the tambon’s own and published (baht)")
    if (drawn[list(points)] < 0).any(axis=None):
        figure = compare(drawn, label="product", points=points, form=Form.BAHT)
    else:
        figure = paired_bars(drawn, label="product", series=points, form=Form.BAHT)
    told = [
        f"{row['product']}: {points['own_cash_margin']} {baht(row['own_cash_margin'])}, "
        f"{points['margin']} {baht(row['margin'])}"
        for row in drawn.to_dict("records")
    ]
    return [Picture(figure, alt=f"{caption}. {'; '.join(told)}", caption=caption)]


def _published(table: pd.DataFrame, whose: str) -> list[Picture]:
    drawn = table[table["margin"].notna()].sort_values("margin", ascending=False, kind="stable")
    if drawn.empty:
        return []
    caption = _("Published margin per rai, {area} (baht)", area=whose)
    figure = bars(drawn.assign(hidden=False), label="product", value="margin", form=Form.BAHT)
    told = [
        f"{row['product']} {baht(row['margin'])}"
        for row in drawn.to_dict("records")
        if known(row["margin"])
    ]
    return [Picture(figure, alt=f"{caption}: {'; '.join(told)}", caption=caption)]
