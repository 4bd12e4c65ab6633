"""What is still possible today, in each channel: by which route and by when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import N_, _
from planning_kit.plan.deadlines import (
    IN_PLAN,
    Deadline,
    deadlines_from,
    next_possible,
    possible_today,
)
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.own_data import own_file
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.plan_frames import date_of_making, plan_length, plan_start
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import number
from planning_kit.report.form_table import FormTable
from planning_kit.report.section import Section
from planning_kit.report.table import Column
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_STATES = {
    "open": N_("open, {days} days left"),
    "soon": N_("closing soon, {days} days left"),
    "any_time": N_("open at any time"),
    "ask": N_("ask the office for its day"),
    "closed": N_("closed for this plan"),
    "passed": N_("passed {days} days ago"),
}
_NEXT = {
    "channel": "text",
    "what": "text",
    "year": "number",
    "by": "text",
    "state": "text",
    "missed": "text",
}
_EVERY = {"what": "text", "year": "number", "by": "text", "state": "text"}


def deadlines(workbook: Workbook, today: date | None = None) -> Section:
    """Return what each channel still takes on ``today``, and every closing day of the plan."""
    day = date_of_making(today)
    rules = deadlines_from(declared_toml("channels", "calendar.toml"))
    words = {rule.code: rule for rule in rules}
    table = possible_today(rules, day, plan_start(workbook), years=plan_length(workbook))
    names = PlanNames(workbook)
    nearest = plain_rows(next_possible(table), next_possible(table).columns)
    section = Section("deadlines", _("What is still possible, and by when"))
    section.sentences = [*_said(nearest, words, names, day), *_in_plan(table, words, names)]
    section.tables = [_next_table(nearest, words, names)]
    section.parts = [Section("deadlines-all", _("All closing days"), tables=[_all(table, words)])]
    section.notes = _basis(rules)
    return section


def _basis(rules: tuple[Deadline, ...]) -> list[str]:
    own = own_file("channels", "calendar.toml")
    if own is None:
        return [
            _(
                "These days are a default, not official. Confirm them with each office, and "
                "change them in the calendar file."
            )
        ]
    stated = list(dict.fromkeys(str(rule.basis) for rule in rules))
    return [_("These days come from the area’s own calendar file, which states:"), *stated]


def _said(rows: list[Row], words: dict[str, Deadline], names: PlanNames, day: date) -> list[str]:
    said = [_("As on {date}.", date=format_date(day, "long"))]
    for row in sorted(rows, key=lambda one: one["due"] or date.max):
        if row["state"] == "soon":
            said.append(
                _(
                    "{channel}: by {due}, in {days} days – {rule}.",
                    channel=names.channel(row["channel"]),
                    due=format_date(row["due"], "short"),
                    days=number(row["days_left"]),
                    rule=str(words[row["code"]].words),
                )
            )
        elif row["route"] == "addition" and row["missed"]:
            said.append(
                _(
                    "{channel}: too late for the plan itself; a new project still enters as an "
                    "addition, by {due}.",
                    channel=names.channel(row["channel"]),
                    due=format_date(row["due"], "short"),
                )
            )
    return said


def _in_plan(table: pd.DataFrame, words: dict[str, Deadline], names: PlanNames) -> list[str]:
    """Say what can still be done with a project that is in the plan: change it, correct it."""
    said: dict[tuple[str, str], str] = {}
    for row in plain_rows(table, table.columns):
        at = (row["channel"], row["route"])
        if row["route"] in IN_PLAN and row["state"] != "passed" and at not in said:
            said[at] = _(
                "{channel}, for a project in the plan: {rule} ({state}).",
                channel=names.channel(row["channel"]),
                rule=str(words[row["code"]].words),
                state=" · ".join(filter(None, (_day(row), _state(row)))),
            )
    return list(said.values())


def _next_table(rows: list[Row], words: dict[str, Deadline], names: PlanNames) -> FormTable:
    told = [
        {
            "channel": names.channel(row["channel"]),
            "what": str(words[row["code"]].words) if row["code"] else None,
            "year": row["fiscal_year_be"],
            "by": _day(row),
            "state": _state(row),
            "missed": "\n".join(str(words[code].words) for code in codes(row["missed"])) or None,
        }
        for row in rows
    ]
    columns = [
        Column("channel", _("Channel")),
        Column("what", _("What is possible")),
        Column("year", _("For fiscal year"), Form.YEAR_BE),
        Column("by", _("By")),
        Column("state", _("State")),
        Column("missed", _("Already passed")),
    ]
    caption = _("Next possibility for a new project, in each channel")
    return FormTable(framed(told, _NEXT), columns, caption=caption, widths=(5, 6, 3, 4, 4, 5))


def _all(table: pd.DataFrame, words: dict[str, Deadline]) -> FormTable:
    told = [
        {
            "what": str(words[row["code"]].words),
            "year": row["fiscal_year_be"],
            "by": _day(row),
            "state": _state(row),
        }
        for row in plain_rows(table, table.columns)
    ]
    columns = [
        Column("what", _("What it is for")),
        Column("year", _("For fiscal year"), Form.YEAR_BE),
        Column("by", _("By")),
        Column("state", _("State")),
    ]
    return FormTable(framed(told, _EVERY), columns, wide=False, widths=(8, 3, 4, 5))


def _day(row: Row) -> str | None:
    return format_date(row["due"], "short") if row["due"] else None


def _state(row: Row) -> str:
    days = row["days_left"]
    return _(_STATES[row["state"]], days=number(abs(days)) if days is not None else "")
