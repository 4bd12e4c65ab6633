"""Writing papers to files: pages, PDF, Word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planning_kit.report.documents.compose import OF_MEETING, compose
from planning_kit.report.documents.document import Document
from planning_kit.report.documents.page import to_page
from planning_kit.thai import to_thai_digits

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_NOT_LATIN = re.compile(r"(?<!\S)[^A-Za-z\s]+(?!\S)")
"""Words without a Latin letter: a fingerprint or a code is read by a machine as it is."""
FORMATS = ("html", "pdf", "docx")


def write_documents(
    workbook: Workbook,
    kinds: Iterable[str],
    out: Path,
    *,
    meeting: str | None = None,
    formats: Iterable[str] = ("html",),
    thai_digits: bool = False,
    folder: Path | None = None,
) -> list[Path]:
    """Write papers into the folder ``out`` and return the files, in the language in use.

    ``kinds`` and ``meeting`` as ``compose`` takes them; ``formats`` of ``FORMATS``;
    ``folder`` holds wordings of the tambon's own. Raises what ``compose`` and ``print_pdf``
    raise, before anything is written where the wording is wrong.
    """
    papers = [compose(kind, workbook, meeting, folder=folder) for kind in dict.fromkeys(kinds)]
    out.mkdir(parents=True, exist_ok=True)
    return [
        file
        for paper in papers
        for file in _write(
            in_thai_digits(paper) if thai_digits else paper,
            out / _name(paper, workbook, meeting),
            tuple(formats),
        )
    ]


def in_thai_digits(paper: Document) -> Document:
    """Return the paper with Thai digits, save in words of Latin letters (SHA-256, P01)."""
    return replace(
        paper,
        title=_thai_digits(paper.title),
        blocks=tuple(
            replace(
                block,
                text=_thai_digits(block.text),
                role=_thai_digits(block.role),
                rows=tuple(tuple(_thai_digits(cell) for cell in row) for row in block.rows),
            )
            for block in paper.blocks
        ),
    )


def _thai_digits(text: str) -> str:
    return _NOT_LATIN.sub(lambda found: to_thai_digits(found[0]), text)


def _name(paper: Document, workbook: Workbook, meeting: str | None) -> str:
    parts = [workbook.area_id, *([meeting] if paper.code in OF_MEETING and meeting else [])]
    return "-".join([*parts, paper.code])


def _write(paper: Document, stem: Path, formats: tuple[str, ...]) -> list[Path]:
    from planning_kit.report.docx_letter import write_docx
    from planning_kit.report.pdf import print_pdf

    files = []
    page = stem.with_name(stem.name + ".html")
    if "html" in formats or "pdf" in formats:
        page.write_text(to_page(paper), encoding="utf-8", newline="\n")
        files.append(page)
    if "pdf" in formats:
        files.append(print_pdf(page, stem.with_name(stem.name + ".pdf")))
    if "docx" in formats:
        files.append(write_docx(paper, stem.with_name(stem.name + ".docx")))
    if "html" not in formats and page in files:
        page.unlink()
        files.remove(page)
    return files
