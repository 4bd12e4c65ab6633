"""Each way of adding up, on figures worked out by hand."""

import math

import pytest

from planning_kit.errors import KitError
from planning_kit.rollup import roll_up

# Four tambons of Mueang Phetchabun (6701) and one of Chon Daen (6702).
A, B, C, D, E = "670101", "670102", "670103", "670104", "670201"
HERE = [A, B, C, D, E]


def _up(frame, to="amphoe", **more):
    return roll_up(frame, to, **({"expected": HERE} | more))


def test_sums_add(parts, of):
    frame = parts({"place": A, "value": 10}, {"place": B, "value": 2.5}, {"place": E, "value": 7})
    assert of(_up(frame).totals) == {"6701": 12.5, "6702": 7}
    assert of(_up(frame, "country").totals) == {"TH": 19.5}


def test_a_mean_is_the_sum_of_totals_by_the_sum_of_weights(parts):
    # 100 households with 50,000 each and 300 with 30,000 each: 14,000,000 / 400 = 35,000.
    frame = parts(
        {"place": A, "numerator": 5_000_000, "denominator": 100, "value": 50_000},
        {"place": B, "value": 30_000, "denominator": 300},
        way="mean",
    )
    (row,) = _up(frame, "province").totals.to_dict("records")
    assert (row["value"], row["numerator"], row["denominator"]) == (35_000, 14_000_000, 400)


def test_a_share_is_the_sum_of_counts_by_the_sum_of_counts(parts):
    # 10 of 20 and 10 of 80: 20 of 100, not the mean of 50 % and 12.5 %.
    frame = parts(
        {"place": A, "numerator": 10, "denominator": 20, "value": 0.5},
        {"place": B, "numerator": 10, "denominator": 80},
        way="share",
    )
    assert _up(frame, "province").totals["value"].tolist() == [0.2]


def test_a_median_is_read_from_added_classes(parts):
    # 10 + 30 below 100 and 40 + 20 from 100 to 200: half of 100 is 50, the 10th of 60 in the
    # second class: 100 + 100 × 10/60.
    frame = parts(
        {"place": A, "bins": ((0, 100, 10), (100, 200, 40)), "value": 160},
        {"place": B, "bins": ((0, 100, 30), (100, 200, 20)), "value": 80},
        way="quantile",
    )
    (row,) = _up(frame, "province").totals.to_dict("records")
    assert row["value"] == pytest.approx(100 + 100 / 6)
    assert row["bins"] == ((0, 100, 40), (100, 200, 60))
    lower = _up(frame, "province", quantiles={"F": 0.2}).totals["value"].tolist()
    assert lower == [pytest.approx(50)]


def test_a_quantile_in_the_open_last_class_is_not_guessed(parts):
    frame = parts({"place": A, "bins": ((0, 100, 4), (100, None, 6))}, way="quantile")
    (row,) = _up(frame, "province").totals.to_dict("records")
    assert math.isnan(row["value"]) and row["why_not"] == "open_end"
    assert _up(frame, "province", quantiles={"F": 0.4}).totals["value"].tolist() == [100]


