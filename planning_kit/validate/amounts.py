"""The amounts that are compared with those of their kind, and what is said of a far one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from planning_kit.language import N_
from planning_kit.records.account import EXPENSE_FIELDS, INCOME_FIELDS
from planning_kit.validate.derived import (
    cost_per_rai,
    crop_key,
    damage_per_rai,
    money_in,
    name_and_unit,
    name_of_crop,
    name_of_product,
    price_per_unit,
    product_and_unit,
    product_key,
    rai_operated,
    rai_struck,
    yield_per_rai,
)

_HOUSEHOLDS_DIFFER = 20.0
"""A poor or a rich household is no mistake: what a family has may be this many times more."""


def _any_kind(_record: Any) -> str:
    return ""


def _no_words(_record: Any) -> dict[str, object]:
    return {}


@dataclass(frozen=True)
class Amount:
    """An amount worked out from one record.

    ``field`` is the cell that a finding points at. ``value`` returns the amount, ``None``
    where it cannot be worked out; ``kind`` what it is compared within; ``wording`` what
    else the sentence says. A value within ``least_times`` of the middle is never far:
    where most sell at one price, a slightly other one is no mistake.
    """

    record: str
    code: str
    field: str
    sentence: str
    value: Callable[[Any], float | None]
    kind: Callable[[Any], str] = _any_kind
    wording: Callable[[Any], dict[str, object]] = _no_words
    least_times: float = 2.0


_YIELD = N_(
    "The yield of {product} comes to {value} kg per rai; the middle of {n} is {middle} (usual: "
    "{low} to {high}). Check output, unit and area"
)
_PRICE = N_(
    "The price of {product} comes to {value} baht per {unit}; the middle of {n} is {middle} "
    "(usual: {low} to {high}). Check price and unit"
)
_COST = N_(
    "The cash cost of {product} comes to {value} baht per rai; the middle of {n} is {middle} "
    "(usual: {low} to {high}). Check costs and area"
)
_LAND = N_(
    "The land farmed comes to {value} rai; the middle of {n} households is {middle} (usual: "
    "{low} to {high}). Check areas and unit"
)
_INCOME = N_(
    "The income of the year comes to {value} baht; the middle of {n} households is {middle} "
    "(usual: {low} to {high}). Check for a zero too many or too few"
)
_EXPENSE = N_(
    "The expense of the year comes to {value} baht; the middle of {n} households is {middle} "
    "(usual: {low} to {high}). Check for a zero too many or too few"
)
_OWED = N_(
    "The debt comes to {value} baht; the middle of {n} households that owe is {middle} (usual: "
    "{low} to {high}). Check the figure"
)
_STRICKEN = N_(
    "The stricken area of {product} comes to {value} rai; the middle of {n} records is {middle} "
    "(usual: {low} to {high}). Check area and unit"
)
_DAMAGE = N_(
    "The damage to {product} comes to {value} baht per rai; the middle of {n} records is "
    "{middle} (usual: {low} to {high}). Check damage and area"
)

AMOUNTS = (
    Amount(
        "production",
        "validate.far-yield",
        "quantity",
        _YIELD,
        yield_per_rai,
        product_key,
        name_of_product,
    ),
    Amount(
        "production",
        "validate.far-price",
        "price",
        _PRICE,
        price_per_unit,
        product_and_unit,
        name_and_unit,
    ),
    Amount(
        "production",
        "validate.far-cost",
        "planted_area",
        _COST,
        cost_per_rai,
        product_key,
        name_of_product,
    ),
    Amount(
        "household",
        "validate.far-land",
        "land_owned",
        _LAND,
        rai_operated,
        least_times=_HOUSEHOLDS_DIFFER,
    ),
    Amount(
        "household_account",
        "validate.far-income",
        "income_crops",
        _INCOME,
        money_in(INCOME_FIELDS),
        least_times=_HOUSEHOLDS_DIFFER,
    ),
    Amount(
        "household_account",
        "validate.far-expense",
        "expense_food",
        _EXPENSE,
        money_in(EXPENSE_FIELDS),
        least_times=_HOUSEHOLDS_DIFFER,
    ),
    Amount(
        "household_account",
        "validate.far-debt",
        "debt_formal",
        _OWED,
        money_in(("debt_formal",)),
        least_times=_HOUSEHOLDS_DIFFER,
    ),
    Amount(
        "hazard",
        "validate.far-area",
        "affected_area",
        _STRICKEN,
        rai_struck,
        crop_key,
        name_of_crop,
    ),
    Amount(
        "hazard",
        "validate.far-damage",
        "damage",
        _DAMAGE,
        damage_per_rai,
        crop_key,
        name_of_crop,
    ),
)
"""Every amount that is looked at. Informal debt is not: it is shown as a count only."""
