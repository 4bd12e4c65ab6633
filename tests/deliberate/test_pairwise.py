"""Pair by pair, against published elections: Tennessee's capital and Condorcet's paradox."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.deliberate import (
    borda,
    condorcet_winner,
    copeland,
    cycles,
    pair_matrix,
    pair_matrix_of_orders,
)
from planning_kit.errors import KitError

# The example of voting theory textbooks: where should Tennessee's capital be? (per cent)
CITIES = ["Memphis", "Nashville", "Chattanooga", "Knoxville"]
TENNESSEE = [
    (("Memphis", "Nashville", "Chattanooga", "Knoxville"), 42),
    (("Nashville", "Chattanooga", "Knoxville", "Memphis"), 26),
    (("Chattanooga", "Knoxville", "Nashville", "Memphis"), 15),
    (("Knoxville", "Chattanooga", "Nashville", "Memphis"), 17),
]
CIRCLE = [(("A", "B", "C"), 1), (("B", "C", "A"), 1), (("C", "A", "B"), 1)]


def test_tennessee_by_the_published_figures():
    pairs = pair_matrix_of_orders(TENNESSEE, options=CITIES)
    table = pairs.set_index(["option", "against"])["wins"]
    assert table["Memphis", "Nashville"] == 42
    assert table["Nashville", "Memphis"] == 58
    assert table["Nashville", "Chattanooga"] == 68
    assert table["Chattanooga", "Knoxville"] == 83
    counts = borda(pairs).order.set_index("option")["value"]
    assert dict(counts) == {"Nashville": 194, "Chattanooga": 173, "Memphis": 126, "Knoxville": 107}
    wins = copeland(pairs).order.set_index("option")["value"]
    assert dict(wins) == {"Nashville": 3, "Chattanooga": 2, "Knoxville": 1, "Memphis": 0}
    assert condorcet_winner(pairs) == "Nashville"
    assert cycles(pairs) == []


def test_condorcets_paradox_is_a_cycle_and_has_no_winner():
    pairs = pair_matrix_of_orders(CIRCLE, options=["A", "B", "C", "D"])
    (circle,) = cycles(pairs)
    assert circle.members == ("A", "B", "C")
    assert circle.path == ("A", "B", "C")
    assert condorcet_winner(pairs) is None
    ranking = copeland(pairs)
    assert list(ranking.order["place"]) == [1, 1, 1, 4]
    assert "circle" in " ".join(one.message for one in ranking.reasons("A"))


def test_ballots_and_totals_give_the_same_pairs(marks_of, totals_of):
    marks = marks_of(
        [
            {"ballot_no": "1", "option_code": "A", "against_code": "B", "preferred": "A"},
            {"ballot_no": "2", "option_code": "B", "against_code": "A", "preferred": "A"},
            {"ballot_no": "3", "option_code": "A", "against_code": "B", "preferred": "B"},
            {"ballot_no": "4", "option_code": "A", "against_code": "B"},
        ]
    )
    totals = totals_of(
        [{"option_code": "A", "against_code": "B", "votes_for": 2, "votes_against": 1,
          "votes_equal": 1}]
    )  # fmt: skip
    pairs = pair_matrix(marks, options=["A", "B"])
    assert pairs.equals(pair_matrix(totals=totals, options=["A", "B"]))
    assert list(pairs.iloc[0]) == ["A", "B", 2, 1, 1, 4]
    assert list(pairs.iloc[1]) == ["B", "A", 1, 2, 1, 4]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"against_code": "A"}, "deliberate.pair-with-itself"),
        ({"against_code": "B", "preferred": "C"}, "deliberate.preferred-elsewhere"),
        ({"against_code": "X"}, "deliberate.unknown-option"),
    ],
)
def test_a_pair_that_makes_no_sense_is_refused(marks_of, row, code):
    marks = marks_of([{"ballot_no": "1", "option_code": "A", **row}])
    with pytest.raises(KitError) as caught:
        pair_matrix(marks, options=["A", "B", "C"])
    assert caught.value.code == code


def test_one_pair_twice_on_a_ballot_is_refused_whichever_side_is_first(marks_of):
    marks = marks_of(
        [
            {"ballot_no": "7", "option_code": "A", "against_code": "B", "preferred": "A"},
            {"ballot_no": "7", "option_code": "B", "against_code": "A", "preferred": "A"},
        ]
    )
    with pytest.raises(KitError) as caught:
        pair_matrix(marks, options=["A", "B"])
    assert caught.value.code == "deliberate.ballot-twice"


orders = st.lists(
    st.tuples(st.permutations(["A", "B", "C", "D"]), st.integers(1, 9)), min_size=1, max_size=6
)


@settings(max_examples=60, deadline=None)
@given(orders=orders)
def test_sums_and_winners_hang_together(orders):
    options = ["A", "B", "C", "D"]
    pairs = pair_matrix_of_orders(orders, options=options)
    voters = sum(count for _order, count in orders)
    # Every pair is decided by every voter once: 6 pairs; Borda by the textbook's points 3 2 1 0.
    counts = borda(pairs).order.set_index("option")["value"]
    assert counts.sum() == 6 * voters
    for one in options:
        assert counts[one] == sum((3 - list(order).index(one)) * n for order, n in orders)
    ranking = copeland(pairs)
    assert ranking.order["value"].sum() == 6
    best = condorcet_winner(pairs)
    if best is not None:
        assert ranking.top(1) == (best,)
        assert all(best not in circle.members for circle in cycles(pairs))
    for circle in cycles(pairs):
        beats = pairs.set_index(["option", "against"])
        for one, other in zip(circle.path, (*circle.path[1:], circle.path[0]), strict=True):
            assert beats.loc[(one, other), "wins"] > beats.loc[(one, other), "losses"]


def test_pairs_counted_in_the_hall_are_added_to_those_on_ballots(marks_of, totals_of):
    pair = {"option_code": "A", "against_code": "B"}
    ballots = marks_of(
        [
            {**pair, "ballot_no": "1", "preferred": "A"},
            {**pair, "ballot_no": "2", "preferred": None},
        ]
    )
    hall = totals_of([{**pair, "votes_for": 3, "votes_against": 5, "votes_equal": 1}])
    table = pair_matrix(ballots, hall.assign(is_besides_ballots=True), options=("A", "B"))
    first = table.iloc[0]
    assert [first[name] for name in ("option", "wins", "losses", "equal", "voters")] == ["A", 4, 5, 2, 11]  # fmt: skip
