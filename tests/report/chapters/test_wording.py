"""How figures, gaps and lists are said."""

from __future__ import annotations

import math

import pytest

from planning_kit.language import speaking
from planning_kit.report.chapters import wording


def test_a_share_is_said_as_a_percentage_and_silence_as_a_dash() -> None:
    assert wording.percent(0.4567) == "45.7%"
    assert wording.percent(0) == "0.0%"
    assert wording.percent(None) == wording.percent(math.nan) == "–"


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [("th", "1 ครัวเรือน", "1,120 ครัวเรือน"), ("en", "1 household", "1,120 households")],
)
def test_households_are_counted_in_words(language: str, one: str, many: str) -> None:
    with speaking(language):
        assert wording.households(1) == one
        assert wording.households(1120) == many


@pytest.mark.parametrize(("language", "said"), [("th", "ก ข และค"), ("en", "ก, ข and ค")])
def test_a_list_ends_with_and(language: str, said: str) -> None:
    with speaking(language):
        assert wording.joined(["ก", "ข", "ค"]).replace("และ ", "และ") == said


def test_those_who_did_not_answer_are_counted_and_zero_is_not_mentioned() -> None:
    assert "12 ครัวเรือน" in str(wording.not_stated("ที่ดิน", 12))
    assert wording.not_stated("ที่ดิน", 0) is None


def test_nothing_known_says_in_which_sheet_to_add_it_and_shows_no_table() -> None:
    section = wording.nothing_known("people", "คน", "ครัวเรือน", "household")
    assert "“ครัวเรือน”" in section.sentences[0]
    assert not section.tables
    assert not section.pictures


@pytest.mark.parametrize(
    ("language", "said"), [("th", "1 2 3 และอีก 7 ข้อ"), ("en", "1, 2, 3 and 7 more")]
)
def test_a_long_list_says_its_beginning_and_how_many_more(language: str, said: str) -> None:
    with speaking(language):
        assert wording.joined_briefly(map(str, range(1, 11)), most=3) == said
        assert wording.joined_briefly(["1", "2"], most=2) == wording.joined(["1", "2"])
