"""Where nothing was asked, every function says so and none fails."""

from __future__ import annotations

import importlib

import pandas as pd
import pytest

from planning_kit.profile.compare import beside_budgets
from planning_kit.profile.production import crops
from planning_kit.records import record_type, to_frame

H, P, A, V = "household", "production", "household_account", "village"
CALLS = {
    "people": [
        *((name, H) for name in ("household_size", "composition", "dependency", "heads")),
        *((name, H) for name in ("farm_households", "staple_food", "people_by_village")),
    ],
    "land": [
        *((name, H) for name in ("holding", "size_classes", "tenure_mix")),
        *((name, H) for name in ("irrigated_share", "land_rights")),
    ],
    "output": [("unconverted", P)],
    "production": [("crops", P), ("land_use", P, H), ("sale_channels", P)],
    "livestock": [("animals", P), ("fish", P)],
    "diversity": [("diversity", P), ("products_per_household", P), ("farming_types", H)],
    "standards": [("standards", P), ("safe_area", P)],
    "technology": [("technologies", P)],
    "income": [("income", A), ("components", A), ("farm_share", A), ("savings", A)],
    "debt": [
        *((name, A) for name in ("formal_debt", "debtors", "debt_service", "debt_to_income")),
    ],
    "inequality": [("inequality", A)],
    "community": [("groups", "group"), ("group_list", "group"), ("memberships", H)],
    "hazards": [
        *((name, "hazard") for name in ("by_kind", "by_crop", "by_village", "by_year")),
    ],
    "environment": [("resources", "natural_resource"), ("resource_list", "natural_resource")],
    "capital": [("capitals", "capital"), ("capital_list", "capital")],
    "calendar": [("calendar", P)],
    "water": [
        *((name, H) for name in ("water_sources", "months_short", "house_water")),
        ("months_short_spread", H),
    ],
    "labour": [("labour", H), ("with_young_farmers", H)],
    "coverage": [("coverage", H, V), ("coverage_by_village", H, V)],
    "villages": [("compare_villages", V, H, A)],
    "compare": [("own_figures", V, H, A)],
}
EACH = [(room, *call) for room, calls in CALLS.items() for call in calls]


def figures(result: object) -> list[object]:
    """Return every number a result shows."""
    if isinstance(result, pd.DataFrame):
        amounts = result.drop(columns=["hidden", "measure"], errors="ignore")
        return [value for value in amounts.to_numpy().ravel() if isinstance(value, (int, float))]
    values = result if isinstance(result, dict) else vars(result)
    return [value for value in values.values() if isinstance(value, (int, float))]


@pytest.mark.parametrize(("room", "function", "frames"), [(r, f, n) for r, f, *n in EACH])
@pytest.mark.parametrize("columns", ["all columns", "no columns"])
def test_nothing_in_nothing_out(room, function, frames, columns):
    given = [
        to_frame(record_type(name), []) if columns == "all columns" else pd.DataFrame()
        for name in frames
    ]
    result = getattr(importlib.import_module(f"planning_kit.profile.{room}"), function)(*given)
    assert [value for value in figures(result) if value == value and value != 0] == []


def test_crop_budgets_alone_are_shown_without_own_figures():
    budget = {"area_code": "73", "product": "ข้าวนาปี", "year_be": 2567, "cost_total": 5110.0}
    frame = to_frame(record_type("crop_budget"), [budget | {"revenue": 8136.0}])
    table = beside_budgets(frame, crops(to_frame(record_type(P), []), by_season=False))
    assert table["margin"].tolist() == [3026]
    assert table["own_margin"].isna().all()
