"""The pack as a facilitator finds it: every link leads somewhere, every page stands alone."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest

from planning_kit.charts.wrap import wrapped
from planning_kit.cli import main
from planning_kit.course.markdown import plain_lines
from planning_kit.course.readable import reading_faults
from planning_kit.pack import slides
from planning_kit.pack.page import for_paper
from planning_kit.pack.texts import PAPERS, pack_text
from planning_kit.records import Household
from planning_kit.report.standing_alone import outside_requests
from planning_kit.shipped import shipped

LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
ID = re.compile(r'\bid="([^"]+)"')


def said(html: str) -> str:
    return re.sub(
        r"\s+", " ", unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", html, flags=re.S))
    )


def test_every_link_leads_to_something_in_the_pack(folder):
    pages = {file: file.read_text("utf-8") for file in folder.rglob("*.html")}
    assert len(pages) == 17 + 2 * 6
    broken, followed = [], 0
    for file, html in pages.items():
        for address in map(unescape, LINK.findall(html)):
            if address.startswith("http://127.0.0.1:8866/app/"):
                name = urlsplit(address).path.removeprefix("/app/")
                assert shipped("notebooks", f"{name}.ipynb").exists()
                continue
            path, _sign, anchor = unquote(address).partition("#")
            target = (file.parent / path).resolve() if path else file
            followed += 1
            if target not in pages or (
                anchor and anchor not in {*ID.findall(pages[target]), "top"}
            ):
                broken.append(f"{file.name} → {address}")
    assert broken == [] and followed > 60


def test_every_page_opens_without_a_network_and_no_place_is_left_empty(folder):
    for file in folder.rglob("*.html"):
        html = file.read_text("utf-8")
        assert outside_requests(html) == [], file
        assert not re.search(r"\{[a-z][\w.]*\}", said(html)), file


def test_the_index_leads_to_every_page(folder):
    linked = set(LINK.findall((folder / "index.html").read_text("utf-8")))
    written = {str(file.relative_to(folder)) for file in folder.rglob("*.html")} - {"index.html"}
    assert written <= linked


def test_a_print_has_no_links_into_the_folder_it_was_made_in():
    html = '<a href="#a">1</a> <a href="e02/x.html#b">2</a> <a href="http://127.0.0.1:8866/app/x">3</a>'
    assert LINK.findall(for_paper(html)) == ["#a", "http://127.0.0.1:8866/app/x"]
    assert " 2 " in for_paper(html)


def test_a_worksheet_asks_what_the_record_declares_and_shows_the_practice_record(folder, lesson):
    html = (folder / "e02" / "worksheets.html").read_text("utf-8")
    blank, worked = re.findall(r'<section[^>]*id="household(?:-example)?".*?</section>', html, re.S)
    for name in lesson.worksheets[0].fields:
        for sheet in (blank, worked):
            assert Household.field(name).label.th in said(sheet)
    # Household 01-007 of the practice tambon: 3 rai of its own, four months short of water.
    assert "01-007" in worked and "3 ไร่" in said(worked) and "01-007" not in blank
    assert re.search(r'class="filled">4</span> เดือน', worked)
    assert blank.count('class="box"') == 4 and worked.count("✓") == 2


def test_an_example_leaves_its_totals_to_the_group_and_tells_the_facilitator(folder):
    html = (folder / "e02" / "worksheets.html").read_text("utf-8")
    sheets = dict(re.findall(r'<section[^>]*id="([^"]+)"[^>]*>(.*?)</section>', html, re.S))
    for name in ("household", "household-example"):
        assert "เดือนที่น้ำไม่พอ จากบรรทัดบน เดือน" in said(sheets[name])
    assert "เดือนที่น้ำไม่พอ จากบรรทัดบน 4 เดือน" in said(sheets["totals"])


def test_groups_get_their_case_without_its_answer_and_cards_in_no_telling_order(folder):
    case = said((folder / "e02" / "case.html").read_text("utf-8"))
    assert "บอกว่ามาจากกี่ครัวเรือน ใช้เวลา 5 นาที" in case and "คำตอบของกลุ่มเรา" in case
    assert "บอกจำนวนผู้ตอบ" not in case
    assert "บอกจำนวนผู้ตอบ" in said((folder / "handbook.html").read_text("utf-8"))
    cards = (folder / "e02" / "cards.html").read_text("utf-8")
    # The list of the lesson says who, what, refusing; by the alphabet ก comes before ม and ว.
    assert [re.sub("<[^>]+>", "", one) for one in re.findall(r'class="card"><div>(.*?)</div>', cards)] == [
        "บอกว่าเก็บอะไร", "บอกว่าไม่ให้ก็ได้", "บอกว่าเราเป็นใคร",
    ]  # fmt: skip
    linked = LINK.findall((folder / "run_sheet.html").read_text("utf-8"))
    assert {"e02/case.html", "e02/cards.html", "e02/worksheets.html#household"} <= set(linked)


def test_a_row_of_a_run_sheet_says_on_a_phone_what_each_cell_is(folder):
    html = (folder / "run_sheet.html").read_text("utf-8")
    row = next(one for one in re.findall(r"<tr>.*?</tr>", html) if "ฝึกขอความยินยอม" in one)
    assert re.findall(r'data-label="([^"]*)"', row) == ["เวลา", "นาที", "เวลาจริง", "เรื่อง", "ขั้นตอน"]


def test_the_handbook_has_every_field_of_a_lesson_plan(folder, lesson):
    text = said((folder / "handbook.html").read_text("utf-8"))
    for field in ("สาระสำคัญ", "จุดประสงค์", "เนื้อหา", "กิจกรรม: นำ–สอน–สรุป", "สื่อและอุปกรณ์", "ใบความรู้",
                  "ใบงาน", "วัดผลก่อน–หลัง", "บันทึกหลังสอน", "เวลา 30 นาที", "เมื่อไฟดับ", "ดูเฉลย"):  # fmt: skip
        assert field in text, field
    for step in lesson.steps:
        assert f"{step.title.th} · {step.minutes} นาที" in text
    # 300 households were surveyed; 242 told of water.
    assert "300 ครัวเรือน ขาดน้ำ ร้อยละ 93 จากผู้ตอบ 242 ครัวเรือน" in text
    assert "Activity" not in text and "minutes" not in text


def test_the_english_summary_has_objectives_key_points_and_activity(folder):
    text = said((folder / "summary_en.html").read_text("utf-8"))
    for line in ("Episode 2: Data and consent", "Ask for consent in one’s own words",
                 "A code stands for the name", "Teaching: Practise asking for consent (15 minutes)"):  # fmt: skip
        assert line in text, line


def test_sheets_and_things_are_counted_for_forty_people(folder):
    text = said((folder / "papers" / "room.html").read_text("utf-8"))
    assert "ปากกา 40 2, 3" in text
    assert "ใบงาน: ถามหนึ่งครัวเรือน 40" in text


def test_slides_fit_their_frame_in_letters_for_the_last_row(lesson):
    """The fullest slides allowed, in Sarabun as wide as it is: nothing is cut, all is large."""
    height, width = 19.05, 33.867
    letters, line = 6.4 / 100 * height, 6.4 * 1.42 + 1.2
    wide = width - (2 * 8 + 4) / 100 * height
    for rows, title_rows in ((["ก" * 40] * 5, 2), (["ก" * 38 + " " + "ก" * 40] * 3, 1)):
        filled = sum(len(wrapped(one, wide, letters * 28.35)) for one in rows)
        # Title, gap, lines, and what the foot takes above and below, in hundredths of the height.
        assert title_rows * 8 * 1.35 + 4 + filled * line + 2 * 10 <= 100
    assert f"font-size:calc({6.4}*var(--vh));line-height:1.42" in slides._STYLE
    sizes = re.findall(r"font-size:calc\(([\d.]+)\*", slides._STYLE)
    assert min(map(float, sizes)) >= slides.LEAST_LETTERS_VH >= 6


def test_the_address_of_the_hall_is_a_picture_to_scan(folder):
    from planning_kit.report.qr import qr_svg

    picture = qr_svg("http://192.168.1.5:8867", "ที่อยู่ให้สแกน", any_size=True)
    for name in ("posters.html", "e02/slides.html"):
        html = (folder / name).read_text("utf-8")
        assert re.search(r'<path[^>]*d="[^"]+"', picture)[0] in html
        assert "192.168.1.5:8867" in said(html)


@pytest.mark.parametrize("name", [*PAPERS, "how_to_run"])
def test_papers_are_written_plainly(name):
    _title, text = pack_text(name)
    lines = [line for line in plain_lines(text) if "…………" not in line]
    assert [fault for line in lines for fault in reading_faults(name, line)] == []


def test_the_command_says_what_it_leaves_out_and_refuses_a_wrong_address(tmp_path, capsys):
    assert main(["course", "--out", str(tmp_path), "--hall", "no address"]) == 2
    assert "192.168.1.5:8867" in capsys.readouterr().err
    times = tmp_path / "times.toml"
    times.write_text(
        shipped("course", "course.toml")
        .read_text("utf-8")
        .replace('at = "12:00"', 'at = "25:00"', 1),
        "utf-8",
    )
    assert main(["course", "--out", str(tmp_path), "--times", str(times)]) == 1
    assert "25:00" in capsys.readouterr().err
