"""Who took part and what they told: counted by hand here, and nothing they said is lost."""

from __future__ import annotations

import re

import pytest

import planning_kit as kit
from planning_kit.language import speaking
from planning_kit.records import PlanArea, record_type
from planning_kit.report.chapters.book_chapter import book_chapter
from planning_kit.report.chapters.narrative import other_words
from planning_kit.store import Store
from planning_kit.workbook import create

VILLAGES = ("73050201", "73050202", "73050203")
ROWS = {
    "village": [{"village_code": code, "name": f"บ้าน{code[-1]}"} for code in VILLAGES],
    "forum": [
        {"forum_code": "F01", "kind": "village_forum", "title": "ประชาคมหมู่ 1", "date": "1 ส.ค. 2569",
         "invited": 60, "present": 40, "men": 15, "women": 25, "under_25": 4, "age_25_59": 26,
         "age_60_up": 10},
        {"forum_code": "F02", "kind": "village_forum", "title": "ประชาคมหมู่ 2", "date": "3 ส.ค. 2569",
         "present": 20, "men": 5, "women": 15},
        {"forum_code": "C1", "kind": "council_meeting", "title": "ประชุมสภา", "date": "9 ส.ค. 2569",
         "present": 30, "members": 31, "members_present": 15, "votes_for": 9, "votes_against": 6},
    ],
    "attendance": [
        {"forum_code": "F01", "by": "village", "name": VILLAGES[0], "invited": 60, "present": 40, "women": 25},
        {"forum_code": "F02", "by": "village", "name": VILLAGES[1], "present": 20, "women": 15},
        {"forum_code": "F02", "by": "farmer_group", "name": "กลุ่มผู้ใช้น้ำคลองบน", "present": 6},
    ],
    "problem": [
        {"problem_code": "P01", "statement": "น้ำทำนาปรังไม่พอ", "theme": "water", "forum_code": "F01",
         "village_codes": VILLAGES, "households_affected": 180, "households_basis": "ทะเบียนผู้ใช้น้ำ"},
        {"problem_code": "P02", "statement": "เป็นหนี้ซ้ำทุกปี", "theme": "debt", "forum_code": "F02",
         "village_codes": VILLAGES[1:]},
        {"problem_code": "P03", "statement": "น้ำทำนาปรังไม่พอใช้", "theme": "water",
         "merged_into": "P01", "merged_reason": "เรื่องเดียวกัน"},
        {"problem_code": "P04", "statement": "ขอไฟส่องทาง", "is_set_aside": True,
         "set_aside_reason": "อยู่ในแผน อบต. แล้ว"},
    ],
    "tree_node": [
        {"problem_code": "P01", "node_code": "C1", "side": "cause", "statement": "คลองตื้น", "is_root_cause": True},
        {"problem_code": "P02", "node_code": "C1", "side": "cause", "statement": "ข้าวราคาต่ำ"},
    ],
    "decision": [
        {"decision_code": "D01", "about": "problem_order", "forum_code": "C1", "date": "9 ส.ค. 2569",
         "subject": "ลำดับปัญหา", "adopted_codes": ("P02", "P01"), "dissent": "หมู่ 1 ให้น้ำมาก่อน"},
    ],
    "swot_item": [
        {"item_code": "S1", "quadrant": "strength", "statement": "มีกลุ่มผู้ใช้น้ำ", "evidence": "บัญชีกลุ่ม"},
        {"item_code": "O1", "quadrant": "opportunity", "statement": "ตลาดโรงเรียน"},
        {"item_code": "SO1", "quadrant": "so", "statement": "ส่งผักให้โรงเรียน", "linked_codes": ("S1", "O1")},
    ],
    "timeline_event": [
        {"year_be": 2554, "event": "น้ำท่วมใหญ่", "effect": "นาเสียหาย", "kind": "bad"},
        {"year_be": 2520, "event": "ตั้งตำบล", "kind": "good"},
    ],
    "calendar_entry": [
        {"kind": "labour", "name": "เกี่ยวข้าว", "months": (11, 12)},
        {"kind": "debt", "name": "ใช้หนี้", "months": (3, 12)},
        {"kind": "festival", "name": "งานบุญ", "months": (4,)},
    ],
    "local_knowledge": [{"name": "ปุ๋ยหมักฟาง", "kind": "local_knowledge", "used_by": "กลุ่มปุ๋ย"}],
    "working_group_seat": [
        {"organisation": "สภาองค์กรชุมชน", "role": "ประธาน", "seats": 1, "position": 2},
        {"organisation": "หมู่บ้าน", "role": "กรรมการ", "seats": 6, "position": 1},
    ],
    "narrative": [
        {"chapter": "problems", "title": "ทำไมน้ำมาก่อน", "text": "เราคุยกันสามคืน\nแล้วจึงตกลง"},
        {"chapter": "บทพิเศษ", "text": "ขอบคุณคนเฒ่าคนแก่"},
    ],
}  # fmt: skip
PARTS = (
    kit.participation, kit.working_group, kit.problems, kit.problem_trees,
    kit.swot, kit.timeline, kit.season_year, kit.local_knowledge,
    kit.merge_suggestions, kit.resource_maps, kit.taking_part, kit.listening,
)  # fmt: skip


