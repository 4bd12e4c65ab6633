"""One chapter of the book: parts under one heading, with what people wrote for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from planning_kit.report.chapters.narrative import with_narrative
from planning_kit.report.section import Layout, Numbering, Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

Part = Callable[["Workbook"], "Section | None"]


def book_chapter(
    key: str,
    title: str,
    why: str,
    workbook: Workbook,
    parts: Iterable[Part],
    numbering: Numbering = Numbering.CHAPTER,
) -> Section:
    """Return a chapter that begins a sheet and is numbered when the page is made.

    ``why`` says in one sentence what the chapter is for. Parts that are ``None`` are left
    out.
    """
    # Its parts must not disagree because somebody saved between them.
    with workbook.store.at_one_moment():
        chapter = Section(
            key,
            title,
            layout=Layout.SHEET,
            numbering=numbering,
            sentences=[why],
            parts=[section for part in parts if (section := part(workbook)) is not None],
        )
        return with_narrative(workbook, chapter)
