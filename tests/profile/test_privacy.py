"""No count of 1–4 is shown, and none can be worked out from what is."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.profile.privacy import hide_list, hide_table, hide_tree, suppressed, with_totals


def possible_values(
    whole: np.ndarray, hidden: np.ndarray, least: int = 1
) -> dict[tuple[int, int], set[int]]:
    """Attack by brute force: all tables near the truth that agree with what is shown.

    The reader knows that hidden cells, totals too, are at least ``least``. Values up to 3 from the
    truth are tried, which can only find fewer solutions than there are.
    """
    inner = [(i, j) for i, j in np.argwhere(hidden[:-1, :-1])]
    steps = np.array(list(itertools.product(range(-3, 4), repeat=len(inner))), dtype=int)
    tables = np.repeat(whole[None, :-1, :-1], len(steps), axis=0)
    for k, (i, j) in enumerate(inner):
        tables[:, i, j] += steps[:, k]
    rows = tables.sum(axis=2, keepdims=True)
    full = np.concatenate([tables, rows], axis=2)
    full = np.concatenate([full, full.sum(axis=1, keepdims=True)], axis=1)
    agrees = np.where(hidden, full >= least, full == whole).all(axis=(1, 2))
    return {(i, j): set(full[agrees, i, j].tolist()) for i, j in np.argwhere(hidden)}


def test_one_small_cell_takes_the_next_smallest_with_it():
    assert hide_list([3, 60, 20]) == [True, False, True]


def test_two_small_cells_protect_each_other_when_their_sum_leaves_room():
    # 2 + 3 = 5: the reader sees only that the two make five (1+4, 2+3, 3+2 or 4+1)
    assert hide_list([2, 3, 40]) == [True, True, False]


def test_two_ones_need_a_third_cell():
    # 1 + 1 = 2 could only be 1 and 1
    assert hide_list([1, 1, 40, 30]) == [True, True, False, True]


def test_nothing_small_nothing_hidden_and_zero_stays():
    assert hide_list([0, 5, 7]) == [False, False, False]


def test_a_whole_of_four_is_hidden_altogether():
    assert hide_list([4, 0, 0]) == [True, True, True]


def test_an_empty_list():
    assert hide_list([]) == []


def test_two_way_table_by_hand():
    # the 3 needs a second cell in its row and in its column, and their crossing too;
    # the cheapest loop is 8, 9, 5 (3-8 in row one, 5-9 in row two)
    counts = pd.DataFrame([[20, 3, 8], [30, 5, 9]], index=["a", "b"], columns=list("xyz"))
    told = suppressed(counts)
    assert told.loc["a"].isna().tolist() == [False, True, True, False]
    assert told.loc["b"].isna().tolist() == [False, True, True, False]
    assert told.loc["total"].tolist() == [50, 8, 17, 75]


def test_a_village_with_four_in_all_loses_its_total():
    counts = pd.DataFrame([[4, 0], [10, 20], [9, 30]])
    hidden = hide_table(counts)
    assert hidden.at[0, 0] and hidden.at[0, "total"]
    assert not hidden.at["total", "total"]


def test_a_group_total_does_not_give_its_part_away():
    # farm = 2 + 40 shows as 42, so 40 must go with 2, although 7 outside is smaller
    hidden, sums = hide_tree([2, 40, 7, 50], ["farm", "farm", "rest", "rest"])
    assert hidden == [True, True, False, False]
    assert sums == {"farm": False, "rest": False}


def test_where_a_group_has_nothing_else_its_total_goes_too():
    hidden, sums = hide_tree([2, 0, 7, 50], ["farm", "farm", "rest", "rest"])
    assert hidden == [True, False, True, False]
    assert sums == {"farm": True, "rest": True}


def test_a_tree_too_small_to_protect_is_hidden_altogether():
    assert hide_tree([3, 0], ["farm", "rest"]) == ([True, True], {"farm": True, "rest": True})


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=4))
def test_attack_on_a_list_fails(counts):
    hidden = np.array([hide_list(counts)])
    whole = np.array([counts])
    for count, masked in zip(counts, hidden[0], strict=True):
        assert masked or not 0 < count < 5
    if 0 < sum(counts) < 5:
        assert hidden.all()
        return
    extended = np.pad(whole, ((0, 1), (0, 1)))
    extended[:, -1] = extended[-1, :] = 0
    extended[0, -1] = extended[-1, -1] = whole.sum()
    extended[-1, :-1] = whole[0]
    mask = np.pad(hidden, ((0, 1), (0, 1)))
    mask[-1, :-1] = hidden[0]
    # where everything is hidden, zeros are too: the reader cannot rule them out
    for values in possible_values(extended, mask, least=0 if hidden.all() else 1).values():
        assert len(values) >= 4


@settings(max_examples=40, deadline=None)
@given(
    st.integers(2, 3).flatmap(
        lambda rows: st.lists(
            st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=rows, max_size=rows
        )
    )
)
def test_attack_on_a_table_fails(counts):
    frame = pd.DataFrame(counts)
    whole = with_totals(frame).to_numpy()
    hidden = hide_table(frame).to_numpy()
    assert hidden[(whole > 0) & (whole < 5)].all()
    assert not hidden[whole == 0].any()
    for place, values in possible_values(whole, hidden).items():
        assert len(values) >= 4, (place, values)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=6))
def test_hiding_is_the_same_every_time(counts):
    assert hide_list(counts) == hide_list(list(counts))
