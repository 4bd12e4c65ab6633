"""The decision on a pilot stands as it was made, beside the scores, with each council's word."""

from __future__ import annotations

import pytest

from planning_kit.language import speaking
from planning_kit.report.chapters.decisions import decisions

A, B, C = "670306", "670102", "670601"


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


def decision(**more):
    row = {"decision_code": "D1", "about": "pilot", "forum_code": "F1", "date": "10 ต.ค. 2569",
           "subject": "เลือก", "adopted_codes": (B,)}  # fmt: skip
    return {"decision": [row | more]}


def resolution(organisation, council, answer, **more):
    return {"decision_code": "D1", "organisation": organisation, "council": council,
            "answer": answer, "date": "10 ต.ค. 2569", **more}  # fmt: skip


def test_the_decision_stands_beside_the_scores_with_its_reason(three_pilots, cells_of, said):
    section = three_pilots(**decision(computed_codes=(A, B), reason="มีปัญหาที่ตำบลอื่นก็มี"))
    told = said(section)
    assert "The decision departs from the order of the scores." in told
    assert "Why: มีปัญหาที่ตำบลอื่นก็มี" in told
    rows = cells_of(section, "The decision beside the scores")
    assert [(row[0][:6], *row[1:]) for row in rows] == [
        (B, "1", "2", "2"),
        (A, "–", "1", "1"),
        (C, "–", "–", "–"),
    ]
    # The chapter of all decisions tells the same and does not call it the order of the votes.
    other = said(decisions(section.workbook))
    assert "kept the order" not in other and "Why: มีปัญหา" in other


def test_a_decision_by_the_scores_and_one_whose_scores_moved_since(three_pilots, said):
    assert "The decision follows the order" in said(three_pilots(**decision(adopted_codes=(A,))))
    told = said(three_pilots(**decision(computed_codes=(B, A))))
    assert "another order than on that day" in told and "follows the order" in told
    assert "add the reason" in said(three_pilots(**decision(computed_codes=(A, B))))


def test_it_is_joint_when_both_councils_have_agreed(three_pilots, said, cells_of):
    community = resolution("สภาองค์กรชุมชน", "community", "agrees", votes_for=38, votes_against=5)
    farmers = resolution("สภาเกษตรกร", "farmers", "conditions", words="ขอร่วมเก็บข้อมูล")
    alone = three_pilots(**decision(), council_resolution=[community])
    assert "Not joint yet" in said(alone) and "farmers’ council." in said(alone)
    both = three_pilots(**decision(), council_resolution=[community, farmers])
    assert "the decision is joint" in said(both) and "on conditions by สภาเกษตรกร" in said(both)
    rows = cells_of(both, "What each council resolved")
    assert [row[0] for row in rows] == ["สภาองค์กรชุมชน", "สภาเกษตรกร"]
    assert rows[0][4] == "38 – 5 – –"
    against = resolution("สภาเกษตรกรอำเภอ", "farmers", "disagrees", words="ไกลเกินไป")
    told = said(three_pilots(**decision(), council_resolution=[community, farmers, against]))
    assert "the decision is joint" not in told and "Not agreed to by สภาเกษตรกรอำเภอ." in told


def test_before_the_decision_the_order_to_keep_with_it_is_told(three_pilots, said):
    assert f"to be kept with it: {A}, {B}" in said(three_pilots())
