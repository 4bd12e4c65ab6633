"""Telephone and citizen numbers in free text are flagged and never repeated."""

from __future__ import annotations

import pytest

from planning_kit.thai.persons import has_persons_number
from planning_kit.validate.finding import hide


@pytest.mark.parametrize(
    "text",
    [
        "โทร 081-234-5678",
        "โทร 0812345678 ตอนเย็น",
        "081 234 5678",
        "081.234.5678",
        "02-123-4567",
        "+66 81 234 5678",
        "บัตร 1103702071811",
        "๑๑๐๓๗๐๒๐๗๑๘๑๑",
        "1-1037-02071-81-1",
    ],
)
def test_numbers_that_reach_a_person_are_seen_and_hidden(text: str) -> None:
    assert has_persons_number(text)
    said = str(hide(text))
    assert "•••" in said and not any(part in said for part in ("5678", "4567", "0207", "๐๒๐๗"))


@pytest.mark.parametrize(
    "text", ["5-2-30", "22/11/2569", "01-02-2569", "พิกัด 626690 1532410", "12,500.75", "0.705244795", 1103702071811, None]
)  # fmt: skip
def test_amounts_dates_and_places_are_no_such_numbers(text) -> None:
    assert not has_persons_number(text)
