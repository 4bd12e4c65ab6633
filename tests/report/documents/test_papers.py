"""Papers of a meeting: filled from the records, a dotted line where they are silent, no names."""

from __future__ import annotations

import re

import docx
import pytest
from docx.oxml.ns import qn

from planning_kit.errors import KitError
from planning_kit.language import speaking
from planning_kit.records import PlanArea, record_type
from planning_kit.report.documents import KINDS, compose, to_page, write_documents
from planning_kit.store import Store
from planning_kit.workbook import create

ROWS = {
    "forum": [
        {"forum_code": "C1", "kind": "council_meeting", "title": "ประชุมสภา ครั้งที่ 2/2569",
         "date": "15 ก.ค. 2569", "place": "ห้องประชุม", "purpose": "เริ่มทำแผน",
         "agenda": "เรื่องแจ้ง\nแต่งตั้งคณะทำงาน", "present": 34, "men": 18, "women": 16, "members": 31,
         "members_present": 27, "votes_for": 26, "votes_against": 0, "votes_abstain": 1,
         "convener": "ประธานสภา", "minutes": "ให้เก็บข้อมูลเอง\nงดเดือนเกี่ยวข้าว", "resolution": "ให้ทำแผน"},
        {"forum_code": "C2", "kind": "council_meeting", "title": "ประชุมสภา ครั้งที่ 3/2569", "date": "9 ก.ย. 2569",
         "present": 118, "men": 50, "women": 66, "other_sex": 2, "members": 33, "members_present": 17,
         "votes_for": 8, "votes_against": 8, "votes_abstain": 1, "chair_voted_to_break_tie": True},
        {"forum_code": "F01", "kind": "village_forum", "title": "ประชาคมหมู่ 1", "date": "3 ส.ค. 2569"},
    ],
    "working_group_seat": [{"organisation": "สภาองค์กรชุมชน", "role": "ประธาน", "seats": 1}],
}  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    area = {"plan_area_id": "730502", "name": "ตำบลบางปลา", "tambon_codes": ("730502",)}
    with Store.open(tmp_path_factory.mktemp("papers") / "kit.db") as store:
        made = create(PlanArea.model_validate(area), store=store, who="test", why="test")
        for name, rows in ROWS.items():
            for row in rows:
                made.save(record_type(name).model_validate(row), who="test", why="test")
        yield made


def said(document) -> list[str]:
    return [block.text for block in document.blocks]


def test_the_agenda_is_numbered_as_officials_do(book):
    found = [text for text in said(compose("agenda", book, "C1")) if "ระเบียบวาระที่" in text]
    assert found == ["ระเบียบวาระที่ 1 เรื่องแจ้ง", "ระเบียบวาระที่ 2 แต่งตั้งคณะทำงาน"]


def test_a_meeting_without_agenda_gets_the_usual_five_items_and_room_to_write(book):
    paper = compose("minutes", book, "F01")
    assert sum("ระเบียบวาระที่" in text for text in said(paper)) == 5
    assert sum(block.kind == "line" for block in paper.blocks) >= 15


def test_minutes_keep_what_was_said_line_by_line_with_votes_and_quorum(book):
    texts = said(compose("minutes", book, "C1"))
    assert "ให้เก็บข้อมูลเอง" in texts and "งดเดือนเกี่ยวข้าว" in texts and "ให้ทำแผน" in texts
    assert any("27" in text and "31" in text and "16" in text for text in texts)
    assert any("26" in text for text in texts)
    # A village forum has no quorum.
    assert not any("องค์ประชุม" in text for text in said(compose("minutes", book, "F01")))


def test_what_the_records_do_not_say_is_a_dotted_line(book):
    texts = " ".join(said(compose("invitation", book, "F01")))
    assert "ประชาคมหมู่ 1" in texts and "3 สิงหาคม 2569" in texts
    assert "ณ ......" in texts and "{" not in texts and "None" not in texts


