"""One value of a foreign table turned into what its field holds: units and factors."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.collect.mapping import FieldRule
from planning_kit.collect.mapping_units import LAND_UNITS, Own, units_for, units_of
from planning_kit.errors import ReadingError
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.kinds import is_blank

__all__ = ["LAND_UNITS", "convert", "units_of"]

# What a division leaves behind the point; the store keeps four places of money and land.
_PLACES = 6


def convert(rule: FieldRule, spec: FieldSpec, raw: Any, unit: str | None, own: Own) -> Any:
    """Return the value of one field in the field's own unit; ``None`` where it is not stated.

    Parameters
    ----------
    raw:
        The cell, after the mapping's codes.
    unit:
        The name of its unit, one of ``units_for(spec.kind, own)``; ``None`` for none.
    own:
        The units the mapping defines itself.

    A value that cannot be converted is returned as it is: judging it is not our part.
    """
    if is_blank(raw):
        return None
    if isinstance(raw, str):
        raw = _without_own_unit(spec, raw)
    if unit is None and rule.factor is None and not isinstance(raw, Decimal):
        return raw
    try:
        return _scaled(rule, spec, raw, unit, own)
    except ReadingError:
        return raw


def _without_own_unit(spec: FieldSpec, raw: str) -> str:
    """Return “12 ตัว” as “12” where the field counts in ตัว; any other text as it is."""
    if spec.unit is None or spec.kind not in (Kind.INTEGER, Kind.NUMBER):
        return raw
    text = thai.clean(raw)
    for word in (spec.unit.th, spec.unit.en, spec.unit.en.removesuffix("s")):
        number = text.removesuffix(word).rstrip()
        if number != text and _reads(number):
            return number
    return raw


def _reads(text: str) -> bool:
    try:
        return thai.read_number(text) is not None
    except ReadingError:
        return False


def _scaled(rule: FieldRule, spec: FieldSpec, raw: Any, unit: str | None, own: Own) -> Any:
    size = units_for(spec.kind, own)[unit] if unit else Decimal(1)
    if spec.kind is Kind.LAND and unit in (None, "rai") and isinstance(raw, str):
        # A column in ไร่ may hold "5-2-30" as well as "5.5".
        area = thai.read_land(raw)
        number = None if area is None else area.total_square_wah
        size = Decimal(1)
    else:
        number = thai.read_number(raw)
        if spec.kind is Kind.LAND and unit is None:
            size = LAND_UNITS["rai"]
    return None if number is None else _shortened(number * size * (rule.factor or 1))


def _shortened(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -20:
        return number
    return number.quantize(Decimal(1).scaleb(-_PLACES))
