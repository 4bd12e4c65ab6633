"""Where a proposal stands now, what it waits for, and since when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from planning_kit import areas
from planning_kit.plan.proposal_lines import Line
from planning_kit.records.area_ref import area_ref
from planning_kit.records.plain_rows import Row, framed, plain_rows

LEVELS = ("tambon", "province", "region", "nation")
STEP = (
    "plan_area",
    "proposal_code",
    "level",
    "date",
    "forum_code",
    "resolution",
    "votes_for",
    "votes_against",
    "votes_abstain",
    "sent_to",
    "reason",
    "document",
)
FIELDS = (
    "proposal_code",
    "statement",
    "theme",
    "problem_codes",
    "figures",
    "level",
    "addressee",
    "ask",
    "ask_kind",
    "amount",
    "state",
    "sent_on",
    "answer",
    "answered_on",
)
"""The fields of a proposal that say what is asked of whom, and what came of it."""
PROPOSAL = ("plan_area", *FIELDS)


class Standing(StrEnum):
    """What became of a proposal so far, or what it waits for."""

    DRAFTED = "drafted"
    WAITS_FOR_MEETING = "waits_for_meeting"
    TO_BE_SENT = "to_be_sent"
    WAITS_FOR_ANSWER = "waits_for_answer"
    SENT_BACK = "sent_back"
    ANSWERED = "answered"
    REJECTED = "rejected"
    RAISED = "raised"
    MERGED = "merged"
    SPLIT = "split"


WAITING = (
    Standing.DRAFTED,
    Standing.WAITS_FOR_MEETING,
    Standing.TO_BE_SENT,
    Standing.WAITS_FOR_ANSWER,
    Standing.SENT_BACK,
)
"""Those in which somebody has to do something."""

STANDINGS = {
    "ref": "text",
    "standing": "text",
    "level": "text",
    "since": "date",
    "days": "number",
    "became": "codes",
}
"""Columns: ``level`` at which it lies now · ``since`` the date of the last that happened (NaT if
none is stated) · ``days`` since then, NaN for what waits no more · ``became`` refs it lives on in."""

_DONE = ("accepted", "refused", "done")
_SENT = ("sent", "received")


@dataclass(frozen=True)
class _Now:
    standing: Standing
    level: str
    since: dt.date | None = None


def rank(level: object) -> int:
    """Return the place of a level from below; -1 for one that is none."""
    return LEVELS.index(str(level)) if str(level) in LEVELS else -1


def level_of(plan_area: object) -> str:
    """Return at which level a plan area lies, by its id: ``67``, ``codi-N``, ``TH``, a tambon's."""
    code = str(plan_area)
    if code == "TH":
        return LEVELS[3]
    if len(code) == 2 and code.isdigit():
        return LEVELS[1]
    return LEVELS[2] if code.rpartition("-")[0] in areas.schemes() else LEVELS[0]


def steps_of(steps: pd.DataFrame) -> dict[str, list[Row]]:
    """Return ref -> its ``proposal_step`` rows in the order in which they happened."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in plain_rows(steps, STEP):
        found[area_ref(row["plan_area"], row["proposal_code"])].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (str(row["date"] or "9"), rank(row["level"])))
    return dict(sorted(found.items()))


def standings(
    proposals: pd.DataFrame, steps: pd.DataFrame, lines: Iterable[Line], *, today: dt.date
) -> pd.DataFrame:
    """Return ``STANDINGS`` of every proposal, what waits longest first.

    ``proposals`` and ``steps`` with their ``plan_area``; ``lines`` of ``proposal_lines``.
    """
    became: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        became[line.origin].append(line)
    taken = steps_of(steps)
    rows: list[Row] = []
    for row in plain_rows(proposals, PROPOSAL):
        ref = area_ref(row["plan_area"], row["proposal_code"])
        now = _now(row, taken.get(ref, []), became.get(ref, []))
        waits = now.standing in WAITING and now.since is not None
        rows.append(
            {
                "ref": ref,
                "standing": str(now.standing),
                "level": now.level,
                "since": now.since,
                "days": float((today - now.since).days) if waits and now.since else None,
                "became": tuple(dict.fromkeys(line.to for line in became.get(ref, ()))),
            }
        )
    rows.sort(key=lambda row: (-(row["days"] if row["days"] is not None else -1), row["ref"]))
    return framed(rows, STANDINGS)


def _now(row: Row, steps: list[Row], became: list[Line]) -> _Now:
    target = str(row["level"])
    if row["state"] in _DONE or row["answered_on"] is not None:
        return _Now(Standing.ANSWERED, target, row["answered_on"])
    last = steps[-1] if steps else None
    if became:
        # It lives on in another: that one waits, not this.
        line = became[-1]
        level = level_of(line.to.partition("/")[0])
        known = line.how in (Standing.MERGED, Standing.SPLIT)
        return _Now(Standing(line.how) if known else Standing.RAISED, level, line.date)
    is_over = last is not None and last["resolution"] in ("rejected", "merged", "split")
    if not is_over and (row["state"] in _SENT or row["sent_on"] is not None):
        return _Now(Standing.WAITS_FOR_ANSWER, target, row["sent_on"])
    if last is None:
        own = level_of(row["plan_area"])
        # Endorsed by its own council, though nobody wrote that meeting down as a step.
        is_passed = row["state"] == "endorsed"
        return _after("passed", own, target, None) if is_passed else _Now(Standing.DRAFTED, own)
    return _after(str(last["resolution"]), str(last["level"]), target, last["date"])


def _after(resolution: str, level: str, target: str, day: dt.date | None) -> _Now:
    at = rank(level)
    if resolution == "passed":
        if at >= rank(target):
            return _Now(Standing.TO_BE_SENT, level, day)
        return _Now(Standing.WAITS_FOR_MEETING, LEVELS[at + 1], day)
    if resolution == "returned":
        return _Now(Standing.SENT_BACK, LEVELS[max(at - 1, 0)], day)
    return _Now(Standing(resolution), level, day)
