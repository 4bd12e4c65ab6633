"""A vote counted: the order that leads, and where there are two ways to count, the other one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from planning_kit.deliberate.ballot_faults import refuse_faults
from planning_kit.deliberate.double_entry import settled
from planning_kit.deliberate.pairs import pair_matrix
from planning_kit.deliberate.pairwise import borda, copeland
from planning_kit.deliberate.poll_votes import PollVotes
from planning_kit.deliberate.ranking import Ranking
from planning_kit.deliberate.score import criteria_scores
from planning_kit.deliberate.votes import approvals, dots, hands
from planning_kit.deliberate.weights import CRITERIA, weights_of
from planning_kit.records.poll_choices import PollMethod

_EQUAL = 25.0


@dataclass(frozen=True)
class Counted:
    """What a vote gives: ``orders`` with the one that leads first, and the pairs compared."""

    votes: PollVotes
    orders: tuple[Ranking, ...]
    pairs: pd.DataFrame | None = None

    @property
    def leading(self) -> Ranking:
        """The order that is shown as the result."""
        return self.orders[0]

    @property
    def other(self) -> Ranking | None:
        """The same votes counted in the other way; ``None`` where there is only one."""
        return self.orders[1] if len(self.orders) > 1 else None

    @property
    def is_level(self) -> bool:
        """Whether every option got the same."""
        return len(self.leading.order) > 1 and self.leading.order["value"].nunique() <= 1


def counted(votes: PollVotes) -> Counted:
    """Return the orders of a vote.

    Raises ``KitError``: what ``planning_kit.deliberate`` raises for votes that cannot be
    counted, and ``deliberate.entries-differ``, ``.ballot-twice``, ``.not-reconciled`` or
    ``report.second-typing-missing`` while something stands against counting.
    """
    refuse_faults(votes)
    if votes.is_by_ballot:
        votes = replace(votes, marks=settled(votes.marks))
    frame, policy = votes.frame, votes.row["tie_policy"]
    orders = [_order(votes, frame, way, policy if at == 0 else None)
              for at, way in enumerate(ways(votes))]  # fmt: skip
    pairs = _pairs(votes, frame) if votes.method == PollMethod.PAIRWISE else None
    return Counted(votes, tuple(orders), pairs)


def ways(votes: PollVotes) -> tuple[str, ...]:
    """Return the ways to count these votes, the one that leads first.

    Scores are multiplied first, unless the meeting gave the criteria different weights:
    then the weighted sum leads, because only there the weights have their say.
    """
    if votes.method == PollMethod.PAIRWISE:
        return ("copeland", "borda")
    if votes.method != PollMethod.CRITERIA:
        return ("votes",)
    return ("sum", "product") if is_weighted(votes) else ("product", "sum")


def is_weighted(votes: PollVotes) -> bool:
    """Tell whether the poll states weights that are not all alike."""
    stated = weights_of(votes.row)
    return stated is not None and [stated.get(name) for name in CRITERIA] != [_EQUAL] * 4


def sharing(votes: PollVotes) -> PollVotes:
    """Return the vote as if equal results shared a place, to show it before the meeting is asked."""
    return replace(votes, row={**votes.row, "tie_policy": "shared"})


def again(votes: PollVotes) -> Callable[[pd.DataFrame], Ranking]:
    """Return what orders a part of the votes in the leading way; ties share their place."""
    return lambda frame: _order(votes, frame, ways(votes)[0], None)


def _order(votes: PollVotes, frame: pd.DataFrame, way: str, policy: Any) -> Ranking:
    row, options = votes.row, votes.options
    marks, totals = (frame, votes.beside) if votes.is_by_ballot else (None, frame)
    if votes.method == PollMethod.PAIRWISE:
        count = copeland if way == "copeland" else borda
        return count(_pairs(votes, frame), policy)
    if votes.method == PollMethod.CRITERIA:
        weights = weights_of(row)
        return criteria_scores(
            marks, totals, options=options, weights=weights, by=way, tie_policy=policy
        )
    if votes.method == PollMethod.DOTS:
        return dots(marks, totals, options=options, each=row["dots_each"], tie_policy=policy)
    if votes.method == PollMethod.APPROVAL:
        most = row["max_approvals"]
        return approvals(marks, totals, options=options, most=most, tie_policy=policy)
    return hands(marks, totals, options=options, tie_policy=policy)


def _pairs(votes: PollVotes, frame: pd.DataFrame) -> pd.DataFrame:
    if votes.is_by_ballot:
        return pair_matrix(frame, votes.beside, options=votes.options)
    return pair_matrix(totals=frame, options=votes.options)
