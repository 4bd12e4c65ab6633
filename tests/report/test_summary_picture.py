"""The one-page summary as a picture: A4, the summary alone, honest where it cannot be made."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from PIL import Image

from planning_kit.errors import KitError
from planning_kit.report import summary_picture
from planning_kit.report.browser import find_browser
from planning_kit.report.section import Layout, Section
from planning_kit.report.summary_picture import picture_summary
from planning_kit.report.table import Column, Table

with_browser = pytest.mark.skipif(find_browser() is None, reason="no Chromium, Chrome or Edge here")


def a_notebook(*sections: Section) -> nbformat.NotebookNode:
    cells = [
        new_code_cell("", outputs=[new_output("display_data", {"text/html": s._repr_html_()})])
        for s in sections
    ]
    return new_notebook(cells=cells)


def a_summary(lines: int) -> Section:
    said = ["น้ำทำนาไม่พอตั้งแต่เดือนกุมภาพันธ์ถึงเมษายน เพราะหนองและสระตื้นเขิน"] * lines
    return Section("summary", "แผนของเรา", layout=Layout.SHEET, sentences=said)


COVER = Section("cover", "ปก", level=1, layout=Layout.COVER)


def last_row_with_ink(path: Path) -> float:
    """Return how far down the sheet anything is drawn, as a share of its height."""
    with Image.open(path) as picture:
        box = picture.convert("L").point(lambda tone: 255 if tone < 200 else 0).getbbox()
        return box[3] / picture.height


@pytest.mark.browser
@with_browser
def test_the_picture_is_an_a4_sheet_of_the_summary_alone(tmp_path):
    out = picture_summary(a_notebook(COVER, a_summary(3)), tmp_path / "สรุป.png", title="ตำบล")
    with Image.open(out) as picture:
        assert picture.size == (1240, 1754)
    # Three lines stand at the top: neither the cover nor anything else follows.
    assert 0.05 < last_row_with_ink(out) < 0.3


@pytest.mark.browser
@with_browser
def test_a_long_summary_gets_smaller_letters_and_stays_on_the_sheet(tmp_path):
    out = picture_summary(a_notebook(a_summary(38)), tmp_path / "s.png", title="ตำบล")
    assert 0.75 < last_row_with_ink(out) < 1.0


@pytest.mark.browser
@with_browser
def test_a_picture_asks_nobody_to_swipe(tmp_path):
    frame = pd.DataFrame({str(at): ["คำ"] for at in range(8)})
    table = Table(frame, [Column(str(at), "ช่อง") for at in range(8)])
    section = Section("summary", "แผนของเรา", layout=Layout.SHEET, tables=[table])
    told = a_notebook(section)
    silent = a_notebook(section)
    said = silent.cells[0].outputs[0].data["text/html"]
    assert "data-hint" in said
    silent.cells[0].outputs[0].data["text/html"] = re.sub(' data-hint="[^"]*"', "", said)
    paths = [tmp_path / "told.png", tmp_path / "silent.png"]
    for notebook, path in zip((told, silent), paths, strict=True):
        picture_summary(notebook, path, title="ตำบล")
    assert last_row_with_ink(paths[0]) == last_row_with_ink(paths[1])


def test_a_notebook_without_a_summary_is_told(tmp_path):
    with pytest.raises(KitError) as caught:
        picture_summary(a_notebook(COVER), tmp_path / "s.png", title="ตำบล")
    assert caught.value.code == "report.no-summary"


def test_a_machine_without_a_browser_is_told_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(summary_picture, "find_browser", lambda: None)
    with pytest.raises(KitError, match="Chrome") as caught:
        picture_summary(a_notebook(a_summary(1)), tmp_path / "s.png", title="ตำบล")
    assert caught.value.code == "report.no-browser-picture"
    assert not (tmp_path / "s.png").exists()
