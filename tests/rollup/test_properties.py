"""Order never matters, steps never matter, and nothing is lost between levels."""

import datetime as dt
import math
from itertools import pairwise

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.rollup import climb, roll_up
from planning_kit.rollup.bins import added_bins, quantile_of

TAMBONS = ["670101", "670102", "670103", "670201", "670202", "500101", "500102", "900101", "110101"]
COUNT = st.integers(0, 40)
EDGES = st.sampled_from([(0, 10, 20, 30), (0, 20, None), (0, 10, 30, None), (5, 15, 30)])


@st.composite
def bins(draw):
    edges = draw(EDGES)
    return tuple((a, b, draw(COUNT)) for a, b in pairwise(edges))


@st.composite
def part(draw):
    way = draw(st.sampled_from(["sum", "mean", "share", "quantile"]))
    asked = draw(COUNT)
    wide = draw(st.booleans()) and draw(st.booleans())
    place = draw(st.sampled_from(["67", "6701", "TH"] if wide else TAMBONS))
    ground = {"67": ("670103", "670201"), "6701": ("670101", "670102"),
              "TH": ("500101", "900101")}.get(place, ())  # fmt: skip
    return {
        "plan_area": draw(st.sampled_from(["P", "Q", place])),
        "place": place,
        "tambons": ground,
        "figure": way,
        "way": way,
        "unit": "household",
        "period_be": draw(st.sampled_from([2568.0, 2569.0, None])),
        "definition": draw(st.sampled_from(["v1", "v2"])),
        "value": draw(COUNT),
        "numerator": draw(st.integers(0, asked)),
        "denominator": asked,
        "bins": draw(bins()),
        "n": draw(st.none() | COUNT),
        "as_of": draw(st.none() | st.dates(dt.date(2024, 1, 1), dt.date(2024, 1, 4))),
        "is_endorsed": draw(st.booleans()),
        "hidden": draw(st.integers(0, 5)) == 0,
        "source": draw(st.sampled_from(["a", "b"])),
    }


PARTS = st.lists(part(), min_size=1, max_size=20)


@settings(max_examples=6, deadline=None)
@given(PARTS, st.randoms(use_true_random=False))
def test_the_order_of_the_parts_makes_no_difference(rows, chance):
    first = climb(pd.DataFrame(rows), expected=TAMBONS)
    chance.shuffle(rows)
    second = climb(pd.DataFrame(rows), expected=TAMBONS)
    for name in ("totals", "left_out", "conflicts", "counted"):
        pd.testing.assert_frame_equal(getattr(first, name), getattr(second, name))


@settings(max_examples=6, deadline=None)
@given(
    PARTS, st.sampled_from([("amphoe",), ("tambon", "amphoe"), ("tambon",), ("amphoe", "province")])
)
def test_in_steps_or_at_once_the_total_is_the_same(rows, steps):
    frame = pd.DataFrame(rows)
    for level in steps:
        frame = roll_up(frame, level, expected=TAMBONS).totals
    tops = ["province", "region", "country"]
    by_steps = roll_up(frame, tops, expected=TAMBONS).totals
    at_once = roll_up(pd.DataFrame(rows), tops, expected=TAMBONS).totals
    pd.testing.assert_frame_equal(by_steps, at_once)


@settings(max_examples=8, deadline=None)
@given(PARTS)
def test_every_part_is_counted_or_left_out_and_no_ground_counts_twice(rows):
    found = roll_up(pd.DataFrame(rows), ["tambon", "country"], expected=TAMBONS)
    assert len(found.counted) + len(found.left_out) == len(rows)
    for (*_key, _), own in found.counted.groupby(
        ["figure", "unit", "period_be", "definition", "way"], dropna=False
    ):
        ground = [code for tambons in own["tambons"] for code in tambons]
        assert len(ground) == len(set(ground))
    for row in found.totals.to_dict("records"):
        if not row["carried"]:
            missing, withheld = len(row["missing"]), len(row["withheld"])
            assert row["in_places"] + missing + withheld == row["of_places"]
    low, top = found.at("tambon"), found.at("country")
    assert math.fsum(low[low["way"] == "sum"]["value"].dropna()) == math.fsum(
        top[top["way"] == "sum"]["value"].dropna()
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(bins(), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_classes_add_the_same_in_any_order_and_in_steps(several, chance):
    whole = added_bins(several)
    assert sum(n for *_ends, n in whole) == sum(n for one in several for *_ends, n in one)
    chance.shuffle(several)
    cut = chance.randint(0, len(several))
    steps = [added_bins(half) for half in (several[:cut], several[cut:]) if half]
    assert added_bins(steps) == whole
    value, why = quantile_of(whole, 0.5)
    assert (value is None) != (why is None)
