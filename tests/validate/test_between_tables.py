from __future__ import annotations

import pytest


@pytest.fixture
def home(sample):
    return {**sample.home, "consent_given": True, "land_owned": "8-0-0"}


def rice(sample, area, **changes):
    return ("production", {**sample.rice, "planted_area": area, **changes})


def test_a_household_that_does_not_farm_has_no_harvest(judged, sample, home, codes_of) -> None:
    no_farm = ("household", {**home, "is_farm_household": False})
    checked = judged(no_farm, rice(sample, "8-0-0"))
    assert codes_of(checked) == [{"validate.harvest-without-farm"}, set()]
    farm = ("household", {**home, "is_farm_household": True})
    assert codes_of(judged(farm, rice(sample, "8-0-0"))) == [set(), set()]
    assert codes_of(judged(no_farm)) == [set()]


def test_planted_far_above_the_land(judged, sample, home, codes_of) -> None:
    # 8 rai of land: 12 rai in one season is the most that passes (half as much again).
    assert codes_of(judged(("household", home), rice(sample, "12-0-0"))) == [set(), set()]
    checked = judged(("household", home), rice(sample, "12-0-1"))
    assert codes_of(checked) == [{"validate.planted-above-land"}, set()]
    said = checked.rows[0].findings[0].say("en")
    assert "12" in said and "8 rai" in said and "2569" in said


def test_two_seasons_and_two_years_on_one_plot_are_not_added(
    judged, sample, home, codes_of
) -> None:
    rows = [
        rice(sample, "8-0-0"),
        rice(sample, "8-0-0", season="second"),
        rice(sample, "8-0-0", year_be=2568),
    ]
    assert codes_of(judged(("household", home), *rows)) == [set()] * 4
    # What stands all year is there in either season: 8 + 5 rai on 8.
    trees = rice(sample, "5-0-0", season="all_year", product="มะม่วง", product_kind="perennial")
    assert codes_of(judged(("household", home), rows[0], trees))[0] == {
        "validate.planted-above-land"
    }


def test_land_not_stated_is_no_land_to_compare_with(judged, sample, home, codes_of) -> None:
    unknown = ("household", {**home, "land_owned": None})
    assert codes_of(judged(unknown, rice(sample, "100-0-0"))) == [set(), set()]
    none = ("household", {**home, "land_owned": "0"})
    assert codes_of(judged(none, rice(sample, "3-0-0")))[0] == {"validate.planted-above-land"}
    assert codes_of(judged(none, rice(sample, "2-0-0")))[0] == set()


def test_a_new_harvest_is_held_against_a_household_kept_before(
    judged, sample, home, codes_of
) -> None:
    held = {"household": [{**home, "source_code": "S1", "is_farm_household": False}]}
    checked = judged(rice(sample, "30-0-0"), known={"household": {"03-012"}}, held=held)
    assert codes_of(checked) == [{"validate.harvest-without-farm", "validate.planted-above-land"}]


def account(sample, **money):
    values = {"household_id": "03-012", "year_be": 2569, "months_recorded": 12}
    return ("household_account", values | money)


def test_sales_far_from_the_account(judged, sample, home, codes_of) -> None:
    # 10,000 kg at 9 baht: 90,000 baht.
    sold = {"quantity": 10_000, "quantity_unit": "kg", "quantity_sold": 10_000, "price": 9}
    rows = [("household", home), rice(sample, "8-0-0", **sold)]
    far = judged(*rows, account(sample, income_crops=29_999))
    assert codes_of(far)[2] == {"validate.sales-beside-income"}
    said = far.rows[2].findings[0].say("en")
    assert "29,999" in said and "90,000" in said and "Crop sales" in said
    near = judged(*rows, account(sample, income_crops=30_000))
    assert codes_of(near)[2] == set()
    other_year = judged(*rows, account(sample, income_crops=1, year_be=2568))
    assert codes_of(other_year)[2] == set()
    other_kind = judged(*rows, account(sample, income_crops=90_000, income_livestock=0))
    assert codes_of(other_kind)[2] == set()


def test_a_sale_without_a_price_is_compared_with_nothing(judged, sample, home, codes_of) -> None:
    sold = {"quantity": 10_000, "quantity_unit": "kg", "quantity_sold": 10_000}
    checked = judged(
        ("household", home), rice(sample, "8-0-0", **sold), account(sample, income_crops=1)
    )
    assert codes_of(checked)[2] == set()


def test_more_households_surveyed_than_there_are(judged, sample, home, codes_of) -> None:
    homes = [("household", {**home, "household_id": f"03-{n:03d}"}) for n in range(6)]
    homes = [(name, row | {"males": n % 3, "females": 1}) for n, (name, row) in enumerate(homes)]
    few = judged(("village", {**sample.village, "households": 5}), *homes)
    assert codes_of(few)[0] == {"validate.surveyed-above-all"}
    enough = judged(("village", {**sample.village, "households": 6}), *homes)
    assert codes_of(enough)[0] == set()
    held = {"village": [{**sample.village, "households": 5, "source_code": "S1"}]}
    (remark,) = judged(*homes, held=held).remarks
    assert remark.code == "validate.surveyed-above-all"
    assert "99010103" in remark.say("th") and remark.row is None


def test_a_hazard_cannot_strike_more_than_the_village_has(judged, sample, codes_of) -> None:
    village = {**sample.village, "households": 50, "area": "100 ไร่"}
    rows = [
        ("hazard", {**sample.flood, "crop": "ก", "households": 51}),
        ("hazard", {**sample.flood, "crop": "ข", "households": 50, "affected_area": "100-0-0"}),
        ("hazard", {**sample.flood, "crop": "ค", "affected_area": "101-0-0"}),
    ]
    checked = judged(("village", village), *rows)
    struck = {"validate.stricken-above-all"}
    assert codes_of(checked) == [set(), struck, set(), struck]


def test_a_herd_is_not_told_of_what_was_planted(judged, sample, home, codes_of) -> None:
    cattle = rice(sample, None, product="โคเนื้อ", product_kind="livestock", animals=5)
    told = codes_of(judged(("household", home), cattle))
    assert "validate.planted-above-land" not in set().union(*told)
