"""Strengths, weaknesses, opportunities and threats, and the ways that follow from them."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.records.forum_choices import SwotQuadrant
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.plan_names import paragraphs
from planning_kit.report.chapters.told_at import told_at
from planning_kit.report.chapters.wording import answer, nothing_known
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_ITEM = ("item_code", "quadrant", "statement", "linked_codes", "evidence", "forum_code")
_INSIDE = (SwotQuadrant.STRENGTH, SwotQuadrant.WEAKNESS)
_OUTSIDE = (SwotQuadrant.OPPORTUNITY, SwotQuadrant.THREAT)
_WAYS = (SwotQuadrant.SO, SwotQuadrant.WO, SwotQuadrant.ST, SwotQuadrant.WT)


def swot(workbook: Workbook) -> Section:
    """Return the two SWOT tables and the table of ways (TOWS) with what each joins."""
    title = _("Strengths, weaknesses, opportunities and threats")
    rows = plain_rows(workbook.frame("swot_item"), _ITEM)
    if not rows:
        return nothing_known("swot", title, _("strengths and weaknesses"), "swot_item")
    section = Section("swot", title)
    section.tables = [
        table
        for table in (
            _pair(rows, _INSIDE, _("Inside the tambon")),
            _pair(rows, _OUTSIDE, _("From outside")),
            _ways(rows),
        )
        if table is not None
    ]
    section.evidence = told_at(workbook, [row["forum_code"] for row in rows])
    return section


def _pair(rows: list[Row], quadrants: tuple[SwotQuadrant, ...], caption: str) -> Table | None:
    sides = [[row for row in rows if row["quadrant"] == quadrant] for quadrant in quadrants]
    if not any(sides):
        return None
    shown = [
        {
            name: _item(row) if row else None
            for name, row in zip(("left", "right"), pair, strict=True)
        }
        for pair in zip_longest(*sides)
    ]
    frame = framed(shown, {"left": "text", "right": "text"})
    columns = [
        Column(name, answer("swot_item", "quadrant", quadrant.value))
        for name, quadrant in zip(("left", "right"), quadrants, strict=True)
    ]
    return Table(frame.fillna(""), columns, caption, row_heading=False, whole=False)


def _item(row: Row) -> str:
    said = f"{row['item_code']} {row['statement']}"
    evidence = row["evidence"]
    return paragraphs((said, _("Evidence: {what}", what=evidence) if evidence else None)) or said


def _ways(rows: list[Row]) -> Table | None:
    known = {row["item_code"]: row["statement"] for row in rows}
    shown = [
        {
            "way": answer("swot_item", "quadrant", quadrant.value),
            "said": _item(row),
            "joins": paragraphs(
                f"{code} {known.get(code, '')}".strip() for code in codes(row["linked_codes"])
            ),
        }
        for quadrant in _WAYS
        for row in rows
        if row["quadrant"] == quadrant
    ]
    if not shown:
        return None
    columns = [
        Column("way", _("Way")),
        Column("said", _("What to do")),
        Column("joins", _("Follows from")),
    ]
    frame = framed(shown, dict.fromkeys(("way", "said", "joins"), "text"))
    return Table(frame, columns, _("Ways that follow (TOWS)"), whole=False)
