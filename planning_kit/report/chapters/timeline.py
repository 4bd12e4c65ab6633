"""The community’s own history, year by year, with what each event changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.charts.timeline import timeline as timeline_picture
from planning_kit.language import _
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.told_at import told_at
from planning_kit.report.chapters.wording import answer, nothing_known, number
from planning_kit.report.section import Section
from planning_kit.thai import format_be

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_EVENT = ("year_be", "month", "event", "effect", "kind", "forum_code")


def timeline(workbook: Workbook) -> Section:
    """Return the timeline as people remember it."""
    title = _("How the tambon came to be as it is")
    frame = workbook.frame("timeline_event")
    rows = sorted(plain_rows(frame, _EVENT), key=lambda row: row["year_be"] or 9999)
    if not rows:
        return nothing_known("timeline", title, _("the community’s history"), "timeline_event")
    section = Section("timeline", title, sentences=[_said(rows)])
    caption = _("Timeline of the community")
    told = " · ".join(_event(row) for row in rows)
    section.pictures = picture_sheets(timeline_picture(frame), told, caption)
    section.evidence = told_at(workbook, [row["forum_code"] for row in rows])
    section.notes = [_("As people remember it; years told by memory may be off by some.")]
    return section


def _said(rows: list[Row]) -> str:
    return _(
        "Events told: {n}, from B.E. {first} to {last}.",
        n=number(len(rows)),
        first=str(int(rows[0]["year_be"])),
        last=str(int(rows[-1]["year_be"])),
    )


def _event(row: Row) -> str:
    year = format_be(int(row["year_be"])) if row["year_be"] else ""
    kind = answer("timeline_event", "kind", row["kind"]) if row["kind"] else ""
    said = " ".join(part for part in (year, row["event"]) if part)
    return f"{said} ({kind}): {row['effect']}" if row["effect"] and kind else said
