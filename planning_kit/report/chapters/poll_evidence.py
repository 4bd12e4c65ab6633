"""Where the result of a vote comes from: the meeting, the day, and how many voted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planning_kit.deliberate.poll_votes import PollVotes
from planning_kit.language import _
from planning_kit.report.chapters.plan_evidence import forum_lines
from planning_kit.report.chapters.wording import number
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def evidence_of(workbook: Workbook, asked: Iterable[PollVotes]) -> list[str]:
    """Return the evidence lines of several votes, none twice."""
    return list(dict.fromkeys(line for votes in asked for line in poll_evidence(workbook, votes)))


def poll_evidence(workbook: Workbook, votes: PollVotes) -> list[str]:
    """Return the evidence lines of a vote."""
    parts = [_("Vote {code}", code=votes.code)]
    if votes.row["date"]:
        parts.append(format_date(votes.row["date"], "short"))
    if votes.is_by_ballot:
        parts.append(_("n = {n} ballots", n=number(votes.ballots)))
        if len(votes.beside):
            parts.append(_("and votes counted in the hall"))
    elif len(votes.frame):
        parts.append(_("counted in the hall"))
        if people := votes.people_in_hall:
            parts.append(_("n = {n} people", n=number(people)))
    return [" · ".join(parts), *forum_lines(workbook, [votes.row["forum_code"]])]
