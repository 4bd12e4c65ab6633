"""Agreement, against a published table and against Friedman's test."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.deliberate import agreement_of_marks, agreement_of_votes, kendalls_w

# Siegel, Nonparametric Statistics (1956): three executives rank six applicants; W = 0.16.
SIEGEL = np.array([[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]], dtype=float)


def test_siegels_executives():
    assert kendalls_w(SIEGEL) == pytest.approx(25.5 / 157.5)
    assert round(kendalls_w(SIEGEL), 2) == 0.16


def test_full_agreement_and_none():
    assert kendalls_w(np.array([[1, 2, 3], [1, 2, 3.0]])) == 1
    assert kendalls_w(np.array([[1, 2, 3], [3, 2, 1.0]])) == 0
    assert math.isnan(kendalls_w(np.ones((4, 3))))
    assert math.isnan(kendalls_w(np.ones((1, 3))))


def friedman(rows):
    """Friedman's statistic in Conover's form, which takes ties from the ranks' own squares."""
    n, k = len(rows), len(rows[0])
    ranks = [
        [sum(x < y for x in row) + (sum(x == y for x in row) + 1) / 2 for y in row] for row in rows
    ]
    squares = sum(rank**2 for row in ranks for rank in row)
    spread = sum((sum(row[j] for row in ranks) - n * (k + 1) / 2) ** 2 for j in range(k))
    return (k - 1) * spread / (squares - n * k * (k + 1) ** 2 / 4)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(1, 4), min_size=4, max_size=4), min_size=2, max_size=8))
def test_ties_are_corrected_as_in_friedmans_test(rows):
    values = np.array(rows, dtype=float)
    if (values == values[:, :1]).all():
        assert math.isnan(kendalls_w(values))
        return
    # Friedman's statistic is m(n − 1)W, ties corrected alike (Conover, 1999).
    assert kendalls_w(values) == pytest.approx(friedman(rows) / (len(rows) * 3))


def test_ballots_that_leave_an_option_out_are_told_and_not_used(scored):
    same = {"A": (4, 4, 4, 4), "B": (1, 1, 1, 1)}
    found = agreement_of_marks(scored([same, same, {"A": (4, 4, 4, 4)}]), options=["A", "B"])
    assert (found.w, found.voters, found.left_out, found.band) == (1, 2, 1, "very_strong")
    assert found.reasons()[0].message == "The voters agree almost fully."


def test_one_ballot_says_nothing(scored):
    found = agreement_of_marks(scored([{"A": (4, 4, 4, 4), "B": (1, 1, 1, 1)}]), options=["A", "B"])
    assert found.band == "unknown"
    assert "cannot be said" in found.reasons()[0].message


def test_dots_not_given_are_none_and_not_missing(marks_of):
    marks = marks_of([{"ballot_no": str(n), "option_code": "A", "dots": 3} for n in range(4)])
    assert agreement_of_votes(marks, options=["A", "B"]).w == 1
