from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.errors import KitError, ReadingError
from planning_kit.thai import (
    ACRE,
    HECTARE,
    SQUARE_METRES_PER_RAI,
    SQUARE_WAH_PER_RAI,
    LandArea,
    format_land,
    read_land,
)

AREAS = st.decimals(0, 10**9, places=2).map(LandArea.from_square_wah)


@pytest.mark.parametrize(
    ("typed", "square_wah"),
    [
        ("5-2-30", 2230),  # 5 x 400 + 2 x 100 + 30
        ("5 - 2 - 30", 2230),
        ("๕-๒-๓๐", 2230),
        ("5-2-30 ไร่", 2230),
        ("5 ไร่ 2 งาน 30 ตร.ว.", 2230),
        ("5ไร่2งาน30ตารางวา", 2230),
        ("5 rai 2 ngan 30 sq wah", 2230),
        ("0-0-85.5", "85.5"),
        ("5 ไร่", 2000),
        ("2 งาน", 200),
        ("6 งาน", 600),
        ("30 ตารางวา", 30),
        ("250 ตร.ว.", 250),
        ("5.5 ไร่", 2200),
        ("3 ไร่ 2.5 งาน", 1450),
        ("2 ไร่ 50 วา", 850),
        ("1,250 ไร่", 500_000),
        ("5.5", 2200),
        (5.3, 2120),
        (0.1, 40),
        (Decimal("0.25"), 100),
        (0, 0),
        ("0-0-0", 0),
    ],
)
def test_reads_exactly(typed, square_wah):
    assert read_land(typed).total_square_wah == Decimal(square_wah)


@pytest.mark.parametrize("typed", ["", " ", "-", None, float("nan")])
def test_not_stated(typed):
    assert read_land(typed) is None
    assert format_land(read_land(typed)) == "–"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("-5", "thai.land-negative"),
        ("-5 ไร่", "thai.land-negative"),
        (-0.5, "thai.land-negative"),
        ("5-9-30", "thai.land-too-many-ngan"),
        ("5-4-0", "thai.land-too-many-ngan"),
        ("5 ไร่ 4.5 งาน", "thai.land-too-many-ngan"),
        ("5-1-100", "thai.land-too-many-wah"),
        ("5 ไร่ 200 ตร.ว.", "thai.land-too-many-wah"),
        ("5.5 ไร่ 2 งาน", "thai.land-unreadable"),
        ("5-2", "thai.land-unreadable"),
        ("5/2/30", "thai.land-unreadable"),
        ("5 กก.", "thai.land-unreadable"),
        ("ไร่", "thai.land-unreadable"),
        ("9" * 40, "thai.land-too-large"),
        (datetime(2005, 2, 1, tzinfo=UTC), "thai.land-is-a-date"),
    ],
)
def test_refused_with_a_code(typed, code):
    with pytest.raises(ReadingError) as caught:
        read_land(typed)
    assert caught.value.code == code


def test_the_sentence_says_the_mend():
    with pytest.raises(ReadingError) as caught:
        read_land("5-9-30")
    assert "4 งาน = 1 ไร่" in caught.value.say("th")
    assert "4 ngan is 1 rai" in caught.value.say("en")


def test_an_area_is_always_in_normal_form():
    assert LandArea.from_square_wah(399) == LandArea(0, 3, Decimal(99))
    assert LandArea.from_rai("5.5") == LandArea(5, 2)
    with pytest.raises(ReadingError):
        LandArea(0, 4)
    with pytest.raises(TypeError):
        LandArea(5.5)


def test_measures_by_definition():
    assert SQUARE_WAH_PER_RAI == 400
    assert LandArea(1).square_metres == SQUARE_METRES_PER_RAI == 1600
    assert HECTARE * 4 == 10_000
    assert Decimal("4046.8564224") == ACRE * 4
    assert LandArea(5, 2, Decimal(30)).in_rai == Decimal("5.575")


def test_sums_and_differences():
    small, large = LandArea(1, 3, Decimal(50)), LandArea(2, 2, Decimal(75))
    assert small + large == LandArea(4, 2, Decimal(25))
    assert sum([small, large]) == small + large
    assert large - small == LandArea(0, 3, Decimal(25))
    with pytest.raises(KitError, match=r"2\.6875"):  # 2 + 2/4 + 75/400
        small - large


def test_areas_sort_by_size():
    areas = [read_land(text) for text in ("1-0-0", "0-3-99.5", "0-3-99", "10-0-0")]
    assert [format_land(a, language="en") for a in sorted(areas)] == [
        "3 ngan 99 sq wah",
        "3 ngan 99.5 sq wah",
        "1 rai",
        "10 rai",
    ]


def test_written_for_readers():
    area = LandArea(1205, 2, Decimal("30.50"))
    assert format_land(area, language="th") == "1,205 ไร่ 2 งาน 30.5 ตร.ว."
    assert format_land(area, language="th", thai_digits=True) == "๑,๒๐๕ ไร่ ๒ งาน ๓๐.๕ ตร.ว."
    assert format_land(LandArea(0), language="en") == "0 rai"


@given(AREAS, st.sampled_from(["th", "en"]), st.booleans())
def test_there_and_back(area, language, thai_digits):
    assert read_land(format_land(area, language=language, thai_digits=thai_digits)) == area


@given(AREAS)
def test_rai_there_and_back(area):
    assert LandArea.from_rai(area.in_rai) == area
    assert read_land(f"{area.rai}-{area.ngan}-{area.square_wah}") == area


@given(AREAS, AREAS)
def test_adding_and_taking_away_undo_each_other(one, other):
    assert (one + other) - other == one
