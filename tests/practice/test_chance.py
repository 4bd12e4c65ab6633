"""The draws of the practice tambon are honest and do not depend on the machine."""

from collections import Counter

import pytest

from planning_kit.practice.chance import Chance


def test_one_topic_always_gives_the_same_draws_and_another_topic_others():
    first = [Chance("rice", 1).below(1000) for _again in range(2)]
    assert first[0] == first[1]
    draws = {topic: [Chance(topic).below(10**9)] for topic in ("rice", "cane", "fish")}
    assert len({tuple(drawn) for drawn in draws.values()}) == 3


def test_below_covers_its_range_evenly():
    chance = Chance("dice")
    seen = Counter(chance.below(6) for _throw in range(6000))
    assert set(seen) == set(range(6))
    # Five standard deviations of a binomial(6000, 1/6): 5 × 28.9.
    assert all(abs(count - 1000) < 145 for count in seen.values())


def test_between_includes_both_ends():
    chance = Chance("ends")
    assert {chance.between(3, 5) for _draw in range(200)} == {3, 4, 5}


def test_pick_follows_its_weights_and_never_takes_a_zero():
    chance = Chance("pick")
    seen = Counter(chance.pick({"a": 3, "b": 1, "c": 0}) for _draw in range(4000))
    assert "c" not in seen
    assert 2700 < seen["a"] < 3300
    with pytest.raises(ValueError, match="above zero"):
        chance.pick({"a": 0})


def test_curve_passes_through_its_quantiles():
    chance = Chance("curve")
    drawn = sorted(chance.curve((0, 10, 100)) for _draw in range(4000))
    assert drawn[0] >= 0 and drawn[-1] <= 100
    assert 8 <= drawn[2000] <= 13


def test_about_stays_within_its_percent():
    chance = Chance("about")
    drawn = [chance.about(1000, 20) for _draw in range(2000)]
    assert 800 <= min(drawn) < 850 and 1150 < max(drawn) <= 1200


def test_a_sample_has_no_number_twice():
    drawn = Chance("sample").sample(50, 20)
    assert len(set(drawn)) == 20
    assert drawn == sorted(drawn)
    assert drawn[0] >= 1 and drawn[-1] <= 50
    assert Chance("all").sample(5, 5) == [1, 2, 3, 4, 5]
