import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.thai import clean

THAI = "กนมเแไาะัิีุู็่้๊๋์ํำฺ \u00a0\u200b\u202e\n๑1a"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("ให\u0e49\u0e49", "ให\u0e49"),  # a doubled ไม้โท, as in the founding report
        ("ด\u0e35\u0e35", "ด\u0e35"),
        ("น\u0e4d\u0e32", "น\u0e33"),
        ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),
        ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),
        ("น\u0e33\u0e49", "น\u0e49\u0e33"),
        ("ก\u0e48\u0e35", "ก\u0e35\u0e48"),
        ("เ\u200bเม่", "แม่"),
        ("  บ้าน\u00a0\u00a0ดอน \n ใหญ่ ", "บ้าน ดอน ใหญ่"),
        ("\ufeffรหัส\u200b\u200e", "รหัส"),
    ],
)
def test_mends_what_no_spelling_allows(typed, wanted):
    assert clean(typed) == wanted


@pytest.mark.parametrize("word", ["มากกก", "เกษตรกรกรรม", "นาา", "ก่้", "โรงเรียน", "ฯลฯ", "ๆๆ"])
def test_never_rewrites_words(word):
    assert clean(word) == word


@given(st.one_of(st.text(alphabet=THAI), st.text()))
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)
