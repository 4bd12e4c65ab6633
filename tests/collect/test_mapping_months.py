"""Months written with their year become months of the fiscal year, or people are asked to look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit import thai
from planning_kit.collect.mapping_months import months_of


@pytest.mark.parametrize(
    ("text", "months", "doubt"),
    [
        # Fiscal year 2569 is October 2568 to September 2569.
        ("เม.ย.-พ.ค.69", (4, 5), None),
        ("ต.ค. 68 - ม.ค. 69", (10, 11, 12, 1), None),
        ("ต.ค. 68 - ก.ย. 69", (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9), None),
        ("๑๙-๒๐ พ.ค. ๖๙", (5,), "collect.months-days-left"),
        ("9,23 มิ.ย. 69", (6,), "collect.months-days-left"),
        ("พ.ค. - ก.ค.", (5, 6, 7), "collect.months-no-year"),
        ("ส.ค. - พ.ย. 69", (8, 9), "collect.months-other-year"),
        ("ต.ค. 69", None, "collect.months-other-year"),
        ("ม.ค. 68 - มี.ค. 69", (10, 11, 12, 1, 2, 3), "collect.months-other-year"),
        ("เร็ว ๆ นี้", None, "collect.months-unreadable"),
        ("9,23", None, "collect.months-unreadable"),
        ("", None, None),
        (None, None, None),
    ],
)
def test_months_of_fiscal_year_2569(text, months, doubt) -> None:
    read, error = months_of(text, 2569)
    assert read == months
    assert (error.code if error else None) == doubt
    if error:
        assert str(text).split()[0] in error.say("th")


def test_without_a_fiscal_year_all_months_of_the_span_are_kept() -> None:
    assert months_of("ส.ค. - พ.ย. 69", None) == ((8, 9, 10, 11), None)


@given(st.integers(1, 12), st.integers(0, 11), st.integers(2560, 2580))
def test_what_the_kit_writes_is_read_again(first, more, year) -> None:
    last = (first + more - 1) % 12 + 1
    months = [(first - 1 + step) % 12 + 1 for step in range(more + 1)]
    short = [thai.MONTHS_SHORT[n - 1].th for n in (first, last)]
    wrapped = first > last
    text = f"{short[0]} {(year - wrapped) % 100:02d} - {short[1]} {year % 100:02d}"
    # The fiscal year of each month, worked out from its own calendar year.
    be = [year - (wrapped and n >= first) + (n >= 10) for n in months]
    read, doubt = months_of(text, year)
    assert (read or ()) == tuple(n for n, own in zip(months, be, strict=True) if own == year)
    assert (doubt is None) == all(own == year for own in be)


@given(st.text(max_size=20))
def test_any_text_is_read_or_doubted(text) -> None:
    months, doubt = months_of(text, 2569)
    assert months or doubt or not text.strip()
