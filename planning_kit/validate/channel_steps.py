"""Steps against the ladder of their channel; ordinance money against who has an ordinance."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planning_kit.language import N_
from planning_kit.records.channel_declared import Channel, all_named, declared_channels
from planning_kit.validate.facts import Facts, Marks
from planning_kit.validate.finding import Level, in_row

_NOT_ON_LADDER = N_(
    "“{step}” is no step of the channel {channel}; its steps are {steps}. Choose one, or correct "
    "the channel"
)
_NO_REASON = N_("“{step}” needs the reason that was given; write it in this row")
_NO_ORDINANCE = N_(
    "Project {project} goes through {channel}, which has no budget ordinance: only local "
    "government has one. Correct the channel of the project, or what kind of money this is"
)


def channel_steps(facts: Facts) -> Marks:
    """Yield flags for steps off their ladder or without a reason; refuse ordinance money elsewhere.

    The channel of a project is that of its latest step which names one, else its own.
    """
    lines = [(r, row) for r, row in facts.new("budget_line") if r.kind == "ordinance"]
    steps = list(facts.new("project_status"))
    if not lines and not steps:
        return
    channels = declared_channels()
    own = {fact.record.project_code: fact.record.channel for fact in facts.of("project")}
    for record, row in steps:
        channel = channels.get(record.channel or own.get(record.project_code) or "")
        if channel is not None:
            yield from _step(record, row, channel)
    now = own | _moved(facts)
    for record, row in lines:
        yield from _ordinance(record, row, channels.get(now.get(record.project_code) or ""))


def _moved(facts: Facts) -> dict[str, str]:
    """Return project -> channel, of the latest step that names a channel."""
    told = [fact.record for fact in facts.of("project_status") if fact.record.channel]
    told.sort(key=lambda step: step.date or dt.date.min)
    return {step.project_code: step.channel for step in told}


def _step(record: Any, row: Any, channel: Channel) -> Marks:
    step = channel.status(record.status)
    if step is None:
        steps = all_named(channel.statuses)
        values = {"step": record.status, "channel": channel.words, "steps": steps}
        spec, code = record.field("status"), "validate.step-not-on-ladder"
        yield row, in_row(row.raw, Level.FLAG, code, _NOT_ON_LADDER, spec, **values)
    elif step.needs_reason and not record.reason:
        spec, code = record.field("reason"), "validate.step-without-reason"
        yield row, in_row(row.raw, Level.FLAG, code, _NO_REASON, spec, step=step.words)


def _ordinance(record: Any, row: Any, channel: Channel | None) -> Marks:
    if channel is None or channel.has_ordinance:
        return
    values = {"project": record.project_code, "channel": channel.words}
    spec, code = record.field("kind"), "validate.ordinance-elsewhere"
    yield row, in_row(row.raw, Level.REFUSE, code, _NO_ORDINANCE, spec, **values)
