"""No small group can be seen or worked out, at any level, from anything that is shown.

The attack is the profile's maximum flow, written for two-way tables by other means than the
bounds by which the roll-up hides.
"""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.profile import disclosure
from planning_kit.records.privacy import WIDTH
from planning_kit.rollup import climb, hide_small, roll_up
from planning_kit.rollup.bins import coarsened

LEVELS = ("tambon", "amphoe", "province", "region", "country")
A, B, C, D = "670101", "670102", "670103", "670104"
TAMBONS = [A, B, C, "670201", "670202", "650101", "900101", "900102", "900201"]
UP = {"tambon": "amphoe", "amphoe": "province", "province": "region", "region": "country"}
REGION = {"67": "N", "65": "N", "90": "S"}


def _people(counts, **more):
    rows = [{"place": place, "n": n, "value": n * 1000.0} for place, n in counts.items()]
    usual = {"figure": "F", "way": "sum", "unit": "baht", "period_be": 2569, "is_endorsed": True}
    return pd.DataFrame([usual | row | more for row in rows])


def _node(level, place):
    if level == "country":
        return "TH"
    if level == "region":
        return REGION[place]
    return place[: {"province": 2, "amphoe": 4}[level]]


def _wider(level, place):
    return "each" if level == "country" else _node(UP[level], place)


def could_be(totals, hidden):
    """How far each hidden n could differ for a reader: (level, place) -> 0 … WIDTH."""
    rows = [row for row in totals.to_dict("records") if row["n"] > 0]
    cells = [
        disclosure.Cell(
            "each" if row["level"] == "tambon" else row["place"],
            _wider(row["level"], row["place"]),
            int(row["n"]),
        )
        for row in rows
    ]
    at = {i for i, row in enumerate(rows) if (row["level"], row["place"]) in hidden}
    return {
        (rows[i]["level"], rows[i]["place"]): disclosure.movement(cells, at, i) for i in sorted(at)
    }


def _attack(parts):
    open_totals = roll_up(parts, LEVELS, expected=TAMBONS).totals
    shown = hide_small(open_totals)
    hidden = {(row["level"], row["place"]) for row in shown.to_dict("records") if row["hidden"]}
    small = {
        (row["level"], row["place"]) for row in open_totals.to_dict("records") if 0 < row["n"] < 5
    }
    return open_totals, shown, hidden, small


def test_a_small_tambon_takes_its_smallest_neighbour_with_it():
    _open, shown, hidden, small = _attack(_people({A: 3, B: 40, C: 50, "900101": 60}))
    assert small == {("tambon", A)}
    assert hidden == {("tambon", A), ("tambon", B)}
    row = shown[(shown["level"] == "tambon") & (shown["place"] == A)].iloc[0]
    for name in ("value", "n", "numerator", "denominator"):
        assert math.isnan(row[name])
    assert row["why_not"] == "hidden" and row["in_places"] == 1
    assert shown[shown["level"] == "country"]["value"].tolist() == [153_000]


def test_a_small_tambon_alone_in_its_amphoe_is_hidden_above_too():
    _open, _shown, hidden, _small = _attack(
        _people({A: 3, "670201": 40, "670202": 41, "900101": 9})
    )
    # The amphoe equals the tambon; from the province less amphoe 6702 it could be told.
    assert hidden == {("tambon", A), ("amphoe", "6701"), ("amphoe", "6702"), ("tambon", "670201")}


def test_without_protection_the_attack_would_succeed():
    parts = _people({A: 3, B: 40, C: 50})
    totals = roll_up(parts, LEVELS, expected=TAMBONS).totals
    assert could_be(totals, {("tambon", A)}) == {("tambon", A): 0}


COUNTS = st.dictionaries(
    st.sampled_from(TAMBONS), st.sampled_from([0, 1, 2, 3, 4, 5, 6, 9, 30, 200]), min_size=1
)


