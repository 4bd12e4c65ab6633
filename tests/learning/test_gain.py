"""Gains of a class, worked out by hand."""

from __future__ import annotations

import pytest

from planning_kit.learning import gains, share_right
from planning_kit.learning.gain import t95

ASKED = [("q1", "o"), ("q2", "o"), ("q3", "p")]


def test_the_gain_of_five_learners():
    # Right of two: before 0 1 1 0 1, after 2 2 1 1 2; differences in shares 1, .5, 0, .5, .5.
    before = dict(zip("abcde", [(0, 0), (1, 0), (0, 1), (0, 0), (1, 0)], strict=True))
    after = dict(zip("abcde", [(1, 1), (1, 1), (0, 1), (1, 0), (1, 1)], strict=True))
    first, last = (
        {who: {"q1": bool(a), "q2": bool(b)} for who, (a, b) in side.items()}
        for side in (before, after)
    )
    found, nothing = gains(ASKED, first, last)
    assert (found.objective, found.questions, found.learners) == ("o", 2, 5)
    assert found.before == pytest.approx(0.3) and found.after == pytest.approx(0.8)
    assert found.gained == pytest.approx(0.5)
    # s² = (.25 + 0 + .25 + 0 + 0) / 4 = .125; 2.776 · √(.125 / 5) = .43892
    assert found.low == pytest.approx(0.5 - 0.43892, abs=1e-4)
    assert found.high == pytest.approx(0.5 + 0.43892, abs=1e-4)
    assert found.normalized == pytest.approx(0.5 / 0.7)
    assert (nothing.learners, nothing.gained) == (0, None)


def test_four_learners_are_too_few_and_one_who_left_counts_nowhere():
    answers = {who: {"q1": True, "q2": False} for who in "abcd"}
    assert gains(ASKED, answers, answers)[0].gained is None
    five = {**answers, "e": {"q1": True}}
    assert gains(ASKED, five, five)[0].learners == 4


def test_whoever_knew_all_before_has_no_normalized_gain():
    answers = {who: {"q3": True} for who in "abcde"}
    assert gains(ASKED, answers, answers)[1].normalized is None


@pytest.mark.parametrize(("freedom", "t"), [(1, 12.706), (30, 2.042), (35, 2.042), (39, 2.042), (40, 2.021), (200, 1.980)])  # fmt: skip
def test_points_of_t_are_those_of_the_printed_table(freedom, t):
    assert t95(freedom) == t


def test_how_many_got_a_question_right():
    answers = {"a": {"q1": True}, "b": {"q1": False, "q2": False}}
    assert share_right(["q1", "q2", "q3"], answers) == {"q1": (1, 2), "q2": (0, 1), "q3": (0, 0)}