def _workbook(path, rows):
    area = PlanArea.model_validate(
        {"plan_area_id": "730502", "name": "ตำบลบางปลา", "tambon_codes": ("730502",)}
    )
    book = create(area, store=Store.open(path / "kit.db"), who="test", why="test")
    for name, given in rows.items():
        for row in given:
            book.save(record_type(name).model_validate(row), who="test", why="test")
    return book


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    with _workbook(tmp_path_factory.mktemp("told"), ROWS) as book:
        yield book


@pytest.fixture
def empty(tmp_path):
    with _workbook(tmp_path, {}) as book:
        yield book


def text_of(section) -> str:
    return re.sub(r"<style.*?</style>|<[^>]+>", " ", section._repr_html_(), flags=re.DOTALL)


def part(section, key):
    return next(one for one in section.walk() if one.key == key)


def test_the_people_of_every_meeting_are_counted(told):
    section = kit.participation(told)
    # 40 + 20 + 30 attendances; women 25 + 15 of the 60 at the two meetings that tell both sexes.
    assert [fact.value for fact in section.facts] == ["3", "90", "67%"]
    # Ages are told by F01 alone: 4 and 10 of 40.
    assert "10%" in section.sentences[1] and "25%" in section.sentences[1]
    assert [row[0].split()[0] for row in section.tables[0].cells()] == ["F01", "F02", "C1"]


def test_a_village_nobody_came_from_is_named(told):
    section = part(kit.participation(told), "participation-villages")
    assert "2 จาก 3" in section.sentences[0]
    assert "หมู่ 3 บ้าน3" in section.sentences[1] and "หมู่ 1" not in section.sentences[1]


def test_quorum_is_told_of_the_council_meeting_only(told):
    section = part(kit.participation(told), "participation-quorum")
    # 15 of 31 is less than half (16 are needed).
    assert len(section.sentences) == 1
    assert "C1" in section.sentences[0] and "16" in section.sentences[0]


def test_dissent_is_printed(told):
    assert "หมู่ 1 ให้น้ำมาก่อน" in text_of(part(kit.participation(told), "participation-dissent"))


def test_problems_stand_by_theme_and_the_others_keep_their_reason(told):
    section = kit.problems(told)
    assert "4 เรื่อง" in section.sentences[0] and "2 เรื่อง" in section.sentences[0]
    keys = [one.key for one in section.parts]
    assert keys == ["problems-debt", "problems-water", "problems-merged", "problems-set-aside"]
    water = part(section, "problems-water").tables[0].cells()
    assert [row[0] for row in water] == ["P01 น้ำทำนาปรังไม่พอ"]
    assert "ทั้ง 3 หมู่บ้าน" in water[0][1] and "180" in water[0][2]
    assert "หมู่ 2, 3" in part(section, "problems-debt").tables[0].cells()[0][1]
    merged = part(section, "problems-merged").tables[0].cells()[0]
    assert "P01" in merged[1] and "เรื่องเดียวกัน" in merged[1]
    assert "อยู่ในแผน อบต. แล้ว" in text_of(part(section, "problems-set-aside"))
    html = section._repr_html_()
    assert 'id="problem-p03"' in html and 'href="#problem-p01"' in html


