"""The chapters of following up: what was told, what was not, who is asked, who holds which data."""

from __future__ import annotations

from datetime import date

import pytest

from planning_kit.language import speaking
from planning_kit.records import (
    Activity,
    Indicator,
    IndicatorValue,
    Pledge,
    Problem,
    ProblemEvidence,
    Project,
    ProjectProgress,
    Todo,
)
from planning_kit.report.chapters.agencies_convergence import agencies_convergence
from planning_kit.report.chapters.data_holders import data_holders
from planning_kit.report.chapters.follow_book import convergence_record, following_up
from planning_kit.report.chapters.indicator_signals import indicator_signals
from planning_kit.report.chapters.progress_sheet import progress_sheet
from planning_kit.report.chapters.project_progress import project_progress
from planning_kit.report.chapters.reminders import reminders
from planning_kit.report.chapters.solved_problem import solved_problem
from planning_kit.report.chapters.three_parties import three_parties
from planning_kit.report.chapters.todos import todos

# 10 July 2028: quarters 1 to 3 of fiscal year 2571 are over.
TODAY = date(2028, 7, 10)
ALL = (agencies_convergence, data_holders, indicator_signals, progress_sheet, project_progress,
       reminders, solved_problem, three_parties, todos)  # fmt: skip


def a_project(code="PJ1", **more):
    told = {"name": "ขุดคลอง", "stage": "adopted", "reliance_class": "joint", "owner": "กลุ่มน้ำ",
            "start_be": 2571, "end_be": 2572, "total_cost": 100_000}  # fmt: skip
    return Project(project_code=code, **{**told, **more})


def a_report(quarter, code="PJ1", **more):
    return ProjectProgress(project_code=code, fiscal_year_be=2571, quarter=quarter, **more)


def a_pledge(agency, state, by_date, code="PJ1", **more):
    return Pledge(project_code=code, agency=agency, what="รถขุด", state=state,
                  asked_on="1 ต.ค. 2570", by_date=by_date, **more)  # fmt: skip


def text(section) -> str:
    """Everything that a reader of the section sees, tables included."""
    return section._repr_html_()


def rows(section, at=0):
    return section.tables[at].cells()


@pytest.mark.parametrize("chapter", ALL, ids=lambda one: one.__name__)
@pytest.mark.parametrize("language", ["th", "en"])
def test_an_empty_workbook_says_so_in_both_languages(planned, chapter, language):
    with speaking(language):
        section = chapter(planned())
        assert section.sentences and text(section)


def test_not_reported_is_a_dash_and_nought_is_a_nought(planned):
    book = planned(
        a_project(), a_project("PJ2"), a_report(3, physical=0, spent=0, reported_by="กลุ่ม")
    )
    section = project_progress(book, TODAY)
    one, other = rows(section)
    # Project, state, last told, work, light, planned, granted, spent, quarters not reported.
    assert one[3] == "0%" and one[7] == "0" and one[8] == "1/2571 · 2/2571"
    assert other[1] == "ยังไม่รายงาน" and other[3] == other[7] == "–"
    assert "2 โครงการ รายงานแล้ว 1 ยังไม่รายงาน 1" in section.sentences[0]
    assert "กลุ่ม" in section.evidence[0] and "n = 1" in section.evidence[0]


def test_130_per_cent_and_more_spent_than_there_is_are_said(planned):
    book = planned(a_project(), a_report(1, physical=130, spent=120_000))
    said = " ".join(project_progress(book, TODAY).sentences)
    assert "130%" in said and "120,000" in said and "100,000" in said
    assert rows(project_progress(book, TODAY))[0][3] == "130%"


def test_work_told_by_activities_says_so(planned):
    works = [Activity(project_code="PJ1", activity_no=n, name="x", fiscal_year_be=2571, amount=10)
             for n in (1, 2)]  # fmt: skip
    book = planned(a_project(), *works, a_report(1, activity_no=1, physical=100),
                   a_report(1, activity_no=2, physical=0))  # fmt: skip
    assert rows(project_progress(book, TODAY))[0][3].startswith("50%, ") is False
    assert rows(project_progress(book, TODAY))[0][3].startswith("50% ")


def test_the_sheet_puts_the_furthest_behind_first_and_counts_what_does_not_fit(planned):
    many = [a_project(f"PJ{n}", end_be=2571) for n in range(1, 11)]
    told = [a_report(3, f"PJ{n}", physical=10 * n, next_step="ทำต่อ") for n in range(1, 10)]
    section = progress_sheet(planned(*many, *told), TODAY)
    assert [row[0][:3] for row in rows(section)][:3] == ["PJ1", "PJ2", "PJ3"]
    assert len(rows(section)) == 7 and "2 โครงการ" in section.tables[0].note
    assert section.facts[0].value == "9 จาก 10"
    assert any("PJ10" in said for said in section.sentences)
    # Nothing was told of money: the fact says so, not 0 baht.
    assert section.facts[3].value == "–"


