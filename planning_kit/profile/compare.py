"""The tambon's own figures beside published ones: never mixed, each with its year and source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from planning_kit.profile.columns import added, numbers, rai, ratio, total
from planning_kit.profile.income import whole_years
from planning_kit.profile.land import operated_rai
from planning_kit.profile.people import household_members
from planning_kit.profile.sampling import Estimate
from planning_kit.profile.spread import spread_row
from planning_kit.thai import clean

FIGURES = (
    "measure",
    "detail",
    "own",
    "own_n",
    "area_code",
    "level",
    "value",
    "year_be",
    "source_code",
    "ratio",
)
"""Columns: ``own`` the tambon's figure (NaN where unknown) and ``own_n`` · ``value``
published for ``area_code`` at ``level`` (country, province, amphoe, tambon, village) in ``year_be`` ·
``ratio`` own ÷ value (NaN where one is missing or zero)."""

BUDGETS = (
    "product",
    "area_code",
    "year_be",
    "source_code",
    "yield_kg",
    "own_yield_kg",
    "yield_ratio",
    "revenue",
    "own_revenue",
    "cost_total",
    "own_cash_cost",
    "own_full_cost",
    "margin",
    "own_margin",
    "own_n",
)
"""Columns, per rai: published and own yield (kg), revenue, cost and margin (baht);
``margin`` = revenue − cost_total, ``own_margin`` with non-cash costs; own ones NaN where
the tambon has no such crop."""


def own_figures(
    villages: pd.DataFrame, households: pd.DataFrame, accounts: pd.DataFrame
) -> dict[str, Estimate]:
    """Return the tambon's value of each ``Measure`` that can be worked out, by its code."""
    whole = {
        "population": added(villages, ["males", "females"]),
        "households": numbers(villages, "households"),
        "farm_households": numbers(villages, "farm_households"),
        "farm_area_rai": rai(villages, "farm_area"),
    }
    own = {
        name: Estimate(total(values), len(values))
        for name, values in whole.items()
        if len(values) and values.notna().all()
    }
    used = whole_years(accounts).frame
    means = {
        "farm_area_per_household": operated_rai(households),
        "income_per_household": used["income"],
        "debt_per_household": numbers(used, "debt_formal"),
        "persons_per_household": household_members(households),
    }
    for name, values in means.items():
        row = spread_row(values)
        if row["n"]:
            value = None if row["hidden"] else float(str(row["mean"]))
            own[name] = Estimate(value, int(str(row["n"])), hidden=bool(row["hidden"]))
    return own


def beside_figures(figures: pd.DataFrame, own: Mapping[str, Estimate]) -> pd.DataFrame:
    """Set published figures beside the tambon's own, newest first in each area. ``FIGURES``.

    Totals (population, households, areas) get no ratio except at the tambon's own level.
    """
    rows = []
    for figure in figures.to_dict("records"):
        measure, code = str(figure["measure"]), str(figure["area_code"])
        mine = own.get(measure)
        level = LEVELS.get(len(code), "") if code != COUNTRY else "country"
        value = float(figure["value"])
        own_value = np.nan if mine is None or mine.value is None else mine.value
        comparable = measure not in TOTALS or level == "tambon"
        detail = figure.get("detail")
        rows.append(
            {
                "measure": measure,
                "detail": detail if isinstance(detail, str) else None,
                "own": own_value,
                "own_n": np.nan if mine is None else mine.n,
                "area_code": code,
                "level": level,
                "value": value,
                "year_be": int(figure["year_be"]),
                "source_code": figure.get("source_code"),
                "ratio": ratio(own_value, value) if comparable else np.nan,
            }
        )
    table = pd.DataFrame(rows, columns=list(FIGURES))
    return table.sort_values(
        ["measure", "area_code", "year_be"], ascending=[True, True, False], kind="stable"
    ).reset_index(drop=True)


def beside_budgets(budgets: pd.DataFrame, crops: pd.DataFrame) -> pd.DataFrame:
    """Set published crop budgets beside the tambon's own crops (``crops(by_season=False)``).

    Columns ``BUDGETS``; products match by name, spaces aside.
    """
    own = {_name(row["product"]): row for row in crops.to_dict("records")}
    rows = []
    for budget in budgets.to_dict("records"):
        mine = own.get(_name(budget["product"]), {})
        revenue, cost = _number(budget, "revenue"), _number(budget, "cost_total")
        rows.append(
            {
                "product": budget["product"],
                "area_code": budget.get("area_code"),
                "year_be": int(budget["year_be"]),
                "source_code": budget.get("source_code"),
                "yield_kg": _number(budget, "yield_kg"),
                "own_yield_kg": _number(mine, "yield_kg_rai"),
                "yield_ratio": ratio(_number(mine, "yield_kg_rai"), _number(budget, "yield_kg")),
                "revenue": revenue,
                "own_revenue": _number(mine, "revenue_rai"),
                "cost_total": cost,
                "own_cash_cost": _number(mine, "cash_cost_rai"),
                "own_full_cost": _number(mine, "full_cost_rai"),
                "margin": revenue - cost,
                "own_margin": _number(mine, "margin_full_rai"),
                "own_n": _number(mine, "budget_n"),
            }
        )
    return pd.DataFrame(rows, columns=list(BUDGETS))


COUNTRY = "00"
LEVELS = {2: "province", 4: "amphoe", 6: "tambon", 8: "village"}
TOTALS = ("population", "households", "farm_households", "farm_area_rai", "other")


def _name(product: object) -> str:
    return "".join(clean(str(product)).split())


def _number(row: Mapping[Any, Any], name: str) -> float:
    value = row.get(name)
    return float("nan") if value is None else float(value)
