"""The nine steps of a pilot tambon from agreeing to working, read from what it handed over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.records.channel_declared import Channel

STEPS = (
    "agreed", "surveyed", "heard", "ranked", "drafted", "endorsed", "sent", "funded", "under_way",
)  # fmt: skip
_MONEY_STEPS = ("sent", "funded", "under_way")
Rows = Iterable[Mapping[str, Any]]


@dataclass(frozen=True)
class StepsReached:
    """``reached``: step -> day, ``None`` where the step is done but its day is not stated."""

    reached: Mapping[str, dt.date | None]

    @property
    def last(self) -> str | None:
        """The step reached last in the order of ``STEPS``."""
        return next((step for step in reversed(STEPS) if step in self.reached), None)

    @property
    def following(self) -> str | None:
        """The first step after it, ``None`` once work is under way."""
        at = -1 if self.last is None else STEPS.index(self.last)
        return STEPS[at + 1] if at + 1 < len(STEPS) else None

    def days_waiting(self, today: dt.date) -> int | None:
        """Return the days since the last step, ``None`` where its day is not stated."""
        day = None if self.last is None else self.reached[self.last]
        return None if day is None else max(0, (today - day).days)


def steps_reached(
    *, agreed: dt.date | None, surveyed: dt.date | None, forums: Rows, decisions: Rows,
    projects: Rows, endorsed: dt.date | None, statuses: Rows, channels: Mapping[str, Channel],
) -> StepsReached:  # fmt: skip
    """Return which steps are done, and when.

    Parameters
    ----------
    agreed, surveyed, endorsed:
        The day, ``None`` where there is none.
    forums:
        ``kind`` and ``date``: the village forums tell when people were heard.
    decisions:
        ``about`` and ``date``: the adopted order of problems.
    projects:
        ``stage``: a plan is drafted once it has a project that is not set aside; its day is that
        of the last meeting before endorsement that decided on projects, if one did.
    statuses:
        ``channel``, ``status``, ``date``; ``channels`` say what each status means.
    """
    reached: dict[str, dt.date | None] = {}
    found = {
        "agreed": agreed,
        "surveyed": surveyed,
        "heard": _last(row["date"] for row in forums if row["kind"] == "village_forum"),
        "ranked": _first(row["date"] for row in decisions if row["about"] == "problem_order"),
        "endorsed": endorsed,
        **_money_steps(statuses, channels),
    }
    reached = {step: day for step, day in found.items() if day is not None}
    if any(row["stage"] != "set_aside" for row in projects):
        about = ("project_order", "project")
        reached["drafted"] = _last(row["date"] for row in decisions if row["about"] in about)
    return StepsReached(reached)


def _money_steps(statuses: Rows, channels: Mapping[str, Channel]) -> dict[str, dt.date | None]:
    """Return the first day on which any project came so far; what is funded has been sent."""
    days: dict[str, list[dt.date | None]] = {step: [] for step in _MONEY_STEPS}
    for row in statuses:
        channel = channels.get(str(row["channel"]))
        status = channel.status(str(row["status"])) if channel else None
        if status is not None and status.means:
            days[status.means].append(row["date"])
    return {step: _first(found) for step, found in days.items()}


def _first(days: Iterable[dt.date | None]) -> dt.date | None:
    return min((day for day in days if day is not None), default=None)


def _last(days: Iterable[dt.date | None]) -> dt.date | None:
    return max((day for day in days if day is not None), default=None)
