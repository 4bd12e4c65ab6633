"""The progress sheet: one page for the council's quarterly meeting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.language import N_, _, current_language, ngettext
from planning_kit.plan.quarters import last_finished, next_quarter
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.following import (
    day_notes,
    follow_day,
    light,
    per_cent,
    progress_of,
    quarter_said,
    reminders_of,
    written_evidence,
)
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.reminders import lateness
from planning_kit.report.chapters.wording import baht, nothing_known, number
from planning_kit.report.section import Fact, Layout, Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

MOST_PROJECTS, MOST_ASKED, MOST_TASKS = 7, 5, 3
_LONGEST = 44
_TITLE = N_("Progress sheet for the council")


def progress_sheet(workbook: Workbook, today: date | None = None) -> Section:
    """Return one A4 page: what is under way, by how much, money, what blocks, what is asked.

    The furthest behind come first; what does not fit is counted, never left out in silence.
    """
    day = follow_day(workbook, today)
    table = progress_of(workbook, day)
    rows = [row for row in plain_rows(table, table.columns) if row["state"] != "not_begun"]
    if not rows:
        return nothing_known("progress-sheet", _(_TITLE), _("progress"), "project_progress")
    names = PlanNames(workbook)
    told = [row for row in rows if row["state"] != "not_reported"]
    year, quarter = last_finished(day)
    due = plain_rows(found := reminders_of(workbook, day), found.columns)
    section = Section("progress-sheet", _(_TITLE), layout=Layout.SHEET)
    section.facts = _facts(rows, told)
    section.sentences = [
        _(
            "{council}: up to {quarter}.",
            council=workbook.plan_area.council or workbook.title(),
            quarter=quarter_said(year, quarter) or "",
        ),
        *_silent(rows),
    ]
    section.tables = [
        _under_way(told, names),
        *_asked(due, names, _short_names(workbook)),
        *_tasks(due),
    ]
    reports = workbook.frame("project_progress")
    section.evidence = written_evidence(_rows_of(reports), "reported_by", "reported_on")
    section.notes = [" ".join([*_next(told, (year, quarter)), *day_notes(day, today, why=True)])]
    return section


def _short_names(workbook: Workbook) -> dict[str, str]:
    """Return agency -> its first abbreviation in the language in use, to save room."""
    rows = plain_rows(workbook.taxonomy("agency"), ("code", "aliases"))
    latin = current_language() == "en"
    fitting = {
        row["code"]: [
            one for one in codes(row["aliases"]) if (one.isascii() if latin else "." in one)
        ]
        for row in rows
    }
    return {code: found[0] for code, found in fitting.items() if found}


def _rows_of(reports: pd.DataFrame) -> list[Row]:
    return plain_rows(reports, ("reported_by", "reported_on"))


def _facts(rows: list[Row], told: list[Row]) -> list[Fact]:
    spent = [row["spent"] for row in told if row["spent"] is not None]
    lights = [row["signal"] for row in told]
    shown = ("green", "amber", "red")
    done = sum(row["state"] == "done" for row in told)
    return [
        Fact(
            _("{told} of {all}", told=number(len(told)), all=number(len(rows))),
            _("projects reported"),
            _("the rest: not reported, not zero"),
        ),
        Fact(number(done), _("all work done")),
        Fact(
            " / ".join(number(lights.count(one)) for one in shown),
            " / ".join(light(one) for one in shown),
        ),
        Fact(
            baht(sum(spent)) if spent else "–",
            _("spent so far"),
            _("of {n} projects that told it", n=number(len(spent))),
        ),
    ]


def _silent(rows: list[Row]) -> list[str]:
    silent = [row["project_code"] for row in rows if row["state"] == "not_reported"]
    if not silent:
        return []
    return [
        _(
            "Not reported: {codes}.",
            codes=" · ".join(silent[:10]) + (" …" if len(silent) > 10 else ""),
        )
    ]


def _under_way(told: list[Row], names: PlanNames) -> Table:
    order = {"red": 0, "amber": 1, "grey": 2, "green": 3}
    ranked = sorted(told, key=lambda row: (order[row["signal"]], -(row["behind"] or 0)))
    shown = [
        {
            "project": _short(names.coded("project", row["project_code"])),
            "work": _work(row),
            "money": _money(row),
            "blocks": _short(row["obstacle"]) if row["obstacle"] else None,
            "then": _short(row["next_step"]) if row["next_step"] else None,
        }
        for row in ranked[:MOST_PROJECTS]
    ]
    columns = [
        Column("project", _("Project")),
        Column("work", _("Work done")),
        Column("money", _("Spent of planned (baht)")),
        Column("blocks", _("What blocks it")),
        Column("then", _("Next quarter")),
    ]
    types = {column.name: "text" for column in columns}
    more = len(ranked) - len(shown)
    note = (
        ngettext("{count} more project is in the chapter on progress.",
                 "{count} more projects are in the chapter on progress.", more, count=number(more))
        if more > 0 else ""
    )  # fmt: skip
    caption = _("Under way, the furthest behind first")
    return Table(framed(shown, types), columns, caption, note=note, wide=False)


def _work(row: Row) -> str:
    said = per_cent(row["physical"]) or _("not told")
    return said if row["signal"] == "grey" else f"{said} ({light(row['signal'])})"


def _money(row: Row) -> str | None:
    if row["spent"] is None:
        return _("not told")
    if row["planned"] is None:
        return number(row["spent"])
    return f"{number(row['spent'])} / {number(row['planned'])}"


def _short(said: str) -> str:
    said = " ".join(str(said).split())
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1].rstrip() + "…"


def _asked(due: list[Row], names: PlanNames, short: dict[str, str]) -> list[Table]:
    """Return what is asked of whom: requests and promises whose day is over."""
    late = [row for row in due if row["kind"] in ("pledge", "promise") and row["days"] < 0]
    if not late:
        return []
    shown = [
        {
            "whom": short.get(row["whom"]) or names.taxon("agency", row["whom"]),
            "what": _short(row["what"] or ""),
            "project": row["code"],
            "state": _("no answer") if row["kind"] == "pledge" else _("promised, not yet given"),
            "late": lateness(row),
        }
        for row in late[:MOST_ASKED]
    ]
    columns = [
        Column("whom", _("Of whom")),
        Column("what", _("What is asked")),
        Column("project", _("Project")),
        Column("state", _("State")),
        Column("late", _("Late")),
    ]
    types = {column.name: "text" for column in columns}
    caption = _("Asked, and late ({shown} of {all})", shown=len(shown), all=len(late))
    return [Table(framed(shown, types), columns, caption, wide=False)]


def _tasks(due: list[Row]) -> list[Table]:
    tasks = [row for row in due if row["kind"] == "todo"]
    if not tasks:
        return []
    shown = [
        {
            "what": _short(row["what"] or ""),
            "whom": row["whom"],
            "late": lateness(row),
        }
        for row in tasks[:MOST_TASKS]
    ]
    columns = [
        Column("what", _("Task")),
        Column("whom", _("Who does it")),
        Column("late", _("When")),
    ]
    types = {column.name: "text" for column in columns}
    caption = _("Tasks ({shown} of {all})", shown=len(shown), all=len(tasks))
    return [Table(framed(shown, types), columns, caption, wide=False)]


def _next(told: list[Row], quarter: tuple[int, int]) -> list[str]:
    year, number_ = next_quarter(quarter)
    planned = [row["project_code"] for row in told if row["next_step"]]
    if not planned:
        return []
    return [
        _(
            "In {quarter} work goes on in {projects}.",
            quarter=quarter_said(year, number_) or "",
            projects=" · ".join(planned),
        )
    ]
