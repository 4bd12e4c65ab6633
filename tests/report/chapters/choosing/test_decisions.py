"""The decision stands as it was made, with what the votes said then and its reasons."""

import pytest

from planning_kit.language import speaking
from planning_kit.report.chapters.decisions import decisions

CAPTION = "The order decided"


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


@pytest.fixture
def decided(votes, workbook_of):
    """Return a maker: a decision beside six papers that now give P02, P01, P03 (81, 64, 4)."""

    def make(scores=None, **decision):
        scores = scores or {"P01": (4, 4, 1, 4), "P02": (3, 3, 3, 3), "P03": (1, 1, 4, 1)}
        row = {"decision_code": "D1", "about": "problem_order", "poll_code": "V01",
               "forum_code": "F1", "date": "10 ต.ค. 2569", "subject": "ลำดับ"}  # fmt: skip
        forum = {"forum_code": "F1", "kind": "tambon_forum", "title": "เวที", "date": "10 ต.ค. 2569"}
        rows = {"problem": votes.problems(), "ballot_mark": votes.scored(6, scores)}
        return workbook_of(
            {
                **rows,
                "forum": [forum | {"present": 30}],
                "poll": [votes.poll("criteria", scores)],
                "decision": [row | decision],
            }
        )

    return make


def test_where_the_meeting_departs_it_says_so_and_why(decided, cells_of, said):
    section = decisions(
        decided(
            adopted_codes=("P01", "P02", "P03"),
            computed_codes=("P02", "P01", "P03"),
            reason="ทำได้ก่อนฤดูแล้ง",
            dissent="หมู่ 5 เห็นต่าง",
            votes_for=20,
            votes_against=3,
        )
    )
    told = said(section)
    assert "changed the order of the votes for “P01 เรื่องที่ 1” and “P02 เรื่องที่ 2”." in told
    assert "Why: ทำได้ก่อนฤดูแล้ง" in told and "หมู่ 5 เห็นต่าง" in told
    assert "Votes: 20 for, 3 against, – abstained." in told
    rows = cells_of(section, CAPTION)
    assert [(row[0], row[1][:3], row[2], row[3]) for row in rows] == [
        ("1", "P01", "2", "2"),
        ("2", "P02", "1", "1"),
        ("3", "P03", "3", "3"),
    ]
    assert any(
        "10 Oct 2026" in line and "30" in line for p in section.walk() for line in p.evidence
    )


def test_a_departure_without_reason_is_asked_for(decided, said):
    told = said(decisions(decided(adopted_codes=("P01", "P02"), computed_codes=("P02", "P01"))))
    assert "Why it did so is not written down" in told


def test_votes_changed_since_are_told_and_the_decision_stands(decided, cells_of, said):
    codes = {"adopted_codes": ("P02", "P01", "P03"), "computed_codes": ("P02", "P01", "P03")}
    same = decisions(decided(**codes))
    assert "the votes still give the order of that day" in said(same)
    # P03 now 256, P02 81, P01 64.
    changed = {"P01": (4, 4, 1, 4), "P02": (3, 3, 3, 3), "P03": (4, 4, 4, 4)}
    section = decisions(decided(changed, **codes))
    assert "Counted today, the votes give another order" in said(section)
    rows = cells_of(section, CAPTION)
    assert [row[1][:3] for row in rows] == ["P02", "P01", "P03"], "the decision is untouched"
    assert [row[3] for row in rows] == ["2", "3", "1"]


def test_counted_in_the_other_way_then_is_no_change(decided, said):
    # By the sum P01 leads (13 against 12): the decision may have been computed that way.
    codes = {"adopted_codes": ("P01", "P02", "P03"), "computed_codes": ("P01", "P02", "P03")}
    told = said(decisions(decided(**codes)))
    assert "in the other way, which is not the order shown above" in told
    assert "still give the order of that day" in told


def test_the_first_places_alone_may_be_kept(decided, said):
    codes = {"adopted_codes": ("P02", "P01"), "computed_codes": ("P02", "P01")}
    told = said(decisions(decided(**codes)))
    assert "The meeting kept the order of the votes." in told
    assert "still give the order of that day" in told


def test_a_decision_on_something_else_is_told_without_an_order(decided, said):
    section = decisions(decided(about="vision", poll_code=None, votes_for=9))
    assert not any(part.tables for part in section.walk())
    assert "about: vision" in said(section)


def test_no_decision_says_where_to_add_one(workbook_of, said):
    assert "Decisions" in said(decisions(workbook_of({})))
