"""The working group at work: its meetings, their resolutions, and the tasks they gave."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.following import day_notes, follow_day
from planning_kit.report.chapters.meetings import by_code, meeting_line
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import answer, label, nothing_known, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_TODO = (
    "todo_code", "what", "owner", "due", "forum_code", "project_code", "state", "done_on", "result",
)  # fmt: skip
_CLOSED = ("done", "dropped")
_MEETINGS = ("working_group", "council_meeting")


def todos(workbook: Workbook, today: date | None = None) -> Section:
    """Return the tasks, those still open first, and what the meetings behind them resolved."""
    title = _("Tasks of the working group")
    rows = plain_rows(workbook.frame("todo"), _TODO)
    meetings = _resolved(workbook)
    if not rows and meetings is None:
        return nothing_known("todos", title, _("tasks"), "todo")
    day = follow_day(workbook, today)
    section = Section("todos", title)
    if rows:
        section.sentences = _counted(rows, day)
        section.tables = [_tasks(rows, workbook, day)]
    if meetings is not None:
        section.tables.append(meetings)
    section.notes = day_notes(day, today)
    return section


def _is_open(row: Row) -> bool:
    return row["state"] not in _CLOSED and row["done_on"] is None


def _is_late(row: Row, day: date) -> bool:
    return _is_open(row) and row["due"] is not None and row["due"] < day


def _counted(rows: list[Row], day: date) -> list[str]:
    open_ = [row for row in rows if _is_open(row)]
    return [
        _(
            "{all} tasks: {open} open, {late} of them late, and {closed} closed.",
            all=number(len(rows)),
            open=number(len(open_)),
            late=number(sum(_is_late(row, day) for row in rows)),
            closed=number(len(rows) - len(open_)),
        )
    ]


def _tasks(rows: list[Row], workbook: Workbook, day: date) -> Table:
    forums, names = by_code(workbook), PlanNames(workbook)
    rows = sorted(rows, key=lambda r: (not _is_open(r), r["due"] or date.max, r["todo_code"]))
    shown = [
        {
            "what": f"{row['todo_code']} {row['what']}",
            "owner": row["owner"],
            "due": format_date(row["due"], "short") if row["due"] else None,
            "state": _state(row, day),
            "project": names.coded("project", row["project_code"]) if row["project_code"] else None,
            "from": meeting_line(forums.get(row["forum_code"])) or None,
            "result": row["result"],
        }
        for row in rows
    ]
    columns = [
        Column("what", label("todo", "what")),
        Column("owner", label("todo", "owner")),
        Column("due", label("todo", "due")),
        Column("state", label("todo", "state")),
        Column("project", _("Project"), links=names.links("project")),
        Column("from", _("From the meeting")),
        Column("result", label("todo", "result")),
    ]
    types = {column.name: "text" for column in columns}
    return Table(framed(shown, types), columns, _("Tasks, the open ones first"), wide=True)


def _state(row: Row, day: date) -> str:
    said = answer("todo", "state", row["state"]) if row["state"] else _("not stated")
    if row["done_on"] is not None:
        return f"{said} ({format_date(row['done_on'], 'short')})"
    return _("{state}, late", state=said) if _is_late(row, day) else said


def _resolved(workbook: Workbook) -> Table | None:
    """Return the resolutions of council and working group meetings, from ``Decision`` and minutes."""
    forums = [row for row in by_code(workbook).values() if row.get("kind") in _MEETINGS]
    names = ("decision_code", "forum_code", "subject", "date")
    decided = plain_rows(workbook.frame("decision"), names)
    codes = {row["forum_code"] for row in forums}
    shown = [
        {
            "day": format_date(row["date"], "short") if row["date"] else None,
            "where": meeting_line(by_code(workbook).get(row["forum_code"])),
            "said": f"{row['decision_code']} {row['subject']}",
        }
        for row in decided
        if row["forum_code"] in codes
    ]
    if not shown:
        return None
    columns = [
        Column("day", _("Day")),
        Column("where", _("Meeting")),
        Column("said", _("Resolution")),
    ]
    types = {column.name: "text" for column in columns}
    return Table(framed(shown, types), columns, _("Resolutions of council and working group"))
