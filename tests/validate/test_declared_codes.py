"""Figures and model-tambon items as people write them: names are read, strangers flagged."""

from __future__ import annotations

import pytest

PROBLEM = ("problem", {"problem_code": "P01", "statement": "น้ำไม่พอ"})


def evidence(figure):
    return "problem_evidence", {"problem_code": "P01", "figure": figure, "value": 41}


def score(item, dimension="process"):
    return "model_score", {
        "dimension": dimension,
        "item": item,
        "points": 3,
        "evidence": "รายงานการประชุม",
    }


@pytest.mark.parametrize(
    "said",
    ["water.short_share", "ครัวเรือนที่น้ำทำเกษตรไม่พอ", " ครัวเรือนที่น้ำ ทำเกษตรไม่พอ"],
)
def test_a_figure_is_read_by_key_or_by_name(judged, said) -> None:
    _problem, row = judged(PROBLEM, evidence(said)).rows
    assert row.record.figure == "water.short_share"
    assert row.findings == []


def test_a_figure_that_the_profile_has_not_is_kept_and_flagged(judged) -> None:
    _problem, row = judged(PROBLEM, evidence("water.shortage")).rows
    assert row.record.figure == "water.shortage"
    (finding,) = row.findings
    assert (finding.code, finding.level.value) == ("validate.unknown-figure", "flag")
    assert "water.shortage" in finding.line("th") and "water.short_share" in finding.line("th")


def test_items_of_the_model_tambon_are_read_by_name_and_strangers_flagged(judged) -> None:
    named, strange = judged(
        score("ทุกหมู่บ้านมีคนร่วมทำแผน", "กระบวนการมีส่วนร่วม"), score("happiness")
    ).rows
    assert (named.record.dimension, named.record.item) == ("process", "all_villages")
    assert named.findings == []
    assert [one.code for one in strange.findings] == ["validate.unknown-model-item"]


def test_an_agency_without_dots_is_read_and_a_doubtful_one_is_asked(judged) -> None:
    rows = judged(
        ("contact", {"contact_code": "CT1", "date": "1 พ.ย. 2569", "agency": "ธกส"}),
        ("contact", {"contact_code": "CT2", "date": "1 พ.ย. 2569", "agency": "สภาเกษตรกร"}),
        ("contact", {"contact_code": "CT3", "date": "1 พ.ย. 2569", "agency": "วัดใหม่"}),
    ).rows
    assert rows[0].record.agency == "baac" and rows[0].findings == []
    assert [row.findings[0].code for row in rows[1:]] == [
        "validate.several-in-list",
        "validate.not-in-list",
    ]
    assert "สภาเกษตรกรจังหวัด" in rows[1].findings[0].say("th")
    assert rows[1].record.agency == "สภาเกษตรกร"


def test_a_question_of_the_yearly_check_is_read_by_its_wording(judged) -> None:
    shared = {"fiscal_year_be": 2571, "answered_as": "สภาเกษตรกรจังหวัด", "score": 3}
    rows = judged(
        ("partnership_check", {**shared, "question": "ใช้แผนตำบลเล่มเดียวกันเป็นฐานทำงาน"}),
        ("partnership_check", {**shared, "question": "สนุกไหม"}),
    ).rows
    assert rows[0].record.question == "same_plan"
    assert [finding.code for finding in rows[1].findings] == ["validate.unknown-question"]
