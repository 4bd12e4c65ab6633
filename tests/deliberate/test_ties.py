"""Four ways to settle equal results, one of which refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.deliberate import criteria_scores, dots
from planning_kit.deliberate.ties import placed
from planning_kit.errors import KitError


def test_the_tied_share_the_better_place_and_the_next_is_skipped():
    found, ties = placed({"A": 5, "B": 3, "C": 3, "D": 1})
    assert found == [("A", 1), ("B", 2), ("C", 2), ("D", 4)]
    assert ties == [("B", "C")]


def test_by_code_counts_numbers_in_codes():
    found, ties = placed({"P10": 1, "P2": 1, "P1": 1}, "by_code")
    assert found == [("P1", 1), ("P2", 2), ("P10", 3)]
    assert ties == [("P1", "P2", "P10")]


def test_by_criterion_takes_size_first(scored):
    # All three products are 16; size 4 goes first, then severity decides between the others.
    marks = scored([{"A": (2, 2, 2, 2), "B": (4, 1, 2, 2), "C": (2, 4, 1, 2)}])
    ranking = criteria_scores(marks, options=["A", "B", "C"], tie_policy="by_criterion")
    assert list(ranking.order["option"]) == ["B", "C", "A"]
    assert list(ranking.order["place"]) == [1, 2, 3]
    assert ranking.ties == [("A", "B", "C")]
    assert "settled by size" in " ".join(one.message for one in ranking.reasons("A"))


def test_ask_names_the_tied_in_both_languages(marks_of):
    marks = marks_of(
        [{"ballot_no": "1", "option_code": code, "dots": 2} for code in ("P02", "P10")]
    )
    with pytest.raises(KitError) as caught:
        dots(marks, options=["P02", "P10", "P03"], tie_policy="ask")
    assert caught.value.code == "deliberate.tie-asks-meeting"
    for language in ("th", "en"):
        assert "P02, P10" in caught.value.say(language)
        assert "P03" not in caught.value.say(language)


def test_ask_is_silent_without_a_tie():
    assert placed({"A": 2, "B": 1}, "ask")[0] == [("A", 1), ("B", 2)]


def test_an_unknown_policy_is_refused():
    with pytest.raises(KitError) as caught:
        placed({"A": 1}, "coin")
    assert caught.value.code == "deliberate.unknown-tie-policy"


@given(st.dictionaries(st.text("PA019", min_size=1, max_size=4), st.integers(0, 3), min_size=1))
def test_places_count_the_better_and_by_code_gives_each_place_once(values):
    shared = dict(placed(values)[0])
    assert all(
        place == 1 + sum(other > values[one] for other in values.values())
        for one, place in shared.items()
    )
    assert sorted(place for _one, place in placed(values, "by_code")[0]) == list(
        range(1, len(values) + 1)
    )
