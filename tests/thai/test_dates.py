from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.errors import ReadingError
from planning_kit.thai import format_date, read_date

DAY = date(2026, 11, 22)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "22/11/2569",
        "22-11-69",
        "22.11.2569",
        "22 / 11 / 2569",
        "22-พ.ย.-69",
        "22 พ.ย. 69",
        "22พย69",
        "22 พฤศจิกายน 2569",
        "22 เดือนพฤศจิกายน ปี 2569",
        "๒๒ พฤศจิกายน ๒๕๖๙",
        "วันที่ 22 พ.ย. พ.ศ. 2569",
        "วันอาทิตย์ที่ 22 พฤศจิกายน พ.ศ.2569",
        "22 พ.ย. ค.ศ. 2026",
        "2026-11-22",
        "2569-11-22",
        "2026-11-22 00:00:00",
        "22/11/2569, 13:45:10",
        "22/11/2569 13.45 น.",
        "22 November 2026",
        "22-Nov-2026",
        "22/11/2026",
        DAY,
        datetime(2026, 11, 22, 23, 59, tzinfo=UTC),
        pd.Timestamp("2026-11-22"),
    ],
)
def test_every_shape_of_one_day(typed):
    assert read_date(typed) == DAY
    assert type(read_date(typed)) is date


@pytest.mark.parametrize("typed", ["", " ", "-", "–", None, pd.NaT])
def test_not_stated(typed):
    assert read_date(typed) is None


def test_two_digit_year_is_buddhist():
    assert read_date("25-ม.ค.-67") == date(2024, 1, 25)  # 2567 - 543
    assert read_date("1/1/00") == date(1957, 1, 1)  # 2500 - 543


def test_leap_day_is_judged_after_subtracting_543():
    assert read_date("29 ก.พ. 2567") == date(2024, 2, 29)
    with pytest.raises(ReadingError, match="29") as caught:
        read_date("29 ก.พ. 2566")
    assert caught.value.code == "thai.date-not-on-calendar"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("11/22/2569", "thai.date-not-on-calendar"),
        ("0/1/2569", "thai.date-not-on-calendar"),
        ("1/1/2201", "thai.year-out-of-range"),
        ("1/1/2399", "thai.year-out-of-range"),
        ("1/1/1899", "thai.year-out-of-range"),
        ("22 พ.ย. ค.ศ. 2569", "thai.year-label-contradicts"),
        ("22 พ.ย. พ.ศ. 2026", "thai.year-label-contradicts"),
        ("22-Nov-26", "thai.date-year-ambiguous"),
        ("2026-11-22T23:00:00Z", "thai.date-unreadable"),
        ("พฤศจิกายน 2569", "thai.date-unreadable"),
        ("22 พ.ย.", "thai.date-unreadable"),
        ("22/11/569", "thai.date-unreadable"),
        ("เมื่อวาน", "thai.date-unreadable"),
        (46348, "thai.date-unreadable"),
        (date(2569, 11, 22), "thai.be-year-in-gregorian-date"),
        (datetime(2569, 1, 1, tzinfo=UTC), "thai.be-year-in-gregorian-date"),
        (date(1800, 1, 1), "thai.date-out-of-range"),
    ],
)
def test_refused_with_a_code(typed, code):
    with pytest.raises(ReadingError) as caught:
        read_date(typed)
    assert caught.value.code == code


def test_the_sentence_for_a_buddhist_year_in_a_gregorian_column_says_the_mend():
    with pytest.raises(ReadingError) as caught:
        read_date(date(2569, 11, 22))
    assert "2569" in caught.value.say("th")
    assert "2026" in caught.value.say("th")


@pytest.mark.parametrize(
    ("style", "language", "written"),
    [
        ("long", "th", "22 พฤศจิกายน 2569"),
        ("short", "th", "22 พ.ย. 2569"),
        ("numeric", "th", "22/11/2569"),
        ("long", "en", "22 November 2026"),
        ("short", "en", "22 Nov 2026"),
        ("numeric", "en", "22/11/2026"),
    ],
)
def test_styles(style, language, written):
    assert format_date(DAY, style, language=language) == written


def test_thai_digits_and_not_stated():
    assert format_date(DAY, thai_digits=True) == "๒๒ พฤศจิกายน ๒๕๖๙"
    assert format_date(None) == "–"
    with pytest.raises(ValueError, match="style"):
        format_date(DAY, "iso")


@given(
    DAYS,
    st.sampled_from(["long", "short", "numeric"]),
    st.sampled_from(["th", "en"]),
    st.booleans(),
)
def test_there_and_back(day, style, language, thai_digits):
    assert read_date(format_date(day, style, language=language, thai_digits=thai_digits)) == day


@given(DAYS)
def test_both_iso_forms(day):
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.year + 543}-{day.month:02}-{day.day:02}") == day
