"""The catalogue of trainings: every skill is led to, and a wrong entry is said."""

from __future__ import annotations

import copy

import pytest

from planning_kit.course.episode import episodes
from planning_kit.errors import KitError
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.training_catalogue import FILE, declared_trainings, trainings_from
from planning_kit.records.training_choices import Skill
from planning_kit.records.training_need import QUESTIONS, TrainingNeed


def test_every_answer_leads_to_a_training_and_sessions_are_there():
    trainings = declared_trainings()
    led = {skill for one in trainings for skill in one.skills}
    assert led == {str(skill) for skill in Skill}
    sessions = {one.session for one in trainings if one.session}
    assert sessions == {f"{one.number:02d}" for one in episodes() if one.is_skill}


def test_the_sheet_has_twelve_questions_and_asks_for_no_name():
    assert len(QUESTIONS) == 12
    assert not any(spec.may_hold_persons for spec in TrainingNeed.fields())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"skills": ["flying"]}, "records.training-unknown"),
        ({"figure": "water.wet"}, "records.training-unknown"),
        ({"hours": 0}, "records.training-incomplete"),
        ({"title": {"th": "อบรม"}}, "records.training-incomplete"),
        ({"hour": 3}, "records.declaration-key"),
        ({"code": "cost-account"}, "records.training-repeated"),
    ],
)
def test_a_wrong_entry_is_said(change, code):
    data = copy.deepcopy(declared_toml(*FILE))
    data["training"][0] |= change
    with pytest.raises(KitError) as refused:
        trainings_from(data)
    assert refused.value.code == code


def test_wanting_most_what_is_not_wanted_is_flagged():
    (check,) = TrainingNeed.noun.checks
    said = {"sheet_no": "T1", "wanted": ("soil",), "wanted_most": "water"}
    assert not check.holds(TrainingNeed.model_validate(said))
    assert check.holds(TrainingNeed.model_validate({**said, "wanted_most": "soil"}))
