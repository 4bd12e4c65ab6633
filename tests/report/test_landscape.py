"""Wide tables print on sheets turned on their side, and what is wide is shown wide."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pandas as pd
import pytest
from matplotlib.figure import Figure
from nbformat.v4 import new_code_cell, new_notebook, new_output

from planning_kit.report import pdf
from planning_kit.report.html import export
from planning_kit.report.picture import Picture
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table

WORDS = [f"หัวตาราง{at}" for at in range(12)]


def _notebook(*sections: Section) -> nbformat.NotebookNode:
    return new_notebook(
        cells=[
            new_code_cell("", outputs=[new_output("display_data", {"text/html": s._repr_html_()})])
            for s in sections
        ]
    )


def _wide_table() -> Table:
    frame = pd.DataFrame({word: ["ขุดลอกคลองส่งน้ำ"] * 30 for word in WORDS})
    return Table(frame, [Column(word, word) for word in WORDS])


@pytest.mark.browser
@pytest.mark.skipif(pdf.find_browser() is None, reason="no Chromium, Chrome or Edge here")
def test_a_landscape_section_lies_on_its_side_and_the_rest_stands(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    forms = Section("forms", "แบบ ผ.02", layout=Layout.LANDSCAPE, tables=[_wide_table()])
    book = Section(
        "plan", "แผน", layout=Layout.SHEET, sentences=["ต้นบท"], parts=[forms], notes=["ก่อนตาราง"]
    )
    after = Section("after", "บทต่อไป", layout=Layout.SHEET, sentences=["ท้ายเล่ม"])
    page = export(_notebook(book, after), tmp_path / "r.html", title="แผน", practice=True)
    sheets = pypdf.PdfReader(pdf.print_pdf(page, tmp_path / "r.pdf")).pages
    lying = [sheet.mediabox.width > sheet.mediabox.height for sheet in sheets]
    assert lying[0] is False and lying[-1] is False
    assert lying[1:-1] and all(lying[1:-1])
    texts = [sheet.extract_text() for sheet in sheets]
    # The last column is on the sheet, each sheet has its heading row and its number.
    assert all(WORDS[-1] in text for text in texts[1:-1])
    assert [str(at + 1) in text.split() for at, text in enumerate(texts)] == [True] * len(sheets)
    assert "ท้ายเล่ม" in texts[-1] and len(sheets) < 8


@pytest.mark.parametrize(("width_cm", "wide"), [(11.0, False), (16.0, True)])
def test_a_picture_drawn_for_the_whole_sheet_is_shown_so(width_cm: float, wide: bool) -> None:
    figure = Figure(figsize=(width_cm / 2.54, 2))
    assert ("picture-box wide" in Picture(figure, "เส้นเวลา").to_html()) is wide
