"""Animals and fish: kept apart from crops, per head and per rai of pond."""

from __future__ import annotations

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.profile.livestock import animals, fish
from planning_kit.profile.privacy import too_few
from planning_kit.report.chapters.wording import households, known, label, number, rai
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

_HERD_FLAGS = {"animals_n": "herd_hidden", "budget_n": "budget_hidden"}
_FISH_FLAGS = {"pond_n": "pond_hidden", "budget_n": "budget_hidden", "price_n": "price_hidden"}


def animals_part(grown: pd.DataFrame) -> Section | None:
    """Return the part on livestock, or ``None`` where nobody keeps any."""
    table = animals(grown)
    if table.empty:
        return None
    table = _without_small_n(table, _HERD_FLAGS)
    table["sum_hidden"] = table["animals"].isna() & (
        table["herd_hidden"] | (table["animals_n"] > 0)
    )
    section = Section("production-animals", _("Livestock"))
    first = table.iloc[0]
    if known(first["households"]) and known(first["animals"]):
        section.sentences = [
            _(
                "{animal} is kept by the most households: {households}, {animals} head in all.",
                animal=first["product"],
                households=households(first["households"]),
                animals=number(first["animals"]),
            )
        ]
    herds = [
        Column("product", label("production", "product")),
        Column("households", _("Households"), Form.INT),
        Column("animals", _("Head in all"), Form.INT, hidden="sum_hidden"),
        Column("animals_median", _("Head, median household"), Form.NUMBER, 0, hidden="herd_hidden"),
        Column("animals_n", _("n (head)"), Form.INT, hidden="herd_hidden"),
        Column("income_share", _("Share of farm revenue"), Form.PERCENT, hidden="share_hidden"),
    ]
    section.tables = [
        Table(table, herds, caption=_("Livestock: number of animals")),
        Table(table, _money("head"), caption=_("Livestock: baht per head")),
    ]
    return section


def fish_part(grown: pd.DataFrame) -> Section | None:
    """Return the part on fish and aquatic animals, or ``None`` where nobody keeps any."""
    table = fish(grown)
    if table.empty:
        return None
    table = _without_small_n(table, _FISH_FLAGS)
    table["sum_hidden"] = table["pond_rai"].isna() & (table["pond_hidden"] | (table["pond_n"] > 0))
    section = Section("production-fish", _("Fish and aquatic animals"))
    first = table.iloc[0]
    if known(first["households"]) and known(first["pond_rai"]):
        section.sentences = [
            _(
                "{fish} is raised by the most households: {households}, {area} of ponds.",
                fish=first["product"],
                households=households(first["households"]),
                area=rai(first["pond_rai"]),
            )
        ]
    ponds = [
        Column("product", label("production", "product")),
        Column("households", _("Households"), Form.INT),
        Column("pond_rai", _("Pond area (rai)"), Form.RAI, hidden="sum_hidden"),
        Column("pond_n", _("n (ponds)"), Form.INT, hidden="pond_hidden"),
        Column("yield_kg_rai", _("Yield (kg per rai)"), Form.NUMBER, 0, hidden="pond_hidden"),
        Column("price_kg", _("Price (baht per kg)"), Form.NUMBER, 2, hidden="price_hidden"),
        Column("price_n", _("Sellers (n)"), Form.INT, hidden="price_hidden"),
    ]
    section.tables = [
        Table(table, ponds, caption=_("Fish: ponds and yield")),
        Table(table, _money("rai"), caption=_("Fish: baht per rai of pond")),
    ]
    return section


def _money(per: str) -> list[Column]:
    return [
        Column("product", label("production", "product")),
        Column(f"revenue_{per}", _("Revenue"), Form.BAHT, hidden="budget_hidden"),
        Column(f"cash_cost_{per}", _("Cash cost"), Form.BAHT, hidden="budget_hidden"),
        Column(f"margin_cash_{per}", _("Left over (cash)"), Form.BAHT, hidden="budget_hidden"),
        Column("budget_n", _("n"), Form.INT, hidden="budget_hidden"),
    ]


def _without_small_n(table: pd.DataFrame, flags: dict[str, str]) -> pd.DataFrame:
    """Return the table with every n of 1–4 hidden, and columns that say so."""
    shown = table.copy()
    for n, flag in flags.items():
        few = shown["hidden"] | pd.Series([too_few(one) for one in shown[n]], index=shown.index)
        shown[n] = shown[n].astype("float64").mask(few)
        shown[flag] = few
    return shown
