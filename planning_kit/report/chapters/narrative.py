"""What people wrote in their own words for a chapter, or for one part of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.meetings import listed
from planning_kit.report.markup import anchor
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_NARRATIVE = ("chapter", "title", "text", "position")


def narrative_of(workbook: Workbook, chapter: str) -> Row | None:
    """Return the title and text written for one chapter, ``None`` where nothing is."""
    rows = plain_rows(workbook.frame("narrative"), _NARRATIVE)
    return next((row for row in rows if _key(row) == anchor(chapter)), None)


def own_words(workbook: Workbook) -> dict[str, Section]:
    """Return the words written for each chapter or part: its key → a section of them."""
    rows = plain_rows(workbook.frame("narrative"), _NARRATIVE)
    rows.sort(key=lambda row: (row["position"] is None, row["position"] or 0))
    return {
        _key(row): Section(
            f"words-{at}", row["title"] or _("In our own words"), sentences=listed(row["text"])
        )
        for at, row in enumerate(rows, start=1)
    }


def _key(row: Row) -> str:
    # A chapter named in Thai has no anchor of its own, and must not displace another.
    written = str(row["chapter"])
    return anchor(written) if written.isascii() else written


def with_narrative(workbook: Workbook, chapter: Section) -> Section:
    """Return a chapter with what people wrote for it, or for one of its parts, before that."""
    words, own = own_words(workbook), anchor(chapter.key)
    told = [words[own]] if own in words else []
    for part in chapter.parts:
        key = anchor(part.key)
        if key in words and key != own:
            told.append(words[key])
        told.append(part)
    return replace(chapter, parts=told)


def other_words(workbook: Workbook, printed: Collection[str]) -> Section | None:
    """Return what was written for a chapter that the book does not have, so nothing is lost.

    ``printed`` are the keys of the chapters and parts whose words stand with them.
    """
    there = {anchor(key) for key in printed}
    words = own_words(workbook).items()
    # A key of its own: where the book has no such chapter for once, nothing may clash.
    left = [replace(one, key=f"other-{one.key}") for key, one in words if key not in there]
    if not left:
        return None
    return Section("other-words", _("Further words of the people"), parts=left)
