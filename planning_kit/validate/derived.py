"""What is worked out from one record: yields, prices and costs per rai, sums of money, land."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.errors import ReadingError
from planning_kit.language import Words
from planning_kit.records.production import CASH_COSTS
from planning_kit.records.production_choices import FarmUnit

RAI = thai.SQUARE_WAH_PER_RAI
TENURES = ("land_owned", "land_rented", "land_free_use")
_PLANTS = ("annual", "perennial")
_KILOGRAM = Words("กก.", "kg")


def name_key(text: object) -> str:
    """Return a product's name as compared: without spaces and capitals."""
    return "".join(thai.clean(str(text or "")).split()).casefold()


def stated_sum(record: Any, names: tuple[str, ...]) -> Decimal | None:
    """Return the sum of the fields that are stated, ``None`` where none is."""
    stated = [value for name in names if (value := getattr(record, name)) is not None]
    return sum(stated, Decimal(0)) if stated else None


def _ratio(amount: Decimal | None, by: Decimal | None) -> float | None:
    return None if amount is None or not by else float(amount / by)


def _rai(square_wah: Decimal | None) -> Decimal | None:
    return None if square_wah is None else square_wah / RAI


def _unit_kilograms(record: Any) -> Decimal | None:
    if record.quantity_unit is None:
        return None
    try:
        unit = str(record.quantity_unit)
        return thai.to_kilograms(1, unit, unit_weight_kg=record.unit_weight_kg)
    except ReadingError:
        return None


def yield_per_rai(record: Any) -> float | None:
    """Return kg per rai of a crop, of the bearing area where one is stated."""
    weight = _unit_kilograms(record)
    if record.product_kind not in _PLANTS or record.quantity is None or weight is None:
        return None
    area = record.planted_area if record.bearing_area is None else record.bearing_area
    return _ratio(record.quantity * weight, _rai(area))


def price_per_unit(record: Any) -> float | None:
    """Return baht per kg, or per unit where the unit has no weight."""
    return _ratio(record.price, _unit_kilograms(record) or Decimal(1))


def cost_per_rai(record: Any) -> float | None:
    """Return the cash costs stated of a crop, baht per rai."""
    if record.product_kind not in _PLANTS:
        return None
    return _ratio(stated_sum(record, CASH_COSTS), _rai(record.planted_area))


def product_key(record: Any) -> str:
    """Return the product, as compared."""
    return name_key(record.product)


def product_and_unit(record: Any) -> str:
    """Return the product and what its price is counted in."""
    unit = "kg" if _unit_kilograms(record) else str(record.quantity_unit)
    return f"{product_key(record)}/{unit}"


def name_of_product(record: Any) -> dict[str, object]:
    """Return the product as the sentence says it."""
    return {"product": str(record.product)}


def name_and_unit(record: Any) -> dict[str, object]:
    """Return the product and its unit as the sentence says them."""
    code = record.quantity_unit
    own = Words("หน่วย", "unit") if code is None else FarmUnit.of(str(code)).words
    return {**name_of_product(record), "unit": _KILOGRAM if _unit_kilograms(record) else own}


def money_in(names: tuple[str, ...]) -> Callable[[Any], float | None]:
    """Return what sums the fields of a whole year’s account."""

    def of(record: Any) -> float | None:
        # A part of a year is small without being wrong, and is marked by a check of its own.
        whole_year = record.months_recorded in (None, 12)
        return _ratio(stated_sum(record, names), Decimal(1)) if whole_year else None

    return of


def rai_operated(record: Any) -> float | None:
    """Return own, rented and lent land in rai."""
    return _ratio(stated_sum(record, TENURES), Decimal(RAI))


def damage_per_rai(record: Any) -> float | None:
    """Return baht of damage per stricken rai."""
    planted, struck = record.planted_area, record.affected_area
    # A check of the record has doubted such an area already; it is no measure of the damage.
    if planted is not None and struck is not None and struck > planted:
        return None
    return _ratio(record.damage, _rai(record.affected_area))


def rai_struck(record: Any) -> float | None:
    """Return the stricken area in rai."""
    return _ratio(record.affected_area, Decimal(RAI))


def crop_key(record: Any) -> str:
    """Return the stricken crop, else its group, as compared."""
    return name_key(record.crop or record.crop_group)


def name_of_crop(record: Any) -> dict[str, object]:
    """Return the stricken crop as the sentence says it."""
    return {"product": str(record.crop or record.crop_group or "–")}
