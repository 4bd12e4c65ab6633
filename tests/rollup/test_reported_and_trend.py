"""Totals that offices reported beside the sum of their parts; change from year to year."""

import math

import pandas as pd

from planning_kit.rollup import (
    climb,
    disagreeing,
    first_to_last,
    roll_up,
    say_conflict,
    say_why_left_out,
    trend,
)
from planning_kit.rollup.conflicts import KINDS
from planning_kit.rollup.reasons import WHY_LEFT_OUT, WHY_NOT, say_why_not

A, B, C = "670101", "670102", "670103"


def test_a_reported_total_that_disagrees_is_shown_with_both(parts):
    totals = roll_up(parts({"place": A, "value": 400}, {"place": B, "value": 700}),
                     "amphoe", expected=[A, B]).totals  # fmt: skip
    reported = parts({"place": "6701", "value": 1000, "plan_area": "office"})
    (row,) = disagreeing(totals, reported).to_dict("records")
    assert (row["kind"], row["values"], row["plan_areas"]) == (
        "reported_total", (1000, 1100), ("office",),
    )  # fmt: skip
    # To thousands, 1,100 is 1,000.
    assert disagreeing(totals, reported, rounding=1000).empty
    assert len(disagreeing(totals, reported, rounding={"F": 100})) == 1


def test_some_of_the_parts_prove_a_reported_total_wrong_only_above_it(parts):
    frame = parts({"place": A, "value": 400})
    reported = parts({"place": "6701", "value": 1000})
    found = climb(frame, ["amphoe"], expected=[A, B], reported=reported).conflicts
    assert found["kind"].tolist() == ["reported_partly"]
    found = climb(frame, ["amphoe"], expected=[A, B], reported=reported.assign(value=300)).conflicts
    assert found["kind"].tolist() == ["reported_total"]


def test_a_value_that_does_not_follow_from_its_numbers_is_told(parts):
    frame = parts(
        {"place": A, "value": 0.33, "numerator": 1, "denominator": 3},
        {"place": B, "value": 0.9, "numerator": 1, "denominator": 3},
        way="share",
    )
    found = roll_up(frame, "amphoe", expected=[A, B])
    assert found.conflicts["kind"].tolist() == ["own_value"]
    assert found.conflicts["plan_areas"].tolist() == [(B,)]
    assert found.totals["value"].round(3).tolist() == [0.333]


def test_a_trend_compares_the_same_ground_only(parts):
    frame = parts(
        {"place": A, "value": 100, "period_be": 2565}, {"place": A, "value": 130, "period_be": 2568},
        {"place": A, "value": 150, "period_be": 2569}, {"place": B, "value": 50, "period_be": 2569},
    )  # fmt: skip
    rolled = roll_up(frame, ["tambon", "amphoe"], expected=[A, B])
    table = trend(rolled.at("tambon"))
    own = table[(table["place"] == A)].to_dict("records")
    assert [row["why_not"] for row in own] == ["first", None, None]
    assert (own[1]["change"], own[1]["change_share"], own[1]["per_year"]) == (30, 0.3, 10)
    amphoe = trend(rolled.at("amphoe"))
    assert amphoe["why_not"].tolist() == ["first", None, "other_ground"]
    assert math.isnan(amphoe["change"].iloc[2]) and amphoe["value"].iloc[2] == 200


def test_a_hidden_year_is_no_zero_in_a_trend():
    rows = [{"place": p, "figure": "F", "way": "sum", "unit": "baht", "value": n, "n": n,
             "period_be": y} for y, n in ((2567, 50), (2568, 3), (2569, 60)) for p in (A, B, C)]  # fmt: skip
    table = trend(climb(pd.DataFrame(rows), expected=[A, B, C]).at("tambon"))
    own = table[table["place"] == A].to_dict("records")
    assert [row["why_not"] for row in own] == ["first", "hidden", None]
    assert (own[2]["previous_be"], own[2]["change"], own[2]["per_year"]) == (2567, 10, 5)


def test_every_word_is_said_in_both_languages():
    for say, known in (
        (say_conflict, KINDS),
        (say_why_left_out, WHY_LEFT_OUT),
        (say_why_not, WHY_NOT),
    ):
        for word in known:
            assert say(word, "en") == known[word]
            assert say(word, "th") != known[word]


def test_first_to_last_names_gaps_and_compares_the_same_ground_only(parts):
    frame = parts(
        {"place": A, "value": 100, "period_be": 2565}, {"place": A, "value": 130, "period_be": 2568},
        {"place": B, "value": 50, "period_be": 2568}, {"place": B, "value": 0, "period_be": 2566},
        {"place": B, "value": 9, "period_be": 2565, "definition": "new"},
    )  # fmt: skip
    rolled = roll_up(frame, ["tambon", "amphoe"], expected=[A, B])
    by = {(row["place"], row["definition"]): row
          for row in first_to_last(rolled.totals).to_dict("records")}  # fmt: skip
    a, b = by[A, None], by[B, None]
    assert (a["change"], a["change_share"], a["gaps"]) == (30, 0.3, (2566, 2567))
    # From zero there is no share; the redefined figure begins a series of its own.
    assert (b["first_be"], b["change"], math.isnan(b["change_share"])) == (2566, 50, True)
    assert by[B, "new"]["why_not"] == "one_year"
    # 2565 is of A alone, 2568 of A and B.
    assert by["6701", None]["why_not"] == "other_ground" and math.isnan(by["6701", None]["change"])