@settings(max_examples=10, deadline=None)
@given(COUNTS)
def test_no_small_group_can_be_told_at_any_level(counts):
    open_totals, shown, hidden, small = _attack(_people(counts))
    assert small <= hidden
    moves = could_be(open_totals, hidden)
    assert {at: moves[at] for at in small if moves[at] < WIDTH} == {}
    assert shown[shown["hidden"]][["value", "n", "numerator", "denominator"]].isna().all(axis=None)


def test_a_count_of_people_is_small_by_its_value_even_with_a_large_n():
    parts = _people({A: 300, B: 300, C: 300}).assign(unit="ครัวเรือน", value=[2, 30, 40])
    shown = climb(parts, expected=TAMBONS).totals
    low = shown[(shown["level"] == "tambon") & shown["hidden"]]
    assert low["place"].tolist() == [A, B]
    money = climb(parts.assign(unit="baht"), expected=TAMBONS).totals
    assert not money["hidden"].any()


def test_a_share_of_all_but_two_is_hidden_as_well():
    parts = _people({A: 100, B: 100, C: 100}, way="share")
    parts = parts.assign(numerator=[98, 40, 50], denominator=100.0)
    shown = climb(parts, expected=TAMBONS).totals
    assert shown[shown["hidden"]]["place"].tolist() == [A, B]


def test_figures_without_people_behind_them_stay():
    parts = _people({A: 1, B: 2}).drop(columns="n")
    assert not climb(parts, expected=TAMBONS).totals["hidden"].any()


def test_a_later_total_with_one_small_part_more_is_hidden():
    before = climb(_people({A: 60, "670201": 50, "900101": 80}), expected=TAMBONS).totals
    now = _people({A: 60, "670201": 50, "900101": 80, "900201": 3})
    fresh = climb(now, expected=TAMBONS).totals
    nation = fresh["level"].eq("country")
    assert fresh[nation]["value"].tolist() == [193_000]
    careful = climb(now, expected=TAMBONS, published=before).totals
    assert careful[nation]["hidden"].tolist() == [True]
    # With a part of ten nothing needs to be held back.
    many = climb(_people({A: 60, "900201": 10}), expected=TAMBONS, published=before).totals
    assert not many["hidden"].any()


def test_classes_are_not_shown():
    parts = _people({A: 100, B: 90}, way="quantile")
    parts["bins"] = [((0, 10, 98), (10, 20, 2)), ((0, 10, 45), (10, 20, 45))]
    shown = climb(parts, expected=TAMBONS).totals
    assert set(shown["bins"]) == {()} and shown[shown["level"] == "country"]["value"].notna().all()


def test_conflicts_and_parts_left_out_keep_what_the_totals_hide():
    parts = pd.concat([_people({A: 60, B: 50}), _people({A: 62}, is_endorsed=False)])
    found = climb(parts, expected=TAMBONS)
    assert found.conflicts["values"].tolist() == [()] and found.left_out["value"].isna().all()
    parts = pd.concat([_people({A: 60, B: 50}), _people({A: 90}, is_endorsed=False)])
    assert climb(parts, expected=TAMBONS).conflicts["values"].tolist() == [(60_000, 90_000)]


@pytest.mark.parametrize(
    ("bins", "safe"),
    [
        (((0, 1, 5), (1, 2, 3), (2, 3, 9), (3, None, 2)), ((0, 2, 8), (2, None, 11))),
        (((0, 1, 2), (1, 2, 0), (2, 3, 4)), ((0, 3, 6),)),
        (((0, 1, 1), (1, 2, 2)), ()),
        (((0, 1, 0), (1, 2, 7)), ((0, 1, 0), (1, 2, 7))),
    ],
)
def test_classes_to_hand_over_count_five_or_nobody(bins, safe):
    assert coarsened(bins) == safe


def test_hiding_nothing_changes_nothing_but_the_classes():
    totals = roll_up(_people({A: 60, B: 50}), LEVELS, expected=TAMBONS).totals
    pd.testing.assert_frame_equal(hide_small(totals), totals)
