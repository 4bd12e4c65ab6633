"""A council endorses the plan: that version stays as it was, whatever is edited later."""

import hashlib
import json

import pytest

from planning_kit.errors import KitError
from planning_kit.records import (
    BallotMark,
    BudgetLine,
    Forum,
    Household,
    IndicatorValue,
    Problem,
    Project,
    ProjectStatus,
)
from planning_kit.workbook import differences, endorse, is_changed, versions

WHO = "ผู้ทดสอบ"


@pytest.fixture
def council():
    """Make a council meeting; 22 of 43 members is a quorum, 21 is not (22 × 2 ≥ 43)."""

    def make(code="F06", kind="council_meeting", present=22, **more):
        told = {
            "title": "ประชุมสภาองค์กรชุมชน",
            "date": "20 พ.ย. 2569",
            "members": 43,
            "members_present": present,
            "votes_for": 20,
            "votes_against": 1,
        }
        return Forum(forum_code=code, kind=kind, **{**told, **more})

    return make


@pytest.fixture
def project():
    return Project(
        project_code="PJ01",
        name="ขุดลอกคลองส่งน้ำ",
        stage="adopted",
        reliance_class="joint",
        owner="สภาองค์กรชุมชนตำบล",
    )


@pytest.fixture
def plan(workbook, council, project):
    for record in (council(), Problem(problem_code="P01", statement="น้ำไม่พอหน้าแล้ง"), project):
        workbook.save(record, who=WHO, why="ทดสอบ")
    return workbook


def test_the_fingerprint_is_the_sha256_of_what_was_frozen(plan):
    version = endorse(plan, "F06", who=WHO)
    text = plan.store.frozen_plans(plan.area_id)[0].content
    assert version.number == 1
    assert version.fingerprint == hashlib.sha256(text.encode("utf-8")).hexdigest()
    assert version.is_whole
    assert not is_changed(plan)
    assert version.endorsement.votes_for == 20


def test_an_edit_after_the_endorsing_leaves_the_version_and_is_listed(plan, project):
    first = endorse(plan, "F06", who=WHO)
    renamed = project.with_changes(name="ขุดลอกคลองส่งน้ำและทำฝาย")
    plan.save(renamed, who=WHO, why="ที่ประชุมขอแก้")
    plan.save(
        BudgetLine(project_code="PJ01", line_no=1, fiscal_year_be=2571,
                   funding_source="community", amount=5000),
        who=WHO, why="เพิ่มงบ",
    )  # fmt: skip
    assert versions(plan)[0].frozen == first.frozen
    assert is_changed(plan)
    told = {(d.kind, d.record, d.code): (d.before, d.after) for d in differences(plan, 1)}
    assert told == {
        ("changed", "project", "PJ01"): ("ขุดลอกคลองส่งน้ำ", "ขุดลอกคลองส่งน้ำและทำฝาย"),
        ("added", "budget_line", "PJ01 · 1"): (None, None),
    }


def test_a_second_version_says_what_kind_of_amendment_and_why(plan, project, council):
    endorse(plan, "F06", who=WHO)
    plan.save(council("F07"), who=WHO, why="ประชุมอีกครั้ง")
    plan.save(project.with_changes(name="ชื่อใหม่"), who=WHO, why="แก้")
    with pytest.raises(KitError) as refused:
        endorse(plan, "F07", who=WHO)
    assert refused.value.code == "workbook.endorse-why-amended"
    second = endorse(plan, "F07", who=WHO, amendment="change", reason="งบไม่พอ")
    assert [version.number for version in versions(plan)] == [1, 2]
    assert second.fingerprint != versions(plan)[0].fingerprint
    changed = [d for d in differences(plan, 1, 2) if d.kind == "changed"]
    assert [(d.code, d.after) for d in changed] == [("PJ01", "ชื่อใหม่")]


