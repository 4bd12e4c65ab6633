import math
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.errors import ReadingError
from planning_kit.thai import format_number, read_integer, read_number

EXACT = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (" 32,768 ", "32768"),
        ("๑,๒๓๔.๕", "1234.5"),
        ("1,632,820.50", "1632820.50"),
        ("-12", "-12"),
        ("−5", "-5"),
        ("(500)", "-500"),
        ("( 1,500 )", "-1500"),
        (".5", "0.5"),
        ("0", "0"),
        (0.1, "0.1"),
        (np.int64(7), "7"),
        (np.float64(0.3), "0.3"),
        (Decimal("1.10"), "1.10"),
    ],
)
def test_reads_exactly(typed, wanted):
    assert read_number(typed) == Decimal(wanted)


@pytest.mark.parametrize(
    "typed", ["", "  ", "-", " -   ", "–", None, math.nan, Decimal("NaN"), pd.NA, pd.NaT]
)
def test_not_stated_is_none_and_not_zero(typed):
    assert read_number(typed) is None
    assert format_number(typed) == "–"


@pytest.mark.parametrize(
    "typed",
    [
        "12 ไร่",
        "1,23",
        "12,34,567",
        "1234,567",
        "1.2.3",
        "N/A",
        "1e5",
        "(-5)",
        "()",
        "5-6",
        True,
        math.inf,
    ],
)
def test_refuses_what_is_no_number(typed):
    with pytest.raises(ReadingError) as caught:
        read_number(typed)
    assert caught.value.code == "thai.number-unreadable"


def test_whole_numbers():
    assert read_integer("3.0") == 3
    assert read_integer("") is None
    with pytest.raises(ReadingError, match="จำนวนเต็ม"):
        read_integer("3.5")


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (1632820.5, None, "1,632,820.5"),
        (Decimal("10.00"), None, "10"),
        (100, None, "100"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (-0.001, 2, "0.00"),
        (1234, 2, "1,234.00"),
    ],
)
def test_writes_for_readers(value, places, written):
    assert format_number(value, places) == written


def test_thai_digits_keep_the_commas():
    assert format_number(32768, thai_digits=True) == "๓๒,๗๖๘"


@given(EXACT, st.booleans())
def test_there_and_back(number, thai_digits):
    assert read_number(format_number(number, thai_digits=thai_digits)) == number
