"""The exported page: one file, nothing fetched, Thai whole, failures never hidden."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from planning_kit.charts.bars import bars
from planning_kit.errors import KitError
from planning_kit.report.html import export
from planning_kit.report.picture import Picture
from planning_kit.report.section import Layout, Section
from planning_kit.report.standing_alone import outside_requests
from planning_kit.report.table import Column, Table

TITLE = "แผนพัฒนาเกษตรกรรม ตำบลบ้านสวน 2571–2575"
THAI = "กี่ที่นี้ ก็ป้อง ฟ้ำ ป่าไม้ น้ำท่วมซ้ำซาก"


def _result(section: Section) -> nbformat.NotebookNode:
    data = {"text/html": section._repr_html_(), "text/plain": repr(section)}
    output = new_output("execute_result", data, execution_count=7)
    return new_code_cell("kit.secret_call(workbook)", outputs=[output], execution_count=7)


def _notebook() -> nbformat.NotebookNode:
    frame = pd.DataFrame({"label": ["ข้าวเจ้า", "มะพร้าว"], "value": [0.45, 0.3]})
    picture = Picture(bars(frame, label="label", value="value"), alt="ข้าวเจ้า 45%")
    noise = new_output("stream", name="stderr", text="C:\\Users\\somebody\\lib.py: Warning")
    return new_notebook(
        cells=[
            new_code_cell("area = '990101'"),
            _result(Section("cover", TITLE, level=1, layout=Layout.COVER)),
            _result(Section("contents", "สารบัญ", layout=Layout.CONTENTS)),
            new_markdown_cell("ทำไมจึงต้องรู้ว่า **ใครอยู่ในตำบล**"),
            _result(
                Section(
                    "people",
                    "1. คน & ครัวเรือน",
                    sentences=[THAI],
                    pictures=[picture],
                    tables=[Table(frame, [Column("label", "พืช"), Column("value", "ไร่", "rai")])],
                    parts=[Section("ages", "1.1 อายุ", sentences=["ก"])],
                )
            ),
            new_code_cell("x", outputs=[noise]),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "secret kernel"}},
    )


@pytest.fixture
def page(tmp_path: Path) -> str:
    return export(_notebook(), tmp_path / "r.html", title=TITLE).read_text(encoding="utf-8")


def test_nothing_is_fetched_from_anywhere(page: str) -> None:
    assert outside_requests(page) == []
    # Said again without the kit's own reader: no address stands in the file at all, but names.
    addresses = set(re.findall(r"https?://[^\"'\s<)]+", page))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    for attribute in ("src", "href"):
        values = re.findall(rf'\b{attribute}="([^"]*)"', page)
        assert all(value.startswith(("#", "data:")) for value in values)
    assert all(u.startswith(("data:", "#")) for u in re.findall(r"url\(['\"]?([^)'\"]*)", page))
    assert "@import" not in page
    assert "<script" not in page


def test_thai_is_whole_and_not_spelt_in_entities(page: str) -> None:
    assert THAI in page
    assert "&#36" not in page
    assert '<html lang="th">' in page
    assert f"<title>{TITLE}</title>" in page


def test_it_is_small(page: str) -> None:
    assert len(page.encode()) < 250_000


def test_code_prompts_and_paths_stay_out(page: str) -> None:
    for word in ("secret", "990101", "In [", "Out[", "Section(", "Warning", "somebody"):
        assert word not in page


def test_words_of_the_notebook_are_shown(page: str) -> None:
    assert "<strong>ใครอยู่ในตำบล</strong>" in page


def test_the_contents_lead_to_the_sections(page: str) -> None:
    nav = page[page.index('<nav id="report-contents"') : page.index("</nav>")]
    links = re.findall(r'class="level-(\d)"><a href="#([^"]+)">([^<]+)', nav)
    assert links == [("2", "people", "1. คน &amp; ครัวเรือน"), ("3", "ages", "1.1 อายุ")]
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert 'href="#report-contents"' in page


def test_the_same_notebook_gives_the_same_bytes(tmp_path: Path, page: str) -> None:
    again = export(_notebook(), tmp_path / "again.html", title=TITLE)
    assert again.read_text(encoding="utf-8") == page


def test_practice_is_said_on_screen_and_on_every_sheet(tmp_path: Path, page: str) -> None:
    path = export(_notebook(), tmp_path / "p.html", title=TITLE, practice=True)
    practice = path.read_text(encoding="utf-8")
    body = practice[practice.index("<body") :]
    assert 'data-practice="ข้อมูลสมมติ' in body
    assert '<p class="practice">ข้อมูลสมมติ' in body
    assert re.search(r'@top-right\{content:"ข้อมูลสมมติ', practice)
    assert "data-practice" not in page
    assert "ข้อมูลสมมติ" not in page


def test_a_failed_cell_never_becomes_a_report(tmp_path: Path) -> None:
    notebook = _notebook()
    error = new_output("error", ename="ValueError", evalue="secret", traceback=["…"])
    notebook.cells.append(new_code_cell("boom", outputs=[error]))
    with pytest.raises(KitError, match="ช่องที่ 7") as caught:
        export(notebook, tmp_path / "r.html", title=TITLE)
    assert caught.value.code == "report.notebook-failed"
    assert not (tmp_path / "r.html").exists()


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://cdn.example.org/x.png" alt="x">',
        "<p style=\"background:url('//cdn.example.org/x.png')\">x</p>",
        "<style>@import 'x.css';</style>",
        '<link rel="stylesheet" href="x.css">',
        "<script>1</script>",
        '<svg><image xlink:href="file:///x.png"/></svg>',
        '<p onclick="x()">x</p>',
    ],
)
def test_a_page_that_would_call_home_is_refused(tmp_path: Path, html: str) -> None:
    notebook = _notebook()
    output = new_output("display_data", {"text/html": html})
    notebook.cells.append(new_code_cell("x", outputs=[output]))
    with pytest.raises(KitError) as caught:
        export(notebook, tmp_path / "r.html", title=TITLE)
    assert caught.value.code == "report.outside-request"
    assert not (tmp_path / "r.html").exists()


def test_a_link_to_click_is_no_request(tmp_path: Path) -> None:
    notebook = _notebook()
    notebook.cells.append(new_markdown_cell("[กรมส่งเสริมการเกษตร](https://www.doae.go.th)"))
    page = export(notebook, tmp_path / "r.html", title=TITLE).read_text(encoding="utf-8")
    assert "www.doae.go.th" in page


def test_a_hostile_title_stays_text(tmp_path: Path) -> None:
    title = '</title><script>x</script>"}body{display:none'
    page = export(_notebook(), tmp_path / "r.html", title=title).read_text(encoding="utf-8")
    assert "<script" not in page
    assert '"}body' not in page[page.index("<style>") : page.index("</style>")]


def test_two_sections_with_one_key_are_refused(tmp_path: Path) -> None:
    notebook = _notebook()
    notebook.cells.append(_result(Section("people", "ซ้ำ")))
    with pytest.raises(ValueError, match="people"):
        export(notebook, tmp_path / "r.html", title=TITLE)


def test_english(tmp_path: Path) -> None:
    path = export(_notebook(), tmp_path / "r.html", title="Plan", language="en", practice=True)
    page = path.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert ">Contents</a>" in page
    assert "Practice data: invented" in page


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(KitError) as caught:
        export(_notebook(), tmp_path / "file" / "r.html", title=TITLE)
    assert caught.value.code == "report.cannot-write"


def test_a_full_disk_is_said_in_the_readers_language_with_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(KitError) as caught:
        export(_notebook(), tmp_path / ".part-x.html", title=TITLE)
    said = caught.value.say("th")
    assert said.startswith("พื้นที่ดิสก์เต็ม") and str(tmp_path) in said
    assert "No space" not in said and ".part" not in said


def test_a_notebook_file_is_read(tmp_path: Path, page: str) -> None:
    nbformat.write(_notebook(), tmp_path / "n.ipynb")
    path = export(tmp_path / "n.ipynb", tmp_path / "r2.html", title=TITLE)
    assert path.read_text(encoding="utf-8") == page
