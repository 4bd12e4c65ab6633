"""Which crops an invented household grows, and on how much of its land."""

from __future__ import annotations

from dataclasses import dataclass

from planning_kit.practice import crops
from planning_kit.practice.chance import Chance
from planning_kit.practice.crops import Crop
from planning_kit.practice.homes import Home

_NGAN = 100

# Percent of farms that grow a field crop, by how much canal water the village has.
_DRY = {crops.RICE: 45, crops.CASSAVA: 52, crops.CANE: 44, crops.MAIZE: 17}
_MIXED = {crops.RICE: 78, crops.CANE: 30, crops.CASSAVA: 12, crops.MAIZE: 5}
_WET = {crops.RICE: 94, crops.CANE: 10}
_FRUIT = {crops.MANGO: 48, crops.BANANA: 32, crops.LIME: 20}
_VEGETABLES = {crops.CHILLI: 40, crops.LONG_BEAN: 32, crops.CUCUMBER: 28}


@dataclass(frozen=True)
class Field:
    """One crop on one plot; areas in square wah."""

    crop: Crop
    area: int
    bearing: int | None = None
    age: int | None = None


def practice_farm(home: Home) -> list[Field]:
    """Return what ``home`` grows; in any one season it never exceeds the land it farms."""
    if not home.is_farm:
        return []
    chance = home.chance("farm")
    left = home.land - (_NGAN * 2 if home.has_pond else 0)
    orchard = _orchard(home, left, chance)
    left -= sum(field.area for field in orchard)
    field_crops = _field_crops(home, left, chance)
    second = _second_rice(home, field_crops, chance)
    return [*field_crops, *second, *orchard, *_vegetables(home, field_crops, second, chance)]


def _field_crops(home: Home, left: int, chance: Chance) -> list[Field]:
    shares = _DRY if home.village.is_dry else _WET if home.village.is_wet else _MIXED
    chosen = [crop for crop, percent in shares.items() if chance.yes(percent)]
    # A small holding is not split: one crop, the first drawn.
    chosen = chosen[:1] if left < 2400 else chosen[:2]
    chosen = chosen or [crops.CASSAVA if home.village.is_dry else crops.RICE]
    if left < _NGAN:
        return []
    if len(chosen) == 1:
        return [Field(chosen[0], left // _NGAN * _NGAN)]
    first = max(left * chance.between(40, 70) // 100 // _NGAN, 1) * _NGAN
    return [Field(chosen[0], first), Field(chosen[1], (left - first) // _NGAN * _NGAN)]


def _second_rice(home: Home, grown: list[Field], chance: Chance) -> list[Field]:
    paddy = sum(field.area for field in grown if field.crop is crops.RICE)
    wet = min(paddy, home.irrigated)
    if wet < 4 * _NGAN or not chance.yes(66):
        return []
    return [Field(crops.SECOND_RICE, wet * chance.between(60, 100) // 100 // _NGAN * _NGAN)]


def _orchard(home: Home, left: int, chance: Chance) -> list[Field]:
    if left < 1200 or not chance.yes(13):
        return []
    crop = chance.pick(_FRUIT)
    area = min(chance.between(2, 14) * _NGAN, left // 2 // _NGAN * _NGAN)
    age = chance.between(1, 4) if crop is crops.BANANA else chance.between(2, 22)
    bearing = area if age >= 4 or crop is crops.BANANA else area * chance.between(0, 60) // 100
    return [Field(crop, area, bearing // _NGAN * _NGAN, age)]


def _vegetables(home: Home, grown: list[Field], second: list[Field], chance: Chance) -> list[Field]:
    """Vegetables follow the rice on land that carries no second rice."""
    paddy = sum(field.area for field in grown if field.crop is crops.RICE)
    free = paddy - sum(field.area for field in second)
    likely = 6 if home.village.is_dry else 24 if home.village.is_wet else 17
    if free < 2 * _NGAN or not chance.yes(likely):
        return []
    return [Field(chance.pick(_VEGETABLES), min(chance.between(1, 6) * _NGAN, free))]
