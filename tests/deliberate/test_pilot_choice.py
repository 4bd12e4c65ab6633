"""Candidates for pilot by hand: means of scorers, weights, places, and what was not scored."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd
import pytest

from planning_kit.deliberate import pilot_choice
from planning_kit.errors import KitError

WEIGHTS = {"will": Fraction(50), "data": Fraction(30), "help": Fraction(20)}
A, B, C = "670101", "670301", "670601"


def given(*rows: tuple[str, str, tuple[int | None, int | None, int | None]]) -> pd.DataFrame:
    """Return scores: scorer, tambon, and one score a criterion in the order of the weights."""
    return pd.DataFrame(
        [
            {"tambon_code": code, "criterion": name, "scored_by": who, "score": score}
            for who, code, scores in rows
            for name, score in zip(WEIGHTS, scores, strict=True)
            if score is not None
        ],
        columns=["tambon_code", "criterion", "scored_by", "score"],
    )


def messages(choice, option) -> list[str]:
    return [one.message for one in choice.ranking.reasons(option)]


def test_the_result_is_the_weighted_mean_of_the_scorers_means():
    scores = given(
        ("โต๊ะ 1", A, (4, 2, 3)), ("โต๊ะ 2", A, (2, 3, 3)), ("โต๊ะ 1", B, (4, 4, 1)),
        ("โต๊ะ 2", B, (4, 1, 2)),
    )  # fmt: skip
    choice = pilot_choice(scores, candidates=[A, B], weights=WEIGHTS)
    # A: means 3, 2.5, 3: 1.5 + .75 + .6 = 2.85. B: 4, 2.5, 1.5: 2 + .75 + .3 = 3.05.
    order = choice.ranking.order.set_index("option")
    assert list(order.index) == [B, A]
    assert order.loc[A, ["value", "will", "data", "help"]].tolist() == [2.85, 3, 2.5, 3]
    assert order.loc[B, "value"] == pytest.approx(3.05)
    below = next(one for one in choice.ranking.reasons(A) if "below" in one.message)
    assert below.values == {"gap": pytest.approx(0.2), "above": 1}
    # A has its most on two criteria and its least on one.
    ends = next(one for one in choice.ranking.reasons(A) if "Most on" in one.message)
    assert ends.values == {"high": ("will", "help"), "low": ("data",)}


def test_scorers_far_apart_are_named_with_the_criterion():
    scores = given(
        ("ก", A, (4, 2, 3)), ("ข", A, (2, 3, 3)), ("ก", B, (3, 3, 3)), ("ข", B, (2, 2, 2))
    )
    choice = pilot_choice(scores, candidates=[A, B], weights=WEIGHTS)
    assert choice.apart(A) == ("will",) and choice.apart(B) == ()
    row = choice.table().set_index(["option", "criterion"]).loc[(A, "will")]
    assert row.tolist() == [3.0, 2.0, 2.0, 4.0]
    assert any("two steps" in one for one in messages(choice, A))


def test_a_candidate_that_lacks_a_criterion_has_no_place_and_says_which():
    scores = given(("ก", A, (1, 1, 1)), ("ก", B, (4, 4, None)))
    choice = pilot_choice(scores, candidates=[A, B, C], weights=WEIGHTS)
    assert choice.ranking.place_of(A) == 1
    assert pd.isna(choice.ranking.place_of(B)) and pd.isna(choice.ranking.place_of(C))
    assert choice.lacking(B) == ("help",)
    assert choice.ranking.reasons(B)[0].values == {"criteria": ("help",)}
    assert messages(choice, C) == ["No place yet: nobody has scored it."]


def test_a_criterion_that_nobody_scored_leaves_all_without_a_place():
    scores = given(("ก", A, (4, 3, None)), ("ก", B, (2, 2, None)))
    choice = pilot_choice(scores, candidates=[A, B], weights=WEIGHTS)
    assert choice.ranking.order["place"].isna().all()
    # With a weight of 0 the same criterion keeps nobody from a place: 2.4 + 1.2 and 1.2 + .8.
    weights = {"will": Fraction(60), "data": Fraction(40), "help": Fraction(0)}
    order = pilot_choice(scores, candidates=[A, B], weights=weights).ranking.order
    assert order["value"].tolist() == [3.6, 2.0]


def test_a_scorer_who_left_something_out_is_told_and_not_filled_in():
    scores = given(
        ("ก", A, (4, 4, 4)), ("ข", A, (None, 2, 2)), ("ก", B, (3, 3, 3)), ("ข", B, (3, 3, 3))
    )
    choice = pilot_choice(scores, candidates=[A, B], weights=WEIGHTS)
    # Will rests on one scorer: 4; the others 3: 2 + .9 + .6.
    assert choice.ranking.order.set_index("option").loc[A, "value"] == 3.5
    assert choice.missing(A) == (("ข", "will"),) and choice.missing(B) == ()
    assert any("Not every scorer" in one for one in messages(choice, A))


def test_equal_results_share_a_place_and_all_equal_set_no_order():
    scores = given(("ก", A, (3, 3, 3)), ("ก", B, (3, 3, 3)), ("ก", C, (2, 2, 2)))
    choice = pilot_choice(scores, candidates=[A, B, C], weights=WEIGHTS)
    assert choice.ranking.order["place"].tolist() == [1, 1, 3]
    assert choice.ranking.ties == [(A, B)]
    below = next(one for one in choice.ranking.reasons(C) if "below" in one.message)
    assert below.values == {"gap": 1.0, "above": 1}
    level = pilot_choice(scores, candidates=[A, B], weights=WEIGHTS)
    assert any("set no order" in one for one in messages(level, A))


def test_one_candidate_has_the_first_place_and_nothing_to_be_below():
    choice = pilot_choice(given(("ก", A, (1, 2, 1))), candidates=[A], weights=WEIGHTS)
    assert choice.ranking.place_of(A) == 1
    assert not any("below" in one or "set no order" in one for one in messages(choice, A))


def test_a_scorer_spelled_with_other_spaces_counts_once():
    scores = given(("โต๊ะ 1", A, (4, 4, 4)), ("โต๊ะ1 ", A, (2, 2, 2)), ("โต๊ะ 2", A, (1, 1, 1)))
    choice = pilot_choice(scores, candidates=[A], weights=WEIGHTS)
    # (4 + 2) / 2 and 1: 2, where three scorers would give 7/3.
    assert choice.scorers == ("โต๊ะ 1", "โต๊ะ 2")
    assert choice.ranking.order["value"].tolist() == [2.0]


def test_withdrawn_candidates_and_strange_criteria_do_not_count():
    scores = given(("ก", A, (3, 3, 3)), ("ก", B, (4, 4, 4)))
    more = pd.DataFrame([{"tambon_code": A, "criterion": "money", "scored_by": "ก", "score": 4}])
    choice = pilot_choice(pd.concat([scores, more]), candidates=[A], weights=WEIGHTS)
    assert choice.strange == ("money",)
    assert choice.ranking.order["value"].tolist() == [3.0]


@pytest.mark.parametrize("score", [5, 0, 2.5])
def test_a_score_that_is_none_of_the_four_is_refused(score):
    rows = [{"tambon_code": A, "criterion": "will", "scored_by": "ก", "score": score}]
    with pytest.raises(KitError) as refused:
        pilot_choice(pd.DataFrame(rows), candidates=[A], weights=WEIGHTS)
    assert refused.value.code == "deliberate.pilot-score"


def test_without_candidates_there_is_nothing_to_order():
    with pytest.raises(KitError) as refused:
        pilot_choice(given(), candidates=[], weights=WEIGHTS)
    assert refused.value.code == "deliberate.no-candidates"


def test_every_reason_can_be_said_in_both_languages():
    scores = given(
        ("ก", A, (4, 2, 3)), ("ข", A, (2, 3, 3)), ("ก", B, (3, 3, 3)), ("ก", C, (3, None, 1))
    )
    choice = pilot_choice(scores, candidates=[A, B, C], weights=WEIGHTS)
    for option in (A, B, C):
        for one in choice.ranking.reasons(option):
            assert one.message.format(**one.values)