def test_a_ring_of_merges_loses_no_problem(tmp_path):
    ring = [
        {"problem_code": "P01", "statement": "ก", "merged_into": "P02"},
        {"problem_code": "P02", "statement": "ข", "merged_into": "P01"},
    ]
    with _workbook(tmp_path, {"problem": ring}) as book:
        section = kit.problems(book)
    assert [row[0] for row in section.parts[0].tables[0].cells()] == ["P01 ก", "P02 ข"]


def test_merging_is_suggested_only_of_what_is_not_merged(told, tmp_path):
    assert kit.merge_suggestions(told).tables == []
    alike = [
        {"problem_code": "P01", "statement": "คลองส่งน้ำตื้นเขิน น้ำทำนาไม่พอ"},
        {"problem_code": "P02", "statement": "น้ำทำนาไม่พอ คลองส่งน้ำตื้นเขิน"},
    ]
    with _workbook(tmp_path, {"problem": alike}) as book:
        found = kit.merge_suggestions(book).tables[0].cells()
        assert len(book.frame("problem")) == 2
    assert [row[3] for row in found] == ["100%"]


def test_trees_come_in_the_order_that_was_adopted(told):
    section = kit.problem_trees(told)
    assert [one.key for one in section.parts] == ["tree-P02", "tree-P01"]
    assert "รากของปัญหา: คลองตื้น" in section.parts[1].sentences[0]
    assert "คลองตื้น" in section.parts[1].pictures[0].alt


def test_swot_and_the_ways_that_join_it(told):
    inside, outside, ways = kit.swot(told).tables
    assert inside.cells() == [["S1 มีกลุ่มผู้ใช้น้ำ\nหลักฐาน: บัญชีกลุ่ม", ""]]
    assert outside.cells()[0][0] == "O1 ตลาดโรงเรียน"
    assert ways.cells()[0][1:] == ["SO1 ส่งผักให้โรงเรียน", "S1 มีกลุ่มผู้ใช้น้ำ\nO1 ตลาดโรงเรียน"]


def test_the_year_names_the_month_where_burdens_meet(told):
    section = kit.season_year(told)
    # Harvest and repayment meet in December alone; the feast is no burden.
    assert section.sentences == ["ช่วงที่หนักที่สุด: ธ.ค. มีเรื่องแรงงาน หนี้ และภัยมาพร้อมกัน 2 เรื่อง"]
    assert [row[0] for row in section.tables[0].cells()] == ["เกี่ยวข้าว", "ใช้หนี้", "งานบุญ"]


def test_the_timeline_and_the_seats(told):
    assert "2 เรื่อง ตั้งแต่ พ.ศ. 2520 ถึง 2554" in kit.timeline(told).sentences[0]
    seats = kit.working_group(told)
    assert [row[0] for row in seats.tables[0].cells()] == ["หมู่บ้าน", "สภาองค์กรชุมชน"]
    assert "7 คน" in seats.sentences[0]


def test_what_people_wrote_stands_before_its_part_and_nothing_is_lost(told):
    chapter = kit.listening(told)
    keys = [one.key for one in chapter.parts]
    assert keys[:2] == ["words-1", "problems"]
    assert chapter.parts[0].sentences == ["เราคุยกันสามคืน", "แล้วจึงตกลง"]
    left = other_words(told, ("problems",))
    assert left is not None and "ขอบคุณคนเฒ่าคนแก่" in text_of(left)
    assert "ขอบคุณคนเฒ่าคนแก่" in text_of(kit.evidence_and_method(told))


def test_a_part_with_nothing_is_left_out_of_a_chapter(told):
    chapter = book_chapter("k", "บท", "เพราะ", told, (lambda book: None, kit.swot))
    assert [one.key for one in chapter.parts] == ["swot"]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("chapter", PARTS, ids=lambda one: one.__name__)
def test_every_part_can_be_told_full_and_empty(told, empty, chapter, language):
    with speaking(language):
        for book in (told, empty):
            said = text_of(chapter(book))
            assert said.strip() and "{" not in said
            assert "nan" not in said.lower().split() and "None" not in said
            if language == "th":
                assert re.findall(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", said) == []


def test_keys_are_unique_in_what_is_printed_together(told):
    keys = [one.key for chapter in (kit.taking_part, kit.listening) for one in chapter(told).walk()]
    assert len(keys) == len(set(keys))
