"""What a person may write in a field, and what becomes of it."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from planning_kit.records import Hazard, Household, HouseholdAccount, Production, Source, to_frame


def household(**values):
    return Household.model_validate(
        {"household_id": "01-001", "village_code": "99010101", **values}
    )


def test_land_in_rai_ngan_wah_is_kept_in_square_wah():
    # 8 rai 2 ngan 30 sq wah = 8×400 + 2×100 + 30
    assert household(land_owned="8-2-30").land_owned == Decimal(3430)
    assert household(land_owned="๕ ไร่").land_owned == Decimal(2000)
    assert household(land_owned=2.5).land_owned == Decimal(1000)


def test_a_record_read_back_from_its_own_values_is_the_same():
    one = household(land_owned="8-2-30", males=2, females=0, memberships="สหกรณ์, baac")
    again = Household.model_validate(one.model_dump())
    assert again == one


def test_zero_is_not_not_stated():
    assert household(males=0).males == 0
    assert household(males="").males is None
    assert household(males="  ").males is None
    assert household().males is None


def test_thai_digits_and_separators_are_numbers():
    account = HouseholdAccount.model_validate(
        {"household_id": "1", "year_be": "๒๕๖๙", "income_crops": "๑๒๓,๔๕๖.๕๐"}
    )
    assert account.year_be == 2569
    assert account.income_crops == Decimal("123456.50")


def test_answers_are_read_by_code_or_by_wording_in_either_language():
    for written in ("owned", "1"):
        with pytest.raises(ValidationError):
            household(farming_type=written)
    for written in ("single", "พืชเชิงเดี่ยว", "Single crop", " พืช เชิงเดี่ยว "):
        assert household(farming_type=written).farming_type == "single"


def test_several_answers_keep_the_order_of_the_list_and_drop_repeats():
    one = household(water_sources="สระในไร่นา; น้ำฝน; pond")
    assert [str(answer) for answer in one.water_sources] == ["rain", "pond"]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"males": -1}, "ต่ำกว่า"),
        ({"water_short_months": 13}, "สูงกว่า"),
        ({"is_farm_household": "บางที"}, "ใช่หรือไม่ใช่"),
        ({"village_code": ""}, "เว้นว่างไม่ได้"),
        ({"head_sex": "ผู้ชาย"}, "ไม่อยู่ในคำตอบ"),
    ],
)
def test_a_bad_value_is_refused_with_a_thai_sentence(values, says):
    with pytest.raises(ValidationError) as caught:
        household(**values)
    assert says in str(caught.value)


def test_a_be_year_in_a_gregorian_date_cell_is_refused():
    with pytest.raises(ValidationError):
        household(consent_date=datetime(2569, 11, 22))
    assert household(consent_date="22/11/2569").consent_date == date(2026, 11, 22)


def test_a_household_that_did_not_agree_breaks_a_refusing_check():
    broken = [
        check.severity.value
        for check in Household.noun.checks
        if not check.holds(household(consent_given="ไม่"))
    ]
    assert broken == ["refuse"]


def test_age_groups_that_disagree_with_men_and_women_are_noticed():
    def codes(**values):
        one = household(**values)
        return {check.code for check in Household.noun.checks if not check.holds(one)}

    full = {"males": 2, "females": 2, "members_under_15": 1, "members_15_to_59": 2}
    assert codes(**full, members_60_up=1) == set()
    assert codes(**full, members_60_up=2) == {"household.ages-disagree"}
    assert codes(**full) == set()


def test_hazard_area_rules():
    def codes(**values):
        one = Hazard.model_validate({"year_be": 2565, "village_code": "73020101", **values})
        return {check.code for check in Hazard.noun.checks if not check.holds(one)}

    assert codes(planted_area=1, affected_area=0) == {"hazard.zero-area"}
    assert codes(planted_area=1, affected_area=2) == {"hazard.affected-above-planted"}
    assert codes(planted_area=1) == set()
    assert codes(utm_east=626690) == {"hazard.half-a-coordinate"}


def test_natural_key_tells_two_plots_apart():
    base = {
        "household_id": "1",
        "year_be": 2569,
        "season": "main",
        "product_kind": "annual",
        "product": "ข้าวนาปี",
    }
    one = Production.model_validate({**base, "plot": 1})
    two = Production.model_validate({**base, "plot": 2})
    assert one.natural_key() != two.natural_key()
    assert (
        Hazard.model_validate({"year_be": 2565, "village_code": "73020101"}).natural_key() is None
    )


def test_more_answers_than_households_is_refused():
    source = Source.model_validate(
        {
            "source_code": "S1",
            "title": "สำรวจ",
            "publisher": "คณะทำงาน",
            "method": "random",
            "date_to": "30 ก.ย. 2569",
            "sample_size": 10,
            "population": 5,
        }
    )
    assert [c.code for c in Source.noun.checks if not c.holds(source)] == [
        "source.n-above-population"
    ]


def test_frame_keeps_units_and_silence():
    frame = to_frame(Household, [household(land_owned="1-0-0", males=0), household()])
    assert list(frame.columns) == [spec.name for spec in Household.fields()]
    assert frame.land_owned.tolist()[0] == 400.0
    assert frame.males.tolist()[0] == 0.0 and frame.males.isna().tolist() == [False, True]
    assert frame.is_farm_household.tolist() == [None, None]


def test_empty_frame_has_every_column():
    frame = to_frame(Household, [])
    assert len(frame) == 0 and "land_owned" in frame and frame.land_owned.dtype == "float64"
