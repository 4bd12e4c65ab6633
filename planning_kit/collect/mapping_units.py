"""Units a mapping may name: those the kit knows and the local ones it defines itself."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from decimal import Decimal
from functools import cache

from planning_kit import thai
from planning_kit.collect.mapping import UnitDefinition
from planning_kit.records import Kind

# In square wah, the unit in which the kit keeps land.
LAND_UNITS = {
    "rai": Decimal(thai.SQUARE_WAH_PER_RAI),
    "ngan": Decimal(100),
    "sqwah": Decimal(1),
    "acre": thai.ACRE,
    "hectare": thai.HECTARE,
    "m2": Decimal("0.25"),
    "km2": Decimal(250_000),
}
MONEY_UNITS = {
    "baht": Decimal(1),
    "thousand_baht": Decimal(1_000),
    "million_baht": Decimal(1_000_000),
}
SHARE_UNITS = {"share": Decimal(1), "percent": Decimal("0.01")}
_LAND_NAMES = {
    "square_metres": "m2",
    "square_wah": "sqwah",
    "rai": "rai",
    "acres": "acre",
    "hectares": "hectare",
}

Own = MappingOf[str, UnitDefinition]


@cache
def units_of(kind: Kind) -> dict[str, Decimal]:
    """Return the units a mapping may name for a kind of field, with what one of each is.

    Land becomes square wah, money baht, and a number counted in a unit of known weight
    kilograms. Empty for a kind that takes no unit.
    """
    if kind is Kind.LAND:
        return LAND_UNITS
    if kind is Kind.MONEY:
        return MONEY_UNITS
    if kind is Kind.SHARE:
        return SHARE_UNITS
    if kind is Kind.NUMBER:
        weighed = thai.UNITS.items()
        return {code: unit.kilograms for code, unit in weighed if unit.kilograms is not None}
    return {}


def units_for(kind: Kind, own: Own) -> dict[str, Decimal]:
    """Return the kit's units for a kind of field and the mapping's own that measure it."""
    known = dict(units_of(kind))
    for name, unit in own.items():
        size = _size(unit, kind)
        if size is not None:
            known[name] = size
    return known


def measures(unit: UnitDefinition) -> list[str]:
    """Return which measures a local unit is defined by; a sound one has exactly one."""
    return [name for name in (*_LAND_NAMES, "kilograms", "baht") if getattr(unit, name) is not None]


def _size(unit: UnitDefinition, kind: Kind) -> Decimal | None:
    if kind is Kind.NUMBER:
        return unit.kilograms
    if kind is Kind.MONEY:
        return unit.baht
    if kind is not Kind.LAND:
        return None
    for name, known in _LAND_NAMES.items():
        stated = getattr(unit, name)
        if stated is not None:
            return Decimal(stated) * LAND_UNITS[known]
    return None