def test_progress_after_the_endorsing_is_no_change_of_the_plan(plan):
    endorse(plan, "F06", who=WHO)
    later = (
        ProjectStatus(project_code="PJ01", date="1 ก.พ. 2570", status="sent", channel="codi"),
        BudgetLine(project_code="PJ01", line_no=9, fiscal_year_be=2571,
                   funding_source="codi", amount=100, kind="spent"),
        IndicatorValue(indicator_code="I01", kind="actual", fiscal_year_be=2571, value=3),
    )  # fmt: skip
    for record in later:
        plan.save(record, who=WHO, why="ติดตาม")
    assert not is_changed(plan)


def test_no_household_and_no_ballot_is_in_the_frozen_text(plan):
    plan.save(
        Household(household_id="03-777", village_code="99010103", is_farm_household=True),
        who=WHO, why="สำรวจ",
    )  # fmt: skip
    plan.save(
        BallotMark(poll_code="V1", ballot_no="0042", option_code="P01", size=4, sex="female"),
        who=WHO, why="นับคะแนน",
    )  # fmt: skip
    endorse(plan, "F06", who=WHO)
    text = plan.store.frozen_plans(plan.area_id)[0].content
    assert "03-777" not in text
    assert "0042" not in text
    assert set(json.loads(text)["records"]) == {
        "forum", "plan_area", "plan_period", "problem", "project",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"code": "F99"}, "workbook.endorse-no-meeting"),
        ({"kind": "public_hearing"}, "workbook.endorse-not-council"),
        ({"present": 21}, "workbook.endorse-no-quorum"),
        ({"present": None}, "workbook.endorse-no-quorum"),
        ({"votes_for": 1, "votes_against": 20}, "workbook.endorse-not-carried"),
        ({"votes_for": 10, "votes_against": 10}, "workbook.endorse-not-carried"),
        ({"votes_for": None}, "workbook.endorse-not-carried"),
    ],
)
def test_no_meeting_that_may_not_endorse_endorses(plan, council, told, code):
    plan.save(council(**told), who=WHO, why="ทดสอบ")
    wanted = "F98" if told.get("code") else "F06"
    with pytest.raises(KitError) as refused:
        endorse(plan, wanted, who=WHO)
    assert refused.value.code == code
    assert versions(plan) == []


def test_the_chairs_casting_vote_breaks_a_tie(plan, council):
    tie = {"votes_for": 10, "votes_against": 10, "chair_voted_to_break_tie": True}
    plan.save(council(**tie), who=WHO, why="ทดสอบ")
    assert endorse(plan, "F06", who=WHO).number == 1


def test_a_plan_without_a_project_and_an_unchanged_plan_are_refused(workbook, council, project):
    workbook.save(council(), who=WHO, why="ทดสอบ")
    with pytest.raises(KitError) as refused:
        endorse(workbook, "F06", who=WHO)
    assert refused.value.code == "workbook.endorse-empty"
    workbook.save(project, who=WHO, why="ทดสอบ")
    endorse(workbook, "F06", who=WHO)
    with pytest.raises(KitError) as refused:
        endorse(workbook, "F06", who=WHO)
    assert refused.value.code == "workbook.endorse-unchanged"


def test_equal_amounts_written_differently_give_one_fingerprint(plan):
    line = {"project_code": "PJ01", "line_no": 1, "fiscal_year_be": 2571}
    plan.save(BudgetLine(**line, funding_source="codi", amount="5,000"), who=WHO, why="ก")
    version = endorse(plan, "F06", who=WHO)
    assert '"amount":"5000"' in version.frozen.content
    plan.save(BudgetLine(**line, funding_source="codi", amount="๕๐๐๐.๐๐"), who=WHO, why="ข")
    assert not is_changed(plan)


def test_a_frozen_text_that_was_tampered_with_is_told(plan):
    endorse(plan, "F06", who=WHO)
    url = plan.store.url
    import sqlite3

    path = url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as raw:
        raw.execute("update frozen_plan set content = replace(content, 'คลอง', 'ถนน')")
    assert not versions(plan)[0].is_whole
