"""Suggested groups of problems: people say the same, in part the same, or not the same."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from planning_kit.faces import group_problems
from planning_kit.language import speaking
from planning_kit.records import Forum, ProblemGroup

DROUGHT = ("670101/P01", "670102/P01", "670103/P01")
SAID = ("น้ำทำนาไม่พอ คลองตื้นเขิน", "ขาดแคลนน้ำทำนา สระตื้นเขิน", "ฝนทิ้งช่วง น้ำไม่พอทำนา")


@pytest.fixture
def tool(workbook, drive):
    """Return the tool over three tambons that tell of one drought, driven as its page does."""
    forum = Forum(forum_code="M1", kind="other", title="ประชุม", date=dt.date(2026, 11, 20))
    workbook.save(forum, who="a", why="b")
    rows = [
        {"plan_area": ref[:6], "tambon": ref[:6], "problem_code": "P01", "theme": "water",
         "statement": said}
        for ref, said in zip(DROUGHT, SAID, strict=True)
    ]  # fmt: skip
    with speaking("en"):
        yield drive(group_problems(workbook, pd.DataFrame(rows)))


def kept(workbook):
    return list(workbook.records(ProblemGroup))


def test_a_suggestion_is_explained_and_all_its_problems_are_chosen(tool):
    assert "meaning the same: too little water" in tool.text()
    assert tool.part("in|670101/P01")["value"] == list(DROUGHT)


def test_the_same_is_saved_with_meeting_and_date(tool, workbook):
    tool.answer(("meeting", "M1"), ("title|670101/P01", "น้ำไม่พอ"))
    tool.answer(("same|670101/P01", True))
    [one] = kept(workbook)
    assert (one.group_code, one.title, one.member_refs) == ("G01", "น้ำไม่พอ", DROUGHT)
    assert one.is_confirmed and one.forum_code == "M1"
    assert one.confirmed_on == dt.date(2026, 11, 20)
    assert "Nothing is left" in tool.text()


def test_what_is_taken_out_is_not_asked_again(tool, workbook):
    tool.answer(("in|670101/P01", list(DROUGHT[:2])))
    tool.answer(("same|670101/P01", True))
    [one] = kept(workbook)
    assert one.member_refs == DROUGHT[:2] and one.left_out_refs == DROUGHT[2:]
    assert "Nothing is left" in tool.text()


def test_one_alone_is_refused(tool, workbook):
    tool.answer(("in|670101/P01", [DROUGHT[0]]))
    tool.answer(("same|670101/P01", True))
    assert kept(workbook) == [] and "choose two at least" in tool.text()


def test_not_the_same_is_kept_too(tool, workbook):
    tool.answer(("different|670101/P01", True))
    [one] = kept(workbook)
    assert one.is_confirmed is False and one.member_refs == DROUGHT
    assert "Nothing is left" in tool.text()


@pytest.mark.parametrize(
    ("press", "members", "left"),
    [("same", DROUGHT, None), ("different", DROUGHT[:2], DROUGHT[2:])],
)
def test_a_newcomer_joins_a_confirmed_group_or_stays_out(tool, workbook, press, members, left):
    workbook.save(
        ProblemGroup(group_code="G07", title="น้ำ", member_refs=DROUGHT[:2], is_confirmed=True,
                     confirmed_on=dt.date(2026, 11, 1)),
        who="a", why="b",
    )  # fmt: skip
    tool.answer(("meeting", ""))
    assert "would join G07" in tool.text()
    tool.answer((f"{press}|670101/P01", True))
    [one] = kept(workbook)
    assert (one.member_refs, one.left_out_refs) == (members, left)
