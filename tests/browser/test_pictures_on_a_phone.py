"""A picture as wide as a sheet keeps its letters on a phone, in a box that scrolls by itself."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from matplotlib.figure import Figure
from nbformat.v4 import new_code_cell, new_notebook, new_output

from planning_kit.charts.style import styled
from planning_kit.report.html import export
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section

pytestmark = pytest.mark.browser


@styled
def _figure(width_cm: float) -> Figure:
    figure = Figure(figsize=(width_cm / 2.54, 2))
    figure.text(0.05, 0.5, "ขุดลอกคลองส่งน้ำ", fontsize=9)
    return figure


def _page(width_cm: float, folder: Path) -> Path:
    section = Section("a", "ก", pictures=[Picture(_figure(width_cm), "เส้นเวลา", caption="ข")])
    output = new_output("display_data", {"text/html": section._repr_html_()})
    book: nbformat.NotebookNode = new_notebook(cells=[new_code_cell("", outputs=[output])])
    return export(book, folder / f"{width_cm}.html", title="แผน", practice=False)


# 16 cm are 605 px; nine tenths of that are 544, where 9 pt (12 px) letters are 10.8 px high.
# 11 cm are 416 px and fit a phone at 0.79 of their size.
@pytest.mark.parametrize(("width_cm", "drawn", "hint"), [(16.0, 544, True), (11.0, 328, False)])
def test_letters_stay_readable_and_the_page_stands_still(browser, tmp_path, width_cm, drawn, hint):
    browser.open(_page(width_cm, tmp_path), width=360, height=740)
    width = browser.ask("return document.querySelector('figure svg').clientWidth")
    assert width == pytest.approx(drawn, abs=1)
    assert browser.ask("return document.documentElement.scrollWidth") <= 360
    said = browser.ask(
        "return getComputedStyle(document.querySelector('.picture-box'), '::before').content"
    )
    assert ("attr(data-hint)" in said or "ปัดภาพ" in said) is hint


def test_on_a_wide_screen_nothing_is_said(browser, tmp_path):
    browser.open(_page(16.0, tmp_path), width=1280, height=800)
    box = "document.querySelector('.picture-box')"
    assert browser.ask(f"return getComputedStyle({box}, '::before').content") == "none"
    assert browser.ask(f"return {box}.scrollWidth <= {box}.clientWidth")
