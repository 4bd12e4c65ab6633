"""The brief of a proposal: what it says, and that it lies on exactly two A4 sheets."""

from __future__ import annotations

import datetime as dt
import re

import docx
import pytest

from planning_kit.errors import KitError
from planning_kit.language import speaking
from planning_kit.records import PolicyProposal, Problem, ProposalOrigin, ProposalStep
from planning_kit.report import brief_print
from planning_kit.report.brief_print import Brief, brief_page, write_brief
from planning_kit.report.browser import find_browser
from planning_kit.report.chapters.proposal_brief import proposal_brief
from planning_kit.report.proposal_files import proposal_files
from planning_kit.report.standing_alone import outside_requests

pytestmark = pytest.mark.slow

BY = {"who": "ทดสอบ", "why": "ทดสอบ"}
TODAY = dt.date(2026, 11, 30)
with_browser = pytest.mark.skipif(find_browser() is None, reason="no Chromium, Chrome or Edge here")
LONG = "น้ำทำนาไม่พอตั้งแต่เดือนกุมภาพันธ์ถึงเมษายน เพราะหนองและสระตื้นเขิน เก็บน้ำฝนไว้ไม่อยู่ "


def sheets(section):
    """Return what stands on the first and on the second sheet."""
    *first, second = section.parts
    return [_told([section, *first]), _told(second.walk())]


def _told(parts):
    return "\n".join(
        line
        for one in parts
        for line in (
            one.title,
            *(f"{fact.value} {fact.label} {fact.note}" for fact in one.facts),
            *one.sentences,
            *one.notes,
            *(" | ".join(row) for table in one.tables for row in table.cells()),
        )
    )


def test_the_first_sheet_says_what_is_asked_of_whom_and_why(places):
    first, _second = sheets(proposal_brief(places.province, "N01", today=TODAY))
    for said in ("300,000 บาท", "3 จาก 3 ตำบล", "งบประมาณ", "กรมชลประทาน", "ระดับประเทศ"):
        assert said in first
    # 120 + 80 stated, one tambon says nothing. Each figure with n, date and source.
    assert "200 ครัวเรือนที่เดือดร้อน เท่าที่ระบุ 1 ตำบลไม่ได้ระบุ" in first
    figure = "น้ำไม่พอ ร้อยละ 41 | 200 | 30 ก.ย. 2569 | คณะทำงาน, สำรวจครัวเรือน · ตำบลในเมือง"
    assert figure in first


def test_the_second_sheet_has_voices_the_way_ancestry_answer_and_roles(places):
    _first, second = sheets(proposal_brief(places.province, "N01", today=TODAY))
    assert "“น้ำทำนาไม่พอในหน้าแล้ง เพราะคลองตื้นเขิน” — กลุ่มผู้ใช้น้ำ, ตำบลในเมือง" in second
    assert second.count("10 ต.ค. 2569") == 3 and "เห็นชอบ 31" in second
    assert second.count("↳ รวมมาจาก N1") == 3 and "↳ จากปัญหาร่วม: น้ำไม่พอหน้าแล้ง" in second
    assert "ส่งแล้ว รอคำตอบ" in second and "ยังไม่มีคำตอบจากหน่วยงาน" in second
    assert "ผู้เสนอ: ที่ประชุมระดับจังหวัด" in second


def test_a_tambon_makes_a_brief_of_its_own_records(places):
    first, second = sheets(proposal_brief(places.tambons["670103"], "N1", today=TODAY))
    # Nobody stated households: at least three figures all the same, none of them made up.
    assert "ครัวเรือนที่เดือดร้อน" not in first and "น้ำไม่พอ ร้อยละ 43" in first
    assert "ไม่ได้ระบุหน่วยงาน" in first
    assert "จังหวัด: รอที่ประชุมระดับนี้ · ตั้งแต่ 10 ต.ค. 2569 · 51 วัน" in second


def test_the_answer_is_printed_with_its_date(places):
    book = places.province
    old = next(one for one in book.records(PolicyProposal) if one.proposal_code == "N01")
    answered = {"state": "accepted", "answer": "รับไว้ในแผนปี 2572", "answered_on": "29 พ.ย. 2569"}
    book.save(old.with_changes(**answered), **BY)
    _first, second = sheets(proposal_brief(book, "N01", today=TODAY))
    assert "คำตอบของหน่วยงาน (29 พ.ย. 2569): รับไว้ในแผนปี 2572" in second


def test_an_unknown_proposal_is_told_with_those_there_are(places):
    with pytest.raises(KitError, match="N01") as caught:
        proposal_brief(places.province, "N99", today=TODAY)
    assert caught.value.code == "report.no-such-proposal"


