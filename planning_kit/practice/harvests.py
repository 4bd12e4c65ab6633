"""The crop rows of the production sheet: area × yield with noise, sale, cost, practice."""

from __future__ import annotations

from typing import Any

from planning_kit.practice.chance import Chance
from planning_kit.practice.crops import FIELD_CROPS
from planning_kit.practice.farms import Field
from planning_kit.practice.homes import Home
from planning_kit.practice.sources import SURVEY
from planning_kit.practice.typing_habits import typed_land, with_gaps

YEAR_BE = 2568
DAY_WAGE = 350
_RAI = 400
_RENT_PER_RAI = 1200
_GAPS = {"variety": 6, "own_labour_days": 5, "cost_depreciation": 22, "technology": 4}
_RICE_UNITS = {("kg", 1): 80, ("tonne", 1000): 13, ("kwian", 1000): 4, ("kasop", 60): 3}


def harvest_rows(farms: list[tuple[Home, list[Field]]]) -> list[dict[str, Any]]:
    """Return one row per household, crop and season."""
    return [_row(home, field) for home, fields in farms for field in fields]


def _row(home: Home, field: Field) -> dict[str, Any]:
    crop = field.crop
    chance = home.chance(f"harvest {crop.name}")
    row = {
        "household_id": home.household_id,
        "year_be": YEAR_BE,
        "season": crop.season,
        "product_kind": crop.kind,
        "product": crop.name,
        "variety": chance.pick(crop.varieties),
        "plot": 1,
        "planted_area": typed_land(field.area, chance),
        "bearing_area": None if field.bearing is None else typed_land(field.bearing, chance),
        "plant_age": field.age,
        "planting_months": crop.planted,
        "harvest_months": crop.harvested,
        **_sale(home, field, chance),
        **_costs(home, field, chance),
        **_practice(home, field, chance),
        "source_code": SURVEY,
    }
    return with_gaps(row, _GAPS, chance)


def _kilograms(home: Home, field: Field, chance: Chance) -> int:
    per_rai = field.crop.yield_kg * (field.crop.dry_yield if home.village.is_dry else 100) // 100
    bearing = field.area if field.bearing is None else field.bearing
    return chance.about(bearing * per_rai // _RAI, 26) // 10 * 10


def _sale(home: Home, field: Field, chance: Chance) -> dict[str, Any]:
    """Return output and sale; what is neither sold nor used at home is seed, stock or loss."""
    crop = field.crop
    unit, weight = crop.unit, crop.unit_kg
    if crop.season in ("main", "second") and crop.name.startswith("ข้าวนา"):
        unit, weight = chance.pick(_RICE_UNITS)
    kilograms = _kilograms(home, field, chance)
    keeps = chance.yes(75)
    home_kg = min(kilograms * crop.home_percent // 100, home.members * 160) if keeps else 0
    kept_back = kilograms * chance.between(1, 3) // 100 if chance.yes(30) else 0
    output = _in_units(kilograms, weight)
    used = _in_units(home_kg, weight)
    sold = _in_units(max(kilograms - kept_back, 0), weight) - used
    return {
        "quantity": _number(output),
        "quantity_unit": unit,
        "unit_weight_kg": weight if unit in ("kasop", "bunch") else None,
        "quantity_sold": _number(sold),
        "quantity_home": _number(used),
        "price": _price(crop.price, weight, chance) if sold else None,
        "sale_channel": chance.pick(crop.channels) if sold else "own_use",
    }


def _in_units(kilograms: int, weight: int) -> int:
    """Return hundredths of the unit for tonnes, whole units times 100 otherwise."""
    return kilograms // 10 if weight == 1000 else kilograms // weight * 100


def _number(hundredths: int) -> int | float:
    return hundredths // 100 if hundredths % 100 == 0 else hundredths / 100


def _price(satang_per_kg: int, weight: int, chance: Chance) -> int | float:
    """Return baht per unit, rounded as traders do."""
    satang = chance.about(satang_per_kg * weight, 12)
    step = 1000 if satang >= 10_000 else 50 if satang >= 1000 else 10
    return _number(satang // step * step)


def _costs(home: Home, field: Field, chance: Chance) -> dict[str, Any]:
    crop = field.crop
    costs: dict[str, Any] = {
        name: chance.about(baht * field.area // _RAI, 28) // 10 * 10
        for name, baht in crop.costs.items()
    }
    if home.village.is_dry and crop.name == "ข้าวนาปี":
        costs["cost_water_fuel"] = costs["cost_water_fuel"] // 2
    year_round = crop.season != "second"
    rented = min(field.area, field.area * home.rented // home.land) if year_round else 0
    days = max(crop.own_days * field.area // _RAI, 1)
    costs["cost_feed"] = 0
    costs["cost_rent"] = chance.about(rented * _RENT_PER_RAI // _RAI, 15) // 10 * 10
    costs["own_labour_days"] = chance.about(days, 30)
    costs["cost_own_labour"] = costs["own_labour_days"] * DAY_WAGE
    costs["cost_own_inputs"] = chance.between(1, 6) * 50 if chance.yes(30) else 0
    costs["cost_depreciation"] = chance.about(140 * field.area // _RAI, 50) // 10 * 10
    return costs


def _practice(home: Home, field: Field, chance: Chance) -> dict[str, Any]:
    is_field_crop = field.crop.name in FIELD_CROPS
    standards = {"none": 88, "gap": 9, "transition": 2, "organic": 1}
    if not is_field_crop:
        standards = {"none": 58, "gap": 27, "pgs": 11, "transition": 2, "organic": 2}
    shares = {
        "soil_test": 9,
        "good_seed": 38,
        "compost": 16 if is_field_crop else 55,
        "biocontrol": 5 if is_field_crop else 24,
        "drip": 0 if is_field_crop else 30,
        "water_saving": 12 if home.irrigated and field.crop.name == "ข้าวนาปรัง" else 0,
        "machine": 46 if is_field_crop else 5,
        "drone": 21 if is_field_crop else 2,
        "solar_pump": 6,
        "no_burn": 22 if is_field_crop else 0,
    }
    used = [name for name, percent in shares.items() if chance.yes(percent)]
    return {"standard": chance.pick(standards), "technology": ", ".join(used) or "none"}
