"""Quarters, what projects have reported, what is due, and what an agency is asked for."""

from datetime import date

import pandas as pd
import pytest

from planning_kit.plan.deadlines import deadlines_from
from planning_kit.plan.quarters import finished_quarters, last_finished, next_quarter, time_gone
from planning_kit.plan.reminders import FollowTables, reminders
from planning_kit.plan.reported_progress import progress_now
from planning_kit.plan.requests import requests_to
from planning_kit.records import record_type
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.frames import to_frame
from planning_kit.records.signal_rules import signal_rules

RULES = signal_rules(declared_toml("follow_up", "signals.toml"))
PROJECT = {"name": "ขุดคลอง", "stage": "full", "reliance_class": "joint", "owner": "กลุ่มน้ำ"}


def frame(name, rows=()):
    kind = record_type(name)
    return to_frame(kind, [kind.model_validate(row) for row in rows])


def project(code="PJ1", **more):
    return {"project_code": code, "start_be": 2571, "end_be": 2572, **PROJECT, **more}


def report(quarter, year=2571, **more):
    return {"project_code": "PJ1", "fiscal_year_be": year, "quarter": quarter, **more}


def now(*reports, today, projects=None, activities=(), lines=(), pledges=()):
    return progress_now(
        frame("project", projects or [project(total_cost=100_000)]),
        frame("activity", activities),
        frame("project_progress", reports),
        frame("budget_line", lines),
        frame("pledge", pledges),
        today,
        RULES,
    )


def test_quarters_by_hand():
    # 31 December 2570 is the last day of quarter 1 of 2571, which is not over before it ends.
    assert last_finished(date(2027, 12, 31)) == (2570, 4)
    assert last_finished(date(2028, 1, 1)) == (2571, 1)
    assert next_quarter((2571, 4)) == (2572, 1)
    assert finished_quarters(2571, 2572, date(2028, 7, 10)) == [(2571, 1), (2571, 2), (2571, 3)]
    assert finished_quarters(2571, 2571, date(2040, 1, 1))[-1] == (2571, 4)
    # Two years are eight quarters; after three of them 3/8 are over.
    assert time_gone(2571, 2572, (2571, 3)) == 0.375
    assert time_gone(2571, 2571, (2575, 1)) == 1


def test_nothing_told_is_not_reported_once_a_quarter_is_over_and_never_zero():
    before, after = (now(today=day).iloc[0] for day in (date(2027, 12, 31), date(2028, 7, 10)))
    assert (before["state"], before["missing"]) == ("not_begun", ())
    assert (after["state"], after["missing"]) == ("not_reported", ("1/2571", "2/2571", "3/2571"))
    assert pd.isna(after["physical"]) and pd.isna(after["spent"]) and after["signal"] == "grey"


def test_nought_is_a_report():
    row = now(report(1, physical=0, spent=0), today=date(2028, 1, 20)).iloc[0]
    assert (row["state"], row["physical"], row["spent"]) == ("reported", 0, 0)
    # 1/8 of the time is gone and nothing is done: amber, not more than a quarter behind.
    assert (row["behind"], row["signal"]) == (0.125, "amber")


def test_the_last_figures_told_count_and_a_gap_is_named():
    row = now(
        report(1, physical=20, spent=5_000, obstacle="น้ำสูง"),
        report(3, physical=30, next_step="ขุดต่อ", reported_on="8 ก.ค. 2571"),
        today=date(2028, 7, 10),
    ).iloc[0]
    assert (row["fiscal_year_be"], row["quarter"], row["physical"]) == (2571, 3, 30)
    # Money was told in quarter 1 only; what blocked then is not said again.
    assert row["spent"] == 5_000 and row["obstacle"] is None and row["next_step"] == "ขุดต่อ"
    assert row["missing"] == ("2/2571",)
    assert row["behind"] == pytest.approx(0.075) and row["signal"] == "green"


def test_130_per_cent_stays_130():
    row = now(report(1, physical=130), today=date(2028, 1, 20)).iloc[0]
    assert (row["physical"], row["state"], row["signal"]) == (130, "done", "green")


