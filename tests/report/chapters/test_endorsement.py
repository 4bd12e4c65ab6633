"""The endorsement page: draft or endorsed, votes and quorum, fingerprint, and what changed."""

from __future__ import annotations

import re

import pytest

from planning_kit.records import Forum, Problem, Project, WorkingGroupSeat
from planning_kit.report.chapters.cover import cover
from planning_kit.report.chapters.endorsement import endorsement
from planning_kit.workbook import endorse

MEETING = Forum(
    forum_code="C2", kind="council_meeting", title="ประชุมสภา ครั้งที่ 4", date="14 พ.ย. 2569",
    members=31, members_present=25, present=37, votes_for=23, votes_against=1, votes_abstain=1,
    resolution="รับรองแผนตามที่เสนอ",
)  # fmt: skip
PROJECT = Project(
    project_code="PJ01", name="ขุดลอกคลอง", stage="adopted", reliance_class="joint", owner="สภา"
)
PROBLEM = Problem(problem_code="P01", statement="น้ำไม่พอ")


@pytest.fixture
def plan(planned):
    return planned(MEETING, PROJECT, PROBLEM)


def said(section) -> str:
    return re.sub(r"<[^>]+>", " ", section._repr_html_())


def test_before_any_endorsement_the_page_is_a_draft(plan):
    page = endorsement(plan)
    assert page.sentences[0] == "ร่าง ยังไม่ได้รับรอง"
    assert page.parts == [] and "SHA-256" not in said(page)
    assert "ร่าง ยังไม่ได้รับรอง" in cover(plan).sentences


def test_the_endorsed_page_says_meeting_votes_quorum_and_the_fingerprint(plan):
    version = endorse(plan, "C2", who="ทดสอบ")
    page = said(endorsement(plan))
    assert "14 พฤศจิกายน 2569" in page and "ประชุมสภา ครั้งที่ 4" in page
    assert version.fingerprint in page and len(version.fingerprint) == 64
    # 25 of 31 members: half of 31 rounded up is 16.
    assert "25" in page and "31" in page and "16" in page
    assert "23" in page and "รับรองแผนตามที่เสนอ" in page
    assert "ร่าง" not in page
    assert "ฉบับที่ 1 รับรองเมื่อ 14 พ.ย. 2569" in cover(plan).sentences


def test_an_edit_makes_it_a_draft_again_and_is_listed_in_words(plan):
    endorse(plan, "C2", who="ทดสอบ")
    changed = PROJECT.with_changes(name="ขุดลอกคลองและทำฝาย", reliance_class="self")
    plan.save(changed, who="ทดสอบ", why="แก้")
    (since,) = [part for part in endorsement(plan).parts if part.key == "changed-since"]
    rows = since.tables[0].cells()
    assert ["ขุดลอกคลอง", "ขุดลอกคลองและทำฝาย"] in [row[-2:] for row in rows]
    # The classes stand in words, never as stored codes.
    assert ["ทำร่วม", "ทำเอง"] in [row[-2:] for row in rows]
    assert any("ร่าง" in line and "ฉบับที่ 1" in line for line in cover(plan).sentences)


def test_offices_sign_and_no_line_holds_a_name(plan):
    seat = WorkingGroupSeat(organisation="สภาองค์กรชุมชน", role="ประธานคณะทำงาน")
    plan.save(seat, who="ทดสอบ", why="ทดสอบ")
    rows = endorsement(plan).tables[0].cells()
    assert rows[0][0] == "ประธานสภาองค์กรชุมชนตำบล"
    assert "ประธานคณะทำงาน · สภาองค์กรชุมชน" in [row[0] for row in rows]
    assert all(set(row[1]) == {"."} for row in rows)


def test_two_versions_are_both_listed_with_the_reason_for_the_second(plan):
    endorse(plan, "C2", who="ทดสอบ")
    plan.save(PROJECT.with_changes(name="ขุดลอกคลอง 2 กม."), who="ทดสอบ", why="แก้")
    later = MEETING.with_changes(forum_code="C3", date="20 ม.ค. 2570")
    plan.save(later, who="ทดสอบ", why="ประชุม")
    endorse(plan, "C3", who="ทดสอบ", amendment="change", reason="วัดระยะจริงแล้ว")
    (part,) = [part for part in endorsement(plan).parts if part.key == "versions"]
    rows = part.tables[0].cells()
    assert [row[0] for row in rows] == ["1", "2"]
    assert rows[1][3:5] == ["เปลี่ยนแปลง", "วัดระยะจริงแล้ว"]


def test_what_an_amendment_changed_stays_readable_after_it_is_endorsed(plan):
    endorse(plan, "C2", who="ทดสอบ")
    plan.save(PROJECT.with_changes(name="ขุดลอกคลอง 2 กม."), who="ทดสอบ", why="แก้")
    later = MEETING.with_changes(forum_code="C3", date="20 ม.ค. 2570")
    plan.save(later, who="ทดสอบ", why="ประชุม")
    endorse(plan, "C3", who="ทดสอบ", amendment="change", reason="วัดระยะจริงแล้ว")
    page = endorsement(plan)
    assert "changed-since" not in [part.key for part in page.parts]
    (part,) = [part for part in page.parts if part.key == "version-2"]
    assert ["ขุดลอกคลอง", "ขุดลอกคลอง 2 กม."] in [row[-2:] for row in part.tables[0].cells()]


def test_a_meeting_held_afterwards_does_not_make_the_plan_a_draft(plan):
    endorse(plan, "C2", who="ทดสอบ")
    plan.save(
        Forum(forum_code="F9", kind="tambon_forum", title="เวทีติดตาม", date="1 มี.ค. 2570"),
        who="ทดสอบ",
        why="ติดตามแผน",
    )
    assert endorsement(plan).parts == [] and "ร่าง" not in said(endorsement(plan))
    # A meeting held before it, but written down only now, is a change of what was endorsed.
    plan.save(
        Forum(forum_code="F8", kind="tambon_forum", title="เวทีก่อน", date="1 พ.ย. 2569"),
        who="ทดสอบ",
        why="ตกหล่น",
    )
    assert [part.key for part in endorsement(plan).parts] == ["changed-since"]
