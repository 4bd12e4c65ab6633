"""What a tambon hands over adds up to what its own profile says: counted here from the plain rows."""

from __future__ import annotations

import pytest

from planning_kit.report.figure_kind import Frames
from planning_kit.report.figures import FIGURES, figures_of
from planning_kit.report.rolled_ways import WAYS

NOT_ADDED = {"income.gini", "production.largest_share"}
"""A Gini of Ginis and the largest product of different products say nothing."""


@pytest.fixture(scope="module")
def handed_over(practice):
    frames, figures = Frames(practice), figures_of(practice, list(WAYS))
    return {key: (figures[key], WAYS[key](frames, figures[key])) for key in WAYS}


def of_accounts(practice, name):
    rows = practice.records("household_account")
    year = max(row.year_be for row in rows)
    whole = [r for r in rows if r.year_be == year and (r.months_recorded or 12) >= 12]
    return [float(value) for row in whole if (value := getattr(row, name)) is not None]


def test_every_figure_adds_up_or_is_known_not_to():
    assert set(WAYS) | NOT_ADDED == set(FIGURES)


def test_two_parts_give_the_share_or_the_mean_again(handed_over):
    for key, (figure, way) in handed_over.items():
        if way.way in ("share", "mean") and figure.is_known:
            assert way.numerator / way.denominator == pytest.approx(figure.value), key


def test_counts_are_those_of_the_rows(practice, handed_over):
    months = [r.water_short_months for r in practice.records("household")]
    stated = [m for m in months if m is not None]
    _figure, short = handed_over["water.short_share"]
    assert (short.numerator, short.denominator) == (sum(m > 0 for m in stated), len(stated))
    _figure, mean = handed_over["water.short_months_mean"]
    assert mean.numerator == pytest.approx(float(sum(stated)))
    owed = of_accounts(practice, "debt_formal")
    _figure, debt = handed_over["debt.formal_mean"]
    assert (debt.numerator, debt.denominator) == (pytest.approx(sum(owed)), len(owed))


def test_classes_hold_everybody_and_never_a_few(practice, handed_over):
    owing = [amount for amount in of_accounts(practice, "debt_formal") if amount > 0]
    _figure, debt = handed_over["debt.formal_median"]
    for low, high, count in debt.bins:
        inside = [x for x in owing if (low is None or x >= low) and (high is None or x < high)]
        assert len(inside) == count
    for key, (_figure, way) in handed_over.items():
        if way.way == "quantile":
            assert way.bins, key
            assert all(count == 0 or count >= 5 for _low, _high, count in way.bins), key
            ends = [(high, low) for (_l, high, _c), (low, _h, _n) in zip(way.bins, way.bins[1:], strict=False)]  # fmt: skip
            assert all(high == low for high, low in ends), key


def test_what_is_hidden_hands_over_nothing(workbook_of):
    rows = [
        {"household_id": f"H{at}", "village_code": "73050201", "water_short_months": at % 2}
        for at in range(4)
    ]
    book = workbook_of({"household": rows})
    found = figures_of(book, ["water.short_share"])["water.short_share"]
    way = WAYS["water.short_share"](Frames(book), found)
    assert (way.numerator, way.denominator, way.bins) == (None, None, ())
