"""The working group of a province: its seats, when it met and what it resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.records.forum_choices import ForumKind
from planning_kit.records.plain_rows import framed
from planning_kit.report.chapters.meetings import held
from planning_kit.report.chapters.todos import todos
from planning_kit.report.chapters.wording import label
from planning_kit.report.chapters.working_group import working_group
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def pilot_group(workbook: Workbook) -> Section:
    """Return the seats of the working group, its meetings with their resolutions, its tasks."""
    section = working_group(workbook)
    if not workbook.frame("todo").empty:
        section.parts = [todos(workbook)]
    meetings = [row for row in held(workbook) if row["kind"] == ForumKind.WORKING_GROUP]
    if not meetings:
        section.sentences.append(_("No meeting of the working group is written down yet."))
        return section
    rows = [
        {
            "day": format_date(row["date"], "short") if row["date"] else None,
            "title": f"{row['forum_code']} {row['title']}",
            "present": row["present"],
            "resolution": row["resolution"] or _("no resolution written down"),
        }
        for row in meetings
    ]
    columns = [
        Column("day", _("Date")),
        Column("title", _("Meeting")),
        Column("present", label("forum", "present"), Form.INT),
        Column("resolution", label("forum", "resolution")),
    ]
    kinds = {"day": "text", "title": "text", "present": "number", "resolution": "text"}
    caption = _("Meetings of the working group")
    section.tables.append(Table(framed(rows, kinds), columns, caption, wide=True, whole=False))
    return section
