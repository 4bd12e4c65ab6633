"""Gini and Lorenz against hand values and an independent computation."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.profile.inequality import gini, inequality, lorenz
from planning_kit.records import HouseholdAccount, to_frame

INCOMES = st.lists(st.integers(0, 10**6), min_size=2, max_size=40).filter(lambda v: sum(v) > 0)


def mean_difference(values: list[int]) -> float:
    """The definition: mean absolute difference of all pairs over twice the mean."""
    n, mean = len(values), sum(values) / len(values)
    return sum(abs(a - b) for a, b in itertools.product(values, repeat=2)) / (2 * n * n * mean)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 1, 1, 1], 0),
        ([0, 0, 0, 1], 0.75),  # (n - 1) / n
        ([1, 2, 3, 4, 5], 4 / 15),  # 2 x (1 + 4 + 9 + 16 + 25) / (5 x 15) - 6/5
        ([1, 3], 0.25),
    ],
)
def test_gini_by_hand(values, expected):
    assert gini(values) == pytest.approx(expected)


def test_unbiased_gini_of_one_who_has_all_is_1():
    assert gini([0, 0, 0, 1], unbiased=True) == pytest.approx(1)


def test_nothing_to_share_has_no_gini():
    assert gini([]) is None
    assert gini([0, 0]) is None
    assert gini([math.nan]) is None


def test_not_stated_is_left_out_and_negative_counts_as_zero():
    assert gini([1, 3, math.nan]) == pytest.approx(0.25)
    assert gini([-50, 0, 0, 1]) == pytest.approx(0.75)


@given(INCOMES)
def test_gini_is_half_the_relative_mean_difference(values):
    assert gini(values) == pytest.approx(mean_difference(values), abs=1e-9)


@given(INCOMES, st.floats(0.01, 1000))
def test_gini_does_not_depend_on_the_currency(values, rate):
    assert gini([value * rate for value in values]) == pytest.approx(gini(values), abs=1e-9)


@given(INCOMES, st.randoms(use_true_random=False))
def test_gini_does_not_depend_on_the_order(values, random):
    shuffled = values[:]
    random.shuffle(shuffled)
    assert gini(shuffled) == pytest.approx(gini(values), abs=1e-12)


def test_lorenz_steps_hold_at_least_five_households():
    # ten households 1..10, sum 55: two steps of five; the poorer half has 15/55
    curve = lorenz(range(1, 11))
    assert curve["population_share"].tolist() == [0, 0.5, 1]
    assert curve["value_share"].tolist() == pytest.approx([0, 15 / 55, 1])


def test_lorenz_of_four_is_empty():
    assert lorenz([1, 2, 3, 4]).empty


@given(st.lists(st.integers(0, 10**6), min_size=25, max_size=80).filter(lambda v: sum(v) > 0))
def test_lorenz_rises_below_the_line_of_equality(values):
    curve = lorenz(values)
    assert curve["value_share"].is_monotonic_increasing
    assert (curve["value_share"] <= curve["population_share"] + 1e-9).all()
    assert curve["value_share"].iloc[-1] == pytest.approx(1)


def _accounts(incomes: list[float]):
    return to_frame(
        HouseholdAccount,
        [
            {"household_id": str(i), "year_be": 2569, "months_recorded": 12, "income_wage": income}
            for i, income in enumerate(incomes)
        ],
    )


def test_shares_of_poorest_and_richest():
    # 1..25, sum 325: poorest ten have 55, richest five 21+22+23+24+25 = 115
    found = inequality(_accounts([float(i) for i in range(1, 26)]))
    assert found.bottom_share == pytest.approx(55 / 325)
    assert found.top_share == pytest.approx(115 / 325)
    assert found.n == 25


def test_four_households_tell_nothing():
    found = inequality(_accounts([1.0, 2.0, 3.0, 4.0]))
    assert found.hidden
    assert found.gini is None


def test_no_accounts_no_inequality():
    found = inequality(_accounts([]))
    assert (found.gini, found.n, found.hidden) == (None, 0, False)


def test_shares_are_not_told_under_25_households():
    found = inequality(_accounts([float(i) for i in range(1, 25)]))
    assert (found.bottom_share, found.top_share) == (None, None)
    assert found.gini is not None