def test_activities_are_weighed_by_their_money_and_later_years_count_as_not_begun():
    works = [
        {"project_code": "PJ1", "activity_no": n, "name": "x", "fiscal_year_be": y, "amount": baht}
        for n, y, baht in ((1, 2571, 20_000), (2, 2571, 30_000), (3, 2572, 50_000))
    ]
    told = [report(2, activity_no=1, physical=100, spent=19_000),
            report(2, activity_no=2, physical=50, spent=8_000)]  # fmt: skip
    row = now(*told, today=date(2028, 4, 5), activities=works).iloc[0]
    # (100 x 20,000 + 50 x 30,000 + 0 x 50,000) / 100,000 = 35 per cent.
    assert (row["physical"], row["basis"], row["spent"]) == (35, "activities", 27_000)
    row = now(told[0], today=date(2028, 4, 5), activities=works).iloc[0]
    assert pd.isna(row["physical"]) and row["state"] == "reported" and row["basis"] is None


def test_money_granted_is_that_of_ordinances_and_of_pledges_given():
    line = {"project_code": "PJ1", "line_no": 1, "fiscal_year_be": 2571, "funding_source": "codi"}
    pledge = {"project_code": "PJ1", "agency": "sao", "what": "เงิน", "amount": 7_000}
    row = now(
        today=date(2028, 1, 5),
        lines=[
            {**line, "amount": 60_000, "kind": "ordinance"},
            {**line, "line_no": 2, "amount": 9},
        ],
        pledges=[{**pledge, "state": "given"}, {**pledge, "agency": "pao", "state": "promised"}],
    ).iloc[0]
    assert (row["planned"], row["granted"]) == (100_000, 67_000)
    assert pd.isna(now(today=date(2028, 1, 5)).iloc[0]["granted"])


def due(today, **rows):
    names = ("projects", "reports", "pledges", "indicators", "values", "todos", "contacts")
    kinds = ("project", "project_progress", "pledge", "indicator", "indicator_value", "todo",
             "contact")  # fmt: skip
    frames = {n: frame(k, rows.get(n, ())) for n, k in zip(names, kinds, strict=True)}
    found = reminders(FollowTables(**frames, deadlines=pd.DataFrame(), status=pd.DataFrame()),
                      today, RULES)  # fmt: skip
    return found.to_dict("records")


def test_a_report_is_due_fifteen_days_after_its_quarter():
    # Quarter 1 ends on 31 December, so its report is due on 15 January.
    (row,) = due(date(2028, 1, 10), projects=[project()])
    assert (row["kind"], row["due"].date(), row["days"], row["state"]) == (
        "progress", date(2028, 1, 15), 5, "soon",
    )  # fmt: skip
    (row,) = due(date(2028, 7, 10), projects=[project()], reports=[report(1)])
    assert (row["quarter"], row["count"], row["state"]) == (2, 2, "late")
    assert due(date(2027, 12, 31), projects=[project()]) == []


def test_a_value_is_due_sixty_days_after_its_year_and_nought_is_a_value():
    indicators = [{"indicator_code": "I1", "name": "x", "direction": "up", "owner": "สภา"}]
    target = {"indicator_code": "I1", "kind": "target", "fiscal_year_be": 2571, "value": 5}
    (row,) = due(date(2028, 10, 1), indicators=indicators, values=[target])
    # The year 2571 ends on 30 September 2028; 60 days later is 29 November.
    assert (row["kind"], row["due"].date(), row["whom"]) == ("value", date(2028, 11, 29), "สภา")
    assert due(date(2028, 9, 30), indicators=indicators, values=[target]) == []
    zero = {**target, "kind": "actual", "value": 0}
    assert due(date(2028, 10, 1), indicators=indicators, values=[target, zero]) == []