def test_classes_that_share_no_edge_leave_nothing_to_read(parts):
    frame = parts(
        {"place": A, "bins": ((0, 10, 5), (10, 20, 5))},
        {"place": B, "bins": ((0, 15, 5), (15, 20, 5))},
        way="quantile",
    )
    (row,) = _up(frame, "province").totals.to_dict("records")
    assert row["bins"] == ((0, 20, 20),)
    assert math.isnan(row["value"]) and row["why_not"] == "one_bin"
    # Each alone can be read.
    assert _up(frame, "tambon").totals["value"].dropna().tolist() == [10, 15]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"way": "sum"}, "not_stated"),
        ({"way": "mean", "value": 5}, "no_weight"),
        ({"way": "mean", "value": 5, "numerator": 5, "denominator": -1}, "impossible"),
        ({"way": "share", "value": 0.5}, "no_counts"),
        ({"way": "share", "numerator": 13, "denominator": 10}, "impossible"),
        ({"way": "quantile", "value": 5}, "no_bins"),
        ({"way": "quantile", "bins": ((0, 10, -1),)}, "bins_wrong"),
        ({"way": "quantile", "bins": ((0, 10, 1), (5, 20, 1))}, "bins_wrong"),
        ({"way": "sum", "value": math.inf}, "impossible"),
        ({"way": "sum", "value": 1, "n": -3}, "impossible"),
        ({"way": "sum", "value": 1, "place": "670199"}, "unknown_place"),
        ({"way": "sum", "value": 1, "place": "6701", "tambons": (E,)}, "ground_not_in_place"),
        ({"way": "sum", "value": 1, "place": "500101"}, "not_expected"),
    ],
)
def test_what_cannot_be_added_is_listed_and_not_guessed(parts, row, reason):
    whole = {"sum": {"value": 1}, "mean": {"numerator": 6, "denominator": 3},
             "share": {"numerator": 1, "denominator": 2},
             "quantile": {"bins": ((0, 10, 5), (10, 20, 5))}}  # fmt: skip
    frame = parts({"place": A} | row, {"place": B, "way": row["way"]} | whole[row["way"]])
    found = _up(frame, "province")
    assert found.left_out["reason"].tolist() == [reason]
    assert found.totals["tambons"].tolist() == [(B,)]


def test_zero_is_a_figure_and_nothing_stated_is_none(parts, of):
    frame = parts({"place": A, "value": 0}, {"place": E, "value": None})
    totals = _up(frame).totals
    assert of(totals)["6701"] == 0
    assert math.isnan(of(totals)["6702"])
    assert of(totals, "why_not")["6702"] == "no_parts"
    assert of(totals, "of_places") == {"6701": 4, "6702": 1}
    assert of(totals, "in_places") == {"6701": 1, "6702": 0}


def test_a_share_of_nobody_has_no_value(parts):
    frame = parts({"place": A, "numerator": 0, "denominator": 0}, way="share")
    assert _up(frame, "province").totals["why_not"].tolist() == ["no_counts"]


def test_units_years_and_definitions_stand_apart_and_are_told(parts):
    frame = parts(
        {"place": A, "value": 1}, {"place": B, "value": 2, "unit": "hectare"},
        {"place": C, "value": 4, "period_be": 2570}, {"place": D, "value": 8, "definition": "v2"},
    )  # fmt: skip
    found = _up(frame, "province")
    assert sorted(found.totals["value"]) == [1, 2, 4, 8]
    assert set(found.conflicts["kind"]) == {"units", "periods", "definitions"}
    values = dict(zip(found.conflicts["kind"], found.conflicts["values"], strict=True))
    assert values["units"] == ("hectare", "rai") and values["periods"] == (2569, 2570)


def test_a_series_of_years_is_no_conflict(parts):
    rows = [{"place": p, "value": 1, "period_be": y} for p in (A, B) for y in (2568, 2569)]
    assert _up(parts(*rows), "province").conflicts.empty


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ([{"figure": "F", "way": "sum"}], "rollup.columns-missing"),
        ([{"figure": "F", "way": "sum", "place": " "}], "rollup.cell-empty"),
        ([{"figure": "F", "way": "median", "place": A}], "rollup.unknown-way"),
    ],
)
def test_a_table_that_is_no_table_of_parts(frame, code):
    import pandas as pd

    with pytest.raises(KitError) as caught:
        roll_up(pd.DataFrame(frame), "amphoe")
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"to": "village"}, "rollup.no-such-level"),
        ({"to": "amphoe", "prefer": "mine"}, "rollup.unknown-preference"),
        ({"to": "amphoe", "scheme": "none"}, "areas.unknown-scheme"),
    ],
)
def test_a_choice_that_is_none(parts, more, code):
    with pytest.raises(KitError) as caught:
        roll_up(parts({"place": A, "value": 1}), **more)
    assert caught.value.code == code


def test_nothing_handed_over_gives_an_empty_table_of_the_same_shape(parts):
    frame = parts({"place": A, "value": 1})
    empty = _up(frame.iloc[:0])
    assert len(empty.totals) == 0
    assert list(empty.totals) == list(_up(frame).totals)
