"""A proposal's brief as files: a page, a PDF of exactly two sheets, a Word file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbformat.v4 import new_code_cell, new_notebook, new_output

from planning_kit import design
from planning_kit.language import _, current_language
from planning_kit.report.browser import find_browser
from planning_kit.report.documents.document import Block, Document
from planning_kit.report.docx_letter import write_docx
from planning_kit.report.html import cannot_write, to_html
from planning_kit.report.markup import anchor
from planning_kit.report.pdf import print_pdf
from planning_kit.report.pdf_pages import count_pages
from planning_kit.report.section import Section
from planning_kit.report.table import Table

FORMATS = ("html", "pdf", "docx")
SHEETS = 2
_SIZES = tuple(13.0 - 0.4 * step for step in range(16))
"""Letters in points, from 13 for a brief of few words down to 7."""
_LETTERS = 2600
"""About how many letters two sheets hold at the usual size, with little tables and headings."""


@dataclass(frozen=True)
class Brief:
    """A brief to be written: its section, whose it is, and whether it is for practice."""

    section: Section
    title: str
    is_practice: bool = False


def write_brief(brief: Brief, stem: Path, formats: Iterable[str] = ("html",)) -> list[Path]:
    """Write a brief as ``stem`` plus ``.html``, ``.pdf``, ``.docx`` and return the files.

    It is in the language in use. The letters of page and PDF are made as small as two sheets
    need: measured by printing where a browser is installed, else reckoned from the text. Raises
    ``KitError``: what ``print_pdf`` raises, ``report.cannot-write``.
    """
    asked, files = tuple(formats), []
    size, printed = _reckoned(brief.section), b""
    if find_browser() is not None and asked != ("docx",):
        size, printed = _that_fits(brief)
    page = stem.with_name(stem.name + ".html")
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        if {"html", "pdf"} & set(asked):
            page.write_text(brief_page(brief, size), encoding="utf-8", newline="\n")
            files.append(page)
        if "pdf" in asked:
            files.append(stem.with_name(stem.name + ".pdf"))
            if printed:
                files[-1].write_bytes(printed)
            else:
                print_pdf(page, files[-1])
        if "docx" in asked:
            document = brief_document(brief)
            files.append(write_docx(document, stem.with_name(stem.name + ".docx")))
        if "html" not in asked and page in files:
            page.unlink()
            files.remove(page)
    except OSError as error:
        raise cannot_write(page, error) from error
    return files


def brief_page(brief: Brief, points: float = design.PAPER_TEXT) -> str:
    """Return the page of a brief; on paper its letters are ``points`` large."""
    output = new_output("display_data", {"text/html": brief.section._repr_html_()})
    html = to_html(
        new_notebook(cells=[new_code_cell("", id="brief", outputs=[output])]),
        title=brief.title,
        language=current_language(),
        practice=brief.is_practice,
    )
    style = f"<style>@media print{{html{{font-size:{points:.2f}pt}}}}</style></head>"
    return html.replace("</head>", style, 1)


def _that_fits(brief: Brief) -> tuple[float, bytes]:
    """Return the largest letters with which this machine's browser prints two sheets, and those."""
    prints: dict[int, bytes] = {}
    low, high = 0, len(_SIZES) - 1
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        while low < high or low not in prints:
            # Many briefs are short, so the largest is tried before the middle one.
            at = (low + high) // 2 if prints else 0
            prints[at] = _printed(brief, _SIZES[at], Path(folder))
            if count_pages(prints[at]) <= SHEETS:
                high = at
            else:
                low = min(at + 1, high)
    return _SIZES[low], prints[low]


def _printed(brief: Brief, points: float, folder: Path) -> bytes:
    page = folder / "brief.html"
    page.write_text(brief_page(brief, points), encoding="utf-8", newline="\n")
    return print_pdf(page, folder / "brief.pdf").read_bytes()


def _reckoned(section: Section) -> float:
    """Return a size for a page that nobody has printed yet, rather too small than too large."""
    letters = max(_letters(one) for one in _by_sheet(section))
    wanted = design.PAPER_TEXT * min(1.0, (_LETTERS / 2 / max(letters, 1)) ** 0.5)
    return next((size for size in _SIZES if size <= wanted), _SIZES[-1])


def _by_sheet(section: Section) -> tuple[list[Section], list[Section]]:
    """Return the parts of the first and of the second sheet."""
    *first, second = section.parts
    return [section, *first], list(second.walk())


def _letters(parts: list[Section]) -> int:
    said = [len(line) for one in parts for line in (*one.sentences, *one.notes, one.title)]
    cells = [
        len(cell) for one in parts for table in one.tables for row in table.cells() for cell in row
    ]
    return sum(said) + sum(cells)


def brief_document(brief: Brief) -> Document:
    """Return the brief as blocks for a Word file: the second sheet begins a new page."""
    first, second = _by_sheet(brief.section)
    blocks = [block for part in first for block in _blocks(part)]
    blocks.append(Block("page"))
    blocks += [block for part in second for block in _blocks(part)]
    letters = max(_letters(first), _letters(second))
    return Document(
        "brief", brief.title, tuple(blocks), brief.is_practice, points=_word_points(letters)
    )


def _word_points(letters: int) -> float:
    # Letters of TH Sarabun are small for their points: 16 look like 11 of another font.
    return max(10.0, min(14.0, 14.0 * (1100 / max(letters, 1)) ** 0.5))


def _blocks(part: Section) -> list[Block]:
    facts = " · ".join(
        f"{fact.value} {fact.label}" + (f" ({fact.note})" if fact.note else "")
        for fact in part.facts
    )
    blocks = [Block("heading", part.title)]
    if facts:
        blocks.append(Block("item", facts))
    blocks += [Block("item", said) for said in part.sentences]
    for table in part.tables:
        # A line between them: Word makes one table of two that touch.
        blocks += [Block("heading", table.caption or " "), _grid(table)]
    blocks += [Block("item", said) for said in (*part.evidence, *part.notes)]
    return blocks


def _grid(table: Table) -> Block:
    heading = tuple(column.label for column in table.columns)
    rows = [tuple(row) for row in table.cells()]
    widest = [max(len(row[at]) for row in (heading, *rows)) for at in range(len(heading))]
    # The square root: a long text needs more room, but not in proportion.
    widths = tuple(max(1.6, min(width, 120) ** 0.5) for width in widest)
    return Block("table", rows=(heading, *rows), widths=widths)


def brief_name(area: str, code: str) -> str:
    """Return the name of a brief's files, without an ending."""
    return f"{area}-proposal-{anchor(code)}"


def brief_title(place: str, code: str) -> str:
    """Return what runs along the top of page and paper."""
    return _("Policy proposal {code} · {place}", code=code, place=place)
