"""Where each project stands on the ladder of its channel, since when, and what is late."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from planning_kit.plan.chosen import in_plan, money_lines
from planning_kit.records.channel_declared import Channel
from planning_kit.records.plain_rows import Row, added, framed, plain_rows

STATUS = {
    "project_code": "text",
    "name": "text",
    "channel": "text",
    "status": "text",
    "since": "date",
    "steps": "number",
    "amount": "number",
    "reason": "text",
    "document": "text",
    "next_step": "text",
    "due": "date",
    "is_end": "yes_no",
    "is_good": "yes_no",
    "is_late": "yes_no",
    "days_late": "number",
    "next_statuses": "codes",
}
"""One row per project. ``status`` ``None`` = no step written yet · ``amount``, ``reason`` … of
the latest step · ``is_late``: a due day before ``today`` with no later step, not ended."""

_STEP = (
    "project_code",
    "date",
    "status",
    "channel",
    "amount",
    "reason",
    "document",
    "next_step",
    "due",
)


def steps_of(steps: pd.DataFrame) -> dict[str, list[Row]]:
    """Return project code -> its steps by date; steps of one day keep the order written."""
    found: dict[str, list[Row]] = {}
    for row in plain_rows(steps, _STEP):
        found.setdefault(row["project_code"], []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: row["date"] or date.min)
    return found


def channel_now(projects: pd.DataFrame, steps: pd.DataFrame) -> dict[str, str | None]:
    """Return project code -> the channel of its latest step that names one, else its own."""
    done = steps_of(steps)
    found = {}
    for project in in_plan(projects):
        moved = [row["channel"] for row in done.get(project["project_code"], []) if row["channel"]]
        found[project["project_code"]] = moved[-1] if moved else project["channel"]
    return found


def status_of_projects(
    projects: pd.DataFrame,
    steps: pd.DataFrame,
    channels: Mapping[str, Channel],
    today: date,
) -> pd.DataFrame:
    """Return ``STATUS`` of every project not set aside, on ``today``.

    The channel is the project's own; a step may change it (an agency handed it on).
    """
    done, now = steps_of(steps), channel_now(projects, steps)
    rows = []
    for project in in_plan(projects):
        own = done.get(project["project_code"], [])
        last: Row = own[-1] if own else dict.fromkeys(_STEP)
        code = now[project["project_code"]]
        channel = channels.get(code or "")
        status = channel.status(last["status"]) if channel else None
        is_end = bool(status and status.is_end)
        late = last["due"] is not None and last["due"] < today and not is_end
        told = {name: last[name] for name in ("amount", "reason", "document", "next_step", "due")}
        rows.append(
            told
            | {
                "project_code": project["project_code"],
                "name": project["name"],
                "channel": code,
                "status": last["status"],
                "since": last["date"],
                "steps": len(own),
                "is_end": is_end,
                "is_good": bool(status and status.is_good),
                "is_late": late,
                "days_late": (today - last["due"]).days if late else None,
                "next_statuses": channel.following(last["status"]) if channel else (),
            }
        )
    return framed(rows, STATUS)


CHANNEL_COUNTS = {
    "channel": "text",
    "status": "text",
    "projects": "number",
    "late": "number",
}


def status_counts(status: pd.DataFrame, channels: Mapping[str, Channel]) -> pd.DataFrame:
    """Count projects (and late ones) by channel and status, in the order of the ladders.

    Takes ``STATUS``. ``status`` ``None`` = no step yet; a channel or step that is not
    declared follows at the end.
    """
    pairs = [
        (code, step)
        for code, channel in channels.items()
        for step in (None, *(status.code for status in channel.statuses))
    ]
    rows = plain_rows(status, ("channel", "status", "is_late"))
    pairs += [(row["channel"], row["status"]) for row in rows]
    counted = []
    for channel_code, step in dict.fromkeys(pairs):
        at = [row for row in rows if (row["channel"], row["status"]) == (channel_code, step)]
        if at:
            late = sum(row["is_late"] for row in at)
            counts = {"projects": len(at), "late": late}
            counted.append({"channel": channel_code, "status": step} | counts)
    return framed(counted, CHANNEL_COUNTS)


ORDINANCE = {
    "project_code": "text",
    "name": "text",
    "channel": "text",
    "fiscal_year_be": "number",
    "plan": "number",
    "ordinance": "number",
    "spent": "number",
    "difference": "number",
}
"""Baht of a local government's plan, of its annual ordinance, and spent; NaN = no line, which
is not zero · ``difference`` ordinance − plan, NaN where either is not stated."""


def plan_and_ordinance(
    projects: pd.DataFrame,
    lines: pd.DataFrame,
    steps: pd.DataFrame,
    channels: Mapping[str, Channel],
) -> pd.DataFrame:
    """Return ``ORDINANCE`` by project and year, only for channels that have an ordinance.

    The channel is that of the latest step which names one, as in ``status_of_projects``.
    """
    now = channel_now(projects, steps)
    named = {row["project_code"]: row for row in in_plan(projects)}
    amounts: dict[tuple[str, float], dict[str, list[float | None]]] = {}
    for kind in ("plan", "ordinance", "spent"):
        for line in money_lines(lines, kind):
            channel = channels.get(now.get(line["project_code"]) or "")
            if channel and channel.has_ordinance and line["fiscal_year_be"] is not None:
                at = (line["project_code"], line["fiscal_year_be"])
                amounts.setdefault(at, {}).setdefault(kind, []).append(line["amount"])
    order = list(named)
    rows = []
    for code, year in sorted(amounts, key=lambda at: (order.index(at[0]), at[1])):
        baht = {k: added(amounts[code, year].get(k, ())) for k in ("plan", "ordinance", "spent")}
        both = baht["plan"] is not None and baht["ordinance"] is not None
        more = (baht["ordinance"] or 0.0) - (baht["plan"] or 0.0) if both else None
        head = {"project_code": code, "name": named[code]["name"], "fiscal_year_be": year}
        rows.append(head | baht | {"channel": now[code], "difference": more})
    return framed(rows, ORDINANCE)
