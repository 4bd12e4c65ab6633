"""No small group can be seen at any level, nor worked out from all pages read together."""

import math

import pandas as pd
import pytest

from planning_kit.rollup import climb, roll_up
from planning_kit.rollup.bins import coarsened

A, B, C, D = "670101", "670102", "670103", "670104"
TAMBONS = [A, B, C, D, "670201", "670202", "670203", "670301", "670302", "670303", "670401",
           "670402", "650101", "650102", "650201", "900101", "900102", "900201"]  # fmt: skip


def _people(counts, **more):
    rows = [{"place": place, "n": n, "value": n * 1000.0} for place, n in counts.items()]
    usual = {"figure": "F", "way": "sum", "unit": "baht", "period_be": 2569, "is_endorsed": True}
    return pd.DataFrame([usual | row | more for row in rows])


def _page(parts, levels=("tambon", "amphoe", "province", "region", "country"), **choices):
    return climb(parts, levels, expected=TAMBONS, **choices).totals


def _n(totals, level):
    """The n of each place of a level that came; ``None`` where it is hidden."""
    own = totals[totals["level"].eq(level) & totals["why_not"].ne("no_parts")]
    return {
        place: None if math.isnan(n) else int(n)
        for place, n in zip(own["place"], own["n"], strict=True)
    }


def test_a_small_tambon_is_withheld_and_not_in_the_totals_which_say_so():
    totals = _page(_people({A: 3, B: 40, C: 50, "900101": 60}))
    assert _n(totals, "tambon") == {A: None, B: 40, C: 50, "900101": 60}
    assert _n(totals, "province") == {"67": 90, "90": 60} and _n(totals, "country") == {"TH": 150}
    own, nation = (totals[totals["place"] == place].iloc[0] for place in (A, "TH"))
    assert own[["value", "n", "numerator", "denominator"]].isna().all()
    assert own["why_not"] == "hidden" and (own["in_places"], own["withheld"]) == (0, (A,))
    assert (nation["value"], nation["in_places"], nation["withheld"]) == (150_000, 3, (A,))
    assert len(nation["missing"]) == len(TAMBONS) - 4


def test_four_small_ones_are_added_where_they_first_meet():
    amphoe = _page(_people({A: 1, B: 2, C: 3, D: 4, "670201": 70}))
    assert _n(amphoe, "tambon") == {A: None, B: None, C: None, D: None, "670201": 70}
    assert _n(amphoe, "amphoe") == {"6701": 10, "6702": 70}
    assert not amphoe[amphoe["level"] != "tambon"]["withheld"].any()
    # Three in one province, the fourth in another of the same region: 3 + 2 + 2 + 1.
    region = _page(_people({A: 3, B: 2, "670201": 2, "650101": 1, "650201": 90, "900101": 2}))
    assert _n(region, "amphoe") == {
        "6701": None,
        "6702": None,
        "6501": None,
        "6502": 90,
        "9001": None,
    }
    assert _n(region, "province") == {"67": None, "65": 90, "90": None}
    assert _n(region, "region") == {"N": 98, "S": None}
    nation = region[region["level"] == "country"].iloc[0]
    assert nation["n"] == 98 and nation["withheld"] == ("900101",)


# Of four parts the sum must lie from 4 + 3 to 16 - 3, else one could not be a 4, or a 1.
@pytest.mark.parametrize(("counts", "shown"), [((1, 1, 1, 3), 0), ((1, 1, 1, 4), 7),
                                               ((4, 4, 4, 1), 13), ((4, 4, 4, 2), 0)])  # fmt: skip
def test_a_sum_that_lies_near_its_least_or_most_is_not_shown(counts, shown):
    parts = _people(dict(zip((A, B, C, D), counts, strict=True)))
    assert _n(_page(parts), "country") == {"TH": shown or None}


def test_a_pool_refused_is_added_with_as_many_others_as_hide_that_it_was_at_an_end():
    # 16 of four were refused in their amphoe, so they are all fours or all ones. With eight others
    # of 20 the sum of twelve, 36, is just not more than 4 × 12 - 3 × 4; with 21 it is.
    others = dict(zip(TAMBONS[4:12], (2, 2, 4, 2, 2, 4, 2, 2), strict=True))
    four = dict.fromkeys((A, B, C, D), 4)
    assert _n(_page(_people(four | others)), "province") == {"67": 36}
    assert _n(_page(_people(four | others | {"670201": 3})), "country") == {"TH": None}


def test_a_count_of_people_is_small_by_its_value_even_with_a_large_n():
    parts = _people({A: 300, B: 300, C: 300}).assign(unit="ครัวเรือน", value=[2, 30, 40])
    assert _n(_page(parts), "tambon") == {A: None, B: 300, C: 300}
    assert _n(_page(parts), "country") == {"TH": 600}
    assert not _page(parts.assign(unit="baht"))["hidden"].any()