def test_the_sheet_says_what_is_asked_of_whom_and_long_words_are_cut(planned):
    long = "ข้อความยาว" * 30
    book = planned(
        a_project(name=long),
        a_report(3, physical=10, obstacle=long, next_step=long),
        a_pledge("sao", "asked", "1 ม.ค. 2571"),
        a_pledge("baac", "promised", "1 ม.ค. 2575"),
        Todo(todo_code="T1", what=long, owner="เลขาฯ", due="1 ก.ค. 2571"),
    )
    section = progress_sheet(book, TODAY)
    asked = next(table for table in section.tables if "ขอไว้" in table.caption)
    assert [row[0] for row in asked.cells()] == ["อบต."]
    assert max(len(cell) for table in section.tables for row in table.cells() for cell in row) < 60


def values(code="I1"):
    shared = {"indicator_code": code}
    return (IndicatorValue(kind="target", fiscal_year_be=2571, value=60, **shared),
            IndicatorValue(kind="actual", fiscal_year_be=2571, value=54, n=30, **shared))  # fmt: skip


def test_a_target_without_a_baseline_is_named_and_judged_by_its_distance(planned):
    book = planned(Indicator(indicator_code="I1", name="ก", direction="up"), *values())
    section = indicator_signals(book)
    assert any("I1" in said and "ค่าฐาน" in said for said in section.sentences)
    (row,) = rows(section)
    assert row[1] == "ไม่มีค่าฐาน" and row[4] == "แย่กว่าเป้า 6" and row[5] == "เหลือง"
    assert "n = 30" in row[3] and len(section.tables) == 1


def test_the_light_and_the_trend_stand_beside_the_frozen_baseline(planned):
    base = IndicatorValue(indicator_code="I1", kind="baseline", fiscal_year_be=2569, value=40,
                          is_frozen=True)  # fmt: skip
    book = planned(Indicator(indicator_code="I1", name="ก", direction="up"), base, *values())
    section = indicator_signals(book)
    # 14 of the 20 steps from 40 to 60 are gone: amber. 14 in two years are 7 a year.
    assert rows(section)[0][5] == "เหลือง"
    assert rows(section, 1)[0][3] == "+7.0"
    assert "ไม่ใช่เกณฑ์ทางการ" in section.notes[0]


def test_reminders_are_ordered_by_their_day_and_say_from_whom(planned):
    book = planned(a_project(), a_pledge("sao", "asked", "1 ม.ค. 2571"),
                   Todo(todo_code="T1", what="นัด", owner="เลขาฯ", due="15 ก.ค. 2571"))  # fmt: skip
    found = rows(reminders(book, TODAY))
    # Closing days of the calendar follow; these three are about this plan.
    assert [row[1] for row in found][:3] == ["เลย 191 วัน", "เลย 177 วัน", "อีก 5 วัน"]
    assert found[0][4] == "องค์การบริหารส่วนตำบล" and "3 ไตรมาส" in found[1][3]
    with speaking("en"):
        assert [row[1] for row in rows(reminders(book, date(2028, 7, 14)))][2] == "in 1 day"


def test_open_tasks_come_first_and_late_ones_are_marked(planned):
    book = planned(
        Todo(todo_code="T1", what="ก", owner="ก", due="1 มิ.ย. 2571", state="done",
             done_on="1 พ.ค. 2571"),
        Todo(todo_code="T2", what="ข", owner="ข", due="1 ก.ค. 2571", state="doing"),
    )  # fmt: skip
    found = rows(todos(book, TODAY))
    assert found[0][0] == "T2 ข" and found[0][3] == "กำลังทำ เลยกำหนด"
    assert "1 พ.ค. 2571" in found[1][3]


def test_a_problem_is_shown_before_and_after_once_a_project_of_it_is_all_done(planned):
    problem = Problem(problem_code="P1", statement="น้ำไม่พอ")
    cited = ProblemEvidence(problem_code="P1", figure="บ่อที่แห้ง", value=9, unit="บ่อ", n=12)
    plan = (problem, cited, a_project(problem_codes=("P1",), indicator_codes=("I1",)),
            Indicator(indicator_code="I1", name="ก", direction="up", unit="ไร่"),
            IndicatorValue(indicator_code="I1", kind="baseline", fiscal_year_be=2569, value=40),
            *values())  # fmt: skip
    assert solved_problem(planned(*plan, a_report(1, physical=99)), today=TODAY).parts == []
    done = a_report(2, physical=100, spent=90_000, reported_by="กลุ่มน้ำ", evidence="ภาพ 6 ภาพ")
    (case,) = solved_problem(planned(*plan, done), today=TODAY).parts
    figures = case.tables[0].cells()
    assert figures[0][1:] == ["9 บ่อ (n = 12)", "ยังไม่ได้วัดใหม่"]
    assert figures[1][1].startswith("40 ไร่") and figures[1][2].startswith("54 ไร่ (n = 30")
    assert case.tables[1].cells()[0][2:4] == ["100%", "90,000"]
    assert any("กลุ่มน้ำ" in line for line in case.evidence)


def test_a_computer_that_lost_its_clock_is_told_from_the_reports(planned):
    book = planned(a_project(), a_report(1, physical=5, reported_on="10 ม.ค. 2600"))
    notes = " ".join(project_progress(book).notes)
    assert "10 มกราคม 2600" in notes and "วันของเครื่องนี้" in notes


@pytest.mark.parametrize("language", ["th", "en"])
def test_both_chapters_of_the_book_hold_all_parts(planned, language):
    with speaking(language):
        assert len(following_up(planned()).parts) == 5
        assert len(convergence_record(planned()).parts) == 3
