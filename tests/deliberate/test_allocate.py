"""Sharing out money: by hand, against pabutools called directly, and with a reason for each."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pabutools.election import ApprovalBallot, ApprovalProfile, Cost_Sat, Instance, Project
from pabutools.rules import (
    completion_by_rule_combination,
    greedy_utilitarian_welfare,
    method_of_equal_shares,
)

from planning_kit.deliberate import equal_shares, greedy
from planning_kit.errors import KitError

COSTS = {"A": 60.0, "B": 50.0, "C": 40.0, "D": 200.0, "E": 10.0}
VOTES = {"A": 9, "B": 7, "C": 5, "D": 8, "E": 0}


def direct(costs, ballots, budget):
    """What pabutools needs, built without the kit."""
    projects = {one: Project(one, int(cost)) for one, cost in costs.items()}
    instance = Instance(projects.values(), budget_limit=int(budget))
    profile = ApprovalProfile(
        [ApprovalBallot([projects[one] for one in ballot]) for ballot in ballots],
        instance=instance,
    )
    return instance, profile


def names(projects):
    return {one.name for one in projects}


def said(allocation, option):
    return " ".join(one.message.format(**one.values) for one in allocation.reasons(option))


def test_most_votes_first_skips_what_no_longer_fits():
    # 9 votes: A 60 of 100. D costs more than all. B 50 does not fit in 40, C 40 does.
    allocation = greedy(COSTS, VOTES, 100)
    assert allocation.chosen == ("A", "C")
    assert (allocation.spent, allocation.left) == (100, 0)
    assert "more than the whole budget" in said(allocation, "D")
    assert "only 40.0 baht were left" in said(allocation, "B")
    assert "Nobody voted" in said(allocation, "E")
    assert list(allocation.order["option"]) == ["A", "C", "D", "B", "E"]


def test_what_nobody_wants_is_taken_only_where_asked():
    assert greedy(COSTS, VOTES, 110).chosen == ("A", "B")
    assert greedy(COSTS, VOTES, 120, unwanted=True).chosen == ("A", "B", "E")


def test_without_skipping_the_first_misfit_ends_it():
    allocation = greedy(COSTS, VOTES, 100, skip=False)
    assert allocation.chosen == ("A",)
    assert "had ended" in said(allocation, "C")


def test_a_threshold_keeps_out_what_too_few_want():
    assert greedy(COSTS, VOTES, 300, threshold=8).chosen == ("A", "D")


def test_equals_that_cannot_both_be_paid_are_told_and_ask_refuses():
    costs, votes = {"A": 60.0, "B": 50.0}, {"A": 3, "B": 3}
    told = greedy(costs, votes, 100)
    assert told.chosen == ("B",)
    assert told.ties == [("A", "B")]
    assert greedy(costs, votes, 100, "by_code").chosen == ("A",)
    with pytest.raises(KitError) as caught:
        greedy(costs, votes, 100, "ask")
    assert caught.value.code == "deliberate.tie-asks-meeting"
    assert greedy(costs, votes, 110, "ask").chosen == ("A", "B")


def test_ask_refuses_ties_of_equal_shares_too():
    ballots = [("A",), ("B",)]
    with pytest.raises(KitError) as caught:
        equal_shares({"A": 10.0, "B": 10.0}, ballots, 10, "ask")
    assert caught.value.values["options"] == "A, B"


def test_equal_shares_by_hand():
    # 10 voters, 100 baht, 10 each. The six pay A 60 fully; the other four hold 40 and pay C.
    # Most votes first would take A, then B (6 votes, 40) and leave the four nothing.
    costs = {"A": 60.0, "B": 40.0, "C": 40.0}
    ballots = [("A", "B")] * 6 + [("C",)] * 4
    shares = equal_shares(costs, ballots, 100)
    assert set(shares.chosen) in ({"A", "C"}, {"B", "C"})
    assert "C" in shares.chosen
    assert "C" not in greedy(costs, ballots, 100).chosen


def test_money_left_over_goes_to_the_most_votes_unless_told_otherwise():
    # 4 voters, 40 baht, 10 each: A 15 takes 5 of the first three; B 20 has one with 10.
    costs, ballots = {"A": 15.0, "B": 20.0}, [("A",), ("A",), ("A",), ("B",)]
    assert equal_shares(costs, ballots, 40, completion="none").chosen == ("A",)
    whole = equal_shares(costs, ballots, 40)
    assert whole.chosen == ("A", "B")
    assert "from what was left at the end" in said(whole, "B")
    short = equal_shares(costs, ballots, 40, completion="none")
    assert "had 10.0 baht" in said(short, "B")
    assert equal_shares(costs, ballots, 40, completion="add1").chosen == ("A", "B")


@pytest.mark.parametrize(
    ("costs", "budget", "code"),
    [
        ({}, 10, "deliberate.no-options"),
        ({"A": float("nan")}, 10, "deliberate.cost-missing"),
        ({"A": -5.0}, 10, "deliberate.cost-missing"),
        ({"A": 5.0}, None, "deliberate.no-budget"),
        ({"A": 5.0}, 0, "deliberate.no-budget"),
        ({"B": 5.0}, 10, "deliberate.unknown-option"),
    ],
)
def test_money_that_cannot_be_shared_out_is_refused(costs, budget, code):
    for call in (greedy, equal_shares):
        with pytest.raises(KitError) as caught:
            call(costs, [("A",)], budget)
        assert caught.value.code == code
        assert caught.value.say("th")


def test_nobody_voted_and_blank_ballots():
    with pytest.raises(KitError) as caught:
        equal_shares({"A": 5.0}, [], 10)
    assert caught.value.code == "deliberate.no-votes"
    assert equal_shares({"A": 5.0}, [(), ()], 10).chosen == ()
    assert greedy({"A": 5.0}, [(), ()], 10).chosen == ()


money = st.integers(1, 60)
ballot = st.sets(st.sampled_from("ABCDE"), max_size=5)


@settings(max_examples=80, deadline=None)
@given(
    prices=st.tuples(*[money] * 5),
    ballots=st.lists(ballot, min_size=1, max_size=8),
    budget=st.integers(1, 150),
)
def test_results_are_those_of_pabutools_called_directly(prices, ballots, budget):
    costs = {one: float(price) for one, price in zip("ABCDE", prices, strict=True)}
    instance, profile = direct(costs, ballots, budget)
    plain = greedy(costs, ballots, budget, "by_code")
    votes = {one: sum(one in ballot for ballot in ballots) for one in costs}
    # pabutools also takes what nobody wants, where it fits.
    theirs = greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat)
    assert set(greedy(costs, ballots, budget, "by_code", unwanted=True).chosen) == names(theirs)
    assert set(plain.chosen) == {one for one in names(theirs) if votes[one]}
    shares = equal_shares(costs, ballots, budget, "by_code", completion="none")
    assert set(shares.chosen) == names(
        method_of_equal_shares(instance, profile, sat_class=Cost_Sat)
    )
    completed = completion_by_rule_combination(
        instance,
        profile,
        [method_of_equal_shares, greedy_utilitarian_welfare],
        [{"sat_class": Cost_Sat}, {"sat_class": Cost_Sat}],
    )
    ours = equal_shares(costs, ballots, budget, "by_code")
    assert set(ours.chosen) == {one for one in names(completed) if votes[one]}
    added = equal_shares(costs, ballots, budget, "by_code", completion="add1", step=1)
    assert set(added.chosen) == names(
        method_of_equal_shares(instance, profile, sat_class=Cost_Sat, voter_budget_increment=1)
    )


@settings(max_examples=60, deadline=None)
@given(
    prices=st.tuples(*[money] * 5),
    ballots=st.lists(ballot, min_size=1, max_size=8),
    budget=st.integers(1, 150),
)
def test_no_rule_spends_more_than_there_is_and_each_option_has_a_reason(prices, ballots, budget):
    costs = {one: float(price) for one, price in zip("ABCDE", prices, strict=True)}
    for allocation in (greedy(costs, ballots, budget), equal_shares(costs, ballots, budget)):
        assert allocation.spent + allocation.left == budget
        assert allocation.left >= 0
        assert allocation.spent == sum(costs[one] for one in allocation.chosen)
        assert all(said(allocation, one) for one in costs)
        # What is left would pay for nothing that anybody voted for.
        wanted = {one for ballot in ballots for one in ballot} - set(allocation.chosen)
        assert all(costs[one] > allocation.left for one in wanted)
