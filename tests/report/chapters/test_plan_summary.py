"""The one-page summary once there is a plan, and the six steps on the way to it."""

from __future__ import annotations

from planning_kit.records import (
    BudgetLine,
    Decision,
    Forum,
    PlanStatement,
    Pledge,
    Problem,
    Project,
)
from planning_kit.report.chapters.next_steps import next_steps
from planning_kit.report.chapters.plan_steps import plan_steps
from planning_kit.report.chapters.village_summary import village_summary

FORUM = Forum(
    forum_code="F09", kind="tambon_forum", title="ประชาคมตำบล", date="10 ต.ค. 2569",
    present=76, men=33, women=43,
)  # fmt: skip
PROBLEMS = [Problem(problem_code=f"P0{n}", statement=f"ปัญหาที่ {n}") for n in range(1, 8)]
ORDER = ("P03", "P01", "P07", "P02", "P05", "P04", "P06")
DECISION = Decision(
    decision_code="D1", about="problem_order", forum_code="F09", date="10 ต.ค. 2569",
    subject="ลำดับปัญหา", adopted_codes=ORDER,
)  # fmt: skip


def a_project(code, who, **more):
    return Project(
        project_code=code, name=f"โครงการ {code}", stage="adopted", reliance_class=who,
        owner="กลุ่ม", **more,
    )  # fmt: skip


def a_line(code, number, year, source, amount):
    return BudgetLine(
        project_code=code, line_no=number, fiscal_year_be=year, funding_source=source,
        amount=amount,
    )  # fmt: skip


PROJECTS = [
    a_project("PJ1", "self"),
    a_project("PJ2", "joint"),
    a_project("PJ3", "joint"),
    a_line("PJ1", 1, 2571, "community", 5000),
    a_line("PJ2", 1, 2571, "local_government", 100000),
    a_line("PJ2", 2, 2572, "community", 20000),
    a_line("PJ3", 1, 2572, "local_government", 300000),
]


def table(section, caption):
    return next(one.cells() for one in section.tables if caption in one.caption)


def test_the_first_five_problems_stand_in_the_order_that_was_adopted(planned):
    summary = village_summary(planned(FORUM, *PROBLEMS, DECISION))
    rows = table(summary, "ปัญหา")
    assert [row[1] for row in rows] == [f"ปัญหาที่ {n}" for n in (3, 1, 7, 2, 5)]
    assert any("10 ต.ค. 2569" in line and "76" in line for line in summary.evidence)


def test_every_figure_on_the_sheet_says_where_it_comes_from(planned):
    money = Decision(
        decision_code="D2", about="plan", forum_code="F09", date="12 ต.ค. 2569", subject="แผน"
    )
    lines = village_summary(planned(FORUM, *PROBLEMS, DECISION, money, *PROJECTS)).evidence
    assert [line for line in lines if "D1" in line and "n = 76" in line]
    assert [line for line in lines if "D2" in line and "12 ต.ค. 2569" in line]
    assert [line for line in lines if "ใบลงชื่อ" in line and "10 ต.ค. 2569" in line]
    assert len(lines) == len(set(lines))


def test_a_merged_problem_is_shown_as_the_one_it_was_merged_into(planned):
    merged = PROBLEMS[2].with_changes(merged_into="P01")
    rows = table(
        village_summary(planned(FORUM, *PROBLEMS[:2], merged, *PROBLEMS[3:], DECISION)), "ปัญหา"
    )
    assert [row[1] for row in rows] == [f"ปัญหาที่ {n}" for n in (1, 7, 2, 5, 4)]


def test_projects_and_money_add_up_by_class_by_source_and_by_year(planned):
    summary = village_summary(planned(*PROJECTS))
    classes = table(summary, "แยกตามผู้ทำ")
    assert [row[:3] for row in classes] == [["ทำเอง", "1", "5,000"], ["ทำร่วม", "2", "420,000"]]
    # The biggest stands first: 300,000 before 120,000.
    assert classes[1][3] == "โครงการ PJ3 · โครงการ PJ2"
    money = table(summary, "แหล่งเงิน")
    assert money[-1] == ["รวม", "105,000", "320,000", "–", "–", "–", "425,000"]
    own = next(row for row in money if row[0] == "เงินของชุมชน")
    assert own[1:3] == ["5,000", "20,000"] and own[-1] == "25,000"


def test_vision_people_and_open_requests_are_told(planned):
    summary = village_summary(
        planned(
            FORUM,
            *PROJECTS,
            PlanStatement(kind="vision", statement_code="V1", statement="น้ำพอ ดินดี"),
            Pledge(project_code="PJ2", agency="sao", what="รถขุด", state="asked"),
            Pledge(project_code="PJ3", agency="sao", what="ท่อ", state="promised"),
        )
    )
    told = " ".join(summary.sentences)
    assert "น้ำพอ ดินดี" in told and "76 คน" in told
    # 43 women of 76 present.
    assert "หญิง 57%" in told and "ร่าง ยังไม่ได้รับรอง" in told
    asked = " ".join(line for part in summary.parts for line in part.sentences)
    assert "1 เรื่อง" in asked


def test_without_a_plan_the_sheet_is_of_the_facts(planned):
    assert village_summary(planned(FORUM)).title == "ตำบลของเราในหน้าเดียว"


def test_each_step_is_done_only_when_the_workbook_holds_it(planned):
    done = {step.key for step in plan_steps(planned()) if step.is_done}
    assert done == set()
    book = planned(FORUM, *PROBLEMS, DECISION, *PROJECTS)
    done = {step.key for step in plan_steps(book) if step.is_done}
    assert {"ranked", "drafted"} <= done and not {"surveyed", "endorsed"} & done
    assert "Excel" in " ".join(next_steps(book).sentences)
