from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import bahttext

from planning_kit.errors import ReadingError
from planning_kit.thai import baht_in_words, format_baht, read_baht

AMOUNTS = st.decimals(-(10**12), 10**12, places=2)


@pytest.mark.parametrize(
    ("typed", "baht"),
    [
        ("1,234,567.00 บาท", 1234567),
        ("๑,๐๐๐ บาทถ้วน", 1000),
        ("฿1,000", 1000),
        ("2,000.-", 2000),
        (" 1,632,820 ", 1632820),
        ("1.5 ล้านบาท", 1500000),
        ("3 แสน", 300000),
        ("2 หมื่น", 20000),
        ("5 พันล้านบาท", 5 * 10**9),
        ("1 ล้าน 2 แสน", 1200000),
        ("1 ล้าน 500", 1000500),
        ("1,000 baht", 1000),
        ("-500 บาท", -500),
        (0, 0),
        (12.25, "12.25"),
    ],
)
def test_reads(typed, baht):
    assert read_baht(typed) == Decimal(baht)


@pytest.mark.parametrize("typed", ["", " -   ", None, float("nan")])
def test_not_stated(typed):
    assert read_baht(typed) is None
    assert format_baht(None) == "–"


@pytest.mark.parametrize(
    "typed", ["12 กก.", "บาท", "2 แสน 3 ล้าน", "1.25 ล้าน 3 แสน", "1,23 บาท", "ไม่ทราบ", "หนึ่งล้าน"]
)
def test_refuses(typed):
    with pytest.raises(ReadingError) as caught:
        read_baht(typed)
    assert caught.value.code == "thai.baht-unreadable"


def test_written_for_readers():
    assert format_baht(1234567, language="th") == "1,234,567 บาท"
    assert format_baht("1234567.5", language="en") == "1,234,567.50 baht"
    assert format_baht(99.5, places=0, language="th") == "100 บาท"
    assert format_baht(5, places=2, language="th", thai_digits=True) == "๕.๐๐ บาท"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "ศูนย์บาทถ้วน"),
        (1, "หนึ่งบาทถ้วน"),
        (10, "สิบบาทถ้วน"),
        (11, "สิบเอ็ดบาทถ้วน"),
        (20, "ยี่สิบบาทถ้วน"),
        (21, "ยี่สิบเอ็ดบาทถ้วน"),
        (101, "หนึ่งร้อยเอ็ดบาทถ้วน"),
        (1_000_001, "หนึ่งล้านเอ็ดบาทถ้วน"),
        (11_000_000, "สิบเอ็ดล้านบาทถ้วน"),
        (1_234_567, "หนึ่งล้านสองแสนสามหมื่นสี่พันห้าร้อยหกสิบเจ็ดบาทถ้วน"),
        (10**12, "หนึ่งล้านล้านบาทถ้วน"),
        (21.25, "ยี่สิบเอ็ดบาทยี่สิบห้าสตางค์"),
        (0.5, "ห้าสิบสตางค์"),
        (Decimal("1.005"), "หนึ่งบาทหนึ่งสตางค์"),  # half a satang goes up
        (Decimal("0.001"), "ศูนย์บาทถ้วน"),
    ],
)
def test_words(amount, words):
    assert baht_in_words(amount) == words


def test_no_words_below_zero():
    with pytest.raises(ReadingError) as caught:
        baht_in_words(-1)
    assert caught.value.code == "thai.baht-negative"


@given(st.integers(1, 10**12 - 1))
def test_whole_amounts_agree_with_pythainlp(amount):
    assert baht_in_words(amount) == bahttext(amount)


@given(st.integers(1, 10**6), st.integers(0, 99))
def test_satang_agree_with_pythainlp(baht, satang):
    # pythainlp takes a float only; below a million two decimals of it are right.
    assert baht_in_words(Decimal(baht) + Decimal(satang) / 100) == bahttext(baht + satang / 100)


@given(AMOUNTS, st.sampled_from(["th", "en"]), st.booleans())
def test_there_and_back(amount, language, thai_digits):
    assert read_baht(format_baht(amount, language=language, thai_digits=thai_digits)) == amount