def test_a_page_stands_alone_and_no_person_is_in_it(places):
    book = places.tambons["670101"]
    book.save(
        Problem(problem_code="P01", statement="นายสมชาย ใจดี บอกว่าน้ำไม่พอ", theme="water"), **BY
    )
    page = brief_page(Brief(proposal_brief(book, "N1", today=TODAY), "ข้อเสนอ"))
    assert outside_requests(page) == [] and "สมชาย" not in page and "น้ำไม่พอ" in page


def crowded(places):
    """Fill a proposal with as much as people may write."""
    book = places.province
    old = next(one for one in book.records(PolicyProposal) if one.proposal_code == "N01")
    book.save(
        old.with_changes(
            statement=LONG * 4, ask=LONG * 14, figures=LONG * 8, answer=LONG * 10,
            answered_on="29 พ.ย. 2569", state="accepted",
        ),
        **BY,
    )  # fmt: skip
    for number in range(1, 13):
        day = dt.date(2026, 10, number)
        step = {"proposal_code": "N01", "level": "province", "date": day, "resolution": "returned"}
        book.save(ProposalStep(**step, reason=LONG, sent_to=LONG[:60]), **BY)
        book.save(
            ProposalOrigin(
                proposal_code="N01", from_ref=f"6702{number:02}/N9", how="merged", note=LONG
            ),
            **BY,
        )
    for tambon in places.tambons.values():
        for number in range(3, 9):
            tambon.save(
                Problem(problem_code=f"P0{number}", statement=LONG * 3, theme="water"), **BY
            )
        old = next(one for one in tambon.records(PolicyProposal))
        codes = ("P01", *(f"P0{number}" for number in range(3, 9)))
        tambon.save(old.with_changes(problem_codes=codes), **BY)
    return book


@pytest.mark.browser
@with_browser
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("much", [False, True])
def test_the_print_has_exactly_two_a4_sheets_of_letters_as_large_as_can_be(
    places, tmp_path, language, much
):
    pypdf = pytest.importorskip("pypdf")
    book = crowded(places) if much else places.province
    with speaking(language):
        page, pdf = proposal_files(
            book, tmp_path, codes=["N01"], formats=["html", "pdf"], today=TODAY
        )
    points = float(
        re.findall(r"@media print{html{font-size:([\d.]+)pt}}", page.read_text("utf-8"))[0]
    )
    assert 7 <= points < 11 if much else points >= 11
    pages = pypdf.PdfReader(pdf).pages
    assert [round(page.mediabox.height) // 10 for page in pages] == [84, 84]
    # The browser's text lacks some marks of Thai, so words without any are looked for.
    ask, way = ("งบประมาณ", "มติ") if language == "th" else ("What is asked", "Official answer")
    assert ask in pages[0].extract_text() and way in pages[1].extract_text()


def test_without_a_browser_the_size_is_reckoned_and_never_too_large(places, monkeypatch, tmp_path):
    few = Brief(proposal_brief(places.province, "N01", today=TODAY), "ข้อเสนอ")
    many = Brief(proposal_brief(crowded(places), "N01", today=TODAY), "ข้อเสนอ")
    sizes = [brief_print._reckoned(one.section) for one in (few, many)]
    assert sizes[0] > sizes[1] >= 7
    monkeypatch.setattr(brief_print, "find_browser", lambda: None)
    [page] = write_brief(few, tmp_path / "b", ["html"])
    assert f"font-size:{sizes[0]:.2f}pt" in page.read_text(encoding="utf-8")


def test_the_word_file_says_the_same_with_the_second_sheet_on_a_new_page(places, tmp_path):
    section = proposal_brief(places.province, "N01", today=TODAY)
    [file] = write_brief(Brief(section, "ข้อเสนอ"), tmp_path / "b", ["docx"])
    word = docx.Document(str(file))
    texts = [line.text for line in word.paragraphs]
    assert section.title in texts and "คำตอบของหน่วยงานและสถานะ" in texts
    assert sum('w:type="page"' in line._p.xml for line in word.paragraphs) == 1
    # Figures, places and steps.
    assert len(word.tables) == 3


def test_a_workbook_without_proposals_is_told(tmp_path, places):
    book = places.tambons["670101"]
    for one in book.stored(ProposalStep):
        book.withdraw(ProposalStep, one.revision.record_id, **BY)
    for one in book.stored(PolicyProposal):
        book.withdraw(PolicyProposal, one.revision.record_id, **BY)
    with pytest.raises(KitError) as caught:
        proposal_files(book, tmp_path)
    assert caught.value.code == "report.no-proposals"
