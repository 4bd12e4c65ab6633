"""Animals per head and fish ponds per rai: kept apart from crops."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from planning_kit.profile.columns import answers, numbers, ratio, total
from planning_kit.profile.output import in_kilograms, mean_price
from planning_kit.profile.privacy import hide_list, shown, too_few

ANIMALS = (
    "product",
    "households",
    "animals",
    "animals_n",
    "animals_median",
    "budget_n",
    "revenue_head",
    "cash_cost_head",
    "margin_cash_head",
    "revenue",
    "income_share",
    "hidden",
)
FISH = (
    "product",
    "households",
    "pond_rai",
    "pond_n",
    "output_kg",
    "yield_kg_rai",
    "price_kg",
    "price_n",
    "budget_n",
    "revenue_rai",
    "cash_cost_rai",
    "margin_cash_rai",
    "revenue",
    "income_share",
    "hidden",
)


def animals(production: pd.DataFrame) -> pd.DataFrame:
    """Livestock by product, most households first. Columns ``ANIMALS``.

    ``animals`` head kept in all (of ``animals_n`` that stated) · ``animals_median`` per
    household · baht per head of the ``budget_n`` with number, revenue and cash cost.
    """
    return _table(production, "livestock", ANIMALS, _herd)


def fish(production: pd.DataFrame) -> pd.DataFrame:
    """Fish and aquatic animals by product. Columns ``FISH``; baht and kg per rai of pond."""
    return _table(production, "fish", FISH, _pond)


_SUMS = ("animals", "pond_rai", "output_kg", "revenue", "income_share")


def _table(
    production: pd.DataFrame,
    kind: str,
    columns: tuple[str, ...],
    measure: Callable[[pd.DataFrame], dict[str, object]],
) -> pd.DataFrame:
    rows = in_kilograms(production)
    everything = total(rows["revenue"])
    kept = rows[answers(rows, "product_kind") == kind]
    if kept.empty:
        return pd.DataFrame(columns=list(columns)).astype({"hidden": "bool"})
    found = [
        {"product": product} | _common(part, everything) | measure(part)
        for product, part in kept.groupby("product", sort=True)
    ]
    table = pd.DataFrame(found).sort_values("households", ascending=False, kind="stable")
    sums = [name for name in _SUMS if name in columns]
    beside = hide_list(list(table["households"]))
    table[sums] = table[sums].astype("float64").mask(pd.Series(beside, index=table.index), axis=0)
    table["hidden"] = [too_few(n) for n in table["households"]]
    table["households"] = table["households"].astype("float64").mask(table["hidden"])
    return table[list(columns)].reset_index(drop=True)


def _common(rows: pd.DataFrame, everything: float) -> dict[str, object]:
    revenue = shown(total(rows["revenue"]), _keepers(rows[rows["revenue"].notna()]))
    return {
        "households": _keepers(rows),
        "revenue": revenue,
        "income_share": ratio(revenue, everything),
    }


def _keepers(rows: pd.DataFrame) -> int:
    return int(rows["household_id"].nunique())


def _herd(rows: pd.DataFrame) -> dict[str, object]:
    rows = rows.assign(head=numbers(rows, "animals"))
    herds = rows.groupby("household_id")["head"].sum(min_count=1).dropna()
    budget = rows[(rows["head"] > 0) & rows["revenue"].notna() & rows["cash_cost"].notna()]
    n, head = _keepers(budget), budget["head"].sum()
    revenue, cost = budget["revenue"].sum(), budget["cash_cost"].sum()
    return {
        "animals": shown(float(herds.sum()), len(herds)),
        "animals_n": len(herds),
        "animals_median": shown(float(herds.median()), len(herds)),
        "budget_n": n,
        "revenue_head": shown(ratio(revenue, head), n),
        "cash_cost_head": shown(ratio(cost, head), n),
        "margin_cash_head": shown(ratio(revenue - cost, head), n),
    }


def _pond(rows: pd.DataFrame) -> dict[str, object]:
    ponds = rows[rows["area_rai"].notna()]
    weighed = rows[(rows["area_rai"] > 0) & rows["output_kg"].notna()]
    sellers = rows[(rows["sold_kg"] > 0) & rows["price_kg"].notna()]
    budget = rows[(rows["area_rai"] > 0) & rows["revenue"].notna() & rows["cash_cost"].notna()]
    n, area = _keepers(budget), budget["area_rai"].sum()
    revenue, cost = budget["revenue"].sum(), budget["cash_cost"].sum()
    output = weighed["output_kg"].sum()
    return {
        "pond_rai": shown(total(ponds["area_rai"]), _keepers(ponds)),
        "pond_n": _keepers(ponds),
        "output_kg": shown(output, _keepers(weighed)),
        "yield_kg_rai": shown(ratio(output, weighed["area_rai"].sum()), _keepers(weighed)),
        "price_kg": shown(mean_price(rows), _keepers(sellers)),
        "price_n": _keepers(sellers),
        "budget_n": n,
        "revenue_rai": shown(ratio(revenue, area), n),
        "cash_cost_rai": shown(ratio(cost, area), n),
        "margin_cash_rai": shown(ratio(revenue - cost, area), n),
    }
