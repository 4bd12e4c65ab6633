from __future__ import annotations

import pytest

CODE = "validate.near-duplicate"


@pytest.fixture
def farm(sample):
    """Return a household with 20 answers beside its code, village and consent."""
    return {
        **sample.home,
        "consent_given": True,
        "is_farm_household": True,
        "is_registered_farmer": True,
        "males": 2,
        "females": 3,
        "members_under_15": 1,
        "members_15_to_59": 3,
        "members_60_up": 1,
        "head_sex": "male",
        "head_age": "46_59",
        "head_schooling": "primary",
        "land_owned": "8-2-30",
        "land_rented": "3-0-0",
        "land_free_use": "0",
        "land_irrigated": "4-0-0",
        "water_short_months": 3,
        "drinking_water": "enough",
        "farm_workers": 2,
        "young_farmers": 1,
        "hired_days": 20,
        "farming_type": "single",
    }


def twin(farm, **changes):
    return ("household", {**farm, "household_id": "03-099", **changes})


def test_one_household_under_two_codes_is_marked_on_both_rows(judged, farm, codes_of) -> None:
    checked = judged(("household", farm), twin(farm))
    assert codes_of(checked) == [{CODE}, {CODE}]
    first, second = (row.findings[0] for row in checked.rows)
    assert "03-099" in first.say("th") and "03-012" in second.say("en")
    assert "20 of 20" in first.say("en")
    assert all(row.is_kept for row in checked.rows)


def test_two_of_twenty_may_differ_and_three_may_not(judged, farm, codes_of) -> None:
    two = twin(farm, head_schooling="none", hired_days=25)
    assert codes_of(judged(("household", farm), two)) == [{CODE}, {CODE}]
    three = twin(farm, head_schooling="none", hired_days=25, young_farmers=0)
    assert codes_of(judged(("household", farm), three)) == [set(), set()]


def test_a_blank_beside_an_answer_is_a_difference(judged, farm, codes_of) -> None:
    blanks = dict.fromkeys(("head_schooling", "hired_days", "young_farmers"))
    assert codes_of(judged(("household", farm), twin(farm, **blanks))) == [set(), set()]


def test_neighbours_in_another_village_or_without_land_are_not_compared(
    judged, farm, codes_of
) -> None:
    elsewhere = twin(farm, village_code="99010104")
    assert codes_of(judged(("household", farm), elsewhere)) == [set(), set()]
    landless = dict.fromkeys(("land_owned", "land_rented", "land_irrigated"), "0")
    pair = ("household", farm | landless), twin(farm | landless)
    assert codes_of(judged(*pair)) == [set(), set()]


def test_few_answers_may_agree_by_chance(judged, farm, codes_of) -> None:
    few = {name: farm[name] for name in list(farm)[:13]}
    few |= {"land_owned": "5-0-0", "consent_given": True}
    # 10 answers from is_farm_household to head_schooling, and the land: 11.
    assert codes_of(judged(("household", few), twin(few))) == [set(), set()]
    enough = few | {"land_rented": "1-0-0"}
    assert codes_of(judged(("household", enough), twin(enough))) == [{CODE}, {CODE}]


def test_a_household_kept_before_is_compared_and_its_own_new_version_is_not(
    judged, farm, codes_of
) -> None:
    held = {"household": [{**farm, "source_code": "S1"}]}
    assert codes_of(judged(twin(farm), held=held)) == [{CODE}]
    assert codes_of(judged(("household", {**farm, "males": 3}), held=held))[0] <= {
        "household.ages-disagree"
    }
