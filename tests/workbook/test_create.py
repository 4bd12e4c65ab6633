"""Making a workbook: whole tambons, some villages, wrong codes, areas that overlap."""

from __future__ import annotations

import pytest

from planning_kit.errors import KitError, KitErrors
from planning_kit.records import PlanArea, PlanPeriod
from planning_kit.workbook import create, open_workbook, period_of, whole_tambon


def test_a_whole_tambon_gets_five_years_from_2571(workbook) -> None:
    assert workbook.area_id == "990101"
    assert (workbook.period.plan_start_be, workbook.period.plan_end_be) == (2571, 2575)
    assert workbook.is_practice
    assert workbook.notices == []
    assert "ทุ่งฝึกหัด" in workbook.title("th")


def test_a_real_tambon_is_no_practice_and_has_its_full_title(store) -> None:
    made = create(whole_tambon("730502"), store=store, who="x")
    assert not made.is_practice
    assert made.title("th") == "ตำบลบางปลา อำเภอบางเลน จังหวัดนครปฐม"


def test_some_villages_of_two_tambons_make_one_area(store, some_villages) -> None:
    area = some_villages("abt-thung", "73050201", "73050902")
    made = create(area, store=store, who="x")
    assert made.tambon_codes == ("730502", "730509")
    assert made.scope.holds("73050201")
    assert not made.scope.holds("73050202")
    assert made.title("th") == "พื้นที่ abt-thung"


def test_a_village_in_two_plan_areas_is_said_in_both(store, some_villages) -> None:
    first = create(whole_tambon("730502"), store=store, who="x")
    assert first.notices == []
    second = create(some_villages("west", "73050201", "73050901"), store=store, who="x")
    ((message, values),) = second.notices
    assert values["id"] == "730502"
    assert values["codes"] == "73050201"
    assert "counted twice" in message
    # The older workbook tells it too, from now on, each time it is opened.
    assert [values["id"] for _, values in open_workbook("730502", store=store).notices] == ["west"]


def test_areas_that_share_nothing_say_nothing(store, some_villages) -> None:
    create(some_villages("east", "73050201"), store=store, who="x")
    assert create(some_villages("west", "73050202"), store=store, who="x").notices == []


def test_every_wrong_code_is_named_at_once_and_nothing_is_saved(store) -> None:
    area = PlanArea(
        plan_area_id="ก/ข", name="ก", tambon_codes=("889999", "7305"), village_codes=("730502",)
    )
    with pytest.raises(KitErrors) as error:
        create(area, store=store, who="x")
    codes = [one.code for one in error.value.errors]
    assert codes == [
        "areas.unknown-code",
        "workbook.wrong-level",
        "workbook.wrong-level",
        "workbook.bad-id",
    ]
    assert store.latest("plan_area") == []


def test_an_area_without_a_place_and_a_period_backwards_are_refused(store) -> None:
    nowhere = PlanArea(plan_area_id="a", name="ก")
    backwards = PlanPeriod(plan_area_id="a", plan_start_be=2575, plan_end_be=2571)
    with pytest.raises(KitErrors) as error:
        create(nowhere, backwards, store=store, who="x")
    assert [one.code for one in error.value.errors] == [
        "plan-area.no-place",
        "plan-period.out-of-order",
    ]


def test_the_same_workbook_twice_is_refused_a_further_period_is_not(store, workbook) -> None:
    with pytest.raises(KitError) as error:
        create(whole_tambon("990101"), store=store, who="x")
    assert error.value.code == "workbook.exists"
    later = create(
        whole_tambon("990101").with_changes(council="สภาองค์กรชุมชนตำบลทุ่งฝึกหัด"),
        period_of(workbook.plan_area, 2576),
        store=store,
        who="x",
    )
    assert later.period.plan_end_be == 2580
    assert later.plan_area.council == "สภาองค์กรชุมชนตำบลทุ่งฝึกหัด"
    assert len(store.latest("plan_area")) == 1
