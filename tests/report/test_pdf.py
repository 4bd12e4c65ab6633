"""The printed report: A4, numbered, with the cover unnumbered and Thai that can be copied."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from planning_kit.errors import KitError
from planning_kit.report import pdf
from planning_kit.report.html import export
from planning_kit.report.pdf_pages import pages_of_anchors
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table

TITLE = "แผนพัฒนาเกษตรกรรม ตำบลบ้านสวน"
THAI = "น้ำท่วมซ้ำซากทุกปี"
ROWS = 90


def _notebook() -> nbformat.NotebookNode:
    frame = pd.DataFrame({"name": [f"รายการที่ {i}" for i in range(ROWS)], "n": range(ROWS)})
    table = Table(frame, [Column("name", "หัวตาราง"), Column("n", "จำนวน", "int")])
    sections = [
        Section("cover", TITLE, level=1, layout=Layout.COVER),
        Section("contents", "สารบัญ", layout=Layout.CONTENTS),
        Section("people", "1. คน", layout=Layout.SHEET, sentences=[THAI], tables=[table]),
    ]
    cells = [
        new_code_cell("", outputs=[new_output("display_data", {"text/html": s._repr_html_()})])
        for s in sections
    ]
    return new_notebook(cells=cells)


@pytest.mark.browser
@pytest.mark.skipif(pdf.find_browser() is None, reason="no Chromium, Chrome or Edge here")
def test_the_printed_book(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    page = export(_notebook(), tmp_path / "ตำบล บ้านสวน.html", title=TITLE, practice=True)
    out = pdf.print_pdf(page, tmp_path / "ตำบล บ้านสวน.pdf")
    sheets = pypdf.PdfReader(out).pages
    # A4 is 210 mm by 297 mm, 595 by 842 points.
    assert {(round(s.mediabox.width), round(s.mediabox.height)) for s in sheets} <= {
        *[(595, 842), (596, 842), (595, 841), (596, 843)]
    }
    texts = [sheet.extract_text() for sheet in sheets]
    assert len(texts) >= 4
    assert "สารบัญ" in texts[1]
    assert all("หัวตาราง" in text for text in texts[2:])
    assert all("ข้อมูลสมมติ" in text for text in texts)
    numbers = [[line for line in text.splitlines() if line.strip().isdigit()] for text in texts[:2]]
    assert numbers[0] == [] and "2" in numbers[1]


@pytest.mark.browser
@pytest.mark.skipif(pdf.find_browser() is None, reason="no Chromium, Chrome or Edge here")
def test_the_contents_tell_the_sheet_and_the_book_has_bookmarks(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    page = export(_notebook(), tmp_path / "r.html", title=TITLE)
    book = pypdf.PdfReader(pdf.print_pdf(page, tmp_path / "r.pdf"))
    # Cover, contents, then the chapter: it begins on the third sheet, which the list says.
    assert "1. คน" in book.pages[2].extract_text()
    listed = book.pages[1].extract_text()
    assert "3" in [word.strip() for word in listed.split()]
    marks = [mark for mark in book.outline if not isinstance(mark, list)]
    nested = [mark for part in book.outline if isinstance(part, list) for mark in part]
    where = {mark.title: book.get_destination_page_number(mark) for mark in [*marks, *nested]}
    assert where["1. คน"] == 2


def test_a_print_that_does_not_say_where_things_lie_gives_no_numbers() -> None:
    assert pages_of_anchors(b"%PDF-1.7 something else") == {}


def test_sheets_are_counted_in_the_order_of_the_tree() -> None:
    # Page objects 9 and 4 lie under 2, page 7 under 3; the tree's order counts, not the numbers.
    made = (
        b"1 0 obj <</Type /Catalog /Pages 5 0 R /Dests 6 0 R>> endobj\n"
        b"5 0 obj <</Type /Pages /Kids [2 0 R 3 0 R]>> endobj\n"
        b"2 0 obj <</Type /Pages /Kids [9 0 R 4 0 R]>> endobj\n"
        b"3 0 obj <</Type /Pages /Kids [7 0 R]>> endobj\n"
        b"6 0 obj <</people [7 0 R /XYZ 0 1 0]\n/cover-x [9 0 R /XYZ 0 1 0]>> endobj\n"
    )
    assert pages_of_anchors(made) == {"people": 3, "cover-x": 1}


@pytest.mark.browser
@pytest.mark.skipif(pdf.find_browser() is None, reason="no Chromium, Chrome or Edge here")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext here")
def test_thai_copied_from_the_print_is_whole(tmp_path: Path) -> None:
    # pypdf does not read ActualText, by which a browser spells letters drawn in another form.
    page = export(_notebook(), tmp_path / "r.html", title=TITLE)
    out = pdf.print_pdf(page, tmp_path / "r.pdf")
    said = subprocess.run(["pdftotext", out, "-"], capture_output=True, check=True)
    assert THAI in said.stdout.decode("utf-8")


def test_a_machine_without_a_browser_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_browser", lambda: None)
    with pytest.raises(KitError, match="Chrome") as caught:
        pdf.print_pdf(tmp_path / "r.html", tmp_path / "r.pdf")
    assert caught.value.code == "report.no-browser"
    assert not (tmp_path / "r.pdf").exists()


def test_a_browser_that_does_not_print_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_browser", lambda: tmp_path / "missing-browser")
    (tmp_path / "r.pdf").write_bytes(b"%PDF old")
    with pytest.raises(KitError) as caught:
        pdf.print_pdf(tmp_path / "r.html", tmp_path / "r.pdf")
    assert caught.value.code == "report.not-printed"
    assert (tmp_path / "r.pdf").read_bytes() == b"%PDF old"
