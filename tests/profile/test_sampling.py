"""Intervals only for random samples, narrower as more of the population is asked."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.language import speaking, translate
from planning_kit.profile.sampling import (
    CENSUS,
    NOT_RANDOM,
    RANDOM,
    UNKNOWN_POPULATION,
    Sample,
    mean_interval,
    share_interval,
    t_quantile,
)


@pytest.mark.parametrize(
    ("freedom", "table"),
    [(1, 12.706), (2, 4.303), (4, 2.776), (9, 2.262), (29, 2.045), (120, 1.980)],
)
def test_t_agrees_with_the_printed_table(freedom, table):
    assert t_quantile(freedom) == pytest.approx(table, abs=0.001)


def test_wilson_interval_of_a_very_large_population():
    # Newcombe (1998), Statistics in Medicine 17: 857, table I: 81 of 263 -> 0.2553 to 0.3662
    low, high = share_interval(81, 263, Sample(263, 10**9, is_random=True))
    assert low == pytest.approx(0.2553, abs=5e-5)
    assert high == pytest.approx(0.3662, abs=5e-5)


def test_wilson_interval_of_none():
    # Newcombe (1998): 0 of 20 -> 0 to 0.1611
    low, high = share_interval(0, 20, Sample(20, 10**9, is_random=True))
    assert (low, high) == (0.0, pytest.approx(0.1611, abs=5e-5))


def test_finite_population_narrows_the_share():
    # effective size 100 x 399 / 300 = 133; Wilson for 0.5 of 133 with z = 1.96:
    # half = 1.96 x sqrt(0.25/133 + 1.96^2/(4 x 133^2)) / (1 + 1.96^2/133) = 0.0838
    low, high = share_interval(50, 100, Sample(100, 400, is_random=True))
    assert (high - low) / 2 == pytest.approx(0.0838, abs=1e-4)


def test_mean_interval_by_hand():
    # 10 12 14 16 18: mean 14, s = sqrt(10), f = 5/20; t(4) = 2.776
    # half = 2.776 x 3.1623 x sqrt(0.75) / sqrt(5) = 3.400
    low, high = mean_interval([10, 12, 14, 16, 18, math.nan], Sample(5, 20, is_random=True))
    assert (low, high) == (pytest.approx(10.600, abs=2e-3), pytest.approx(17.400, abs=2e-3))


@pytest.mark.parametrize("sample", [None, Sample(50, 400), Sample(50, None, is_random=True)])
def test_no_interval_without_a_random_sample_of_a_known_population(sample):
    assert share_interval(20, 50, sample) is None
    assert mean_interval([1.0, 2.0, 3.0], sample) is None


def test_a_census_has_no_sampling_error():
    assert share_interval(30, 120, Sample(120, 120)) == (0.25, 0.25)


def test_the_sentence_says_it_was_not_random():
    with speaking("en"):
        assert "not chosen at random" in Sample(50, 400).sentence()
        assert "1,120" in Sample(285, 1120, is_random=True).sentence()
        assert "Every household" in Sample(40, 40).sentence()
        assert "not stated" in Sample(40, None, is_random=True).sentence()
    with speaking("th"):
        assert "ไม่ได้มาจากการสุ่ม" in Sample(50, 400).sentence()


@given(st.integers(1, 200), st.integers(0, 200), st.integers(0, 2000))
def test_a_share_lies_in_its_interval_within_0_and_1(n, count, more):
    count = min(count, n)
    low, high = share_interval(count, n, Sample(n, n + more, is_random=True))
    assert 0 <= low <= count / n + 1e-12
    assert count / n - 1e-12 <= high <= 1


@pytest.mark.parametrize("sentence", [NOT_RANDOM, CENSUS, RANDOM, UNKNOWN_POPULATION])
def test_every_sentence_is_said_in_thai(sentence):
    said = translate(sentence, "th")
    assert any("ก" <= letter <= "๙" for letter in said)
    assert said.count("{") == sentence.count("{")
