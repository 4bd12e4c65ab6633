"""What stands against counting a vote, found before anything is counted."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from planning_kit.deliberate.double_entry import entry_differences, refuse_open_differences
from planning_kit.deliberate.poll_votes import PollVotes
from planning_kit.deliberate.reconcile import reconcile, refuse_unreconciled
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records.poll_choices import PollMethod


@dataclass(frozen=True)
class Faults:
    """``differences`` between the two typings, ``unequal`` counts, and a typing still to come."""

    differences: pd.DataFrame
    unequal: pd.DataFrame
    is_second_missing: bool

    def __bool__(self) -> bool:
        return self.is_second_missing or len(self.differences) > 0 or len(self.unequal) > 0


def faults(votes: PollVotes) -> Faults:
    """Return everything that does not agree: first the typing, then the counts."""
    differences = entry_differences(votes.marks)
    unequal = pd.DataFrame(columns=["what", "village", "option", "expected", "found"])
    if differences.empty:
        row = votes.row
        dotted = votes.method == PollMethod.DOTS
        unequal = reconcile(
            _comparable(votes),
            votes.totals,
            eligible=row["eligible"],
            field="dots" if dotted else "approved",
            each=int(row["dots_each"] or 1) if dotted else 1,
        )
    return Faults(differences, unequal, _second_missing(votes))


def refuse_faults(votes: PollVotes) -> None:
    """Raise ``KitError`` while anything stands against counting.

    ``report.second-typing-missing``; ``deliberate.ballot-twice``, ``.entries-differ``,
    ``.not-reconciled``.
    """
    found = faults(votes)
    if found.is_second_missing:
        raise KitError(
            "report.second-typing-missing",
            N_(
                "These ballots are to be typed twice, and nobody has typed them the second time "
                "yet. Nothing is counted before."
            ),
        )
    refuse_open_differences(votes.marks)
    refuse_unreconciled(found.unequal)


def _second_missing(votes: PollVotes) -> bool:
    if not votes.is_by_ballot or votes.row["is_double_entry"] is not True:
        return False
    return not bool((votes.marks["entry"] == 2).any())


def _comparable(votes: PollVotes) -> pd.DataFrame:
    """Return the ballots as the totals tell them: without villages where those have none."""
    if votes.totals["village_code"].notna().any():
        return votes.marks
    return votes.marks.assign(village_code=None)
