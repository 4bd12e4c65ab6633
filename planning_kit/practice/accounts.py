"""Household accounts of a subset of the households: farm money follows the harvests sold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planning_kit.practice.chance import Chance
from planning_kit.practice.harvests import YEAR_BE
from planning_kit.practice.homes import Home
from planning_kit.practice.sources import SURVEY
from planning_kit.practice.typing_habits import with_gaps

ACCOUNTS = 280
_INCOME_OF = {
    "annual": "income_crops",
    "perennial": "income_crops",
    "livestock": "income_livestock",
    "fish": "income_fish",
}
_CASH = (
    "cost_seed",
    "cost_fertilizer",
    "cost_chemical",
    "cost_feed",
    "cost_labour",
    "cost_machine",
    "cost_water_fuel",
    "cost_rent",
    "cost_other",
)
_GAPS = {"saving": 11, "debt_informal": 5, "debt_payment": 4, "income_other": 6, "expense_other": 3}

# Baht at equal steps of the distribution.
_WAGE = (12_000, 36_000, 60_000, 84_000, 108_000, 144_000, 216_000, 420_000)
_TRADE = (12_000, 30_000, 60_000, 110_000, 260_000, 700_000)
_SENT = (3_000, 8_000, 12_000, 20_000, 36_000, 72_000)
_FORMAL = (8_000, 30_000, 60_000, 110_000, 180_000, 280_000, 450_000, 1_300_000)
_INFORMAL = (3_000, 8_000, 15_000, 30_000, 60_000, 150_000)
_SAVED = (0, 1_000, 3_000, 6_000, 12_000, 25_000, 60_000, 350_000)
_FOOD = (11_000, 15_000, 18_000, 22_000, 27_000, 36_000)


def account_rows(homes: list[Home], production: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return one row per household that kept an account: ``ACCOUNTS`` of those surveyed."""
    money: dict[str, dict[str, int]] = {}
    for row in production:
        _add(money.setdefault(row["household_id"], {}), row)
    chosen = Chance("accounts").sample(len(homes), ACCOUNTS)
    return [_row(homes[at - 1], money.get(homes[at - 1].household_id, {})) for at in chosen]


def _add(money: dict[str, int], row: dict[str, Any]) -> None:
    sold = round(row["quantity_sold"] * (row["price"] or 0))
    income = _INCOME_OF[row["product_kind"]]
    money[income] = money.get(income, 0) + sold
    costs = sum(row.get(name) or 0 for name in _CASH)
    money["costs"] = money.get("costs", 0) + costs


def _row(home: Home, money: dict[str, int]) -> dict[str, Any]:
    chance = home.chance("account")
    row = {
        "household_id": home.household_id,
        "year_be": YEAR_BE,
        "months_recorded": 12,
        **_income(home, money, chance),
        **_expense(home, money, chance),
        **_debt(home, chance),
        "source_code": SURVEY,
    }
    return with_gaps(row, _GAPS, chance)


def _hundreds(baht: int) -> int:
    return baht // 100 * 100


def _remembered(baht: int, chance: Chance) -> int:
    """Return what people recall of a sum: near it, in round hundreds."""
    return _hundreds(chance.about(baht, 9))


def _income(home: Home, money: dict[str, int], chance: Chance) -> dict[str, Any]:
    works = home.adults > 0
    trade = chance.yes(11 if home.is_farm else 26)
    # Nobody lives on nothing: without a farm or a shop, whoever can work earns a wage.
    wage = works and (chance.yes(58 if home.is_farm else 80) or not (home.is_farm or trade))
    rice_aid = min(home.land // 400, 10) * 1000 if home.is_farm and chance.yes(60) else 0
    card = 3_600 if chance.yes(52) else 0
    return {
        "income_crops": _remembered(money.get("income_crops", 0), chance),
        "income_livestock": _remembered(money.get("income_livestock", 0), chance),
        "income_fish": _remembered(money.get("income_fish", 0), chance),
        "income_processing": chance.between(10, 240) * 100 if chance.yes(7) else 0,
        "income_farm_wage": chance.between(15, 300) * 100 if works and chance.yes(38) else 0,
        "income_wage": _hundreds(chance.curve(_WAGE)) if wage else 0,
        "income_trade": _hundreds(chance.curve(_TRADE)) if trade else 0,
        "income_remittance": _hundreds(chance.curve(_SENT)) if chance.yes(44) else 0,
        "income_state": home.elders * 8_400 + card + rice_aid,
        "income_other": chance.between(5, 80) * 100 if chance.yes(16) else 0,
    }


def _expense(home: Home, money: dict[str, int], chance: Chance) -> dict[str, Any]:
    heads = home.members
    return {
        "expense_farm": _remembered(money.get("costs", 0), chance),
        "expense_food": max(_hundreds(chance.curve(_FOOD) * (heads + 2) // 3), 6_000),
        "expense_utilities": _hundreds(chance.about(5_000 + 2_100 * heads, 35)),
        "expense_transport": _hundreds(chance.about(4_000 + 3_200 * home.adults, 50)),
        "expense_education": _hundreds(chance.about(6_500 * home.children, 60)),
        "expense_health": _hundreds(chance.about(900 + 1_300 * home.elders, 70)),
        "expense_social": _hundreds(chance.about(6_000, 60)),
        "expense_other": _hundreds(chance.about(5_000, 70)),
    }


def _debt(home: Home, chance: Chance) -> dict[str, Any]:
    formal = _hundreds(chance.curve(_FORMAL)) if chance.yes(72 if home.is_farm else 45) else 0
    informal = _hundreds(chance.curve(_INFORMAL)) if chance.yes(15) else 0
    return {
        "debt_formal": formal,
        "debt_informal": informal,
        "debt_payment": _hundreds((formal + informal) * chance.between(4, 16) // 100),
        "saving": _hundreds(chance.curve(_SAVED)),
    }
