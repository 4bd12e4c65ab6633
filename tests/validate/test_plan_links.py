"""Rows of the plan that name one another, villages and the lists to choose from."""

from __future__ import annotations

import pytest

from planning_kit.validate import State

FORUM = {"forum_code": "F01", "kind": "village_forum", "title": "เวที", "date": "10/10/2569"}
STRATEGY = {"strategy_code": "ST1", "name": "น้ำ"}


def problem(code: str, **more):
    return "problem", {"problem_code": code, "statement": f"ปัญหา {code} ของหมู่บ้าน", **more}


def project(code: str, **more):
    needed = {"name": "โครงการ", "stage": "idea", "reliance_class": "self", "owner": "กลุ่ม"}
    return "project", {"project_code": code, **needed, **more}


def poll(**more):
    needed = {"title": "ลงคะแนน", "about": "problem", "method": "hands", "option_codes": "P01"}
    return "poll", {"poll_code": "V01", **needed, **more}


def codes(row) -> list[str]:
    return [finding.code for finding in row.findings]


def test_every_code_of_a_list_must_exist(judged) -> None:
    checked = judged(problem("P01"), project("PJ01", problem_codes="P01, P07, P08"))
    row = checked.rows[1]
    assert row.state is State.REFUSED
    assert codes(row) == ["validate.unknown-problem"] * 2
    said = row.findings[0].say("th")
    assert "P07" in said
    assert "ปัญหา" in said
    assert "P08" in row.findings[1].say("en")


def test_order_of_the_sheets_does_not_matter_even_for_what_comes_later(judged) -> None:
    # A project names indicators, an indicator a strategy, a strategy problems.
    checked = judged(
        project("PJ01", indicator_codes="I01", strategy_code="ST1"),
        ("indicator", {"indicator_code": "I01", "name": "น้ำพอ", "direction": "up",
                       "strategy_code": "ST1"}),
        ("strategy", {**STRATEGY, "problem_codes": "P01"}),
        problem("P01", forum_code="F01"),
        ("forum", FORUM),
    )  # fmt: skip
    assert [str(row.state) for row in checked.rows] == ["accepted"] * 5


def test_what_names_a_refused_row_is_refused_too(judged) -> None:
    checked = judged(problem("P01", forum_code="F99"), project("PJ01", problem_codes="P01"))
    assert codes(checked.rows[0]) == ["validate.unknown-forum"]
    assert codes(checked.rows[1]) == ["validate.refused-problem"]
    assert "ไม่ผ่าน" in checked.rows[1].findings[0].say("th")


def test_codes_kept_before_are_known(judged) -> None:
    checked = judged(project("PJ01", problem_codes="P01"), known={"problem": {"P01"}})
    assert checked.rows[0].state is State.ACCEPTED


def test_a_vote_on_problems_names_problems_and_one_on_projects_projects(judged) -> None:
    rows = [problem("P01"), project("PJ01")]
    assert judged(*rows, poll(option_codes="P01")).all_accepted
    wrong = judged(*rows, poll(option_codes="PJ01")).rows[2]
    assert codes(wrong) == ["validate.unknown-problem"]
    assert judged(*rows, poll(about="project", option_codes="PJ01")).all_accepted


def test_a_decision_that_adopts_unknown_codes_is_refused(judged) -> None:
    decision = {
        "decision_code": "D01",
        "about": "problem_order",
        "forum_code": "F01",
        "date": "10/10/2569",
        "subject": "ลำดับ",
        "adopted_codes": "P01, P99",
    }
    checked = judged(("forum", FORUM), problem("P01"), ("decision", decision))
    assert codes(checked.rows[2]) == ["validate.unknown-problem"]
    assert "P99" in checked.rows[2].findings[0].say("en")


def test_problems_merged_in_a_circle_are_named(judged) -> None:
    checked = judged(
        problem("P01", merged_into="P02"),
        problem("P02", merged_into="P03"),
        problem("P03", merged_into="P01"),
        problem("P04", merged_into="P01"),
        problem("P05"),
    )
    assert [codes(row) for row in checked.rows[:3]] == [["validate.circle"]] * 3
    assert "P01 → P02 → P03 → P01" in checked.rows[0].findings[0].say("th")
    # P04 is in no circle, but what it was merged into is not taken in.
    assert codes(checked.rows[3]) == ["validate.refused-problem"]
    assert checked.rows[4].state is State.ACCEPTED


