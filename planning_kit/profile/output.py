"""Output of every production row in kilograms, as far as its unit has a weight."""

from __future__ import annotations

import pandas as pd

from planning_kit.errors import ReadingError
from planning_kit.profile.columns import added, answers, complete, numbers, rai, ratio
from planning_kit.profile.privacy import hide_list
from planning_kit.records.production import CASH_COSTS, NON_CASH_COSTS, Production
from planning_kit.thai import to_kilograms


def in_kilograms(production: pd.DataFrame) -> pd.DataFrame:
    """Return ``production`` with what can be worked out from each row, NaN where it cannot.

    New columns: ``weight_kg`` of one unit · ``output_kg`` · ``sold_kg`` · ``home_kg`` ·
    ``price_kg`` (baht per kg) · ``area_rai`` (planted) · ``bearing_rai`` (bearing area of
    perennials where stated, else planted) · ``sales`` (baht: sold × price) · ``home_value``
    (baht: home use × the row's price, else the product's mean price) · ``revenue`` (sales +
    home value, NaN where neither is known) · ``cash_cost``, ``non_cash_cost`` (baht: sum of
    the items stated; NaN where none was) .
    """
    production = complete(production, Production)
    rows = production.copy()
    weight = _unit_weight(production)
    price = numbers(production, "price")
    sold, home = numbers(production, "quantity_sold"), numbers(production, "quantity_home")
    rows["weight_kg"] = weight
    rows["output_kg"] = numbers(production, "quantity") * weight
    rows["sold_kg"], rows["home_kg"] = sold * weight, home * weight
    rows["price_kg"] = price / weight
    rows["area_rai"] = rai(production, "planted_area")
    rows["bearing_rai"] = rai(production, "bearing_area").fillna(rows["area_rai"])
    rows["sales"] = (sold * price).mask(sold == 0, 0.0)
    rows["home_value"] = _home_value(rows, home, price)
    rows["revenue"] = added(rows, ["sales", "home_value"])
    unvalued = ((sold > 0) & rows["sales"].isna()) | ((home > 0) & rows["home_value"].isna())
    rows["revenue"] = rows["revenue"].mask(unvalued)
    rows["cash_cost"] = added(production, CASH_COSTS)
    rows["non_cash_cost"] = added(production, NON_CASH_COSTS)
    return rows


def unconverted(production: pd.DataFrame) -> pd.DataFrame:
    """Rows whose output is stated but has no weight in kg.

    Columns: ``product, quantity_unit, rows, households, hidden``. Their area and money
    still count; only their yield does not.
    """
    rows = in_kilograms(production)
    left = rows[numbers(rows, "quantity").notna() & rows["output_kg"].isna()]
    if left.empty:
        return pd.DataFrame(columns=list(UNCONVERTED)).astype({"hidden": "bool"})
    unit = answers(left, "quantity_unit").map(lambda code: code or "")
    groups = left.assign(quantity_unit=unit).groupby(["product", "quantity_unit"], sort=True)
    table = groups.agg(rows=("product", "size"), households=("household_id", "nunique"))
    table["hidden"] = hide_list(list(table["households"]))
    counts = ["rows", "households"]
    table[counts] = table[counts].astype("float64").mask(table["hidden"], axis=0)
    return table.reset_index()[list(UNCONVERTED)]


UNCONVERTED = ("product", "quantity_unit", "rows", "households", "hidden")


def mean_price(rows: pd.DataFrame) -> float:
    """Return the price in baht per kg weighted by the quantity sold; NaN if nothing was sold."""
    sellers = rows[(rows["sold_kg"] > 0) & rows["price_kg"].notna()]
    return ratio(float((sellers["sold_kg"] * sellers["price_kg"]).sum()), sellers["sold_kg"].sum())


def _unit_weight(production: pd.DataFrame) -> pd.Series:
    pairs = list(
        zip(
            answers(production, "quantity_unit"),
            numbers(production, "unit_weight_kg"),
            strict=True,
        )
    )
    known = {pair: _weighed(*pair) for pair in set(pairs)}
    return pd.Series([known[pair] for pair in pairs], index=production.index, dtype="float64")


def _weighed(unit: str | None, stated: float) -> float:
    """Return kg per unit; NaN where it has no weight or a stated one contradicts the unit.

    Such rows are counted by ``unconverted``, and validation has already said why.
    """
    if unit is None:
        return float("nan")
    try:
        weight = to_kilograms(1, unit, unit_weight_kg=None if pd.isna(stated) else stated)
    except ReadingError:
        return float("nan")
    return float("nan") if weight is None else float(weight)


def _home_value(rows: pd.DataFrame, home: pd.Series, price: pd.Series) -> pd.Series:
    own = home * price
    means = {product: mean_price(part) for product, part in rows.groupby("product", sort=False)}
    elsewhere = rows["home_kg"] * rows["product"].map(means).astype("float64")
    return own.fillna(elsewhere).mask(home == 0, 0.0)
