from decimal import Decimal

import pytest

from planning_kit.errors import ReadingError
from planning_kit.thai import UNITS, read_unit, to_kilograms


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("กก.", "kg"),
        ("ก.ก.", "kg"),
        ("กิโลกรัม", "kg"),
        (" KG ", "kg"),
        ("ตัน", "tonne"),
        ("เกวียน", "kwian"),
        ("ถัง", "thang"),
        ("กระสอบ", "kasop"),
        ("ตัว", "head"),
        ("ฟอง", "egg"),
        ("ผล", "fruit"),
        ("เเผง", "tray"),
        ("หวี", "hand"),
    ],
)
def test_names_in_use(typed, code):
    assert read_unit(typed).code == code


def test_every_label_alias_and_code_leads_to_its_own_unit():
    for code, unit in UNITS.items():
        for name in (code, unit.label.th, unit.label.en, *unit.aliases):
            assert read_unit(name) is unit


def test_unknown_unit_lists_the_known_ones():
    with pytest.raises(ReadingError) as caught:
        read_unit("หลัง")
    assert "หลัง" in str(caught.value)
    assert "กระสอบ" in str(caught.value)


@pytest.mark.parametrize(
    ("quantity", "unit", "kilograms"),
    [
        (3, "กก.", 3),
        ("1.5", "ตัน", 1500),
        (2, "เกวียน", 2000),
        (25, "ถัง", 250),
        (5, "ขีด", "0.5"),
        (2, "หาบ", 120),
        (0, "กก.", 0),
    ],
)
def test_weights(quantity, unit, kilograms):
    assert to_kilograms(quantity, read_unit(unit)) == Decimal(kilograms)


def test_customary_weights_are_marked():
    assert {code for code, unit in UNITS.items() if unit.customary} == {"haap", "kwian", "thang"}


def test_nothing_is_guessed():
    assert to_kilograms(10, "กระสอบ") is None
    assert to_kilograms(10, "ตัว") is None
    assert to_kilograms("", "กก.") is None


def test_a_stated_weight_goes_before_custom():
    assert to_kilograms(10, "กระสอบ", unit_weight_kg=50) == 500
    assert to_kilograms(10, "ถัง", unit_weight_kg="15") == 150
    assert to_kilograms(10, "กก.", unit_weight_kg=1) == 10


@pytest.mark.parametrize(
    ("unit", "weight", "code"),
    [
        ("กก.", 2, "thai.unit-weight-fixed"),
        ("กระสอบ", 0, "thai.unit-weight-not-positive"),
        ("กระสอบ", -5, "thai.unit-weight-not-positive"),
    ],
)
def test_impossible_weights(unit, weight, code):
    with pytest.raises(ReadingError) as caught:
        to_kilograms(1, unit, unit_weight_kg=weight)
    assert caught.value.code == code
