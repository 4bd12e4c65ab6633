"""Average linkage on tables small enough to reckon by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.deliberate.linkage import average_groups, components

# A like B, B like C, and A and C have nothing in common: a chain.
CHAIN = np.array([[1, 0.9, 0.0], [0.9, 1, 0.8], [0.0, 0.8, 1]])


@pytest.mark.parametrize(
    ("least", "groups"),
    [
        # The pairs of C with {A, B} are 0.0 and 0.8: 0.4 on the average.
        (0.41, [0, 0, 2]),
        (0.40, [0, 0, 0]),
        (0.91, [0, 1, 2]),
    ],
)
def test_a_chain_holds_only_as_far_as_the_average_does(least, groups):
    assert average_groups(CHAIN, least, start=[0, 1, 2]) == groups


def test_what_may_not_stand_together_never_does():
    apart = np.zeros((3, 3), dtype=bool)
    apart[0, 1] = apart[1, 0] = True
    # B goes with C instead; then A may not join them, because of B.
    assert average_groups(CHAIN, 0.1, apart=apart, start=[0, 1, 2]) == [0, 1, 1]


def test_what_was_together_stays_together():
    assert average_groups(CHAIN, 0.95, start=[7, 1, 7]) == [0, 1, 0]
    assert average_groups(np.zeros((0, 0)), 0.5, start=[]) == []


def test_components_hang_together_by_any_chain():
    assert components(CHAIN >= 0.5) == [[0, 1, 2]]
    assert components(CHAIN >= 0.85) == [[0, 1], [2]]
    assert components(np.zeros((0, 0), dtype=bool)) == []


@given(st.integers(2, 12), st.integers(0, 10_000))
def test_every_two_groups_left_are_less_alike_than_the_least(n, seed):
    half = np.random.default_rng(seed).random((n, n))
    alike = (half + half.T) / 2
    found = average_groups(alike.copy(), 0.5, start=list(range(n)))
    groups = [[at for at in range(n) if found[at] == one] for one in sorted(set(found))]
    for at, one in enumerate(groups):
        for other in groups[:at]:
            assert alike[np.ix_(one, other)].mean() < 0.5 + 1e-9
    # And no group reaches beyond a component of the pairs that are alike enough.
    parts = components(alike >= 0.5)
    assert all(any(set(group) <= set(part) for part in parts) for group in groups)