def test_the_sign_in_sheet_is_blank_and_says_why_names_are_asked(book):
    paper = compose("sign_in", book, "C1")
    (table,) = [block for block in paper.blocks if block.kind == "table"]
    assert len(table.rows) == 21
    assert all(cell == "" for row in table.rows[1:] for cell in row[1:])
    assert any("ไม่พิมพ์ลงในแผน" in text for text in said(paper))


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_in_both_languages(book, kind, language):
    with speaking(language):
        html = to_page(compose(kind, book, "F01"))
        shown = re.sub(r"<style.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)
        assert "{" not in shown and "None" not in shown
        if language == "th":
            assert re.findall(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", shown) == []


def test_hostile_text_stays_inert(book, tmp_path):
    (tmp_path / "agenda.toml").write_text(
        'code="agenda"\n[[part]]\nkind="center"\ntext={th="<script>x</script>", en="x"}\n', "utf-8"
    )
    html = to_page(compose("agenda", book, "C1", folder=tmp_path))
    assert "<script>" not in html and "&lt;script&gt;" in html


def test_an_own_wording_with_an_unknown_place_is_refused_in_words(book, tmp_path):
    (tmp_path / "agenda.toml").write_text(
        'code="agenda"\n[[part]]\nkind="center"\ntext={th="{chairman}", en="{chairman}"}\n', "utf-8"
    )
    with pytest.raises(KitError, match="chairman") as caught:
        compose("agenda", book, "C1", folder=tmp_path)
    assert caught.value.code == "report.unknown-place"


@pytest.mark.parametrize(
    ("meeting", "code"), [(None, "report.meeting-needed"), ("F99", "report.no-such-meeting")]
)
def test_a_paper_needs_its_meeting(book, meeting, code):
    with pytest.raises(KitError) as caught:
        compose("minutes", book, meeting)
    assert caught.value.code == code


def test_word_sets_thai_as_a_complex_script(book, tmp_path):
    (file,) = write_documents(book, ["minutes"], tmp_path, meeting="C1", formats=["docx"])
    word = docx.Document(str(file))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert "ระเบียบวาระที่ 2 แต่งตั้งคณะทำงาน" in texts
    for paragraph in word.paragraphs:
        for run in paragraph.runs:
            properties = run._r.rPr
            assert properties.find(qn("w:szCs")).get(qn("w:val")) == "32"
            assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
            assert properties.rFonts.get(qn("w:cs")) == "TH SarabunPSK"


def test_thai_digits_leave_what_a_machine_reads(book, tmp_path):
    files = write_documents(book, ["covering_letter"], tmp_path, formats=["docx"], thai_digits=True)
    texts = " ".join(paragraph.text for paragraph in docx.Document(str(files[0])).paragraphs)
    assert "๒๕๗๑–๒๕๗๕" in texts and "(SHA-256)" in texts and "2571" not in texts


def test_the_minutes_count_everyone_and_tell_the_casting_vote(book):
    told = said(compose("minutes", book, "C2"))
    assert "ผู้มาประชุม (รายชื่อตามใบลงชื่อ): 118 คน · ชาย 50 หญิง 66 เพศอื่น ๆ 2" in told
    votes = next(at for at, text in enumerate(told) if text.startswith("ผลการลงมติ"))
    assert told[votes] == "ผลการลงมติ: เห็นชอบ 8 ไม่เห็นชอบ 8 งดออกเสียง 1"
    assert "8" in told[votes + 1] and "ชี้ขาด" in told[votes + 1]
    with speaking("en"):
        assert any(
            "casting vote carried it" in text for text in said(compose("minutes", book, "C2"))
        )
    # A village forum has neither quorum nor casting vote.
    assert not any("องค์ประชุม" in text for text in said(compose("minutes", book, "F01")))


def test_word_and_libreoffice_get_the_same_columns_and_lines_to_the_margin(book, tmp_path):
    files = write_documents(book, ["sign_in", "minutes"], tmp_path, meeting="F01", formats=["docx"])
    sheet, minutes = (docx.Document(str(file)) for file in files)
    [table] = sheet.tables
    grid = [column.width for column in table.columns]
    assert grid == [cell.width for cell in table.rows[0].cells]
    # The number is the narrowest column, the name the widest; together 16 cm are printed on.
    assert grid.index(min(grid)) == 0 and grid.index(max(grid)) == 1
    assert sum(grid) == pytest.approx(16 * 360_000, rel=0.001)
    assert not [line for line in minutes.paragraphs if line.text.count(".") > 80]
    dotted = [line for line in minutes.paragraphs if line.text == "\t"]
    assert len(dotted) >= 15
    [stop] = dotted[0].paragraph_format.tab_stops
    assert stop.position == pytest.approx(16 * 360_000, rel=0.001)


def test_years_and_marks_of_a_page_are_not_torn_apart(book):
    page = to_page(compose("covering_letter", book))
    assert '<span class="one">2571–2575</span>' in page
    assert '<span class="one">SHA-256</span>' in page
