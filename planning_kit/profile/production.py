"""Crops: area, yield, price, cost and gross margin per rai.

Cropped area adds up every season, so a plot planted twice counts twice: it is not land.
``land_use`` sets one beside the other.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from planning_kit.profile.columns import answers, ratio, total
from planning_kit.profile.land import operated_rai
from planning_kit.profile.output import in_kilograms, mean_price
from planning_kit.profile.privacy import hide_list, shown, too_few
from planning_kit.profile.tally import tally_several
from planning_kit.records.production_choices import SaleChannel
from planning_kit.thai import sort_key

CROPS = (
    "product_kind",
    "product",
    "season",
    "households",
    "area_rai",
    "area_n",
    "output_kg",
    "yield_n",
    "yield_kg_rai",
    "yield_q1",
    "yield_median",
    "yield_q3",
    "price_n",
    "price_kg",
    "budget_n",
    "revenue_rai",
    "cash_cost_rai",
    "full_cost_rai",
    "margin_cash_rai",
    "margin_full_rai",
    "full_n",
    "cash_cost_kg",
    "revenue",
    "income_share",
    "sums_hidden",
    "hidden",
)
"""Columns of ``crops``.

``households`` that grow it · ``area_rai`` planted, stated by ``area_n`` · ``output_kg``
and ``yield_kg_rai`` = total output ÷ total (bearing) area of the ``yield_n`` that stated
both; quartiles are of the households' own yields · ``price_kg`` weighted by quantity sold,
``price_n`` sellers · per rai, of the ``budget_n`` households with area, output value and
cash costs: ``revenue_rai`` (sales and home use), ``cash_cost_rai``, ``margin_cash_rai``;
``full_cost_rai`` and ``margin_full_rai`` add own labour, own inputs and depreciation, of
the ``full_n`` that valued any of these · ``cash_cost_kg`` baht per kg · ``revenue`` baht in all ·
``income_share`` of the revenue of everything produced, 0–1 · ``hidden`` where 1–4
households grow it; any measure with 1–4 behind it is NaN · ``sums_hidden`` where area,
output, revenue and share are NaN too, so that another crop cannot be worked out.
"""


def crops(production: pd.DataFrame, *, by_season: bool = True) -> pd.DataFrame:
    """Return one row per crop (and season), the largest area first. Columns ``CROPS``.

    Costs and margins follow the farm-budget method: gross margin = value of output −
    variable costs (McConnell & Dillon 1997, Farm Management for Asia, FAO).
    ``by_season=False`` joins the seasons; ``season`` is then ``"all"``.
    """
    rows = in_kilograms(production)
    everything = total(rows["revenue"])
    planted = rows[answers(rows, "product_kind").isin(PLANTS)]
    if planted.empty:
        return pd.DataFrame(columns=list(CROPS)).astype({"hidden": "bool", "sums_hidden": "bool"})
    if not by_season:
        planted = planted.assign(season="all")
    keys = ["product_kind", "product", "season"]
    found = [
        dict(zip(keys, key, strict=True)) | _crop(part, everything)
        for key, part in planted.groupby(keys, sort=True)
    ]
    table = pd.DataFrame(found)
    table["sums_hidden"] = hide_list(list(table["households"]))
    table["hidden"] = [too_few(n) for n in table["households"]]
    table[list(_SUMS)] = table[list(_SUMS)].mask(table["sums_hidden"], axis=0)
    order = sorted(
        table.index, key=lambda i: (-_or_zero(table["area_rai"][i]), sort_key(table["product"][i]))
    )
    table["households"] = table["households"].astype("float64").mask(table["hidden"])
    return table.loc[order, list(CROPS)].reset_index(drop=True)


@dataclass(frozen=True)
class LandUse:
    """Cropped area of all seasons beside the land operated, in rai; intensity = their ratio."""

    cropped_rai: float | None
    operated_rai: float | None
    intensity: float | None
    n: int
    hidden: bool = False


def land_use(production: pd.DataFrame, households: pd.DataFrame) -> LandUse:
    """Compare planted area with land of the households that stated both.

    Cropping intensity = cropped area ÷ land (FAO); above 1 where plots are planted twice.
    """
    rows = in_kilograms(production)
    planted = rows[answers(rows, "product_kind").isin(PLANTS)]
    cropped = planted.groupby("household_id")["area_rai"].sum(min_count=1)
    land = operated_rai(households).groupby(answers(households, "household_id")).sum(min_count=1)
    both = pd.DataFrame({"cropped": cropped, "land": land}, dtype="float64").dropna()
    n = len(both)
    if too_few(n):
        return LandUse(None, None, None, n, hidden=True)
    if n == 0 or both["land"].sum() == 0:
        return LandUse(None, None, None, n)
    area, operated = float(both["cropped"].sum()), float(both["land"].sum())
    return LandUse(area, operated, area / operated, n)


def sale_channels(production: pd.DataFrame) -> pd.DataFrame:
    """Households by the buyer they mainly sell to, all products: ``TALLY`` (several)."""
    stated = production[answers(production, "sale_channel").notna()]
    if stated.empty:
        return tally_several(pd.Series(dtype="object"), list(SaleChannel))
    used = stated.groupby("household_id")["sale_channel"].agg(tuple)
    return tally_several(used.astype("object"), list(SaleChannel))


PLANTS = ("annual", "perennial")
_SUMS = ("area_rai", "output_kg", "revenue", "income_share")


def _or_zero(value: float) -> float:
    return 0.0 if pd.isna(value) else float(value)


def _crop(rows: pd.DataFrame, everything: float) -> dict[str, object]:
    stated = rows[rows["area_rai"].notna()]
    area_n = _growers(stated)
    earned_n = _growers(rows[rows["revenue"].notna()])
    revenue = shown(total(rows["revenue"]), earned_n)
    return {
        "households": _growers(rows),
        "area_rai": shown(total(stated["area_rai"]), area_n),
        "area_n": area_n,
        "revenue": revenue,
        "income_share": ratio(revenue, everything),
        **_yields(rows),
        **_prices(rows),
        **_budget(rows),
    }


def _growers(rows: pd.DataFrame) -> int:
    return int(rows["household_id"].nunique())


def _yields(rows: pd.DataFrame) -> dict[str, object]:
    stated = rows[rows["output_kg"].notna() & (rows["bearing_rai"] > 0)]
    sums = stated.groupby("household_id")[["output_kg", "bearing_rai"]].sum()
    n = len(sums)
    own = sums["output_kg"] / sums["bearing_rai"]
    output, area = float(sums["output_kg"].sum()), float(sums["bearing_rai"].sum())
    return {
        "yield_n": n,
        "output_kg": shown(output, n),
        "yield_kg_rai": shown(ratio(output, area), n),
        "yield_q1": shown(float(own.quantile(0.25)), n),
        "yield_median": shown(own.median(), n),
        "yield_q3": shown(float(own.quantile(0.75)), n),
    }


def _prices(rows: pd.DataFrame) -> dict[str, object]:
    n = _growers(rows[(rows["sold_kg"] > 0) & rows["price_kg"].notna()])
    return {"price_n": n, "price_kg": shown(mean_price(rows), n)}


def _budget(rows: pd.DataFrame) -> dict[str, object]:
    """Work out the gross margin per rai of rows with area, output value and cash costs."""
    cash = rows[(rows["area_rai"] > 0) & rows["revenue"].notna() & rows["cash_cost"].notna()]
    full = cash[cash["non_cash_cost"].notna()]
    weighed = cash[cash["output_kg"] > 0]
    n, full_n, weighed_n = _growers(cash), _growers(full), _growers(weighed)
    area, full_area = cash["area_rai"].sum(), full["area_rai"].sum()
    revenue, cost = cash["revenue"].sum(), cash["cash_cost"].sum()
    full_cost = float((full["cash_cost"] + full["non_cash_cost"]).sum())
    full_margin = float(full["revenue"].sum()) - full_cost
    return {
        "budget_n": n,
        "revenue_rai": shown(ratio(revenue, area), n),
        "cash_cost_rai": shown(ratio(cost, area), n),
        "margin_cash_rai": shown(ratio(revenue - cost, area), n),
        "full_n": full_n,
        "full_cost_rai": shown(ratio(full_cost, full_area), full_n),
        "margin_full_rai": shown(ratio(full_margin, full_area), full_n),
        "cash_cost_kg": shown(
            ratio(weighed["cash_cost"].sum(), weighed["output_kg"].sum()), weighed_n
        ),
    }
