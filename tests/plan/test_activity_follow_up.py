"""Activities followed up: cases worked out by hand for one day, 20 July 2026 (fiscal year 2569)."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from planning_kit.plan.activity_follow_up import follow_up, grouped, in_all, months_in_order
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.plain_rows import plain_rows
from planning_kit.records.signal_rules import signal_rules

TODAY = date(2026, 7, 20)
RULES = signal_rules(declared_toml("follow_up", "signals.toml"))
PROJECTS = pd.DataFrame(
    [
        {"project_code": "P1", "name": "a", "stage": "adopted", "owner": "จังหวัด"},
        {"project_code": "P2", "name": "b", "stage": "adopted", "owner": None},
        {"project_code": "P3", "name": "c", "stage": "set_aside", "owner": "ใครก็ได้"},
    ]
)


def activity(code: str, no: int, **more: object) -> dict:
    return {"project_code": code, "activity_no": no, "name": f"{no}", "fiscal_year_be": 2569} | more


def report(code: str, no: int | None, quarter: int, **more: object) -> dict:
    return {
        "project_code": code,
        "activity_no": no,
        "fiscal_year_be": 2569,
        "quarter": quarter,
    } | more


def states(activities: list[dict], reports: list[dict], today: date = TODAY) -> list[str]:
    frame = pd.DataFrame(reports, columns=["project_code", "activity_no", "fiscal_year_be",
                                           "quarter", "physical", "spent"])  # fmt: skip
    return list(follow_up(PROJECTS, pd.DataFrame(activities), frame, today, RULES)["state"])


def test_months_follow_one_another_in_the_fiscal_year_not_in_the_calendar() -> None:
    assert months_in_order((1, 10, 12), 2569) == ("2568-10", "2568-12", "2569-01")
    assert months_in_order((5,), None) == ()


@pytest.mark.parametrize(
    ("months", "year", "state"),
    [
        ((10, 11), 2569, "late"),  # over in November, its quarter told by 15 January
        ((6,), 2569, "late"),  # the quarter ended on 30 June; the report was due on 15 July
        ((7,), 2569, "not_yet"),  # July is not over on the 20th
        (None, 2569, "not_yet"),  # no month: until the end of its year
        (None, 2568, "late"),
        (None, None, "no_date"),
    ],
)
def test_when_nothing_is_told_the_calendar_says_what_is_due(months, year, state) -> None:
    assert states([activity("P1", 1, months=months, fiscal_year_be=year)], []) == [state]


def test_the_report_is_waited_for_until_its_day_and_late_from_the_next() -> None:
    june = [activity("P1", 1, months=(6,))]
    assert states(june, [], date(2026, 7, 15)) == ["waiting"]
    assert states(june, [], date(2026, 7, 16)) == ["late"]


def test_a_report_of_its_own_counts_even_when_it_tells_zero_and_one_of_the_project_stands_apart() -> (
    None
):
    works = [activity("P1", at, months=(6,)) for at in (1, 2, 3)]
    own = [report("P1", 1, 3, physical=100.0), report("P1", 2, 3, physical=0.0, spent=0.0)]
    assert states(works, own) == ["done", "told", "late"]
    # Of the whole project in an earlier quarter: that was before June was over.
    assert states(works[2:], [report("P1", None, 2, physical=50.0)]) == ["late"]
    assert states(works[2:], [report("P1", None, 3, physical=50.0)]) == ["project_told"]


def test_groups_add_what_is_told_and_count_what_is_not() -> None:
    works = [
        activity("P1", 1, months=(6,), amount=100.0, responsible="กลุ่ม ก"),
        activity("P1", 2, months=(6,), amount=None, responsible="กลุ่ม ก"),
        activity("P1", 3, months=(8,), amount=50.0),
        activity("P2", 1, months=(8,), amount=7.0),
        activity("P3", 1, months=(6,), amount=1000.0),  # set aside: not in the plan
    ]
    frame = pd.DataFrame([report("P1", 2, 3, spent=0.0, physical=None)])
    rows = plain_rows(found := follow_up(PROJECTS, pd.DataFrame(works), frame, TODAY, RULES), found)
    groups = grouped(rows, lambda row: row["owner"], lambda one: str(one["key"]))
    by = {row["key"]: row for row in plain_rows(groups, groups.columns)}
    assert set(by) == {"กลุ่ม ก", "จังหวัด", None}
    own = by["กลุ่ม ก"]
    assert (own["activities"], own["planned"], own["no_amount"], own["late"]) == (2, 100, 1, 1)
    assert (own["spent"], own["spent_n"], own["silent_baht"]) == (0, 1, 100)
    assert by["จังหวัด"]["spent"] is None and by[None]["planned"] == 7
    whole = in_all(rows)
    assert (whole["activities"], whole["planned"], whole["spent_n"]) == (4, 157, 1)
