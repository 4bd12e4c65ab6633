"""Endorsing in the app: asked twice, with the council's votes, and by the facilitator alone."""

import pytest

from planning_kit.faces.endorsing import endorsing
from planning_kit.records import Forum, Project
from planning_kit.visitor import ROLE_VARIABLE
from planning_kit.workbook import versions


@pytest.fixture
def plan(planned):
    adopted = Project(
        project_code="PJ3", name="ฝาย", stage="adopted", reliance_class="self", owner="สภา"
    )
    council = Forum(forum_code="C1", kind="council_meeting", title="ประชุมสภา", date="14 พ.ย. 2569")
    for record in (adopted, council):
        planned.save(record, who="a", why="b")
    return planned


def opened(drive, plan, points=0):
    return drive(endorsing(plan, section=lambda _workbook: points))


VOTES = (
    ("counted|members", "20"),
    ("counted|members_present", "12"),
    ("counted|votes_for", "11"),
    ("counted|votes_against", "1"),
)


def test_the_votes_are_kept_and_the_plan_is_frozen_when_asked_twice(plan, drive):
    page = opened(drive, plan)
    page.answer(*VOTES)
    meeting = next(one for one in plan.records(Forum) if one.forum_code == "C1")
    assert (meeting.members, meeting.votes_for) == (20, 11)
    # Yes is heard only after the first question.
    page.answer(("freeze", True))
    assert versions(plan) == []
    page.answer(("ask", True))
    assert page.has("freeze") and page.has("not_yet")
    page.answer(("freeze", True))
    (version,) = versions(plan)
    assert version.is_whole and version.endorsement.votes_for == 11
    assert version.fingerprint in page.text() and not page.has("ask")


def test_without_a_quorum_it_says_why_and_freezes_nothing(plan, drive):
    page = opened(drive, plan)
    page.answer(*VOTES, ("counted|members_present", "9"))
    page.answer(("ask", True))
    page.answer(("freeze", True))
    assert versions(plan) == []
    assert "9" in page.text() and "20" in page.text()


def test_open_points_are_counted_and_a_tie_asks_for_the_chair(plan, drive):
    page = opened(drive, plan, points=3)
    assert "3" in page.text() and not page.has("counted|chair_voted_to_break_tie")
    page.answer(("counted|votes_for", "6"), ("counted|votes_against", "6"))
    assert page.has("counted|chair_voted_to_break_tie")


def test_a_later_version_needs_to_say_what_it_is(plan, drive):
    page = opened(drive, plan)
    page.answer(*VOTES)
    page.answer(("ask", True))
    page.answer(("freeze", True))
    other = Project(
        project_code="PJ4", name="ป่า", stage="adopted", reliance_class="self", owner="สภา"
    )
    plan.save(other, who="a", why="b")
    again = opened(drive, plan)
    again.answer(("ask", True))
    again.answer(("freeze", True))
    assert len(versions(plan)) == 1
    again.answer(("amendment|amendment", "addition"), ("amendment|reason", "ชาวบ้านขอ"))
    again.answer(("ask", True))
    again.answer(("freeze", True))
    assert [one.number for one in versions(plan)] == [1, 2]
    assert versions(plan)[1].endorsement.reason == "ชาวบ้านขอ"


def test_a_recorder_cannot_endorse(plan, drive, monkeypatch):
    monkeypatch.setenv(ROLE_VARIABLE, "recorder")
    page = opened(drive, plan)
    assert not page.has("ask") and not page.has("counted|members")
    page.answer(*VOTES)
    page.answer(("ask", True))
    page.answer(("freeze", True))
    assert versions(plan) == []


def test_before_any_meeting_it_says_where_to_record_one(planned, drive):
    page = opened(drive, planned)
    assert "ประชุมสภา" in page.text() and not page.has("ask")
