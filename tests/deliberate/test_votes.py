"""Dots, hands and ticks: counted from ballots or from totals, and refused where they cannot be."""

import pandas as pd
import pytest

from planning_kit.deliberate import approval_ballots, approvals, dots, hands, votes_by_village
from planning_kit.errors import KitError


def refused(code, call):
    with pytest.raises(KitError) as caught:
        call()
    assert caught.value.code == code


@pytest.fixture
def ticks(marks_of):
    rows = [
        {"ballot_no": str(ballot), "option_code": code, "approved": code in ticked,
         "village_code": "01" if ballot < 6 else "02"}
        for ballot, ticked in enumerate(("AB", "A", "AC", "", "A", "B", "B", "BC", "B", "B"), 1)
        for code in "ABC"
    ]  # fmt: skip
    return marks_of(rows)


def test_ticks_are_counted_by_option(ticks):
    ranking = approvals(ticks, options=["A", "B", "C", "D"])
    order = ranking.order.set_index("option")
    assert dict(order["value"]) == {"B": 6, "A": 4, "C": 2, "D": 0}
    assert order.loc["B", "share"] == 0.6
    assert ranking.voters == 10
    assert hands(ticks, options=["A", "B", "C", "D"]).order.equals(ranking.order)
    assert approval_ballots(ticks, list("ABC"))[:4] == [("A", "B"), ("A",), ("A", "C"), ()]


def test_totals_of_raised_hands_give_the_same(ticks, totals_of):
    rows = [("01", "A", 4), ("02", "A", 0), ("01", "B", 1), ("02", "B", 5), ("01", "C", 1),
            ("02", "C", 1)]  # fmt: skip
    totals = totals_of(
        [{"village_code": v, "option_code": o, "votes": n, "voters": 5} for v, o, n in rows]
    )
    told = hands(totals=totals, options=["A", "B", "C"])
    counted = hands(ticks, options=["A", "B", "C"])
    assert list(told.order["value"]) == list(counted.order["value"]) == [6, 4, 2]
    assert told.voters == 10
    by_village = votes_by_village(ticks, options=["A", "B", "C"])
    assert by_village.equals(votes_by_village(totals=totals, options=["A", "B", "C"]))
    assert not by_village["hidden"].any()


def test_a_village_of_few_ballots_is_hidden_and_cannot_be_found_by_subtraction(ticks):
    seven = ticks.loc[ticks["ballot_no"].isin(list("12345678"))]
    table = votes_by_village(seven, options=["A", "B", "C"])
    assert table["hidden"].all()
    assert table["votes"].isna().all()


def test_dots_add_up_and_too_many_are_refused(marks_of):
    marks = marks_of(
        [
            {"ballot_no": "1", "option_code": "A", "dots": 2},
            {"ballot_no": "1", "option_code": "B", "dots": 1},
            {"ballot_no": "2", "option_code": "A", "dots": 3},
        ]
    )
    order = dots(marks, options=["A", "B"], each=3).order
    assert list(order["value"]) == [5, 1]
    assert list(order["people"]) == [2, 1]
    refused("deliberate.too-many-dots", lambda: dots(marks, options=["A", "B"], each=2))
    wrong = marks.assign(dots=[2.0, -1.0, 3.0])
    refused("deliberate.dots-wrong", lambda: dots(wrong, options=["A", "B"]))


def test_ballots_over_their_limits_are_refused(ticks):
    costs = {"A": 300.0, "B": 800.0, "C": 100.0}
    approvals(ticks, options=["A", "B", "C"], most=2, costs=costs, budget=1100)
    refused(
        "deliberate.too-many-approvals",
        lambda: approvals(ticks, options=["A", "B", "C"], most=1),
    )
    refused(
        "deliberate.ballot-over-budget",
        lambda: approvals(ticks, options=["A", "B", "C"], costs=costs, budget=1000),
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"votes": 11, "voters": 10}, "deliberate.more-votes-than-voters"),
        ({"votes": -1, "voters": 10}, "deliberate.votes-wrong"),
        ({"votes": 1.5, "voters": 10}, "deliberate.votes-wrong"),
    ],
)
def test_totals_that_cannot_be_are_refused(totals_of, row, code):
    totals = totals_of([{"option_code": "A", "village_code": "01", **row}])
    refused(code, lambda: hands(totals=totals, options=["A"]))


def test_a_total_given_twice_is_refused(totals_of):
    totals = totals_of([{"option_code": "A", "village_code": "01", "votes": 1, "voters": 3}] * 2)
    refused("deliberate.total-twice", lambda: hands(totals=totals, options=["A"]))


def test_dots_in_totals_may_be_several_a_person(totals_of):
    totals = totals_of([{"option_code": "A", "village_code": "01", "votes": 6, "voters": 2}])
    assert dots(totals=totals, options=["A"], each=3).order["value"].iloc[0] == 6
    refused("deliberate.more-votes-than-voters", lambda: dots(totals=totals, options=["A"], each=2))


def test_zero_votes_for_all_is_a_tie_of_all(totals_of):
    totals = totals_of(
        [{"option_code": code, "village_code": "01", "votes": 0, "voters": 9} for code in "AB"]
    )
    assert hands(totals=totals, options=["A", "B"]).ties == [("A", "B")]


def test_people_who_cast_no_ballot_are_added_to_the_ballots():
    ballots = pd.DataFrame(
        [
            {"poll_code": "V", "ballot_no": n, "entry": None, "option_code": one, "dots": dots,
             "approved": True, "village_code": None}
            for n, one, dots in (("1", "A", 2), ("2", "A", 1), ("2", "B", 2))
        ]
    )  # fmt: skip
    hall = pd.DataFrame(
        [
            {"poll_code": "V", "option_code": one, "village_code": None, "group": None,
             "votes": votes, "voters": 10, "is_besides_ballots": True}
            for one, votes in (("A", 3), ("B", 8))
        ]
    )  # fmt: skip
    found = dots(ballots, hall, options=("A", "B"), each=3)
    assert dict(zip(found.order["option"], found.order["value"], strict=True)) == {"B": 10, "A": 6}
    assert found.voters == 12
    ticked = approvals(ballots, hall, options=("A", "B"))
    assert dict(zip(ticked.order["option"], ticked.order["value"], strict=True)) == {"B": 9, "A": 5}
    with pytest.raises(KitError) as both:
        dots(ballots, hall.assign(is_besides_ballots=[True, None]), options=("A", "B"))
    assert both.value.code == "deliberate.two-sources"
