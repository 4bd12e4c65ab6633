"""Diversity, standards, technology, calendar, water and labour, by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.profile.calendar import calendar
from planning_kit.profile.diversity import (
    diversity,
    farming_types,
    products_per_household,
    shannon,
    simpson,
)
from planning_kit.profile.labour import labour, with_young_farmers
from planning_kit.profile.standards import safe_area, standards
from planning_kit.profile.technology import technologies
from planning_kit.profile.water import house_water, months_short, water_sources
from planning_kit.records import Household, Production, to_frame

AREAS = st.lists(st.floats(0.01, 1e6), min_size=1, max_size=12)


def crop(household: int, product: str, area_rai: float = 1, **more: object) -> dict:
    return {
        "household_id": str(household),
        "year_be": 2569,
        "season": "main",
        "product_kind": "annual",
        "product": product,
        "planted_area": area_rai * 400,
        **more,
    }


def frame(rows: list[dict]) -> pd.DataFrame:
    return to_frame(Production, rows)


def homes(rows: list[dict]) -> pd.DataFrame:
    return to_frame(Household, [{"household_id": str(i)} | row for i, row in enumerate(rows)])


def test_diversity_indices_by_hand():
    # half and half: 1 - (1/4 + 1/4); ln 2
    assert simpson(pd.Series([10, 10])) == 0.5
    assert shannon(pd.Series([10.0, 10.0])) == pytest.approx(math.log(2))
    assert simpson(pd.Series([7.0])) == 0
    assert simpson(pd.Series([], dtype="float64")) is None
    assert shannon(pd.Series([0.0, math.nan])) is None


@given(AREAS, st.floats(0.01, 100))
def test_diversity_does_not_depend_on_the_unit_of_land(areas, factor):
    one, other = pd.Series(areas), pd.Series(areas) * factor
    assert simpson(one) == pytest.approx(simpson(other), abs=1e-9)
    assert 0 <= simpson(one) <= 1 - 1 / len(areas) + 1e-9


def test_share_of_land_under_a_single_crop():
    # six grow rice alone (10 rai each), six rice and beans (5 + 5): 60 of 120 rai
    rows = [crop(i, "ข้าว", 10) for i in range(6)]
    rows += [crop(i, product, 5) for i in range(6, 12) for product in ("ข้าว", "ถั่ว")]
    found = diversity(frame(rows))
    assert (found.single_crop_share, found.single_crop_households) == (0.5, 0.5)
    # rice 90 and beans 30 of 120: 1 - (9/16 + 1/16)
    assert found.simpson == pytest.approx(0.375)
    assert (found.crops, found.n) == (2, 12)


def test_two_farms_with_one_crop_are_not_told():
    rows = [crop(i, "ข้าว") for i in range(12)] + [crop(i, "ถั่ว") for i in range(10)]
    found = diversity(frame(rows))
    assert found.single_crop_share is None
    assert found.hidden


def test_number_of_products():
    rows = [crop(i, f"พืช {k}") for i in range(10) for k in range(1 if i < 5 else 6)]
    table = products_per_household(frame(rows)).set_index("key")
    assert table.loc[["1", "5_up"], "households"].tolist() == [5, 5]


def test_types_of_farming():
    rows = [{"farming_type": "single"}] * 15 + [{"farming_type": "integrated"}] * 5
    assert farming_types(homes(rows)).set_index("key").at["single", "share"] == 0.75


def test_standards_each_apart_and_safe_together():
    rows = [crop(i, "ข้าว", 2, standard="gap") for i in range(10)]
    rows += [crop(i, "ผัก", 1, standard="organic") for i in range(10, 15)]
    rows += [crop(i, "ข้าว", 5, standard="none") for i in range(15, 30)]
    rows += [crop(i, "ข้าว", 99) for i in range(30, 40)]
    table = standards(frame(rows)).set_index("key")
    assert table.loc[["gap", "organic", "none", "pgs"], "area_rai"].tolist() == [20, 5, 75, 0]
    assert table.at["gap", "share"] == 0.2
    safe = safe_area(frame(rows))
    assert (safe.part_rai, safe.whole_rai, safe.share, safe.n) == (25, 100, 0.25, 30)


def test_two_organic_farms_cannot_be_worked_out_from_the_safe_area():
    rows = [crop(i, "ข้าว", standard="gap") for i in range(40)]
    rows += [crop(i, "ผัก", standard="organic") for i in range(40, 42)]
    rows += [crop(i, "ข้าว", standard="none") for i in range(42, 50)]
    table = standards(frame(rows)).set_index("key")
    assert table.loc[["gap", "organic"], "hidden"].all()
    assert safe_area(frame(rows)).share == pytest.approx(42 / 50)


def test_a_household_that_uses_a_drone_once_uses_it():
    rows = [crop(i, "ข้าว", technology=("drone",)) for i in range(6)]
    rows += [crop(i, "ผัก", technology=("none",)) for i in range(12)]
    table = technologies(frame(rows)).set_index("key")
    assert table.loc[["drone", "none"], "households"].tolist() == [6, 6]
    assert table.at["drone", "n"] == 12


def test_calendar_has_twelve_months_and_shares_of_growers():
    rows = [crop(i, "ข้าว", planting_months=(5, 6), harvest_months=(11,)) for i in range(5)]
    rows += [crop(i, "ข้าว", planting_months=(6,)) for i in range(5, 10)]
    rows += [crop(i, "แตงโม", planting_months=(1,)) for i in range(3)]
    table = calendar(frame(rows))
    plant = table[table["task"] == "plant"].set_index("month")
    assert set(table["product"]) == {"ข้าว"}
    assert len(plant) == 12
    assert plant.loc[[5, 6, 7], "share"].tolist() == [0.5, 1, 0]
    harvest = table[table["task"] == "harvest"].set_index("month")
    assert (harvest.at[11, "n"], harvest.at[11, "households"]) == (5, 5)


def test_water():
    rows = [{"water_sources": ("rain", "pond"), "water_short_months": 3}] * 6
    rows += [{"water_sources": ("rain",), "water_short_months": 0}] * 6
    rows += [{"drinking_water": "enough"}] * 5
    sources = water_sources(homes(rows)).set_index("key")
    assert (sources.at["pond", "share"], sources.at["rain", "n"]) == (0.5, 12)
    months = months_short(homes(rows)).set_index("key")
    assert months["households"].to_dict() == {"0": 6, "1_2": 0, "3_4": 6, "5_up": 0}
    assert house_water(homes(rows)).set_index("key").at["enough", "households"] == 5


def test_labour():
    rows = [{"farm_workers": 2, "young_farmers": i % 2, "hired_days": 10} for i in range(20)]
    table = labour(homes(rows)).set_index("measure")
    assert table["mean"].to_dict() == {"farm_workers": 2, "young_farmers": 0.5, "hired_days": 10}
    assert with_young_farmers(homes(rows))["share"].tolist() == [0.5]


def test_where_only_two_farms_are_safe_the_safe_area_is_hidden():
    rows = [crop(i, "ผัก", standard="organic") for i in range(2)]
    rows += [crop(i, "ข้าว", standard="none") for i in range(2, 40)]
    assert safe_area(frame(rows)).hidden
    assert safe_area(frame(rows)).part_rai is None


def test_a_month_in_which_two_plant_is_hidden():
    rows = [crop(i, "ข้าว", planting_months=(5,)) for i in range(10)]
    rows += [crop(i, "ข้าว", planting_months=(5, 6)) for i in range(10, 12)]
    plant = calendar(frame(rows)).set_index("month")
    assert plant["hidden"][plant["hidden"]].index.tolist() == [6]
    assert pd.isna(plant.at[6, "share"])
