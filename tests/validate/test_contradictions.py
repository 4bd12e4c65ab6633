from __future__ import annotations

import pytest

from planning_kit.validate import State

HOUSEHOLD = [
    ({"males": 0, "females": 0}, {"males": 0, "females": 1}, "nobody-lives-there"),
    (
        {"is_farm_household": False, "farming_type": "single"},
        {"is_farm_household": False, "farming_type": "not_farming"},
        "farms-and-does-not",
    ),
    (
        {"is_farm_household": True, "farming_type": "not_farming"},
        {"is_farm_household": True, "farming_type": "fish"},
        "farms-and-does-not",
    ),
    (
        {"farm_workers": 1, "young_farmers": 2},
        {"farm_workers": 2, "young_farmers": 2},
        "young-above-workers",
    ),
    (
        {"head_sex": "male", "males": 0, "females": 2},
        {"head_sex": "female", "males": 0, "females": 2},
        "head-not-among-members",
    ),
    (
        {"head_age": "60_up", "members_60_up": 0},
        {"head_age": "46_59", "members_60_up": 0},
        "head-not-among-members",
    ),
    # 10 rai farmed: 12 rai of canal water cannot be, 10 rai 2 ngan is rounding.
    (
        {"land_owned": "6-0-0", "land_rented": "4-0-0", "land_irrigated": "12-0-0"},
        {"land_owned": "6-0-0", "land_rented": "4-0-0", "land_irrigated": "10-2-0"},
        "irrigated-above-land",
    ),
    (
        {"memberships": "baac, none"},
        {"memberships": "none"},
        "none-and-others",
    ),
    (
        {"title_deeds": "chanote, none"},
        {"title_deeds": "chanote, spk"},
        "none-and-others",
    ),
    (
        {"consent_date": "5/9/2569"},
        {"consent_date": "5/9/2569", "consent_given": True},
        "consent-date-without-answer",
    ),
]


@pytest.mark.parametrize(("wrong", "sound", "code"), HOUSEHOLD)
def test_answers_of_a_household_that_cannot_all_be_true(
    judged, sample, codes_of, wrong, sound, code
) -> None:
    home = {**sample.home, "consent_given": None if "consent_date" in wrong else True}
    other = {**home, "household_id": "03-013"}
    checked = judged(("household", home | wrong), ("household", other | sound))
    assert codes_of(checked) == [{f"validate.{code}"}, set()]
    assert checked.rows[0].state is State.FLAGGED
    (finding,) = checked.rows[0].findings
    assert finding.say("th") != finding.say("en")


VILLAGE = [
    (
        {"households": 100, "farm_households": 101},
        {"households": 100, "farm_households": 100},
        "farm-households-above-households",
    ),
    (
        {"area": "100 ไร่", "farm_area": "200 ไร่"},
        {"area": "100 ไร่", "farm_area": "90 ไร่"},
        "farm-area-above-area",
    ),
    # 900 people in 100 households are 9 each; 800 are 8, the most believed.
    (
        {"households": 100, "males": 450, "females": 450},
        {"households": 100, "males": 400, "females": 400},
        "persons-do-not-fit-households",
    ),
]


@pytest.mark.parametrize(("wrong", "sound", "code"), VILLAGE)
def test_figures_of_a_village(judged, sample, codes_of, wrong, sound, code) -> None:
    other = {**sample.village, "village_code": "99010104"}
    checked = judged(("village", sample.village | wrong), ("village", other | sound))
    assert codes_of(checked) == [{f"validate.{code}"}, set()]


def test_what_is_not_stated_contradicts_nothing(judged, sample) -> None:
    checked = judged(
        ("village", {**sample.village, "farm_households": 50}),
        ("household", {**sample.home, "consent_given": True, "land_irrigated": "5-0-0"}),
    )
    assert checked.findings == []


def test_sold_to_nobody_yet_sold_and_output_before_bearing(judged, sample, codes_of) -> None:
    home = ("household", {**sample.home, "consent_given": True})
    sold = {"quantity": 100, "quantity_unit": "kg", "quantity_sold": 90, "price": 9}
    tree = {**sample.rice, "product_kind": "perennial", "product": "มะม่วง", "season": "all_year"}
    checked = judged(
        home,
        ("production", {**sample.rice, **sold, "sale_channel": "own_use"}),
        ("production", {**sample.rice, "season": "second", **sold, "sale_channel": "mill"}),
        ("production", {**tree, "bearing_area": "0", "quantity": 50}),
        ("production", {**tree, "plot": 2, "bearing_area": "0", "quantity": 0}),
    )
    expected = [set(), {"validate.not-sold-but-sold"}, set()]
    assert codes_of(checked) == [*expected, {"validate.output-without-bearing"}, set()]


def test_a_harvest_in_months_before_planting_is_next_years(judged, sample) -> None:
    cane = {**sample.rice, "planting_months": "พ.ย.-ธ.ค.", "harvest_months": "ม.ค.-มี.ค."}
    home = {**sample.home, "consent_given": True}
    assert judged(("household", home), ("production", cane)).findings == []


def test_published_figures_that_cannot_be(judged, codes_of) -> None:
    figure = {"area_code": "99", "measure": "farm_households", "year_be": 2567}
    growth = {**figure, "measure": "other", "detail": "การเติบโต", "value": -2}
    budget = {"area_code": "99", "product": "ข้าว", "year_be": 2567, "cost_total": 1000}
    checked = judged(
        ("crop_budget", {**budget, "cost_seed": 600, "cost_fertilizer": 500}),
        ("crop_budget", {**budget, "year_be": 2566, "cost_seed": 600}),
        ("reference_figure", {**figure, "value": -5}),
        ("reference_figure", growth),
    )
    below = {"validate.figure-below-zero"}
    assert codes_of(checked) == [{"validate.parts-above-total"}, set(), below, set()]
