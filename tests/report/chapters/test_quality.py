"""The data quality chapter: a page per import, and the figures on which sources disagree."""

from __future__ import annotations

import dataclasses
import re

import pytest

import planning_kit as kit
from planning_kit.collect import write_template
from planning_kit.language import speaking
from planning_kit.practice import (
    practice_period,
    practice_plan_area,
    practice_rows,
    write_practice_workbook,
)
from planning_kit.report.chapters.finding_sentences import general
from planning_kit.report.chapters.import_quality import findings_table
from planning_kit.store import Store
from planning_kit.workbook import create, import_file
from planning_kit.workbook.quality import FindingKind

REGISTER = {
    "source_code": "R9",
    "title": "ทะเบียนเกษตรกรอำเภอ (สมมติ)",
    "publisher": "สำนักงานเกษตรอำเภอสมมติ",
    "method": "register",
    "date_to": "31/12/2568",
}
# The practice tambon's own reference figure for the amphoe in 2567 is 9,610.
FIGURE = {
    "area_code": "9901",
    "measure": "farm_households",
    "year_be": 2567,
    "value": 10571,
    "source_code": "R9",
}
# Right: one household; wrong: a negative count and a village of another tambon.
HOMES = [
    {"household_id": "99-001", "village_code": "99010101", "males": 16, "consent_given": "ใช่"},
    {"household_id": "99-002", "village_code": "99010101", "males": -3, "consent_given": "ใช่"},
    {"household_id": "99-003", "village_code": "73050203", "males": 1, "consent_given": "ใช่"},
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("quality")
    write_practice_workbook(folder / "survey.xlsx")
    rows = {
        "source": [REGISTER],
        "reference_figure": [FIGURE],
        "household": [{**home, "source_code": "R9"} for home in HOMES],
    }
    write_template(folder / "register.xlsx", filled=rows)
    with Store.open(folder / "kit.db") as store:
        book = create(practice_plan_area(), practice_period(), store=store, who="test", why="test")
        import_file(folder / "survey.xlsx", area="990101", store=store, who="somebody")
        import_file(
            folder / "register.xlsx", area="990101", store=store, who="somebody", accept_good=True
        )
        yield book


def part(workbook, key: str):
    return next(one for one in kit.quality(workbook).walk() if one.key == key)


def text_of(section) -> str:
    return re.sub(r"<[^>]+>", " ", section._repr_html_())


def test_each_import_has_a_page_with_its_file_source_day_and_counts(filled):
    first, second = part(filled, "quality-import-1"), part(filled, "quality-import-2")
    assert (first.title, second.title) == ("survey.xlsx", "register.xlsx")
    read = sum(len(rows) for rows in practice_rows().values())
    assert f"{read:,}" in first.sentences[0]
    # One source, one figure and three households; a figure that disagrees and 16 men are marked.
    assert re.findall(r"(\d+) แถว", second.sentences[0]) == ["5", "1", "2", "2"]
    assert "ทะเบียนเกษตรกรอำเภอ (สมมติ)" in second.evidence[0]
    assert "สำนักงานเกษตรอำเภอสมมติ" in second.evidence[0]
    assert "ทะเบียนเกษตรกร" not in first.evidence[0]
    assert "somebody" not in text_of(second)


def test_refused_rows_are_told_with_the_reason(filled):
    reasons = [line for line in part(filled, "quality-import-2").sentences if "เหตุที่ไม่รับ" in line]
    assert len(reasons) == 1
    assert "หมู่บ้านนอกพื้นที่จัดทำแผน (1)" in reasons[0]
    assert not any("เหตุที่ไม่รับ" in line for line in part(filled, "quality-import-1").sentences)


def test_completeness_is_that_of_the_rows_of_the_import(filled):
    rows = {row[0]: row for row in part(filled, "quality-import-1").tables[0].cells()}
    homes = practice_rows()["household"]
    deeds = sum(bool(home["title_deeds"]) for home in homes) / len(homes)
    assert rows["ครัวเรือน"][1] == "300"
    assert f"เอกสารสิทธิที่มี {deeds:.0%}" in rows["ครัวเรือน"][3]
    assert rows["หมู่บ้าน"][1:4] == ["8", "100%", "–"]
    # A source has nothing that must be complete: no share, and never 0 %.
    assert rows["แหล่งข้อมูล"][2:4] == ["–", "–"]
    table = part(filled, "quality-import-1").tables[0]
    assert table.columns[2].label == "ช่องไม่บังคับที่กรอกมา" and "ช่องบังคับ" in table.note
    # One household of the second file: its answers would be those of one family.
    second = {row[0]: row for row in part(filled, "quality-import-2").tables[0].cells()}
    assert second["ครัวเรือน"][1:4] == ["1", "ปกปิด", "–"]


def test_two_sources_stand_side_by_side_with_their_names(filled):
    section = part(filled, "quality-differences")
    (row,) = section.tables[0].cells()
    assert row[0] == "ครัวเรือนเกษตรกร"
    assert row[3:7] == [
        "9,610",
        "ตัวเลขอ้างอิงอำเภอและจังหวัดสมมติ (ข้อมูลสมมติ)",
        "10,571",
        "ทะเบียนเกษตรกรอำเภอ (สมมติ)",
    ]
    # (10,571 − 9,610) ÷ 9,610
    assert row[7] == "10.0%"


def test_no_row_is_shown(filled):
    for language in ("th", "en"):
        with speaking(language):
            said = text_of(kit.quality(filled))
        assert not re.search(r"99-00\d|-3\b|99010101|73050203|แถวที่ \d|row \d", said)
        assert "nan" not in said.split() and "None" not in said and "{" not in said


def test_english_pages_hold_no_thai_sentence_of_the_kits_own(filled):
    with speaking("en"):
        said = [line for one in kit.quality(filled).walk() for line in one.sentences]
    assert said and not any(re.search("[ก-๙]", line) for line in said)


def test_what_a_row_held_never_enters_the_sentence_of_its_kind():
    values = {"product": "ข้าว", "value": "6,000", "middle": "600", "n": 26}
    for code in ("validate.far-yield", "validate.unheard-of"):
        kind = FindingKind("flag", code, "ผลผลิต", "{product}: {value} beside {middle}", values, 1)
        said = general(kind)
        assert "6,000" not in said and "600" not in said and "ข้าว" not in said


def test_refused_rows_that_came_in_mended_are_told_beside_the_refused(filled, monkeypatch):
    unmended = kit.quality(filled).sentences
    assert "2 แถวที่ไม่รับ" in unmended[0] and len(unmended) == 1
    first, second = filled.quality()
    summaries = [first, dataclasses.replace(second, mended=1)]
    monkeypatch.setattr(type(filled), "quality", lambda _: summaries)
    said = kit.quality(filled).sentences[1]
    assert said == "ในแถวที่ไม่รับนั้น แก้แล้วและนำเข้าใหม่ 1 แถว ยังไม่ได้แก้ 1 แถว"


def _of_kinds(filled_imports, *kinds: FindingKind):
    return [dataclasses.replace(filled_imports[0], kinds=kinds)]


def test_findings_of_many_kinds_are_capped_and_the_rest_counted(filled) -> None:
    # Twelve kinds, the 12th found twelve times, the first once: the three most frequent stand.
    kinds = [FindingKind("flag", f"x.{n}", "", f"kind {n}", {}, n) for n in range(1, 13)]
    with speaking("en"):
        table = findings_table(_of_kinds(filled.quality(), *kinds), 3)
        assert table is not None
        assert [row[0] for row in table.cells()] == ["kind 12", "kind 11", "kind 10"]
        assert table.note == "9 further kinds stand with the imports below."
        assert {row[2] for row in table.cells()} == {"to be checked"}


def test_columns_of_the_kits_own_template_are_named_in_the_language_of_the_report(filled) -> None:
    one = next(one for one in filled.quality() if one.file_name == "register.xlsx")
    for language, label in (("th", "สมาชิกชาย"), ("en", "Male members")):
        with speaking(language):
            table = findings_table([one])
            assert table is not None and label in {row[1] for row in table.cells()}
