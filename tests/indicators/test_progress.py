import pandas as pd
import pytest

from planning_kit.indicators.progress import LIGHTS, TRENDS, light_counts, progress
from planning_kit.language import translate


def _progress(direction, baseline, told, now=2573):
    """``told``: year -> (target, actual), None = no such record."""
    indicators = pd.DataFrame([{"indicator_code": "I", "name": "x", "direction": direction}])
    rows = [("I", "baseline", 2569, baseline)] if baseline is not None else []
    for year, (target, actual) in told.items():
        rows += [("I", "target", year, target)] if target is not None else []
        rows += [("I", "actual", year, actual)] if actual is not None else []
    names = ["indicator_code", "kind", "fiscal_year_be", "value"]
    return progress(indicators, pd.DataFrame(rows, columns=names), now)


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "actual", "light", "trend"),
    [
        ("up", 40, 60, 65, "reached", "better"),
        ("up", 40, 60, 60, "reached", "better"),
        ("up", 40, 60, 50, "on_the_way", "better"),
        ("up", 40, 60, 40, "not_better", "same"),
        ("up", 40, 60, 0, "not_better", "worse"),
        ("down", 100, 80, 75, "reached", "better"),
        ("down", 100, 80, 90, "on_the_way", "better"),
        ("down", 100, 80, 120, "not_better", "worse"),
        ("down", 100, 0, 0, "reached", "better"),
        ("keep", 50, 50, 54, "reached", "worse"),
        ("keep", 50, 50, 59, "on_the_way", "worse"),
        ("keep", 50, 50, 61, "not_better", "worse"),
        ("up", None, 60, 50, "not_better", "unknown"),
        ("up", None, 60, 61, "reached", "unknown"),
    ],
)
def test_the_light_follows_the_direction(direction, baseline, target, actual, light, trend):
    row = _progress(direction, baseline, {2572: (target, actual)}).iloc[0]
    assert (row["light"], row["trend"]) == (light, trend)
    assert row["variance"] == actual - target


def test_how_far_by_hand():
    row = _progress("down", 100, {2572: (80, 90)}).iloc[0]
    assert (row["variance"], row["variance_share"], row["way_gone"]) == (10, 0.125, 0.5)


def test_not_reported_is_not_zero_and_years_to_come_are_not_due():
    table = _progress("up", 40, {2572: (50, None), 2573: (55, 0), 2575: (70, None)})
    assert list(table["light"]) == ["not_reported", "not_better", "not_due"]
    assert pd.isna(table["actual"][0]) and table["actual"][1] == 0


def test_no_target_is_made_up_between_two():
    table = _progress("up", 40, {2571: (50, 45), 2573: (None, 52), 2575: (70, None)})
    assert pd.isna(table["target"][1])
    assert table["light"][1] == "no_target"
    assert list(table["fiscal_year_be"]) == [2571, 2573, 2575]


def test_the_trend_looks_back_to_the_last_reported_year():
    table = _progress("up", 40, {2571: (50, 55), 2572: (50, None), 2573: (50, 52)})
    assert list(table["trend"]) == ["better", "unknown", "worse"]


def test_an_indicator_with_nothing_has_its_row():
    table = _progress("up", None, {})
    assert len(table) == 1
    assert table["light"][0] == "no_target"


def test_lights_are_counted_for_one_year():
    table = _progress("up", 40, {2572: (50, None), 2573: (55, 60)})
    counts = light_counts(table, 2573).set_index("light")["indicators"]
    assert counts["reached"] == 1 and counts.sum() == 1
    assert light_counts(table, 2580)["share"].isna().all()


def test_every_light_and_trend_has_thai_words():
    for word in (*LIGHTS.values(), *TRENDS.values()):
        assert translate(word, "th") != word
