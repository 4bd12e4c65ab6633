"""The votes of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.deliberate.poll_votes import PollVotes, polls_in

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def polls_of(workbook: Workbook) -> list[PollVotes]:
    """Return every vote with its rows, in order of date and code."""
    names = ("poll", "ballot_mark", "vote_total", "pair_total")
    return polls_in(*(workbook.frame(name) for name in names))
