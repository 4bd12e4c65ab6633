"""The book’s own pages: cover, foreword, one-page summary, sources, quality, method, next steps."""

from __future__ import annotations

import re
from statistics import median

import pytest

import planning_kit as kit
from planning_kit import __version__
from planning_kit.language import speaking
from planning_kit.practice import (
    practice_period,
    practice_plan_area,
    practice_rows,
    write_practice_workbook,
)
from planning_kit.records import PlanArea
from planning_kit.store import Store
from planning_kit.workbook import create, import_file

BOOK = (
    kit.cover,
    kit.foreword,
    kit.contents,
    kit.village_summary,
    kit.general_information,
    kit.farming,
    kit.household_economy,
    kit.community_and_nature,
    kit.comparisons,
    kit.evidence_and_method,
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("book")
    write_practice_workbook(folder / "survey.xlsx")
    with Store.open(folder / "kit.db") as store:
        book = create(practice_plan_area(), practice_period(), store=store, who="test", why="test")
        import_file(folder / "survey.xlsx", area="990101", store=store, who="test")
        yield book


@pytest.fixture
def empty(tmp_path):
    area = PlanArea.model_validate(
        {"plan_area_id": "730502", "name": "ตำบลบางปลา", "tambon_codes": ("730502",)}
    )
    with Store.open(tmp_path / "kit.db") as store:
        yield create(area, store=store, who="test", why="test")


def text_of(section) -> str:
    return re.sub(r"<[^>]+>", " ", section._repr_html_())


def fact(section, label: str) -> str:
    return next(one.value for one in section.facts if label in one.label)


def test_the_cover_names_the_place_the_years_and_that_it_is_invented(filled):
    lines = kit.cover(filled).sentences
    assert "พ.ศ. 2571–2575" in lines
    assert sum("ตำบลทุ่งฝึกหัด (สมมติ) อำเภอ" in line for line in lines) == 1
    assert any("สมมติ" in line and "ห้าม" in line for line in lines)


def test_the_cover_of_a_real_tambon_says_nothing_of_practice(empty):
    assert "สมมติ" not in text_of(kit.cover(empty))
    assert "ตำบลบางปลา อำเภอบางเลน จังหวัดนครปฐม" in kit.cover(empty).sentences


def test_the_foreword_starts_with_the_councils_own_words(filled, empty):
    first = kit.foreword(filled).sentences[0]
    assert first.startswith("แผนฉบับนี้เป็นแผนตัวอย่าง")
    assert "ผู้ใหญ่บ้านทั้ง 8 หมู่" in kit.foreword(filled).sentences[-1]
    assert len(kit.foreword(empty).sentences) == 2


def test_the_summary_says_what_the_rows_say(filled):
    rows = practice_rows()
    summary = kit.village_summary(filled)
    assert fact(summary, "ให้ข้อมูล") == str(len(rows["household"]))
    # Whole-year accounts only, income parts added as far as stated.
    incomes = [
        sum(row[name] or 0 for name in row if name.startswith("income_") and row[name] is not None)
        for row in rows["household_account"]
        if row.get("months_recorded") == 12
    ]
    assert fact(summary, "รายรับต่อปี") == f"{median(incomes):,.0f} บาท"
    dry = [
        r["water_short_months"]
        for r in rows["household"]
        if r.get("water_short_months") not in (None, "")
    ]
    assert fact(summary, "น้ำทำเกษตรไม่พอ") == f"{sum(dry) / len(dry):.1f} เดือน"


def test_the_summary_of_an_empty_workbook_says_that_nothing_is_known(empty):
    summary = kit.village_summary(empty)
    assert summary.facts == []
    assert "ยังไม่มีข้อมูล" in summary.sentences[0]


def test_every_source_is_listed_with_its_method_and_n_of_N(filled):
    table = kit.sources(filled).tables[0]
    cells = [cell for row in table.cells() for cell in row]
    for row in practice_rows()["source"]:
        assert row["source_code"] in cells and row["title"] in cells
    assert "1,052" in cells and "สุ่มตัวอย่าง" in cells


def test_quality_counts_the_marked_rows_and_shows_no_row(filled):
    section = kit.quality(filled)
    brought, found = section.tables
    total = sum(len(part) for part in practice_rows().values())
    assert brought.cells()[0][2:6] == [f"{total:,}", f"{total - 8:,}", "8", "0"]
    assert sum(int(row[-1]) for row in found.cells()) == 8
    # The import list names row 90 and its 1,508 units sold; the report must not.
    assert "1508" not in text_of(section) and "แถว 90" not in text_of(section)


def test_next_steps_follow_from_what_is_missing(filled, empty):
    nothing = " ".join(kit.next_steps(empty).sentences)
    assert "ขอความยินยอม" in nothing and "พิมพ์สรุปหน้าเดียว" not in nothing
    something = " ".join(kit.next_steps(filled).sentences)
    assert "8 แถว" in something and "พิมพ์สรุปหน้าเดียว" in something


def test_progress_names_the_sheets_that_are_empty(filled, empty):
    assert "ครัวเรือน" in text_of(kit.progress(empty)).split("ยังไม่มีข้อมูล:")[1]
    rows = {row[0]: row[1] for row in kit.progress(filled).tables[1].cells()}
    assert rows["ครัวเรือน"] == "300" and rows["การผลิต"] == "576"


def test_the_method_says_how_many_of_how_many_and_with_which_version(filled):
    said = text_of(kit.method(filled))
    assert "300" in said and "1,052" in said and __version__ in said
    assert "1,600 ตารางเมตร" in said


def test_anchors_are_unique_in_the_whole_book_so_that_contents_lead_right(filled):
    keys = [part.key for chapter in BOOK for part in chapter(filled).walk()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_whole_book_can_be_told_of_an_empty_workbook(empty, language):
    with speaking(language):
        said = " ".join(text_of(chapter(empty)) for chapter in BOOK)
    assert "nan" not in said.lower().split() and "None" not in said
    assert "{" not in said


def test_no_thai_page_holds_an_english_sentence(filled):
    said = " ".join(text_of(chapter(filled)) for chapter in BOOK[:4])
    assert re.findall(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", said) == []
