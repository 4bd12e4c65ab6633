"""Four criteria by hand: means, product, weighted sum, and every refusal."""

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.deliberate import criteria_scores
from planning_kit.errors import KitError

TWO = [
    {"P01": (4, 3, 2, 4), "P02": (3, 3, 3, 3), "P03": (1, 1, 1, 1)},
    {"P01": (4, 4, 1, 4), "P02": (3, 3, 3, 3), "P03": (1, 2, 1, 1)},
]
CODES = ["P01", "P02", "P03"]


def refused(code, call):
    with pytest.raises(KitError) as caught:
        call()
    assert caught.value.code == code
    assert caught.value.say("th") != caught.value.say("en")
    return caught.value.say("en")


def test_product_and_sum_are_what_a_hand_finds(scored):
    # P01 means 4, 3.5, 1.5, 4: product 84, mean 3.25. P02 all 3: product 81, mean 3.
    order = criteria_scores(scored(TWO), options=CODES).order.set_index("option")
    assert order.loc["P01", "product"] == 84
    assert order.loc["P01", "weighted_sum"] == 3.25
    assert order.loc["P02", "product"] == 81
    assert order.loc["P03", "product"] == 1.5
    assert list(order["place"]) == [1, 2, 3]
    assert order.loc["P01", "scores"] == 2


def test_weights_turn_the_sum_and_leave_the_product(scored):
    weights = {"size": 10, "severity": 10, "ease": 70, "concern": 10}
    ranking = criteria_scores(scored(TWO), options=CODES, weights=weights, by="sum")
    # P01: .1*4 + .1*3.5 + .7*1.5 + .1*4 = 2.2; P02: 3.
    order = ranking.order.set_index("option")
    assert list(order.index) == ["P02", "P01", "P03"]
    assert order.loc["P01", "weighted_sum"] == pytest.approx(2.2)
    assert order.loc["P01", "product"] == 84
    assert order.loc["P01", "place_by_product"] == 1
    assert "different places" in " ".join(one.message for one in ranking.reasons("P01"))


def test_every_place_has_reasons_whose_places_can_be_filled(scored):
    ranking = criteria_scores(scored(TWO), options=CODES)
    for option in CODES:
        assert ranking.reasons(option)
        assert all(one.message.format(**one.values) for one in ranking.reasons(option))


def test_totals_give_what_their_ballots_give(scored, totals_of):
    rows = []
    for code in CODES:
        for village, ballot in zip(("01", "02"), TWO, strict=True):
            names = ("size_sum", "severity_sum", "ease_sum", "concern_sum")
            sums = dict(zip(names, ballot[code], strict=True))
            rows.append({"option_code": code, "village_code": village, "voters": 1, **sums})
    from_totals = criteria_scores(totals=totals_of(rows), options=CODES)
    from_marks = criteria_scores(scored(TWO), options=CODES)
    assert from_totals.order.equals(from_marks.order)


def test_a_blank_mark_is_not_a_zero(scored):
    marks = scored([{"P01": (4, 4, 4, 4)}, {"P01": (None, 2, 2, 2)}])
    order = criteria_scores(marks, options=["P01", "P02"]).order.set_index("option")
    assert order.loc["P01", "size"] == 4
    assert order.loc["P01", "severity"] == 3
    assert order.loc["P02", ["place", "value"]].isna().all()


def test_all_equal_scores_share_the_first_place_and_say_so(scored):
    marks = scored([dict.fromkeys(CODES, (2, 2, 2, 2))] * 3)
    ranking = criteria_scores(marks, options=CODES)
    assert list(ranking.order["place"]) == [1, 1, 1]
    assert ranking.ties == [("P01", "P02", "P03")]
    assert "set no order" in " ".join(one.message for one in ranking.reasons("P02"))


def test_one_option_and_three_hundred(scored):
    assert list(criteria_scores(scored([{"P1": (1, 1, 1, 1)}]), options=["P1"]).order.place) == [1]
    codes = [f"P{n}" for n in range(300)]
    ballots = [{code: (1 + n % 4,) * 4 for n, code in enumerate(codes)} for _ in range(8)]
    order = criteria_scores(scored(ballots), options=codes).order
    assert len(order) == 300
    assert set(order["place"]) == {1, 76, 151, 226}


