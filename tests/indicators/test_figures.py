from datetime import date

import pandas as pd
import pytest

from planning_kit.indicators.declared import indicators_from
from planning_kit.indicators.figure import Figure, added_figures, from_table, largest_share, ratio
from planning_kit.indicators.from_profile import baseline_values
from planning_kit.profile.production import crops
from planning_kit.records.declared_data import declared_rows

DAY = date(2026, 9, 30)


@pytest.fixture(scope="module")
def declared():
    return indicators_from(declared_rows("indicators", "default_set.csv"))


def _value(declared, figures, code):
    table = baseline_values(figures, declared, 2569).set_index("indicator_code")
    return table.loc[code]


def test_a_share_becomes_percent_with_n_day_and_source(declared):
    figures = {"food.staple_year_share": Figure(0.425, 120, DAY, "SRC1")}
    row = _value(declared, figures, "IN11")
    assert row["value"] == pytest.approx(42.5)
    assert (row["n"], row["as_of"], row["source_code"]) == (120, pd.Timestamp(DAY), "SRC1")
    assert row["kind"] == "baseline" and row["why_not"] is None


def test_two_counts_become_a_ratio(declared):
    figures = {"plan.projects_done": Figure(3, None, DAY), "plan.projects": Figure(12, None, DAY)}
    assert _value(declared, figures, "IN15")["value"] == pytest.approx(25)


@pytest.mark.parametrize(
    ("figures", "code", "why"),
    [
        ({}, "IN11", "not_given"),
        ({"food.staple_year_share": Figure(None, 3)}, "IN11", "not_stated"),
        ({}, "IN08", "not_measured"),
        ({"plan.projects_done": Figure(0), "plan.projects": Figure(0)}, "IN15", "not_stated"),
        ({"plan.projects_done": Figure(0)}, "IN15", "not_given"),
    ],
)
def test_what_is_not_known_is_never_zero(declared, figures, code, why):
    row = _value(declared, figures, code)
    assert pd.isna(row["value"])
    assert row["why_not"] == why


def test_a_zero_that_was_stated_stays_zero(declared):
    row = _value(declared, {"hazards.damage_baht": Figure(0.0, None, DAY)}, "IN13")
    assert row["value"] == 0 and row["why_not"] is None


def test_a_cell_of_a_profile_table():
    table = pd.DataFrame(
        {"key": ["gap", "pgs"], "area_rai": [80.0, 9.0], "n": [50, 50], "hidden": [False, True]}
    )
    assert from_table(table, "gap", "area_rai", as_of=DAY) == Figure(80.0, 50, DAY)
    assert from_table(table, "pgs", "area_rai") == Figure(None, 50)
    assert from_table(table, "organic", "area_rai") == Figure(None)


def test_the_largest_share_by_hand_from_the_profile():
    rows = [
        {"household_id": f"H{n}", "season": "main", "product_kind": "annual", "product": product,
         "planted_area": 400, "quantity": 100, "quantity_unit": "kg", "quantity_sold": 100,
         "quantity_home": 0, "price": price}
        for product, price in (("ข้าว", 30), ("ถั่ว", 10))
        for n in range(6)
    ]  # fmt: skip
    # Rice earns 6 × 3,000, beans 6 × 1,000: three quarters.
    found = largest_share(crops(pd.DataFrame(rows), by_season=False), as_of=DAY)
    assert found.value == pytest.approx(0.75)
    assert found.n == 6


@pytest.mark.parametrize(("shown", "value"), [([0.6, 0.1], 0.6), ([0.3, 0.1], None)])
def test_a_hidden_crop_may_be_the_largest(shown, value):
    table = pd.DataFrame(
        {"income_share": [*shown, float("nan")], "households": [20.0, 9.0, float("nan")]}
    )
    assert largest_share(table).value == value


def test_sums_and_ratios_keep_the_smaller_n_and_the_older_day():
    old, new = Figure(2, 9, date(2025, 1, 1), "A"), Figure(8, 30, DAY, "B")
    assert ratio(old, new) == Figure(0.25, 9, date(2025, 1, 1), "A")
    assert added_figures([old, new]) == Figure(10, 9, date(2025, 1, 1), "A")
    assert not added_figures([old, Figure(None)]).is_known
    assert not ratio(old, Figure(0)).is_known
