import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from planning_kit.errors import ReadingError
from planning_kit.thai import read_month_span

BUDGET = (
    Path(__file__).resolve().parents[2].parent
    / "shared"
    / "data"
    / "nakhon_pathom"
    / "budgetRound2_2569.json"
)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("เม.ย.-พ.ค.69", (2026, 4, 1), (2026, 5, 31)),
        ("พ.ค-มิ.ย.69", (2026, 5, 1), (2026, 6, 30)),
        ("ต.ค. 68 - ม.ค. 69", (2025, 10, 1), (2026, 1, 31)),
        ("ต.ค.-ม.ค.69", (2025, 10, 1), (2026, 1, 31)),
        ("ตุลาคม 2568 – กันยายน 2569", (2025, 10, 1), (2026, 9, 30)),
        ("เดือนตุลาคม พ.ศ. ๒๕๖๘ ถึง กันยายน พ.ศ. ๒๕๖๙", (2025, 10, 1), (2026, 9, 30)),
        ("มี.ค.69", (2026, 3, 1), (2026, 3, 31)),
        ("ก.พ. 2567", (2024, 2, 1), (2024, 2, 29)),  # 2024 is a leap year
        ("มิ.ย.-69", (2026, 6, 1), (2026, 6, 30)),
        ("มิ.ย., ก.ค., ส.ค. 69", (2026, 6, 1), (2026, 8, 31)),
        ("ธ.ค. และ ม.ค. 69", (2025, 12, 1), (2026, 1, 31)),
        ("19-20 พ.ค. 69", (2026, 5, 19), (2026, 5, 20)),
    ],
)
def test_first_and_last_day(typed, first, last):
    assert read_month_span(typed) == (date(*first), date(*last))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("พ.ค. - ก.ค.", "thai.month-span-without-year"),
        ("ต.ค. 68 - ม.ค.", "thai.month-span-without-year"),
        ("พ.ค.", "thai.month-span-without-year"),
        ("ม.ค. 69 - ต.ค. 68", "thai.month-span-backwards"),
        ("20-19 พ.ค. 69", "thai.month-span-backwards"),
        ("9,23 มิ.ย. 69", "thai.month-span-unreadable"),
        ("มิ.ย., ส.ค. 69", "thai.month-span-unreadable"),
        ("31 มิ.ย. 69", "thai.month-span-unreadable"),
        ("", "thai.month-span-unreadable"),
        ("มี.ค.2300", "thai.year-out-of-range"),
    ],
)
def test_refused_with_a_code(typed, code):
    with pytest.raises(ReadingError) as caught:
        read_month_span(typed)
    assert caught.value.code == code


@pytest.mark.skipif(not BUDGET.exists(), reason="the real budget file is not on this machine")
def test_the_work_plans_of_a_real_province():
    refused = Counter()
    for row in json.loads(BUDGET.read_text(encoding="utf-8"))["rows"]:
        for field in ("operationPlan", "paymentPlan"):
            try:
                first, last = read_month_span(row[field])
            except ReadingError:
                refused[row[field]] += 1
            else:
                # All are of the round that runs from April to August 2569.
                assert date(2026, 4, 1) <= first <= last <= date(2026, 8, 31)
    # Counted by eye: six blank rows, one without a year, one of two separate days.
    assert refused == {"": 12, "พ.ค. - ก.ค.": 2, "9,23 มิ.ย. 69": 1}
