"""Classes that are open below, as losses are: they add, and no quantile is read inside them."""

from __future__ import annotations

import pytest

from planning_kit.rollup.bins import added_bins, are_bins, coarsened, quantile_of

LOSSES = ((None, 0, 5), (0, 100, 10), (100, None, 5))


def test_a_quantile_in_an_open_class_is_not_known():
    # 20 in all: the tenth lies in 0–100, five of its ten counts from its lower edge.
    assert quantile_of(LOSSES, 0.5) == (50, None)
    assert quantile_of(LOSSES, 0.1) == (None, "open_end")
    assert quantile_of(LOSSES, 0.9) == (None, "open_end")


def test_open_classes_add_and_join():
    assert added_bins([LOSSES, LOSSES]) == ((None, 0, 10), (0, 100, 20), (100, None, 10))
    other = ((None, 100, 8), (100, None, 2))
    assert added_bins([LOSSES, other]) == ((None, 100, 23), (100, None, 7))


@pytest.mark.parametrize(
    ("bins", "good"),
    [
        (LOSSES, True),
        (((0, 100, 1), (None, 200, 1)), False),
        (((None, None, 7),), True),
        (((5, 5, 1),), False),
        (((None, 0, -1),), False),
    ],
)
def test_only_the_lowest_class_is_open_below(bins, good):
    assert are_bins(bins) is good


def test_classes_of_two_tambons_never_join_into_one_for_a_few_households():
    edges = (None, 0, 1, 2, 3, 4, 5, 6, None)
    one, other = (2, 9, 9, 9, 9, 9, 9, 9), (9, 9, 2, 9, 9, 9, 9, 3)
    handed = [
        coarsened(tuple(zip(edges, edges[1:], counts, strict=False))) for counts in (one, other)
    ]
    # The lowest pair of the one, the second and the last pair of the other are joined.
    assert [count for _low, _high, count in added_bins(handed)] == [29, 29, 18, 18, 30]
    assert quantile_of(added_bins(handed), 0.5) == (3 + (62 - 58) / 18, None)
