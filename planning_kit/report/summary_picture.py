"""The one-page summary as a picture, because leaders pass it on from phone to phone."""

from __future__ import annotations

import tempfile
from pathlib import Path

import nbformat

from planning_kit.errors import KitError
from planning_kit.language import N_, speaking
from planning_kit.report.browser import find_browser, made_by_browser
from planning_kit.report.html import read, to_html

KEY = "summary"
"""The anchor of the section that the picture shows."""
WIDTH, HEIGHT = 1240, 1754
"""Pixels of an A4 sheet at 150 dots an inch."""
# Letters of a sheet 620 points wide can be read on a phone held upright.
_ZOOM = 2
_STYLE = """
html{font-size:15px}
body{overflow:hidden}
.bar{position:static;border:0}.bar-inner{display:none}
main{max-width:none;padding:14px 26px}
.table-box.wide::before,.picture-box.wide::before{content:none}
section.sheet,#summary{margin:0!important;line-height:1.45}
#summary p{max-width:none;margin-bottom:6px}
#summary h2{margin-bottom:6px}
#summary h3{font-size:1.1rem;margin-bottom:2px}
#summary .facts{grid-template-columns:repeat(4,1fr);gap:8px 14px;margin-bottom:8px}
#summary .facts div{padding-top:4px}
#summary .facts .value{font-size:1.35rem}
#summary .facts dt,#summary .facts .remark{font-size:.8rem;line-height:1.35}
#summary .table-box{margin:8px 0 0;overflow:visible}
#summary table{width:100%;min-width:0;font-size:.86rem;line-height:1.35}
#summary .wide table{font-size:.78rem}
#summary th,#summary td{padding:2px 5px}
#summary thead th{min-width:0;font-size:.75rem}
#summary .wide tbody th{min-width:0}
#summary .evidence,#summary .note,#summary .table-note{font-size:.75rem;margin-top:6px}
#summary section{margin-top:10px}
"""
# The sheet keeps its size, so a long plan gets smaller letters, down to two thirds.
# The window of some browsers counts its own borders in, so the sheet's height is named here.
_FIT = f"""
document.fonts.ready.then(function(){{
var root=document.documentElement,sheet=document.querySelector('main'),size=19;
do{{root.style.fontSize=size+'px';size-=.25}}
while(size>=10&&sheet.getBoundingClientRect().bottom>{HEIGHT // _ZOOM});}});
"""


def picture_summary(
    notebook: Path | str | nbformat.NotebookNode,
    png_path: Path | str,
    *,
    title: str,
    language: str = "th",
    practice: bool = False,
) -> Path:
    """Write the one-page summary of an executed ``notebook`` as a PNG and return it.

    A4 upright, ``WIDTH`` × ``HEIGHT`` pixels. Raises ``KitError`` where the notebook has no
    summary (``report.no-summary``), no browser is installed (``report.no-browser-picture``) or
    it makes no picture (``report.not-printed``).
    """
    with speaking(language):
        page = to_html(_summary_alone(read(notebook)), title=title, language=language,
                       practice=practice)  # fmt: skip
    browser = find_browser()
    if browser is None:
        raise KitError(
            "report.no-browser-picture",
            N_(
                "A picture needs Chrome, Edge or Chromium, and none was found on this machine. "
                "Install one, or open the HTML report and photograph the summary page."
            ),
        )
    page = page.replace("</head>", f"<style>{_STYLE}</style><script>{_FIT}</script></head>", 1)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = Path(folder, "summary.html")
        source.write_text(page, encoding="utf-8", newline="\n")
        return made_by_browser(
            browser,
            source,
            Path(png_path),
            "--screenshot",
            f"--window-size={WIDTH // _ZOOM},{HEIGHT // _ZOOM}",
            f"--force-device-scale-factor={_ZOOM}",
            "--hide-scrollbars",
            "--virtual-time-budget=5000",
        )


def _summary_alone(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    found = next(
        (
            output
            for cell in notebook.cells
            for output in cell.get("outputs", ())
            if f'<section id="{KEY}"' in "".join(output.get("data", {}).get("text/html", ""))
        ),
        None,
    )
    if found is None:
        raise KitError(
            "report.no-summary",
            N_("This notebook has no one-page summary. Choose one that has, such as {book}."),
            book="06_tambon_plan",
        )
    cell = nbformat.v4.new_code_cell("", id="summary", outputs=[found])
    return nbformat.v4.new_notebook(cells=[cell])
