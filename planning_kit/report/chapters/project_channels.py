"""How far the projects have come in each channel: counts, refusals with reasons, and delays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.plan.channels import plan_and_ordinance, status_counts
from planning_kit.records.plain_rows import framed, plain_rows
from planning_kit.report.chapters.channel_ladders import channel_guide, step_history
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def project_channels(
    workbook: Workbook, names: PlanNames, status: pd.DataFrame, today: date
) -> Section:
    """Return the part on channels; ``status`` as ``plan.channels.STATUS`` on ``today``."""
    section = Section("channels", _("Channels, and how far the projects have come"))
    section.sentences = [*_late(status, names), *_refused(status, names)]
    section.tables = [_counts(status, names), *_ordinance(workbook, names)]
    section.notes = [
        _("As on {date}.", date=format_date(today, "long")),
        _("The steps of each channel are a default, not official; confirm them with the office."),
    ]
    section.parts = [*step_history(workbook, names, status), *channel_guide(names, status)]
    return section


def _late(status: pd.DataFrame, names: PlanNames) -> list[str]:
    late = plain_rows(status[status["is_late"]], status.columns)
    if not late:
        return [_("No project is late with its next step.")]
    return [
        _(
            "{project} is {days} days late: {step}, due {due}.",
            project=names.coded("project", row["project_code"]),
            days=number(row["days_late"]),
            step=row["next_step"] or _("next step not stated"),
            due=format_date(row["due"], "short"),
        )
        for row in late
    ]


def _refused(status: pd.DataFrame, names: PlanNames) -> list[str]:
    said = []
    for row in plain_rows(status, status.columns):
        ladder = names.channels.get(row["channel"] or "")
        step = ladder.status(row["status"]) if ladder else None
        if step is not None and step.needs_reason:
            said.append(
                _(
                    "{project}: {status} ({date}). Reason given: {reason}",
                    project=names.coded("project", row["project_code"]),
                    status=str(step.words),
                    date=format_date(row["since"], "short"),
                    reason=row["reason"] or _("not written down"),
                )
            )
    return said


def _counts(status: pd.DataFrame, names: PlanNames) -> Table:
    rows = [
        {
            "channel": names.channel(row["channel"]),
            "status": names.status(row["channel"], row["status"])
            if row["status"]
            else _("no step written yet"),
            "projects": row["projects"],
            "late": row["late"],
        }
        for row in plain_rows(
            status_counts(status, names.channels), ("channel", "status", "projects", "late")
        )
    ]
    kinds = {"channel": "text", "status": "text", "projects": "number", "late": "number"}
    columns = [
        Column("channel", _("Channel")),
        Column("status", _("Status")),
        Column("projects", _("Projects"), Form.INT),
        Column("late", _("Late"), Form.INT),
    ]
    return Table(framed(rows, kinds), columns, caption=_("Projects by channel and status"))


def _ordinance(workbook: Workbook, names: PlanNames) -> list[Table]:
    """Return plan beside ordinance, which exists for local government only."""
    found = plan_and_ordinance(
        workbook.frame("project"),
        workbook.frame("budget_line"),
        workbook.frame("project_status"),
        names.channels,
    )
    told = found[found["ordinance"].notna() | found["spent"].notna()]
    if told.empty:
        return []
    named = [names.coded("project", code) for code in told["project_code"]]
    columns = [
        Column("project", _("Project")),
        Column("fiscal_year_be", _("Fiscal year"), Form.YEAR_BE),
        Column("plan", _("In the plan (baht)"), Form.BAHT),
        Column("ordinance", _("In the ordinance (baht)"), Form.BAHT),
        Column("difference", _("Difference (baht)"), Form.BAHT),
        Column("spent", _("Spent (baht)"), Form.BAHT),
    ]
    caption = _("Plan and annual budget ordinance of local government")
    return [Table(told.assign(project=named).reset_index(drop=True), columns, caption=caption)]