def test_what_is_small_for_another_reason_is_not_pooled():
    # The n of sixty may be known from another figure: the total would tell the n of three.
    parts = _people({A: 60, B: 60, C: 60, D: 3}).assign(unit="คน", value=[2, 3, 3, 45])
    assert _n(_page(parts), "country") == {"TH": None}
    assert _n(_page(parts.assign(value=[2, 3, 3, 3], n=60)), "amphoe") == {"6701": 240}


def test_shares_are_small_at_either_end_and_one_end_is_turned_round():
    parts = _people(dict.fromkeys((A, B, C, D), 60), way="share").assign(denominator=60.0)
    # 1 and 4 who say yes, 1 and 4 who say no: as 1 + 4 + 4 + 1.
    mixed = _page(parts.assign(numerator=[1, 4, 59, 56]))
    assert _n(mixed, "tambon") == dict.fromkeys((A, B, C, D))
    assert mixed[mixed["place"] == "6701"]["value"].tolist() == [120 / 240]
    # As 4 + 4 + 4 + 4: whoever knows that sixty were asked in each could tell them all.
    assert _n(_page(parts.assign(numerator=[4, 4, 59, 59])), "country") == {"TH": None}
    assert _n(_page(parts.assign(numerator=[98, 40, 50, 50], denominator=100.0)), "tambon") == {
        A: None, B: 60, C: 60, D: 60,
    }  # fmt: skip


def test_a_wide_plan_area_is_withheld_until_its_own_place():
    wide = {"plan_area": "P", "place": "67", "tambons": ("670201", "670301"), "n": 3, "value": 1}
    parts = pd.concat([_people({A: 2, B: 2, "670402": 3, C: 80}), _people({"67": 0}).assign(
        **{name: [cell] for name, cell in wide.items()})])  # fmt: skip
    totals = _page(parts)
    assert totals[totals["carried"]]["hidden"].tolist() == [True, True]
    assert _n(totals[~totals["carried"]], "amphoe") == {"6701": 80, "6704": None}
    assert _n(totals, "province") == {"67": 90}


def test_figures_without_people_behind_them_stay():
    parts = _people({A: 1, B: 2}).drop(columns="n")
    assert not _page(parts)["hidden"].any()


def test_means_and_medians_are_of_the_parts_that_are_counted():
    parts = _people({A: 3, B: 10, C: 30}, way="mean").assign(
        value=[900, 100, 200], denominator=[3.0, 10, 30]
    )
    mean = _page(parts).set_index("place").loc["67"]
    assert mean["value"] == (10 * 100 + 30 * 200) / 40 and mean["n"] == 40
    parts = _people({A: 100, B: 90}, way="quantile")
    parts["bins"] = [((0, 10, 98), (10, 20, 2)), ((0, 10, 45), (10, 20, 45))]
    shown = _page(parts)
    # 95 of 190 lie 95/143 into the first class. Classes themselves are not for readers.
    assert shown[shown["level"] == "country"]["value"].tolist() == [pytest.approx(950 / 143)]
    assert set(shown["bins"]) == {()}


def test_regions_cut_otherwise_add_no_pool_of_their_own():
    # 67 and 65 lie in one region of both schemes; four small ones meet there.
    parts = _people({A: 3, B: 2, "650101": 2, "650201": 3, "670201": 50})
    assert _n(_page(parts), "region") == {"N": 60}
    other = _page(parts, scheme="nesdc6")
    assert list(_n(other, "region").values()) == [50] and _n(other, "country") == {"TH": 60}


def test_conflicts_and_parts_left_out_keep_what_the_totals_hide():
    def told(first, later, **more):
        parts = [_people({A: first, B: 50}, **more), _people({A: later}, is_endorsed=False, **more)]
        found = climb(pd.concat(parts), ["province"], expected=TAMBONS)
        assert found.left_out[["value", "n", "numerator"]].isna().all(axis=None)
        return found.conflicts["values"].tolist()

    assert told(60, 62) == told(3, 90) == told(90, 3) == [()]
    assert told(60, 90) == [(60_000, 90_000)]
    share = pd.concat([_people({A: 60}), _people({A: 60}, is_endorsed=False)]).assign(
        way="share", numerator=[30, 3], denominator=60, value=[0.5, 0.05]
    )
    found = climb(share, ["country"], expected=TAMBONS)
    assert found.conflicts["values"].tolist() == [()] and found.totals["n"].tolist() == [60]


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


def test_hiding_nothing_changes_nothing():
    parts = _people({A: 60, B: 50})
    levels = ("tambon", "amphoe", "province", "region", "country")
    open_totals = roll_up(parts, levels, expected=TAMBONS).totals
    pd.testing.assert_frame_equal(_page(parts), open_totals)
