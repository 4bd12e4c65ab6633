"""The tables of crops: area and yield, price and income, cost and margin."""

from __future__ import annotations

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.profile.privacy import too_few
from planning_kit.report.chapters.wording import answer
from planning_kit.report.table import Column, Table

_BEHIND = {
    "area": ("area_n", ("area_rai",)),
    "yield": ("yield_n", ("yield_kg_rai", "yield_q1", "yield_median", "yield_q3")),
    "price": ("price_n", ("price_kg",)),
    "budget": ("budget_n", ("revenue_rai", "cash_cost_rai", "margin_cash_rai")),
    "full": ("full_n", ("full_cost_rai", "margin_full_rai")),
}
_SUMS = ("area_rai", "revenue", "income_share")


def named_crops(crops: pd.DataFrame) -> pd.DataFrame:
    """Return ``profile.production.crops`` with ``label`` and with every small n hidden.

    A crop grown in several seasons is named with its season. ``area_hidden`` and its like
    say where a figure is kept back; the n that would be under five is kept back with it.
    """
    table = crops.copy()
    seasons = table.groupby("product")["season"].transform("nunique")
    table["label"] = [
        _named(str(row.product), str(row.season), several > 1)
        for row, several in zip(table.itertuples(), seasons, strict=True)
    ]
    for name, (n, figures) in _BEHIND.items():
        few = table["hidden"] | pd.Series([too_few(one) for one in table[n]], index=table.index)
        table[n] = table[n].astype("float64").mask(few)
        table[list(figures)] = table[list(figures)].astype("float64").mask(few, axis=0)
        table[f"{name}_hidden"] = few
    table["area_hidden"] |= table["sums_hidden"]
    table["money_hidden"] = table["hidden"] | table["sums_hidden"]
    table.loc[table["money_hidden"], list(_SUMS)] = float("nan")
    table["kilo_hidden"] = table["budget_hidden"]
    return table


def growing_table(crops: pd.DataFrame) -> Table:
    """Return growers, planted area and yield of each crop, each with its n."""
    columns = [
        Column("label", _("Crop")),
        Column("households", _("Growers (households)"), Form.INT),
        Column("area_rai", _("Planted area (rai)"), Form.RAI, 0, hidden="area_hidden"),
        Column("area_n", _("n (area)"), Form.INT, hidden="area_hidden"),
        Column("yield_kg_rai", _("Yield (kg per rai)"), Form.NUMBER, 0, hidden="yield_hidden"),
        Column("yield_median", _("Yield, median farm"), Form.NUMBER, 0, hidden="yield_hidden"),
        Column("yield_n", _("n (yield)"), Form.INT, hidden="yield_hidden"),
    ]
    note = _("Area adds up all seasons. Yield is all output divided by all bearing area.")
    return Table(crops, columns, caption=_("Crops: area and yield"), note=note)


def selling_table(crops: pd.DataFrame) -> Table:
    """Return price, revenue and share of income of each crop."""
    columns = [
        Column("label", _("Crop")),
        Column("price_kg", _("Price (baht per kg)"), Form.NUMBER, 2, hidden="price_hidden"),
        Column("price_n", _("Sellers (n)"), Form.INT, hidden="price_hidden"),
        Column("revenue", _("Revenue (baht)"), Form.BAHT, hidden="money_hidden"),
        Column("income_share", _("Share of farm revenue"), Form.PERCENT, hidden="money_hidden"),
    ]
    note = _("Revenue is sales and the value of what the household used itself.")
    return Table(crops, columns, caption=_("Crops: price and revenue"), note=note)


def cash_table(crops: pd.DataFrame) -> Table:
    """Return revenue, cash cost and cash margin per rai, and cash cost per kg."""
    columns = [
        Column("label", _("Crop")),
        Column("revenue_rai", _("Revenue"), Form.BAHT, hidden="budget_hidden"),
        Column("cash_cost_rai", _("Cash cost"), Form.BAHT, hidden="budget_hidden"),
        Column("margin_cash_rai", _("Left over (cash)"), Form.BAHT, hidden="budget_hidden"),
        Column("cash_cost_kg", _("Cash cost per kg"), Form.NUMBER, 2, hidden="kilo_hidden"),
        Column("budget_n", _("n"), Form.INT, hidden="budget_hidden"),
    ]
    return Table(crops, columns, caption=_("Cash only: baht per rai planted"))


def full_table(crops: pd.DataFrame) -> Table:
    """Return cost and margin per rai with own labour, own inputs and depreciation."""
    columns = [
        Column("label", _("Crop")),
        Column("full_cost_rai", _("Full cost"), Form.BAHT, hidden="full_hidden"),
        Column("margin_full_rai", _("Left over (full cost)"), Form.BAHT, hidden="full_hidden"),
        Column("full_n", _("n"), Form.INT, hidden="full_hidden"),
    ]
    note = _(
        "Only households that put a value on their own labour and inputs stand here; they may "
        "be fewer than in the table of cash costs."
    )
    caption = _("Own labour and inputs counted too: baht per rai planted")
    return Table(crops, columns, caption=caption, note=note)


def _named(product: str, season: str, several: bool) -> str:
    return f"{product} ({answer('production', 'season', season)})" if several else product
