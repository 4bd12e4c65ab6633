"""Projects against their money and years, decisions against meetings, frozen baselines."""

from __future__ import annotations

import pytest

from planning_kit.validate import State

PERIOD = {"plan_area_id": "990101", "plan_start_be": 2571, "plan_end_be": 2575}
HELD = {"plan_period": [PERIOD]}


def project(**more):
    needed = {
        "project_code": "PJ01",
        "name": "ขุดลอกคลอง",
        "stage": "full",
        "reliance_class": "joint",
        "owner": "กลุ่มผู้ใช้น้ำ",
    }
    return "project", {**needed, **more}


def line(number: int, amount: int, **more):
    values = {
        "project_code": "PJ01",
        "line_no": number,
        "fiscal_year_be": 2571,
        "funding_source": "codi",
        "amount": amount,
    }
    return "budget_line", {**values, **more}


def codes(row) -> list[str]:
    return [finding.code for finding in row.findings]


def test_a_cost_that_is_not_the_sum_is_flagged_with_both_sums(judged) -> None:
    checked = judged(project(total_cost=250_000), line(1, 200_000), line(2, 40_000))
    row = checked.rows[0]
    assert (row.state, codes(row)) == (State.FLAGGED, ["validate.cost-not-sum"])
    for language in ("th", "en"):
        said = row.findings[0].say(language)
        assert "250,000" in said
        assert "240,000" in said


def test_money_of_an_ordinance_or_spent_is_no_part_of_the_sum(judged) -> None:
    lines = [
        line(1, 240_000, kind="plan"),
        line(2, 90_000, kind="ordinance"),
        line(3, 80_000, kind="spent"),
    ]
    assert codes(judged(project(total_cost=240_000), *lines).rows[0]) == []


@pytest.mark.parametrize("more", [{}, {"total_cost": 0}])
def test_a_cost_not_stated_is_no_contradiction_but_zero_is(judged, more: dict) -> None:
    checked = judged(project(**more), line(1, 100))
    assert codes(checked.rows[0]) == (["validate.cost-not-sum"] if more else [])


def test_a_project_without_lines_yet_says_nothing(judged) -> None:
    assert judged(project(total_cost=250_000)).rows[0].findings == []


def test_lines_that_come_later_are_compared_with_the_project_kept(judged) -> None:
    held = {"project": [project(total_cost=100)[1]]}
    checked = judged(line(1, 60), held=held, known={"project": {"PJ01"}})
    assert [remark.code for remark in checked.remarks] == ["validate.cost-not-sum"]
    assert "60" in checked.remarks[0].say("th")


def test_a_line_of_an_activity_that_is_not_there_is_flagged(judged) -> None:
    activity = {
        "project_code": "PJ01",
        "activity_no": 1,
        "name": "สำรวจ",
        "fiscal_year_be": 2571,
    }
    checked = judged(project(), ("activity", activity), line(1, 5, activity_no=2))
    assert codes(checked.rows[2]) == ["validate.no-such-activity"]


@pytest.mark.parametrize(("year", "found"), [(2570, 1), (2571, 0), (2575, 0), (2576, 1)])
def test_a_budget_year_outside_the_plan_is_flagged(judged, year: int, found: int) -> None:
    checked = judged(project(), line(1, 5, fiscal_year_be=year), held=HELD)
    assert codes(checked.rows[1]) == ["validate.year-outside-plan"] * found


def test_money_spent_after_the_plan_is_no_mistake(judged) -> None:
    late = line(1, 5, fiscal_year_be=2577, kind="spent")
    assert codes(judged(project(), late, held=HELD).rows[1]) == []


def test_without_a_plan_period_no_year_is_outside_it(judged) -> None:
    assert codes(judged(project(), line(1, 5, fiscal_year_be=2590)).rows[1]) == []


@pytest.mark.parametrize(("end", "found"), [(2573, 0), (2572, 1), (None, 1)])
def test_an_activity_outside_its_project_is_flagged(judged, end: int | None, found: int) -> None:
    activity = {"project_code": "PJ01", "activity_no": 1, "name": "ก", "fiscal_year_be": 2573}
    checked = judged(project(start_be=2571, end_be=end), ("activity", activity), held=HELD)
    assert codes(checked.rows[1]) == ["validate.year-outside-project"] * found


def test_a_decision_before_its_meeting_or_vote_is_flagged(judged) -> None:
    forum = {"forum_code": "F01", "kind": "tambon_forum", "title": "เวที", "date": "10/10/2569"}
    problem = {"problem_code": "P01", "statement": "น้ำ"}
    poll = {
        "poll_code": "V01",
        "title": "ก",
        "about": "problem",
        "method": "hands",
        "option_codes": "P01",
        "date": "11/10/2569",
    }
    decision = {
        "decision_code": "D01",
        "about": "other",
        "forum_code": "F01",
        "poll_code": "V01",
        "subject": "ก",
    }
    rows = [("forum", forum), ("problem", problem), ("poll", poll)]
    early = judged(*rows, ("decision", {**decision, "date": "9/10/2569"})).rows[3]
    assert codes(early) == ["validate.decided-too-early"] * 2
    same_day = judged(*rows, ("decision", {**decision, "date": "11/10/2569"})).rows[3]
    assert codes(same_day) == []


BASE = {
    "indicator_code": "I01",
    "kind": "baseline",
    "fiscal_year_be": 2569,
    "value": 59,
    "is_frozen": True,
}


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({}, False),
        ({"note": "หมายเหตุ"}, False),
        ({"value": 60}, True),
        ({"value": None}, True),
        ({"is_frozen": False}, True),
        ({"kind": "actual", "value": 60}, False),
    ],
)
def test_a_frozen_baseline_takes_no_change(judged, changes: dict, refused: bool) -> None:
    held = {"indicator_value": [BASE]}
    row = ("indicator_value", {**BASE, **changes})
    (found,) = judged(row, held=held, known={"indicator": {"I01"}}).rows
    assert codes(found) == ["validate.frozen-baseline"] * refused
    assert (found.state is State.REFUSED) is refused


def test_a_baseline_not_yet_frozen_may_be_mended(judged) -> None:
    held = {"indicator_value": [{**BASE, "is_frozen": False}]}
    row = ("indicator_value", {**BASE, "value": 61})
    (found,) = judged(row, held=held, known={"indicator": {"I01"}}).rows
    assert found.findings == []
