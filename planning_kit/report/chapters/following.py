"""What the chapters of following up read alike: the day, the rules, the lights, the lines below."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.language import N_, _
from planning_kit.plan.channels import status_of_projects
from planning_kit.plan.deadlines import deadlines_from, possible_today
from planning_kit.plan.reminders import FollowTables, reminders
from planning_kit.plan.reported_progress import progress_now
from planning_kit.records.channel_declared import declared_channels
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.records.signal_rules import SignalRules, signal_rules
from planning_kit.report.chapters.plan_frames import date_of_making, plan_length, plan_start
from planning_kit.report.chapters.wording import number
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

LIGHTS = {
    "green": N_("green"),
    "amber": N_("amber"),
    "red": N_("red"),
    "grey": N_("no light"),
}
_DATED = {
    "project_progress": "reported_on",
    "contact": "date",
    "todo": "done_on",
}


def follow_day(workbook: Workbook, today: date | None = None) -> date:
    """Return the day to follow up on: the day of making, or a later one that is written down.

    A laptop without a network may have lost its clock; what people dated stays true.
    """
    if today is not None:
        return today
    written = [
        row[field]
        for record, field in _DATED.items()
        for row in plain_rows(workbook.frame(record), (field,))
        if row[field] is not None
    ]
    return max([date_of_making(), *written])


def day_notes(day: date, today: date | None, *, why: bool = False) -> list[str]:
    """Say as on which day, and, if ``why``, for what reason it is not that of the computer."""
    said = [_("As on {date}.", date=format_date(day, "long"))]
    if why and today is None and day > date_of_making():
        said.append(
            _(
                "The workbook holds reports dated after this computer’s own day, so the last of "
                "them counts as today."
            )
        )
    return said


def rules_of_signals() -> SignalRules:
    """Return the thresholds in use, the area’s own where it has some."""
    return signal_rules(declared_toml("follow_up", "signals.toml"))


def light(signal: str) -> str:
    """Return what a light is called."""
    return _(LIGHTS[signal])


def progress_of(workbook: Workbook, day: date) -> pd.DataFrame:
    """Return ``plan.reported_progress.PROGRESS_NOW`` on ``day``."""
    return progress_now(
        workbook.frame("project"),
        workbook.frame("activity"),
        workbook.frame("project_progress"),
        workbook.frame("budget_line"),
        workbook.frame("pledge"),
        day,
        rules_of_signals(),
    )


def reminders_of(workbook: Workbook, day: date) -> pd.DataFrame:
    """Return ``plan.reminders.REMINDERS`` on ``day``."""
    calendar = deadlines_from(declared_toml("channels", "calendar.toml"))
    projects, steps = workbook.frame("project"), workbook.frame("project_status")
    rules, years = rules_of_signals(), plan_length(workbook)
    tables = FollowTables(
        projects=projects,
        reports=workbook.frame("project_progress"),
        pledges=workbook.frame("pledge"),
        indicators=workbook.frame("indicator"),
        values=workbook.frame("indicator_value"),
        todos=workbook.frame("todo"),
        contacts=workbook.frame("contact"),
        deadlines=possible_today(
            calendar, day, plan_start(workbook), years=years, soon=rules.soon_days
        ),
        status=status_of_projects(projects, steps, declared_channels(), day),
    )
    return reminders(tables, day, rules)


def quarter_said(year: float | None, quarter: float | None) -> str | None:
    """Write "quarter 2/2571"; ``None`` where it is not known."""
    if year is None or quarter is None:
        return None
    return _("quarter {quarter}/{year}", quarter=int(quarter), year=int(year))


def per_cent(value: float | None) -> str | None:
    """Write "45%" of a value that is per cent already; ``None`` where not told."""
    if value is None:
        return None
    return f"{number(value, 0 if value == int(value) else 1)}%"


def written_evidence(rows: Iterable[Row], by: str, on: str) -> list[str]:
    """Return the evidence line of what people wrote down: by whom, when, how many rows.

    ``by`` and ``on`` name the fields of the rows.
    """
    listed = list(rows)
    if not listed:
        return []
    who = list(dict.fromkeys(str(row[by]) for row in listed if row[by]))
    days = sorted(row[on] for row in listed if row[on] is not None)
    names = " · ".join(who[:3]) + (f" +{len(who) - 3}" if len(who) > 3 else "")
    parts = [_("Source: {sources}", sources=names or _("not stated"))]
    if days:
        ends = dict.fromkeys(format_date(day, "short") for day in (days[0], days[-1]))
        parts.append(_("written down {dates}", dates=" – ".join(ends)))
    parts.append(_("n = {n} reports", n=number(len(listed))))
    return [" · ".join(parts)]
