"""Does the way of each proposal hold together? Every finding says how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pandas as pd

from planning_kit.language import N_
from planning_kit.plan.finding import Level, PlanFinding, findings_table
from planning_kit.plan.proposal_lines import Line, cycles, lines_of
from planning_kit.plan.proposal_standing import PROPOSAL, rank, steps_of
from planning_kit.records.area_ref import area_ref, read_ref
from planning_kit.records.plain_rows import Row, plain_rows

_ANSWERS = ("accepted", "refused", "done")
_STEP, _PROPOSAL, _ORIGIN = "proposal_step", "proposal", "proposal_origin"


def proposal_findings(
    proposals: pd.DataFrame, steps: pd.DataFrame, origins: pd.DataFrame
) -> pd.DataFrame:
    """Return ``finding.FINDINGS`` of proposals of many plan areas; ``key`` is "AREA/CODE".

    All three frames have a column ``plan_area``.
    """
    lines, taken = lines_of(origins), steps_of(steps)
    known = {
        area_ref(row["plan_area"], row["proposal_code"]): row
        for row in plain_rows(proposals, PROPOSAL)
    }
    found: list[PlanFinding] = [*_cycles(lines), *_origins(lines, taken)]
    for ref, rows in taken.items():
        found += [*_below(ref, rows), *_again(ref, rows)]
        if ref not in known:
            found.append(_finding(Level.MUST, "unknown-proposal", _STEP, ref, _UNKNOWN, _ENTER))
    for ref, row in known.items():
        found += _answers(ref, row, taken.get(ref, []))
    return findings_table(found)


def _cycles(lines: list[Line]) -> Iterator[PlanFinding]:
    for ring in cycles(lines):
        values: dict[str, object] = {"refs": ", ".join(ring)}
        yield _finding(Level.MUST, "own-ancestor", _ORIGIN, ring[0], _RING, _MEND_RING, values)


def _origins(lines: list[Line], taken: dict[str, list[Row]]) -> Iterator[PlanFinding]:
    for line in lines:
        values: dict[str, object] = {"ref": line.origin}
        if read_ref(line.origin) is None:
            yield _finding(Level.MUST, "not-a-ref", _ORIGIN, line.to, _NO_REF, _MEND_REF, values)
        before = taken.get(line.origin, [])
        is_rejected = bool(before) and before[-1]["resolution"] == "rejected"
        if is_rejected and not line.note:
            code = "raised-after-rejected"
            yield _finding(Level.SHOULD, code, _ORIGIN, line.to, _RAISED, _SAY_WHY, values)


def _below(ref: str, rows: list[Row]) -> Iterator[PlanFinding]:
    """Yield the steps at a level below one that had passed it, unless it was sent back."""
    passed = -1
    for row in rows:
        at = rank(row["level"])
        if at < passed:
            values: dict[str, object] = {"date": row["date"]}
            yield _finding(Level.SHOULD, "step-below", _STEP, ref, _BELOW, _MEND_BELOW, values)
        passed = -1 if row["resolution"] == "returned" else passed
        if row["resolution"] == "passed":
            passed = max(passed, at)


def _again(ref: str, rows: list[Row]) -> Iterator[PlanFinding]:
    for before, row in pairwise(rows):
        if before["resolution"] == "rejected" and not row["reason"]:
            values: dict[str, object] = {"date": row["date"], "rejected": before["date"]}
            yield _finding(
                Level.SHOULD, "again-after-rejected", _STEP, ref, _AGAIN, _SAY_WHY, values
            )


def _answers(ref: str, row: Row, steps: list[Row]) -> Iterator[PlanFinding]:
    is_answered = row["state"] in _ANSWERS or row["answer"] or row["answered_on"]
    if is_answered and row["sent_on"] is None:
        yield _finding(Level.SHOULD, "answer-unsent", _PROPOSAL, ref, _UNSENT, _MEND_UNSENT)
    first = next((step["date"] for step in steps if step["date"] is not None), None)
    answered = row["answered_on"]
    if answered is not None and first is not None and answered < first:
        values: dict[str, object] = {"answered": answered, "first": first}
        yield _finding(Level.MUST, "answer-too-early", _PROPOSAL, ref, _EARLY, _MEND_EARLY, values)
    if answered is not None and row["sent_on"] is not None and answered < row["sent_on"]:
        values = {"answered": answered, "first": row["sent_on"]}
        yield _finding(
            Level.MUST, "answer-before-sent", _PROPOSAL, ref, _BEFORE, _MEND_EARLY, values
        )


def _finding(
    level: Level,
    code: str,
    record: str,
    ref: str,
    message: str,
    mend: str,
    values: dict[str, object] | None = None,
) -> PlanFinding:
    return PlanFinding(level, f"proposal.{code}", record, ref, message, mend, values or {})


_RING = N_("These proposals come out of one another in a ring: {refs}")
_MEND_RING = N_("One of the lines is the wrong way round; correct where that proposal comes from")
_NO_REF = N_("“{ref}” names no record of a plan area")
_MEND_REF = N_("Write area, stroke and code, such as 670101/N01")
_RAISED = N_("It comes out of {ref}, which was rejected, and nothing says why it is raised again")
_AGAIN = N_("It was rejected on {rejected} and came up again on {date} without a reason")
_SAY_WHY = N_("Write why it is raised again: what has changed since")
_BELOW = N_("The meeting of {date} is at a level below one that had passed it already")
_MEND_BELOW = N_("Check level and date; if it was sent back, write that resolution too")
_UNSENT = N_("There is an answer, but nothing says when the proposal was sent")
_MEND_UNSENT = N_("Write the date it was sent")
_EARLY = N_("The answer of {answered} is older than the first meeting on it, {first}")
_BEFORE = N_("The answer of {answered} is older than the day it was sent, {first}")
_MEND_EARLY = N_("Check the dates")
_UNKNOWN = N_("A resolution is written for a proposal that is not there")
_ENTER = N_("Write the proposal, or correct its code")
