"""Every step of the four criteria has a sentence in Thai and in English."""

import tomllib

import pytest

from planning_kit.deliberate import CRITERIA, criteria_words
from planning_kit.errors import KitErrors
from planning_kit.shipped import shipped


@pytest.fixture
def declared():
    return tomllib.loads(shipped("data", "criteria", "four_criteria.toml").read_text("utf-8"))


def test_the_shipped_wording_is_whole(declared):
    words = criteria_words(declared)
    assert tuple(words) == CRITERIA
    assert words["size"].steps[3].th == "เกือบทุกหมู่บ้าน"
    assert words["ease"].steps[4].th.startswith("ทำง่ายที่สุด")
    for one in words.values():
        assert list(one.steps) == [1, 2, 3, 4]
        assert len({step.th for step in one.steps.values()}) == 4


def test_everything_missing_is_named_at_once(declared):
    del declared["ease"]["step_2"]
    declared["size"]["step_1"]["en"] = " "
    with pytest.raises(KitErrors) as caught:
        criteria_words(declared)
    said = caught.value.say("en")
    assert "step_2" in said and "step_1" in said
    assert len(caught.value.errors) == 2
