"""Lessons in three parts: what helped, what stood in the way, and the way out."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.meetings import by_code, meeting_line
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import label, nothing_known
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook

_LESSON = (
    "lesson_code",
    "title",
    "project_code",
    "what_helped",
    "obstacle",
    "way_out",
    "date",
    "forum_code",
)
_PARTS = ("what_helped", "obstacle", "way_out")


def lessons(workbook: Workbook) -> Section:
    """Return the lessons, oldest first, each with its three parts and where it was told."""
    rows = plain_rows(workbook.frame("lesson"), _LESSON)
    title = _("Lessons")
    if not rows:
        return nothing_known("lessons", title, _("lessons"), "lesson")
    rows.sort(key=lambda row: (str(row["date"] or "9"), row["lesson_code"]))
    forums = by_code(workbook)
    names = PlanNames(workbook)
    shown = [
        {part: row[part] for part in _PARTS}
        | {
            "code": row["lesson_code"],
            "title": row["title"],
            "told": _told(row, forums, names),
        }
        for row in rows
    ]
    columns = [
        Column("code", _("Code")),
        Column("title", label("lesson", "title")),
        *[Column(part, label("lesson", part)) for part in _PARTS],
        Column("told", _("Learnt in")),
    ]
    types = {column.name: "text" for column in columns}
    table = Table(framed(shown, types), columns, caption=_("What was learnt on the way"))
    return Section("lessons", title, tables=[table])


def _told(row: Row, forums: dict[str, Row], names: PlanNames) -> str | None:
    where = meeting_line(forums.get(row["forum_code"]))
    if not where and row["date"] is not None:
        where = format_date(row["date"], "short")
    project = names.coded("project", row["project_code"]) if row["project_code"] else ""
    return " · ".join(part for part in (project, where) if part) or None