@pytest.mark.parametrize("score", [0, 5, 2.5, -1])
def test_a_score_outside_the_steps_is_refused_with_ballot_and_option(scored, score):
    marks = scored([{"P01": (4, score, 1, 1)}])
    said = refused("deliberate.score-out-of-range", lambda: criteria_scores(marks, options=["P01"]))
    assert "001" in said and "P01" in said and "severity" in said


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ({"size": 50, "severity": 25, "ease": 25}, "deliberate.weight-missing"),
        ({"size": 50, "severity": 25, "ease": 25, "concern": None}, "deliberate.weight-missing"),
        (dict.fromkeys(("size", "severity", "ease", "concern"), 20), "deliberate.weights-sum"),
        ({"size": 120, "severity": -20, "ease": 0, "concern": 0}, "deliberate.weight-wrong"),
        ({"size": 25, "severity": 25, "ease": 25, "concern": 25, "cost": 0},
         "deliberate.weight-wrong"),
    ],
)  # fmt: skip
def test_weights_that_do_not_work_are_refused(scored, weights, code):
    refused(code, lambda: criteria_scores(scored(TWO), options=CODES, weights=weights))


def test_sums_that_cannot_be_are_refused(totals_of):
    def of(**row):
        return totals_of([{"option_code": "P01", "village_code": "01", **row}])

    def count(frame):
        return lambda: criteria_scores(totals=frame, options=["P01"])

    refused("deliberate.sum-out-of-range", count(of(voters=10, size_sum=41)))
    refused("deliberate.sum-out-of-range", count(of(voters=10, size_sum=9)))
    refused("deliberate.sum-without-voters", count(of(size_sum=9)))


def test_no_votes_two_sources_unknown_option_several_polls(scored, totals_of):
    marks = scored(TWO)
    totals = totals_of([{"option_code": "P01", "votes": 1}])
    refused("deliberate.no-votes", lambda: criteria_scores(marks.iloc[:0], options=CODES))
    refused("deliberate.no-votes", lambda: criteria_scores(options=CODES))
    refused("deliberate.two-sources", lambda: criteria_scores(marks, totals, options=CODES))
    refused("deliberate.unknown-option", lambda: criteria_scores(marks, options=CODES[:2]))
    refused("deliberate.no-options", lambda: criteria_scores(marks, options=[]))
    refused("deliberate.option-twice", lambda: criteria_scores(marks, options=[*CODES, "P01"]))
    refused("deliberate.unknown-order", lambda: criteria_scores(marks, options=CODES, by="x"))
    several = marks.assign(poll_code=["V01", "V02"] * 3)
    refused("deliberate.several-polls", lambda: criteria_scores(several, options=CODES))


score = st.tuples(*[st.integers(1, 4)] * 4)
elections = st.lists(st.fixed_dictionaries(dict.fromkeys(CODES, score)), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(ballots=elections, shuffle=st.randoms(use_true_random=False))
def test_it_does_not_matter_who_voted_first(scored, ballots, shuffle):
    other = list(ballots)
    shuffle.shuffle(other)
    assert criteria_scores(scored(ballots), options=CODES).order.equals(
        criteria_scores(scored(other), options=CODES).order
    )


@settings(max_examples=40, deadline=None)
@given(ballots=elections)
def test_renaming_the_options_renames_the_order_and_nothing_else(scored, ballots):
    names = {"P01": "Z9", "P02": "A1", "P03": "M5"}
    renamed = [{names[one]: marks for one, marks in ballot.items()} for ballot in ballots]
    first = criteria_scores(scored(ballots), options=CODES)
    second = criteria_scores(scored(renamed), options=list(names.values()))
    assert all(first.place_of(one) == second.place_of(names[one]) for one in CODES)


@settings(max_examples=40, deadline=None)
@given(ballots=elections)
def test_places_follow_the_exact_products(scored, ballots):
    order = criteria_scores(scored(ballots), options=CODES).order
    n = len(ballots)
    exact = {}
    for code in CODES:
        product = Fraction(1)
        for at in range(4):
            product *= Fraction(sum(ballot[code][at] for ballot in ballots), n)
        exact[code] = product
    for option, place in zip(order["option"], order["place"], strict=True):
        assert place == 1 + sum(value > exact[option] for value in exact.values())


def test_scores_summed_in_the_hall_are_added_to_those_on_ballots():
    ballots = pd.DataFrame(
        [{"poll_code": "V", "ballot_no": "1", "entry": None, "option_code": "A", "size": 4,
          "severity": 2, "ease": 1, "concern": 3}]
    )  # fmt: skip
    hall = pd.DataFrame(
        [{"poll_code": "V", "option_code": "A", "village_code": None, "group": None, "voters": 3,
          "size_sum": 4, "severity_sum": 6, "ease_sum": 11, "concern_sum": 9,
          "is_besides_ballots": True}]
    )  # fmt: skip
    found = criteria_scores(ballots, hall, options=("A",)).order.iloc[0]
    means = [found[name] for name in ("size", "severity", "ease", "concern")]
    assert means == [2.0, 2.0, 3.0, 3.0]
    assert found["product"] == 36.0