def test_silence_promises_tasks_and_next_steps_stand_in_the_order_of_their_days():
    pledge = {"project_code": "PJ9", "agency": "sao", "asked_on": "1 ต.ค. 2570"}
    rows = due(
        date(2028, 1, 20),
        pledges=[
            {**pledge, "what": "รถขุด", "state": "asked", "by_date": "1 ม.ค. 2571"},
            {**pledge, "what": "ท่อ", "state": "promised", "by_date": "1 ก.พ. 2571"},
            {**pledge, "what": "ปูน", "state": "given", "by_date": "1 ม.ค. 2571"},
            {**pledge, "what": "ทราย", "state": "asked", "by_date": "1 ธ.ค. 2571"},
        ],
        todos=[
            {"todo_code": "T1", "what": "นัด", "owner": "เลขาฯ", "due": "10 ม.ค. 2571"},
            {"todo_code": "T2", "what": "เสร็จ", "owner": "เลขาฯ", "due": "1 ม.ค. 2571", "state": "done"},
        ],
        contacts=[
            {"contact_code": "C1", "date": "1 ธ.ค. 2570", "agency": "pao", "next_step": "ส่งแบบ",
             "due": "5 ม.ค. 2571"},
            {"contact_code": "C2", "date": "1 ธ.ค. 2570", "agency": "rid", "next_step": "ส่งแบบ",
             "due": "5 ม.ค. 2571"},
            {"contact_code": "C3", "date": "6 ม.ค. 2571", "agency": "rid"},
        ],
    )  # fmt: skip
    assert [(row["kind"], row["code"], row["days"]) for row in rows] == [
        ("pledge", "PJ9", -19),
        ("contact", "C1", -15),
        ("todo", "T1", -10),
        ("promise", "PJ9", 12),
    ]


CALENDAR = deadlines_from(
    {
        "deadline": [
            {"code": "d", "channel": "department", "route": "round", "serves": "fiscal_year",
             "month": 10, "day": 31, "years_before": 2, "th": "ก", "en": "a", "basis_th": "ก",
             "basis_en": "a"},
            {"code": "c", "channel": "codi", "route": "round", "serves": "ask", "th": "ก", "en": "a",
             "basis_th": "ก", "basis_en": "a"},
        ]
    }
)  # fmt: skip


def test_requests_of_many_tambons_stand_in_the_order_in_which_the_budget_closes():
    # For 2572 the department closes on 31 October 2570, for 2573 a year later.
    many = [
        (frame("project", [project("PJ1", start_be=first, end_be=first + 1)]).assign(plan_area=area),
         frame("pledge", [{"project_code": "PJ1", "agency": "rid", "what": "แบบ", "state": "asked"},
                          {"project_code": "PJ1", "agency": "sao", "what": "รถ"}])
         .assign(plan_area=area))
        for area, first in (("990101", 2573), ("990102", 2572))
    ]  # fmt: skip
    projects, pledges = (pd.concat(part, ignore_index=True) for part in zip(*many, strict=True))
    table = requests_to(
        "rid", pledges, projects, CALENDAR, date(2026, 11, 30), {"rid": "department"}
    )
    assert list(table["plan_area"]) == ["990102", "990101"]
    assert [day.date() for day in table["closes"]] == [date(2027, 10, 31), date(2028, 10, 31)]
    assert list(table["fiscal_year_be"]) == [2572, 2573]
    assert list(table["closing"]) == ["open", "open"]


def test_a_year_that_has_closed_gives_way_to_the_next_one_of_the_project():
    projects = frame("project", [project(start_be=2571, end_be=2573)])
    pledges = frame("pledge", [{"project_code": "PJ1", "agency": "rid", "what": "แบบ"}])
    (row,) = requests_to(
        "rid", pledges, projects, CALENDAR, date(2027, 9, 1), {"rid": "department"}
    ).to_dict("records")
    # 2571 closed on 31 October 2569; 2572 closes on 31 October 2570, in 60 days.
    assert (row["fiscal_year_be"], row["days_left"], row["closing"]) == (2572, 60, "soon")
    (row,) = requests_to(
        "rid", pledges, projects, CALENDAR, date(2029, 9, 1), {"rid": "department"}
    ).to_dict("records")
    assert row["closing"] == "passed"


def test_an_office_that_announces_its_own_day_and_an_empty_list():
    projects = frame("project", [project(channel="codi")])
    pledges = frame("pledge", [{"project_code": "PJ1", "agency": "codi", "what": "งบ"}])
    (row,) = requests_to("codi", pledges, projects, CALENDAR, date(2027, 1, 1)).to_dict("records")
    assert row["closing"] == "ask" and pd.isna(row["closes"])
    assert requests_to("rid", pledges, projects, CALENDAR, date(2027, 1, 1)).empty
    assert requests_to("rid", frame("pledge"), frame("project"), (), date(2027, 1, 1)).empty