def test_a_circle_closed_by_a_problem_kept_before_is_found(judged) -> None:
    held = {"problem": [{"problem_code": "P02", "statement": "ข", "merged_into": "P01"}]}
    (row,) = judged(problem("P01", merged_into="P02"), held=held).rows
    assert codes(row) == ["validate.circle"]


def test_a_chain_of_merges_is_no_circle(judged) -> None:
    rows = [problem(f"P{at}", merged_into=f"P{at + 1}") for at in range(1, 9)]
    assert judged(*rows, problem("P9")).all_accepted


def test_one_problem_or_three_hundred(judged) -> None:
    assert judged(problem("P1")).all_accepted
    many = [problem(f"P{at:03d}", merged_into="P000" if at % 7 == 1 else None) for at in range(300)]
    assert judged(*many).all_accepted


@pytest.mark.parametrize("said", ["water", "น้ำเพื่อการเกษตร", "Farm water", "น้ำ", " น้ำเพื่อ การเกษตร "])
def test_a_name_of_the_list_is_read_as_its_code(judged, said: str) -> None:
    (row,) = judged(problem("P01", theme=said)).rows
    assert row.record is not None
    assert (row.record.theme, row.state) == ("water", State.ACCEPTED)
    assert row.raw.values["theme"] == said


def test_several_agencies_by_name_and_abbreviation(judged) -> None:
    indicator = {"indicator_code": "I1", "name": "ก", "direction": "up", "co_owners": "อบต., พอช"}
    (row,) = judged(("indicator", indicator)).rows
    assert row.record is not None
    assert row.record.co_owners == ("sao", "codi")


def test_what_no_list_holds_is_kept_and_flagged(judged) -> None:
    (row,) = judged(problem("P01", theme="ช้างป่า")).rows
    assert (row.state, codes(row)) == (State.FLAGGED, ["validate.not-in-list"])
    assert row.record is not None
    assert row.record.theme == "ช้างป่า"
    assert "รายการเลือก" in row.findings[0].say("th")


@pytest.mark.parametrize("kept", [True, False])
def test_an_area_widens_a_list_in_the_file_or_before(judged, kept: bool) -> None:
    own = {"taxonomy": "problem_theme", "code": "elephants", "label_th": "ช้างป่า"}
    rows = [problem("P01", theme="ช้างป่า")]
    held = {"taxon": [own]} if kept else {}
    checked = judged(*rows, *([] if kept else [("taxon", own)]), held=held)
    assert checked.rows[0].record.theme == "elephants"
    assert checked.rows[0].findings == []


def test_villages_of_a_list_must_exist_and_belong(judged) -> None:
    (row,) = judged(problem("P01", village_codes="99010103, 50010101, 12")).rows
    assert row.state is State.REFUSED
    assert "validate.outside-area" in codes(row)
    said = " ".join(finding.say("th") for finding in row.findings)
    assert "50010101" in said
    assert "99010103" not in said


def test_a_village_counted_at_a_meeting_must_belong_but_a_group_may_be_called_anything(
    judged,
) -> None:
    came = {"forum_code": "F01", "by": "village", "name": "50010101"}
    group = {"forum_code": "F01", "by": "social_group", "name": "กลุ่มสตรี"}
    checked = judged(("forum", FORUM), ("attendance", came), ("attendance", group))
    assert codes(checked.rows[1]) == ["validate.outside-area"]
    assert checked.rows[2].state is State.ACCEPTED


def test_a_plan_record_needs_no_source_but_an_unknown_one_is_refused(judged) -> None:
    assert judged(("forum", FORUM), sources=[]).all_accepted
    # With one source about, it is still not said that the meeting came from it.
    assert judged(("forum", FORUM)).rows[0].record.source_code is None
    (row,) = judged(("forum", {**FORUM, "source_code": "S9"})).rows
    assert codes(row) == ["validate.unknown-source"]
