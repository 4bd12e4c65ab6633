"""The shipped criteria of a pilot, and files and weights that cannot be used."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from fractions import Fraction

import pytest

from planning_kit.deliberate import agreed_weights, pilot_criteria
from planning_kit.errors import KitError, KitErrors
from planning_kit.shipped import shipped


@pytest.fixture
def declared():
    return tomllib.loads(shipped("data", "criteria", "pilot.toml").read_text("utf-8"))


def test_the_shipped_criteria_make_100_and_none_is_about_money(declared):
    criteria = pilot_criteria(declared)
    assert list(criteria) == [
        "readiness", "will", "household_data", "farm_problems", "partners", "example",
    ]  # fmt: skip
    assert sum(one.weight for one in criteria.values()) == 100
    said = " ".join(
        words.say("th")
        for one in criteria.values()
        for words in (one.name, one.question, *one.steps.values())
    )
    assert "งบประมาณ" not in said and "บาท" not in said


def test_everything_wrong_in_a_file_is_named_at_once(declared):
    wrong = deepcopy(declared)
    del wrong["will"]["step_3"]
    wrong["partners"]["weight"] = "มาก"
    wrong["example"]["wieght"] = 15
    with pytest.raises(KitErrors) as refused:
        pilot_criteria(wrong)
    assert [one.code for one in refused.value.errors] == [
        "deliberate.criteria-wording", "deliberate.pilot-weight", "records.declaration-key",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda d: d["will"].update(weight=10), "deliberate.pilot-weights-sum"),
        (lambda d: [d.pop(one) for one in list(d)[1:]], "deliberate.pilot-criteria-number"),
        (
            lambda d: d.update({f"more_{at}": d["will"] for at in range(7)}),
            "deliberate.pilot-criteria-number",
        ),
    ],
)
def test_a_file_that_cannot_be_used_says_why(declared, change, code):
    change(declared)
    with pytest.raises(KitErrors) as refused:
        pilot_criteria(declared)
    assert refused.value.errors[0].code == code


def test_without_agreement_the_defaults_stand_in_and_an_agreement_takes_their_place(declared):
    criteria = pilot_criteria(declared)
    assert agreed_weights({}, criteria)["will"] == 20
    agreed = dict.fromkeys(criteria, 0) | {"will": 60.5, "partners": "39.5"}
    assert agreed_weights(agreed, criteria)["will"] == Fraction(121, 2)


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({"will": 10}, "deliberate.pilot-weights-sum", "90"),
        ({"will": 120}, "deliberate.pilot-weight", "Will of the community"),
        ({"will": -5}, "deliberate.pilot-weight", "Will of the community"),
        ({"will": float("nan")}, "deliberate.pilot-weight", "Will of the community"),
    ],
)
def test_weights_that_cannot_be_used_are_refused(declared, change, code, said):
    criteria = pilot_criteria(declared)
    agreed = {name: float(one.weight) for name, one in criteria.items()}
    with pytest.raises(KitError) as refused:
        agreed_weights(agreed | change, criteria)
    assert refused.value.code == code and said in refused.value.say("en")


def test_a_criterion_left_out_is_not_zero(declared):
    criteria = pilot_criteria(declared)
    with pytest.raises(KitError) as refused:
        agreed_weights({"will": 100}, criteria)
    assert refused.value.code == "deliberate.pilot-weight-missing"
