from hypothesis import given
from hypothesis import strategies as st

from planning_kit.thai import to_arabic_digits, to_thai_digits


def test_both_ways():
    assert to_thai_digits("ปี 2569 มี 10 หมู่") == "ปี ๒๕๖๙ มี ๑๐ หมู่"
    assert to_arabic_digits("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


@given(st.text().filter(lambda text: not set(text) & set("๐๑๒๓๔๕๖๗๘๙")))
def test_there_and_back(text):
    assert to_arabic_digits(to_thai_digits(text)) == text
