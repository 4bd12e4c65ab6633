"""Minutes, photos and maps: what was said is printed, who signed in is not."""

from __future__ import annotations

from PIL import Image

from planning_kit.records import Forum, Lesson, Narrative, PolicyProposal, Problem
from planning_kit.report.chapters.cover import cover
from planning_kit.report.chapters.foreword import foreword
from planning_kit.report.chapters.higher_plans import higher_plans
from planning_kit.report.chapters.lessons import lessons
from planning_kit.report.chapters.minutes_appendix import minutes_and_photos
from planning_kit.report.chapters.proposals import proposals
from planning_kit.workbook import attach

FORUM = Forum(
    forum_code="F01", kind="village_forum", title="ประชาคมหมู่ 1", date="3 ส.ค. 2569",
    place="ศาลา", present=46, men=20, women=26, minutes="น้ำแห้ง\nหนี้มาก",
    resolution="เสนอเรื่องน้ำ", votes_for=44, votes_against=0, votes_abstain=2,
)  # fmt: skip
LATER = Forum(forum_code="A01", kind="tambon_forum", title="ตำบล", date="10 ต.ค. 2569")


def a_picture(folder, name, colour="green"):
    path = folder / name
    Image.new("RGB", (40, 30), colour).save(path)
    return path


def test_meetings_stand_by_date_with_what_was_said_and_resolved(planned):
    first, second = minutes_and_photos(planned(LATER, FORUM)).parts
    assert "F01" in first.title and "A01" in second.title
    assert "46 คน" in first.sentences[0] and "ชาย 20 หญิง 26" in first.sentences[0]
    assert first.sentences[1:4] == ["น้ำแห้ง", "หนี้มาก", "มติ: เสนอเรื่องน้ำ"]
    assert "ยังไม่ได้บันทึก" in second.sentences[1]


def test_photos_stand_with_their_meeting_and_sign_in_sheets_nowhere(planned, tmp_path):
    book = planned(FORUM)
    for name, kind, colour, about in (
        ("a.png", "photo", "green", {"about": "forum", "about_code": "F01"}),
        ("b.png", "resource_map", "blue", {}),
        ("c.png", "sign_in", "red", {"about": "forum", "about_code": "F01"}),
        ("d.png", "logo", "black", {}),
    ):
        path = a_picture(tmp_path, name, colour)
        attach(book, path, kind=kind, caption=f"ภาพ {name}", who="ทดสอบ", **about)
    appendix = minutes_and_photos(book)
    meeting, rest = appendix.parts
    assert [photo.caption for photo in meeting.photos] == ["ภาพ a.png"]
    assert [photo.caption for photo in rest.photos] == ["ภาพ b.png"]
    assert "c.png" not in appendix._repr_html_()
    assert [photo.alt for photo in cover(book).photos] == ["ภาพ d.png"]
    assert "data:image/" in cover(book)._repr_html_()


def test_with_neither_meeting_nor_photo_there_is_no_appendix(planned):
    assert minutes_and_photos(planned()) is None
    assert higher_plans(planned()) is None


def test_the_written_foreword_comes_first(planned):
    book = planned(Narrative(chapter="foreword", text="จากใจสภา\nถึงลูกหลาน"))
    assert foreword(book).sentences[:2] == ["จากใจสภา", "ถึงลูกหลาน"]


def test_a_proposal_leads_to_its_problems_and_says_its_answer(planned):
    book = planned(
        Problem(problem_code="P01", statement="น้ำไม่พอ"),
        PolicyProposal(
            proposal_code="N2", statement="ขอลดดอกเบี้ย", level="nation", addressee="ธนาคาร",
        ),
        PolicyProposal(
            proposal_code="N1", statement="ขอร่วมจัดรอบน้ำ", level="province", state="refused",
            problem_codes=("P01",), figures="น้ำไม่พอร้อยละ 41", ask="ให้ร่วมประชุม",
            ask_kind="service", answer="รอกรมชลประทาน", answered_on="20 ธ.ค. 2569", amount=1000,
        ),
    )  # fmt: skip
    section = proposals(book)
    assert [row[0] for row in section.tables[0].cells()] == ["N1", "N2"]
    told = " ".join(section.parts[0].sentences)
    for part in ("P01 น้ำไม่พอ", "ร้อยละ 41", "บริการของรัฐ", "1,000 บาท", "รอกรมชลประทาน"):
        assert part in told
    assert "หน่วยงานไม่รับ" in told and "20 ธ.ค. 2569" in told
    assert "2 ข้อ ได้รับคำตอบแล้ว 1 ข้อ" in section.sentences[0]


def test_a_lesson_has_its_three_parts_and_where_it_was_learnt(planned):
    book = planned(
        FORUM,
        Lesson(lesson_code="L1", title="นัดวัน", what_helped="ก", obstacle="ข", way_out="ค",
               forum_code="F01"),
    )  # fmt: skip
    (row,) = lessons(book).tables[0].cells()
    assert row[2:5] == ["ก", "ข", "ค"] and "ประชาคมหมู่บ้าน" in row[5]
