import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.errors import ReadingError
from planning_kit.thai import MONTHS, MONTHS_SHORT, format_months, read_month, read_months


@pytest.mark.parametrize("number", range(1, 13))
def test_every_name_of_every_month(number):
    full, short = MONTHS[number - 1], MONTHS_SHORT[number - 1]
    undotted = short.th.replace(".", "")
    for name in (full.th, full.en, full.en.upper(), short.th, short.en, short.th[:-1], undotted):
        assert read_month(name) == number
    assert read_month(f"เดือน{full.th}") == number
    assert read_month(number) == read_month(f"{number:02}") == number


@pytest.mark.parametrize("typed", ["", "0", "13", "มกร", "ม.", "พ.ค. 69", "ไม่มี", "-"])
def test_what_is_no_month(typed):
    with pytest.raises(ReadingError) as caught:
        read_month(typed)
    assert caught.value.code == "thai.month-unreadable"


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("ม.ค., มี.ค.", (1, 3)),
        ("พ.ค.-ก.ค.", (5, 6, 7)),
        ("พ.ค-ก.ค", (5, 6, 7)),
        ("พ.ย.-ก.พ.", (11, 12, 1, 2)),
        ("1,2,3", (1, 2, 3)),
        ("๕-๗", (5, 6, 7)),
        ("มิ.ย. ก.ค.", (6, 7)),
        ("มกราคม ถึง มีนาคม และ ธันวาคม", (1, 2, 3, 12)),
        ("ม.ค., ม.ค.-ก.พ.", (1, 2)),
        ("ตลอดปี", tuple(range(1, 13))),
        ("", ()),
        (None, ()),
        ("-", ()),
    ],
)
def test_lists_and_ranges(typed, months):
    assert read_months(typed) == months


@pytest.mark.parametrize("typed", ["13", "พ.ค. 69", ",ม.ค.", "ม.ค. - ", "ฤดูฝน", "ม.ค.-ก.พ.-มี.ค."])
def test_refuses_the_whole_text(typed):
    with pytest.raises(ReadingError) as caught:
        read_months(typed)
    assert caught.value.values["text"] == typed.strip()


def test_neighbours_are_joined_through_the_new_year():
    assert format_months([11, 12, 1, 2, 5], "th") == "พ.ค., พ.ย.–ก.พ."
    assert format_months([1, 3], "en") == "Jan, Mar"
    assert format_months([7], "th") == "ก.ค."
    assert format_months(range(1, 13), "en") == "all year"
    assert format_months([]) == ""


@given(st.sets(st.integers(1, 12)), st.sampled_from(["th", "en"]))
def test_there_and_back(months, language):
    assert set(read_months(format_months(months, language))) == months
