"""Harvests, costs and accounts of the practice tambon hang together."""

import json
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from statistics import mean, median

import pytest

from planning_kit.practice import practice_rows
from planning_kit.records import record_type
from planning_kit.records.production import CASH_COSTS

COSTS = (
    Path(__file__).resolve().parents[2].parent
    / "shared"
    / "data"
    / "nakhon_pathom"
    / "production_costs_2567.json"
)
RAI = Decimal(400)
DRY = ("99010105", "99010106", "99010108")


def _read(name):
    return [record_type(name).model_validate(row) for row in practice_rows()[name]]


@pytest.fixture(scope="module")
def households():
    return {household.household_id: household for household in _read("household")}


@pytest.fixture(scope="module")
def production():
    return _read("production")


@pytest.fixture(scope="module")
def accounts():
    return {account.household_id: account for account in _read("household_account")}


def _cash(row):
    return sum((getattr(row, name) or Decimal(0) for name in CASH_COSTS), Decimal(0))


def _sales(row):
    return (row.quantity_sold or 0) * (row.price or 0)


def test_no_season_plants_more_land_than_the_household_farms(households, production):
    planted = defaultdict(Decimal)
    for row in production:
        if row.product_kind in ("annual", "perennial"):
            season = "second" if row.season == "second" else "first"
            planted[row.household_id, season] += row.planted_area
    for (household_id, season), area in planted.items():
        home = households[household_id]
        land = home.land_owned + home.land_rented + home.land_free_use
        assert area <= land, (household_id, season)


def test_second_rice_grows_only_on_irrigated_land(households, production):
    for row in production:
        if row.product == "ข้าวนาปรัง":
            assert row.planted_area <= households[row.household_id].land_irrigated


def test_only_farm_households_produce(households, production):
    assert {row.household_id for row in production} <= {
        code for code, household in households.items() if household.is_farm_household
    }


def test_sold_and_home_use_never_exceed_output_and_some_rice_is_eaten(production):
    for row in production:
        assert row.quantity_sold + row.quantity_home <= row.quantity
    assert any(row.quantity_home for row in production if row.product == "ข้าวนาปี")


def test_dry_villages_harvest_less_rice_per_rai(households, production):
    kilograms = {"kg": 1, "tonne": 1000, "kwian": 1000, "kasop": 60}
    yields = defaultdict(list)
    for row in production:
        if row.product == "ข้าวนาปี":
            dry = households[row.household_id].village_code in DRY
            weight = kilograms[row.quantity_unit]
            yields[dry].append(row.quantity * weight / (row.planted_area / RAI))
    assert mean(yields[True]) < mean(yields[False]) * Decimal("0.9")
    assert mean(yields[True]) > 380 and mean(yields[False]) < 760


def test_dry_villages_lack_water_for_longer(households):
    months = defaultdict(list)
    for household in households.values():
        if household.water_short_months is not None:
            months[household.village_code in DRY].append(household.water_short_months)
    assert mean(months[True]) > mean(months[False]) + 1


def test_accounts_remember_what_the_production_sheet_says(production, accounts):
    sales, costs = defaultdict(Decimal), defaultdict(Decimal)
    unpriced = {row.household_id for row in production if row.quantity_sold and row.price is None}
    for row in production:
        costs[row.household_id] += _cash(row)
        if row.product_kind in ("annual", "perennial"):
            sales[row.household_id] += _sales(row)
    for household_id, account in accounts.items():
        # Remembered within 9 %, then cut to whole hundreds.
        assert abs(account.expense_farm - costs[household_id]) <= costs[household_id] / 10 + 100
        if household_id not in unpriced:
            crops = sales[household_id]
            assert abs(account.income_crops - crops) <= crops / 10 + 100


def test_incomes_are_skewed_and_nobody_lives_on_nothing(accounts):
    names = [name for name in record_type("household_account").model_fields if "income_" in name]
    incomes = [sum(getattr(row, name) or 0 for name in names) for row in accounts.values()]
    assert min(incomes) > 0
    assert mean(incomes) > median(incomes) * Decimal("1.1")


def test_crop_budgets_add_up_and_cover_the_main_crops(production):
    budgets = {budget.product: budget for budget in _read("crop_budget")}
    grown = {row.product for row in production}
    assert {"ข้าวนาปี", "อ้อยโรงงาน", "มันสำปะหลัง"} <= budgets.keys() <= grown
    for budget in budgets.values():
        parts = [n for n in type(budget).model_fields if n.startswith("cost_")]
        total = sum(getattr(budget, name) for name in parts if name != "cost_total")
        assert total == budget.cost_total


@pytest.mark.skipif(not COSTS.exists(), reason="needs ../shared/data/nakhon_pathom")
@pytest.mark.parametrize("crop", ["ข้าวนาปี", "ข้าวนาปรัง", "อ้อยโรงงาน"])
def test_cash_cost_and_yield_are_of_the_size_a_real_province_published(production, crop):
    real = next(row for row in json.loads(COSTS.read_text("utf-8")) if row["crop_name"] == crop)
    rows = [row for row in production if row.product == crop]
    rai = sum(row.planted_area for row in rows) / RAI
    without_rent = sum(_cash(row) - (row.cost_rent or 0) for row in rows) / rai
    assert 0.5 < float(without_rent) / real["total_cost_baht"] < 1.3
    weight = {"kg": 1, "tonne": 1000, "kwian": 1000, "kasop": 60}
    kilograms = sum(row.quantity * weight[row.quantity_unit] for row in rows)
    assert 0.6 < float(kilograms / rai) / real["yield_kg_per_rai"] < 1.3


def test_land_is_typed_in_the_ways_people_type_it():
    typed = [row["land_owned"] for row in practice_rows()["household"]]
    assert any(isinstance(land, str) and re.fullmatch(r"\d+-\d-\d+", land) for land in typed)
    assert any(isinstance(land, str) and "ไร่" in land for land in typed)
    assert any(isinstance(land, float) for land in typed)
    assert any(land == 0 for land in typed)
