"""How firm the first place is, on weightings that one can count by hand."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pandas as pd

from planning_kit.deliberate import pilot_choice, pilot_firm_reasons, pilot_firmness
from planning_kit.deliberate.pilot_firm import departs
from planning_kit.deliberate.weights import plausible_weightings

A, B, C = "670101", "670301", "670601"
TWO = {"will": Fraction(50), "data": Fraction(50)}


def given(*rows: tuple[str, str, tuple[int, ...]]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"tambon_code": code, "criterion": name, "scored_by": who, "score": score}
            for who, code, scores in rows
            for name, score in zip(("will", "data", "help"), scores, strict=False)
        ]
    )


def firm_of(scores, weights=TWO, candidates=(A, B)):
    return pilot_firmness(scores, candidates=list(candidates), weights=weights)


def said(firm) -> list[str]:
    return [one.message.format(**one.values) for one in pilot_firm_reasons(firm)]


def test_weightings_of_any_number_of_criteria_are_counted_as_by_combination():
    # Ten tens in k parts of at least one: 9 over k - 1.
    for k in (2, 3, 4, 6):
        names = [f"c{at}" for at in range(k)]
        grid = plausible_weightings(criteria=names)
        assert len(grid) == comb(9, k - 1)
        assert (grid.sum(axis=1) == 100).all() and grid.min(axis=None) == 10
    assert plausible_weightings().iloc[0].tolist() == [10, 10, 10, 70]


def test_the_first_place_goes_over_at_the_weight_where_both_are_equal():
    # A: 4 and 2, B: 2 and 3. A is above B where 2 w > 1 - w: from 40 % for will on, 6 of 9.
    firm = firm_of(given(("ก", A, (4, 2)), ("ก", B, (2, 3))))
    assert len(firm.weightings) == 9
    assert firm.options.set_index("option")["share"].round(6).to_dict() == {
        A: round(6 / 9, 6),
        B: round(3 / 9, 6),
    }
    assert said(firm) == [
        "In 6 of 9 plausible weightings, ('670101',) comes first.",
        "In 3 of 9 plausible weightings, ('670301',) comes first.",
    ]


def test_a_candidate_above_on_everything_is_always_first():
    firm = firm_of(given(("ก", A, (4, 3)), ("ก", B, (2, 3))))
    assert said(firm) == ["In every one of 9 plausible weightings, ('670101',) comes first."]


def test_a_scorer_without_whom_another_would_be_first_is_named():
    # Together A 3 and B 2.5; without ก A has 2 and B 3.
    scores = given(("ก", A, (4, 4)), ("ข", A, (2, 2)), ("ก", B, (2, 2)), ("ข", B, (3, 3)))
    firm = firm_of(scores)
    assert firm.without["group"].tolist() == ["ก", "ข"]
    assert any(
        "Without the scores of ก, ('670301',) would come first and ('670101',) not." in one
        for one in said(firm)
    )


def test_a_scorer_who_alone_judged_something_is_not_left_out():
    scores = given(("ก", A, (4, 4)), ("ข", A, (3, 3)), ("ก", B, (2, 2)))
    # Without ก nobody has scored B; only ข can be left out, and A stays first.
    firm = firm_of(scores)
    assert firm.without["group"].tolist() == ["ข"]
    assert said(firm)[-1] == "Whichever of 1 scorers is left out, the first place stays the same."


def test_criteria_of_no_weight_are_not_given_any_and_one_alone_cannot_be_tried():
    scores = given(("ก", A, (4, 2, 1)), ("ก", B, (2, 3, 4)))
    weights = {"will": Fraction(50), "data": Fraction(50), "help": Fraction(0)}
    assert list(firm_of(scores, weights).weightings.columns[:2]) == ["will", "data"]
    alone = {"will": Fraction(100), "data": Fraction(0), "help": Fraction(0)}
    assert firm_of(scores, alone).weightings.empty
    assert firm_of(scores, weights, [A]).weightings.empty


def test_a_decision_departs_where_a_better_place_is_passed_over():
    scores = given(("ก", A, (4, 4)), ("ก", B, (3, 3)), ("ก", C, (3, 3)))
    ranking = pilot_choice(scores, candidates=[A, B, C, "670901"], weights=TWO).ranking
    assert not departs([A], ranking) and not departs([A, C], ranking)
    assert not departs([A, C, B], ranking)
    assert departs([B], ranking) and departs([B, A], ranking) and departs(["670901"], ranking)
