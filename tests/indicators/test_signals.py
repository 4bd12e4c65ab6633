"""The traffic light and the trend over years, on values worked out by hand."""

import pandas as pd
import pytest

from planning_kit.errors import ReadingError
from planning_kit.indicators.progress import progress
from planning_kit.indicators.signals import SIGNAL_WORDS, WHY, signals, trends_over_years
from planning_kit.language import translate
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.signal_rules import signal_rules


@pytest.fixture
def rules():
    return signal_rules(declared_toml("follow_up", "signals.toml"))


def told(direction, baseline, years, now=2573):
    """``years``: year -> (target, actual), None = no such record."""
    indicators = pd.DataFrame([{"indicator_code": "I", "name": "x", "direction": direction}])
    rows = [("I", "baseline", 2569, baseline)] if baseline is not None else []
    for year, (target, actual) in years.items():
        rows += [("I", "target", year, target)] if target is not None else []
        rows += [("I", "actual", year, actual)] if actual is not None else []
    names = ["indicator_code", "kind", "fiscal_year_be", "value"]
    return progress(indicators, pd.DataFrame(rows, columns=names), now)


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "actual", "better_by", "signal", "why"),
    [
        # Way gone: (58-40)/(60-40) = 0.9, (50-40)/20 = 0.5, (49-40)/20 = 0.45.
        ("up", 40, 60, 60, 0, "green", "way_gone"),
        ("up", 40, 60, 58, -2, "green", "way_gone"),
        ("up", 40, 60, 50, -10, "amber", "way_gone"),
        ("up", 40, 60, 49, -11, "red", "way_gone"),
        ("up", 40, 60, 0, -60, "red", "way_gone"),
        # Less is better: 82 is 18 of the 20 steps from 100 to 80, and 75 is better than aimed at.
        ("down", 100, 80, 75, 5, "green", "way_gone"),
        ("down", 100, 80, 82, -2, "green", "way_gone"),
        ("down", 100, 80, 120, -40, "red", "way_gone"),
        # Without a baseline: 54 misses 60 by exactly a tenth.
        ("up", None, 60, 61, 1, "green", "no_baseline"),
        ("up", None, 60, 54, -6, "amber", "no_baseline"),
        ("up", None, 60, 53, -7, "red", "no_baseline"),
        ("down", None, 0, 1, -1, "red", "no_baseline"),
        # The target is the baseline: 95 of 100 is within a tenth.
        ("up", 100, 100, 100, 0, "green", "at_baseline"),
        ("up", 100, 100, 95, -5, "amber", "at_baseline"),
        ("keep", 50, 50, 55, -5, "green", "keep"),
        ("keep", 50, 50, 44, -6, "amber", "keep"),
        ("keep", 50, 50, 39, -11, "red", "keep"),
    ],
)
def test_the_light_follows_the_rule_of_the_file(
    rules, direction, baseline, target, actual, better_by, signal, why
):
    row = signals(told(direction, baseline, {2572: (target, actual)}), rules).iloc[0]
    assert (row["better_by"], row["signal"], row["why"]) == (better_by, signal, why)


def test_what_is_not_told_is_grey_and_says_why_and_nought_is_told(rules):
    years = {2571: (50, None), 2572: (None, 44), 2573: (55, 0), 2575: (70, None)}
    table = signals(told("up", 40, years), rules)
    assert list(table["signal"]) == ["grey", "grey", "red", "grey"]
    assert list(table["why"]) == ["not_reported", "no_target", "way_gone", "not_due"]
    assert pd.isna(table["better_by"][0]) and table["better_by"][2] == -55


def test_the_trend_runs_from_the_baseline_to_the_last_value(rules):
    # 40 in 2569 and 50 in 2571 are 5 a year; four years on that is 70, just the target.
    row = trends_over_years(told("up", 40, {2571: (45, 50), 2575: (70, None)})).iloc[0]
    assert (row["points"], row["first_year_be"], row["last_year_be"]) == (2, 2569, 2571)
    assert (row["per_year"], row["trend"]) == (5, "better")
    assert (row["at_this_pace"], row["will_reach"]) == (70, "yes")
    row = trends_over_years(told("down", 40, {2571: (45, 50), 2575: (30, None)})).iloc[0]
    assert (row["trend"], row["will_reach"]) == ("worse", "no")


def test_one_value_makes_no_trend():
    row = trends_over_years(told("up", 40, {2571: (45, None)})).iloc[0]
    assert (row["points"], row["trend"], row["will_reach"]) == (1, "unknown", "unknown")
    row = trends_over_years(told("up", None, {2571: (45, None)})).iloc[0]
    assert row["points"] == 0 and pd.isna(row["first"])


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"indicator": {"green_from": 0.2}}, "records.signals-order"),
        ({"indicator": {"green_from": "viel"}}, "records.signals-incomplete"),
        ({"due": {"soon_days": -1}}, "records.signals-incomplete"),
        ({"project": {"gren_behind": 0.1}}, "records.declaration-key"),
        ({"projct": {}}, "records.declaration-key"),
    ],
)
def test_a_wrong_file_of_thresholds_is_one_sentence(changed, code):
    data = declared_toml("follow_up", "signals.toml")
    for part, values in changed.items():
        data[part] = {**data.get(part, {}), **values}
    with pytest.raises(ReadingError) as caught:
        signal_rules(data)
    assert caught.value.code == code


def test_the_default_calls_itself_not_official(rules):
    assert "ไม่ใช่เกณฑ์ทางการ" in rules.basis.th and "not official" in rules.basis.en


@pytest.mark.parametrize("words", [SIGNAL_WORDS, WHY])
def test_every_word_is_thai_too(words):
    for said in words.values():
        assert translate(said, "th") != said
