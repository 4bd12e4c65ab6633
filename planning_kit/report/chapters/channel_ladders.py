"""What each channel asks for, and every step a project took on the ladder of its channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.plan.channels import steps_of
from planning_kit.records.channel_declared import Channel
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.plan_names import PlanNames, paragraphs
from planning_kit.report.form_table import FormTable
from planning_kit.report.section import Section
from planning_kit.report.table import Column
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_GUIDE = ("channel", "decided", "form", "closing", "ladder")
_STEPS = {"row_kind": "text", "text": "text", "date": "text", "step": "text", "amount": "number",
          "reason": "text", "then": "text"}  # fmt: skip


def channel_guide(names: PlanNames, status: pd.DataFrame) -> list[Section]:
    """Return who decides, which form, until when and by which steps, of the channels in use."""
    used = [one for code, one in names.channels.items() if code in set(status["channel"])]
    if not used:
        return []
    rows = [_guide(channel) for channel in used]
    columns = [
        Column("channel", _("Channel")),
        Column("decided", _("Who decides")),
        Column("form", _("Form")),
        Column("closing", _("Closing date")),
        Column("ladder", _("Steps, in their order")),
    ]
    frame = framed(rows, dict.fromkeys(_GUIDE, "text"))
    table = FormTable(frame, columns, widths=(4, 4, 4, 5, 6))
    by_basis: dict[str, list[str]] = {}
    for one in used:
        by_basis.setdefault(str(one.basis), []).append(str(one.words))
    notes = [f"{' · '.join(channels)}: {basis}" for basis, channels in by_basis.items()]
    title = _("What each channel asks for")
    return [Section("channel-guide", title, tables=[table], notes=notes)]


def _guide(channel: Channel) -> Row:
    ladder = [str(one.words) for one in channel.statuses if not one.from_any]
    aside = [str(one.words) for one in channel.statuses if one.from_any]
    at_any_time = [_("At any time: {steps}", steps=", ".join(aside))] if aside else []
    return {
        "channel": str(channel.words),
        "decided": str(channel.decided_by),
        "form": str(channel.form),
        "closing": str(channel.closing),
        "ladder": paragraphs([" → ".join(ladder), *at_any_time]),
    }


def step_history(workbook: Workbook, names: PlanNames, status: pd.DataFrame) -> list[Section]:
    """Return every step written down, by project and date, and which may come next."""
    done = steps_of(workbook.frame("project_status"))
    rows: list[Row] = []
    for project in plain_rows(status, ("project_code", "channel", "next_statuses")):
        own = done.get(project["project_code"], [])
        if own:
            channel = names.channel(project["channel"])
            title = f"{names.coded('project', project['project_code'])} · {channel}"
            rows.append({"row_kind": "heading", "text": title})
            rows += [_step(row, project["channel"], names) for row in own]
            rows[-1]["then"] = paragraphs([rows[-1]["then"], _next(project, names)])
    if not rows:
        return []
    columns = [
        Column("date", _("Date")),
        Column("step", _("Step reached")),
        Column("amount", _("Amount (baht)"), Form.BAHT),
        Column("reason", _("Reason given")),
        Column("then", _("Next step, due")),
    ]
    table = FormTable(framed(rows, _STEPS), columns, widths=(3, 6, 3, 5, 5))
    return [Section("channel-steps", _("Steps of each project, with their dates"), tables=[table])]


def _step(row: Row, channel: str | None, names: PlanNames) -> Row:
    due = _("by {date}", date=format_date(row["due"], "short")) if row["due"] else None
    said = names.status(row["channel"] or channel, row["status"])
    return {
        "row_kind": "row",
        "date": format_date(row["date"], "short") if row["date"] else None,
        "step": paragraphs([said, row["document"]]),
        "amount": row["amount"],
        "reason": row["reason"],
        "then": paragraphs([row["next_step"], due]),
    }


def _next(project: Row, names: PlanNames) -> str | None:
    may = [names.status(project["channel"], code) for code in codes(project["next_statuses"])]
    return _("May come next: {steps}", steps=", ".join(may)) if may else None
