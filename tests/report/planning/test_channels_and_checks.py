"""Channels with their steps, closing days, cash by quarter and blank forms, in the small plan."""

from __future__ import annotations

from datetime import date

import planning_kit as kit
from planning_kit.report.section import Section
from planning_kit.report.table import Table
from planning_kit.workbook import Workbook


def sentences(section: Section) -> str:
    """Return every sentence of a section and its parts."""
    return "\n".join(line for one in section.walk() for line in one.sentences)


def table_of(section: Section, key: str) -> Table:
    """Return the first table of a part."""
    return next(one for one in section.walk() if one.key == key).tables[0]


def test_the_register_says_what_each_channel_asks_for(plan: Workbook, today: date) -> None:
    section = kit.project_register(plan, today)
    guide = {row[0]: row[1:] for row in table_of(section, "channel-guide").cells()}
    # The channels of the five projects that count, and no other.
    assert list(guide) == [
        "ชุมชนทำเอง", "ขอสนับสนุนจาก พอช.", "องค์การบริหารส่วนตำบลหรือเทศบาล", "งบกรมหรือส่วนราชการ",
    ]  # fmt: skip
    decided, form, closing, ladder = guide["องค์การบริหารส่วนตำบลหรือเทศบาล"]
    assert "สภาท้องถิ่น" in decided and "ผ.02" in form and "ตุลาคม" in closing
    assert "ส่งแล้ว → หน่วยงานรับเรื่องแล้ว" in ladder and "ไม่ได้รับการสนับสนุน" in ladder


def test_every_step_stands_with_its_date_reason_and_what_may_follow(
    plan: Workbook, today: date
) -> None:
    cells = table_of(kit.project_register(plan, today), "channel-steps").cells()
    text = "\n".join(" | ".join(row) for row in cells)
    assert "10 ม.ค. 2570" in text and "ที่ดินไม่พอ" in text
    steps = plan.frame("project_status")
    dated = [row for row in cells if row[0].strip() and not row[0].startswith("PJ")]
    assert len(dated) == len(steps)
    assert "ขั้นที่อาจตามมา" in text


def test_the_money_left_over_is_shown_for_every_quarter(plan: Workbook) -> None:
    table = table_of(kit.income_projects(plan), "income-PJ03")
    cells = table.cells()
    assert len(cells[0]) == 6 and table.caption == "เงินเหลือแต่ละไตรมาส (บาท)"
    whole = [row for one in kit.income_projects(plan).walk() for row in one.tables][1].cells()
    # Quarter by quarter and year by year come to the same.
    assert [row[5] for row in cells] == [row[5] for row in whole]


def test_what_can_be_done_with_a_project_in_the_plan_is_said_apart(plan: Workbook) -> None:
    said = sentences(kit.deadlines(plan, date(2027, 6, 15)))
    assert "สำหรับโครงการที่อยู่ในแผนแล้ว" in said and "30 มิ.ย. 2570" in said


def test_a_form_with_blank_items_is_found_and_an_idea_is_not(plan: Workbook, today: date) -> None:
    rows = [
        row
        for one in kit.plan_checks(plan, today).walk()
        for table in one.tables
        for row in table.cells()
        if "ยังไม่ครบ" in row[1]
    ]
    told = {row[1].split()[1]: row[1] for row in rows}
    # PJ01 states all but where and how it is followed; PJ05 is an idea on one page.
    assert told.keys() == {"PJ01", "PJ02", "PJ03", "PJ04"}
    assert "การติดตามประเมินผล" in told["PJ01"] and "วัตถุประสงค์" not in told["PJ01"]
    assert "วัตถุประสงค์" in told["PJ02"] and "PJ05" not in told
