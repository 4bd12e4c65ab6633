"""Where a link of the contents leads: to a heading in full view, not below the bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from planning_kit.report.html import export
from planning_kit.report.section import Layout, Section

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("practice", [True, False])
@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
def test_a_heading_stands_below_the_bar(browser, tmp_path: Path, width, height, practice) -> None:
    lines = ["น้ำทำนาไม่พอ"] * 40
    sections = [
        Section(key, "ตัวชี้วัด", layout=Layout.SHEET, sentences=lines) for key in ("one", "two", "end")
    ]
    cells = [
        new_code_cell("", outputs=[new_output("display_data", {"text/html": s._repr_html_()})])
        for s in sections
    ]
    page = export(new_notebook(cells=cells), tmp_path / "p.html", title="ตำบล", practice=practice)
    browser.open(page, width=width, height=height)
    free = browser.ask(
        """
        document.documentElement.style.scrollBehavior = 'auto';
        const place = document.getElementById('two');
        place.scrollIntoView();
        return place.querySelector('h2').getBoundingClientRect().top
             - document.querySelector('.bar').getBoundingClientRect().bottom;
        """
    )
    assert 4 <= free < 60
