"""Counts of answers."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.profile.sampling import Sample
from planning_kit.profile.spread import spread_row
from planning_kit.profile.tally import tally, tally_several, tally_yes


def answered(**counts: int) -> pd.Series:
    return pd.Series([key for key, n in counts.items() for _ in range(n)], dtype="object")


def test_missing_answers_are_not_in_n():
    table = tally(pd.Series(["a"] * 6 + ["b"] * 14 + [None] * 5, dtype="object"), ["a", "b", "c"])
    assert table["households"].tolist() == [6, 14, 0]
    assert table["n"].tolist() == [20, 20, 20]
    assert table["share"].tolist() == [0.3, 0.7, 0]
    assert not table["hidden"].any()


def test_two_other_heads_hide_themselves_and_one_more():
    table = tally(answered(male=60, female=38, other=2), ["male", "female", "other"])
    assert table["hidden"].tolist() == [False, True, True]
    assert table.loc[table["hidden"], ["households", "share", "low"]].isna().all(axis=None)


def test_four_answers_tell_nothing_at_all():
    table = tally(answered(a=4), ["a", "b"])
    assert table["hidden"].all()
    assert table["households"].isna().all()


def test_nobody_answered():
    assert tally(pd.Series([None, None], dtype="object"), ["a"]).empty
    assert tally_several(pd.Series([], dtype="object"), ["a"]).empty
    assert tally_yes(pd.Series([None], dtype="object")).empty


def test_several_answers_and_the_few_who_lack_one():
    # 20 answered: all but two have rain (the two would be told), ten have a pond, none a well
    answers = pd.Series([("rain", "pond")] * 10 + [("rain",)] * 8 + [()] * 2, dtype="object")
    table = tally_several(answers, ["rain", "pond", "well"]).set_index("key")
    assert table.at["rain", "hidden"]
    assert table.at["pond", "share"] == 0.5
    assert table.at["well", "households"] == 0


def test_what_everybody_does_is_hidden_only_if_sensitive():
    yes = pd.Series([True] * 30, dtype="object")
    assert tally_yes(yes)["households"].tolist() == [30]
    assert tally_yes(yes, sensitive=True)["hidden"].tolist() == [True]


def test_a_random_sample_carries_an_interval():
    sample = Sample(100, 400, is_random=True)
    table = tally(answered(a=50, b=50), ["a", "b"], sample)
    # see test_sampling: half-width 0.0838
    assert table["low"].tolist() == pytest.approx([0.4162, 0.4162], abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from("abcd"), min_size=20, max_size=60))
def test_shown_shares_sum_to_one_where_nothing_is_hidden(answers):
    table = tally(pd.Series(answers, dtype="object"), list("abcd"))
    if not table["hidden"].any():
        assert table["share"].sum() == pytest.approx(1)
    else:
        assert table["hidden"].sum() >= 2


def test_zero_is_stated_and_nan_is_not():
    row = spread_row(pd.Series([0, 0, 10, 20, 30, 40, 50, None], dtype="float64"))
    assert (row["n"], row["not_stated"], row["mean"], row["total"]) == (7, 1, 150 / 7, 150)
    assert (row["q1"], row["median"], row["q3"]) == (5, 20, 35)


def test_an_amount_that_only_three_have_is_hidden():
    row = spread_row(pd.Series([0.0] * 50 + [100.0, 200.0, 300.0]))
    assert row["hidden"]
    assert row["n"] == 53
    assert pd.isna(row["total"])
