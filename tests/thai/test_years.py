import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.errors import ReadingError
from planning_kit.thai import (
    fiscal_quarter,
    fiscal_year_be,
    fiscal_year_bounds,
    format_be,
    read_year_be,
)


@pytest.mark.parametrize(
    "typed",
    [
        2569,
        2569.0,
        "2569",
        "๒๕๖๙",
        "69",
        69,
        "พ.ศ. 2569",
        "พ.ศ.๒๕๖๙",
        "ปี 2569",
        "ปี พ.ศ. 2569",
        "ปีงบประมาณ 2569",
        "2569/70",
        "2569/2570",
        2026,
        "ค.ศ. 2026",
        "B.E. 2569",
    ],
)
def test_every_shape_of_one_year(typed):
    assert read_year_be(typed) == 2569


@pytest.mark.parametrize("typed", ["", "-", None, math.nan])
def test_not_stated(typed):
    assert read_year_be(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        2201,
        2399,
        2701,
        1899,
        569,
        "2568/71",
        "2566-2570",
        "พ.ศ. 2026",
        "ค.ศ. 2569",
        "ค.ศ. 69",
        "ปีหน้า",
    ],
)
def test_refuses(typed):
    with pytest.raises(ReadingError, match="ปี"):
        read_year_be(typed)


def test_year_labels():
    assert format_be(2569, "th") == "พ.ศ. 2569"
    assert format_be(2569, "th", thai_digits=True) == "พ.ศ. ๒๕๖๙"
    assert format_be(2569, "en") == "B.E. 2569 (2026)"


@given(st.integers(2400, 2700), st.sampled_from([True, False]))
def test_there_and_back(year, thai_digits):
    assert read_year_be(format_be(year, "th", thai_digits)) == year


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        (date(2026, 9, 30), 2569, 4),
        (date(2026, 10, 1), 2570, 1),
        (date(2026, 12, 31), 2570, 1),
        (date(2027, 1, 1), 2570, 2),
        (date(2027, 4, 1), 2570, 3),
        (date(2027, 7, 1), 2570, 4),
    ],
)
def test_fiscal_year_and_quarter(day, year, quarter):
    assert (fiscal_year_be(day), fiscal_quarter(day)) == (year, quarter)


@given(st.integers(2400, 2700))
def test_a_fiscal_year_holds_its_days_and_no_others(year):
    first, last = fiscal_year_bounds(year)
    assert fiscal_year_be(first) == fiscal_year_be(last) == year
    assert fiscal_year_be(first - timedelta(1)) == year - 1
    assert fiscal_year_be(last + timedelta(1)) == year + 1


def test_a_gregorian_fiscal_year_is_refused():
    with pytest.raises(ReadingError, match="2026"):
        fiscal_year_bounds(2026)
