"""What the planning chapters say, worked out by hand from the small plan of conftest."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

import planning_kit as kit
from planning_kit.language import speaking
from planning_kit.report.form_table import FormTable
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Table
from planning_kit.workbook import Workbook

CHAPTERS: dict[str, Callable[..., Section]] = {
    name: getattr(kit, name)
    for name in (
        "vision_strategies", "project_register", "five_year_budget", "project_details",
        "project_sheets", "action_plan", "partners", "income_projects", "what_if", "money_order",
        "plan_checks", "logframe", "deadlines",
    )
}  # fmt: skip
DATED = ("project_register", "partners", "plan_checks", "deadlines")


def sentences(section: Section) -> str:
    """Return every sentence and note of a section and its parts."""
    return "\n".join(line for one in section.walk() for line in (*one.sentences, *one.notes))


def table_of(section: Section, key: str) -> Table:
    """Return the first table of a part."""
    return next(one for one in section.walk() if one.key == key).tables[0]


def test_the_register_counts_who_does_what(plan: Workbook, today: date) -> None:
    section = kit.project_register(plan, today)
    # Five projects count (PJ06 is set aside): two by the community, two jointly, one by an agency.
    assert "แผนนี้มี 5 โครงการ" in section.sentences
    assert "ทำเอง: 2 จาก 5 โครงการ (40%)" in section.sentences
    assert "ขอให้หน่วยงานทำ: 1 จาก 5 โครงการ (20%)" in section.sentences
    assert any("PJ06" in note for note in section.notes)


def test_the_register_says_what_is_late_and_why_it_was_refused(plan: Workbook, today: date) -> None:
    said = sentences(kit.project_register(plan, today))
    # PJ01's next step was due on 5 January 2570; today is the 15th.
    assert "PJ01 ขุดลอกคลองด้วยแรงชุมชน ล่าช้า 10 วัน: เข้าประชาคมท้องถิ่น ครบกำหนด 5 ม.ค. 2570" in said
    assert "ไม่ได้รับการสนับสนุน (10 ม.ค. 2570) เหตุผลที่ได้รับ: ที่ดินไม่พอ" in said


def test_the_budget_is_added_up_by_source_and_the_community_share_is_said(plan: Workbook) -> None:
    section = kit.five_year_budget(plan)
    cells = {row[0]: row[1:] for row in table_of(section, "budget-sources").cells()}
    assert cells["อบต. หรือเทศบาล"][:2] == ["200,000", "70,000"]
    assert cells["รวม"][5] == "1,965,001"  # 1,965,000.50 baht, rounded
    # 30,000 contributed + 15,000.50 of the community fund, of 1,965,000.50: 2.29 %.
    assert "ชุมชนสมทบเอง 45,001 บาท คิดเป็น 2.3% ของทั้งหมด" in section.sentences
    told = sentences(section)
    assert "งบประมาณ 1 รายการ เป็นของโครงการที่พักไว้ (999,000 บาท)" in told
    assert "(5,000 บาท)" in told


def test_pp01_lies_on_its_side_year_by_year(plan: Workbook) -> None:
    section = kit.five_year_budget(plan)
    part = next(one for one in section.walk() if one.key == "budget-pp01")
    table = part.tables[0]
    assert part.layout is Layout.LANDSCAPE and isinstance(table, FormTable)
    assert list(table.groups[1:5]) == ["ปี 2571", "ปี 2571", "ปี 2572", "ปี 2572"]
    assert table.cells()[0][1:5] == ["1", "230,000", "1", "70,000"]
    assert table.cells()[-1][0] == "รวม"
    assert table.cells()[-1][-2:] == ["7", "1,965,001"]


def test_pp02_has_the_columns_of_the_form(plan: Workbook) -> None:
    table = kit.project_details(plan).tables[0]
    labels = [column.label for column in table.columns]
    assert labels[:4] == ["ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย (ผลผลิตของโครงการ)"]
    assert labels[-3:] == ["ตัวชี้วัด (KPI)", "ผลที่คาดว่าจะได้รับ", "หน่วยงานรับผิดชอบหลัก"]
    assert table.cells()[0][0] == "ST1 จัดการน้ำร่วมกัน"
    assert table.cells()[1][:2] == ["1", "PJ01 ขุดลอกคลองด้วยแรงชุมชน"]
    # PJ04 has a line of 0 baht in 2574 and none in 2571: zero is not a dash.
    own = next(row for row in table.cells() if row[1].startswith("PJ04"))
    assert own[4] == "–" and own[7] == "0"


def test_a_full_project_has_twelve_items_and_an_idea_one_page(plan: Workbook) -> None:
    section = kit.project_sheets(plan)
    full = table_of(section, "project-PJ01").cells()
    assert [row[0] for row in full] == [str(at) for at in range(1, 13)]
    rationale = full[3][2]
    assert "P01 น้ำทำนาปรังไม่พอ" in rationale and "n = 285" in rationale
    idea = table_of(section, "project-PJ05").cells()
    assert len(idea) == 8
    assert "project-PJ06" not in {one.key for one in section.walk()}


def test_the_action_plan_warns_of_harvest_and_says_which_year_it_is(plan: Workbook) -> None:
    section = kit.action_plan(plan, 2570)
    said = sentences(section)
    assert "ปีงบประมาณ 2570 อยู่นอกช่วงของแผน จึงแสดงปีแรกของแผนคือปี 2571" in said
    assert "ปี 2571 มี 3 กิจกรรม ใน 2 โครงการ" in said
    # The meeting's calendar has rice harvested in April; digging is planned for March and April.
    assert "กิจกรรมที่ 2 (ขุดลอก) ตรงกับเดือน เม.ย. ซึ่งคนยุ่งกับ ข้าวนาปรัง" in said
    assert "สำรวจคลอง)" not in said
    cells = table_of(section, "action-table").cells()
    assert cells[1][1:5] == ["●", "", "", ""]  # October and November: quarter 1
    assert cells[2][1:5] == ["", "●", "●", ""]  # March and April: quarters 2 and 3
    assert cells[-1][5] == "245,001"  # 30,000 + 200,000 + 15,000.50


def test_partners_are_asked_answered_and_late(plan: Workbook, today: date) -> None:
    section = kit.partners(plan, today)
    said = sentences(section)
    assert "รวม 3 เรื่องที่ขอ รอคำตอบ 1 เรื่อง ยังไม่ได้ขอ 0 เรื่อง" in said
    assert "รับปากแล้ว 150,000 บาท" in said
    assert "เลยกำหนด: รถขุด 5 วัน" in said
    asked = {row[1][:4]: row for row in table_of(section, "partners-asked").cells()}
    # Asked on 1 December, today 15 January: 45 days.
    assert asked["PJ01"][5] == "ขอแล้ว รอคำตอบ (รอมา 45 วัน)"
    assert asked["PJ04"][5] == "ปฏิเสธ (10 ม.ค. 2570)"


def test_an_income_project_is_told_in_plain_words(plan: Workbook) -> None:
    said = sentences(kit.income_projects(plan))
    # 100,000 out in quarter 0, then 8 quarters of 300 × 100 − 10,000 = 20,000; 1.06^(1/4) a quarter.
    quarter = 1.06**0.25
    npv = -100_000 + sum(20_000 / quarter**at for at in range(1, 9))
    assert f"คุ้ม: มูลค่าปัจจุบันสุทธิ {npv:,.0f} บาท ที่อัตราคิดลด 6.0% ต่อปี" in said
    # The sum is zero or more after the fifth income, in the sixth quarter: quarter 2 of 2572.
    assert "คืนทุนใน 6 ไตรมาส คือไตรมาส 2 ปี 2572" in said
    assert "กลุ่มต้องมีเงินหมุนเวียนเตรียมไว้ 100,000 บาท" in said


def test_money_is_set_against_the_adopted_order(plan: Workbook) -> None:
    section = kit.money_order(plan)
    cells = {row[0][:3]: row for row in section.tables[0].cells()}
    # P01: PJ01 300,000 (not the 5,000 of 2580) + PJ04 1,500,000; P04 only the idea.
    assert cells["P01"][1:4] == ["1", "2", "1,800,000"]
    assert cells["P04"][1:4] == ["2", "1", "0"]
    # PJ03's 150,000 is shared between P03 and P02; PJ02's 15,000.50 is P02's alone.
    assert cells["P02"][3] == "90,001" and cells["P03"][3] == "75,000"
    assert "เยาวชนไม่อยากทำเกษตร" in sentences(section)


def test_checks_say_what_is_amiss_and_how_to_mend_it(plan: Workbook, today: date) -> None:
    section = kit.plan_checks(plan, today)
    must = table_of(section, "checks-must").cells()
    assert any("PJ01" in row[1] and "305,000" in row[1] for row in must)
    assert all(row[2] for one in section.walk() for table in one.tables for row in table.cells())
    assert "{" not in "".join(cell for row in must for cell in row)


def test_deadlines_follow_the_day_the_caller_says(plan: Workbook) -> None:
    before = sentences(kit.deadlines(plan, date(2026, 9, 15)))
    assert "ภายใน 31 ต.ค. 2569 เหลือ 46 วัน" in before
    after = sentences(kit.deadlines(plan, date(2027, 1, 15)))
    assert "เลยกำหนดจัดทำแผนแล้ว โครงการใหม่ยังเข้าได้โดยการเพิ่มเติมแผน ภายใน 31 พ.ค. 2570" in after


def test_the_logframe_leads_from_issue_to_activity(plan: Workbook) -> None:
    cells = table_of(kit.logframe(plan), "logframe-table").cells()
    assert cells[0][0] == "ST1 จัดการน้ำร่วมกัน"
    assert [row[0] for row in cells[1:4]] == ["วัตถุประสงค์ของประเด็น", "ผลผลิต", "กิจกรรม"]
    assert "รถขุด 5 วัน (ขอแล้ว รอคำตอบ)" in cells[2][4]


def test_codes_are_links_to_where_they_are_told(plan: Workbook) -> None:
    html = kit.project_register(plan)._repr_html_()
    assert '<a href="#project-pj01">PJ01</a>' in html
    assert 'id="project-pj01"' in kit.project_sheets(plan)._repr_html_()


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_chapter_says_what_is_missing_in_an_empty_plan(
    name: str, plan_of: Callable[..., Workbook]
) -> None:
    section = CHAPTERS[name](plan_of())
    assert section.sentences and section._repr_html_()


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_english_word_stands_on_the_thai_page(name: str, plan: Workbook, today: date) -> None:
    make = partial(CHAPTERS[name], today=today) if name in DATED else CHAPTERS[name]
    html = re.sub(r"<(style|svg).*?</\1>", " ", make(plan)._repr_html_(), flags=re.DOTALL)
    words = re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]+>", " ", html))
    allowed = {"KPI", "NPV", "BCR", "IRR", "Gittinger", "Economic", "Analysis", "Agricultural",
               "Projects", "amp"}  # fmt: skip
    assert set(words) <= allowed


@pytest.mark.parametrize("name", CHAPTERS)
def test_english_speaks_english_but_for_what_people_wrote(
    name: str, plan: Workbook, today: date
) -> None:
    with speaking("en"):
        make = partial(CHAPTERS[name], today=today) if name in DATED else CHAPTERS[name]
        section = make(plan)
        assert not re.search("[ก-๙]", section.title)
        for one in section.walk():
            for table in one.tables:
                labels = "".join(column.label for column in table.columns)
                assert not re.search("[ก-๙]", labels)


def test_a_chapter_of_the_book_without_anything_yet_says_where_to_add_it(plan_of) -> None:
    empty = plan_of()
    for chapter in (kit.direction(empty), kit.projects_and_budget(empty)):
        (part,) = chapter.parts
        assert "ยังไม่มีข้อมูล" in part.sentences[0]
