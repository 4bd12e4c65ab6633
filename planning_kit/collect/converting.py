"""One cell of a foreign table turned into what its field holds."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from planning_kit import thai
from planning_kit.collect.mapping import FieldRule, Scalar
from planning_kit.errors import ReadingError
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.kinds import is_blank

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


def convert(rule: FieldRule, spec: FieldSpec, raw: Any, missing: tuple[Scalar, ...] = ()) -> Any:
    """Return the value of one field from one cell; ``None`` where it is not stated.

    A cell that cannot be converted is returned as it is: judging it is not our part.
    """
    key = plain_key(raw)
    if is_blank(raw) or key in _keys((*missing, *rule.missing)):
        return None
    if rule.values:
        # A TOML key is text; the cell may be a number.
        raw = {plain_key(k): v for k, v in rule.values.items()}.get(key, raw)
    if rule.unit is None and rule.factor is None:
        return raw
    try:
        return _scaled(rule, spec, raw)
    except ReadingError:
        return raw


def _scaled(rule: FieldRule, spec: FieldSpec, raw: Any) -> Any:
    size = units_of(spec.kind)[rule.unit] if rule.unit else Decimal(1)
    if spec.kind is Kind.LAND and rule.unit in (None, "rai") and isinstance(raw, str):
        # A column in ไร่ may hold "5-2-30" as well as "5.5".
        area = thai.read_land(raw)
        number = None if area is None else area.total_square_wah
        size = Decimal(1)
    else:
        number = thai.read_number(raw)
        if spec.kind is Kind.LAND and rule.unit is None:
            size = LAND_UNITS["rai"]
    return None if number is None else number * size * (rule.factor or 1)


def plain_key(value: Any) -> str:
    """Return a cell as text to compare with a code: 1, 1.0 and " ๑ " are all "1"."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return thai.to_arabic_digits(thai.clean(str(value))).casefold()


@cache
def _keys(codes: tuple[Scalar, ...]) -> frozenset[str]:
    return frozenset(plain_key(code) for code in codes)
