"""What is amiss in the steps that projects took on their ladders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

import pandas as pd

from planning_kit.language import N_
from planning_kit.plan.channels import channel_now, steps_of
from planning_kit.plan.chosen import in_plan, money_lines
from planning_kit.plan.finding import Level, PlanFinding
from planning_kit.records.channel_declared import Channel
from planning_kit.records.plain_rows import Row

_MEND_STEP = N_("Open the steps of {project} and correct the date or the step.")


def channel_findings(
    projects: pd.DataFrame,
    steps: pd.DataFrame,
    lines: pd.DataFrame,
    channels: Mapping[str, Channel],
    today: date,
) -> list[PlanFinding]:
    """Return what is amiss: unknown channel or step, order, missing reason, late, ordinance."""
    done = steps_of(steps)
    found: list[PlanFinding] = []
    for project in in_plan(projects):
        code = project["channel"]
        if code is None or code not in channels:
            found.append(_channel_unknown(project, code, channels))
            continue
        own = done.get(project["project_code"], [])
        found += _ladder(project["project_code"], channels[code], own, channels)
        found += _late(project["project_code"], own, channels[code], today)
    found += _ordinance(channel_now(projects, steps), lines, channels)
    return found


def _channel_unknown(project: Row, code: str | None, known: Mapping[str, Channel]) -> PlanFinding:
    key = project["project_code"]
    if code is None:
        return PlanFinding(
            Level.SHOULD,
            "plan.channel-missing",
            "project",
            key,
            N_("Project {project} has no channel to its money."),
            N_("Choose who is asked for the money; a project done by yourselves has one too."),
            {"project": key},
        )
    return PlanFinding(
        Level.MUST,
        "plan.channel-unknown",
        "project",
        key,
        N_("Project {project} names the channel {channel}, which is not declared."),
        N_("Choose one of {channels} for {project}, or add the channel to the file of channels."),
        {"project": key, "channel": code, "channels": ", ".join(known)},
    )


def _ladder(
    key: str, channel: Channel, own: list[Row], channels: Mapping[str, Channel]
) -> Iterator[PlanFinding]:
    for row in own:
        at = channels.get(row["channel"] or channel.code, channel)
        status = at.status(row["status"])
        values = {"project": key, "status": row["status"] or "", "channel": at.code}
        if status is None:
            message = N_("Project {project} has the step {status}, unknown in channel {channel}.")
            mend = N_("Choose a step of the ladder of {channel} for {project}.")
            yield _step(Level.MUST, "plan.step-unknown", key, message, mend, values)
        elif status.needs_reason and not row["reason"]:
            message = N_("Project {project} stands at {status} without a reason.")
            mend = N_("Write the reason that was given for {project}, as it was given.")
            yield _step(Level.MUST, "plan.step-without-reason", key, message, mend, values)
    for before, after in pairwise(own):
        same = (before["channel"] or channel.code) == (after["channel"] or channel.code)
        at = channels.get(after["channel"] or channel.code, channel)
        if same and _goes_back(at, before["status"], after["status"]):
            values = {"project": key, "before": before["status"], "after": after["status"]}
            message = N_("Project {project}: the step {after} is dated after {before}.")
            yield _step(Level.SHOULD, "plan.steps-order", key, message, _MEND_STEP, values)


def _goes_back(channel: Channel, before: str | None, after: str | None) -> bool:
    """Tell whether a step follows an end, or a later rung of the ladder."""
    first, second = channel.status(before), channel.status(after)
    if first is None or second is None:
        return False
    if first.is_end:
        return True
    ladder = [step.code for step in channel.statuses if not step.from_any]
    if first.from_any or second.from_any:
        return False
    return ladder.index(second.code) < ladder.index(first.code)


def _late(key: str, own: list[Row], channel: Channel, today: date) -> Iterator[PlanFinding]:
    if not own or own[-1]["due"] is None:
        return
    status = channel.status(own[-1]["status"])
    days = (today - own[-1]["due"]).days
    if days > 0 and not (status and status.is_end):
        message = N_("Project {project}: the next step was due {due} and is {days} days late.")
        mend = N_("Ask about {project}, and write down the answer with its date.")
        values = {"project": key, "due": own[-1]["due"], "days": days}
        yield _step(Level.SHOULD, "plan.step-late", key, message, mend, values)


def _ordinance(
    at: Mapping[str, str | None], lines: pd.DataFrame, channels: Mapping[str, Channel]
) -> Iterator[PlanFinding]:
    for line in money_lines(lines, "ordinance"):
        channel = channels.get(at.get(line["project_code"]) or "")
        if channel is not None and not channel.has_ordinance:
            yield PlanFinding(
                Level.MUST,
                "plan.ordinance-elsewhere",
                "budget_line",
                line["project_code"],
                N_("Project {project} has ordinance money, but {channel} makes no ordinance."),
                N_("Only local government has an ordinance: change the channel, or the line."),
                {"project": line["project_code"], "channel": channel.code},
            )


def _step(
    level: Level, code: str, key: str, message: str, mend: str, values: Mapping[str, object]
) -> PlanFinding:
    return PlanFinding(level, code, "project_status", key, message, mend, dict(values))
