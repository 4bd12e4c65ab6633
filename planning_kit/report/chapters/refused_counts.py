"""A vote that cannot be counted: why, in sentences that name no paper."""

from __future__ import annotations

from planning_kit.deliberate.poll_votes import PollVotes
from planning_kit.errors import KitError
from planning_kit.language import _
from planning_kit.report.chapters.ballot_checks import fault_sentences, names_papers
from planning_kit.report.chapters.option_names import OptionNames


def why_not_counted(error: KitError, votes: PollVotes, names: OptionNames) -> list[str]:
    """Return why a vote is not counted and what to do about it."""
    if said := fault_sentences(votes, names):
        return said
    if error.code == "deliberate.tie-asks-meeting":
        tied = str(error.values["options"]).split(", ")
        return [
            _("These have the same result: {options}.", options=names.listed(tied)),
            _(
                "The meeting wanted to be asked where results are equal. Let it vote between "
                "them, or choose in the vote’s record another way to settle ties."
            ),
        ]
    if names_papers(error):
        return [
            _(
                "Some ballots hold a mark that cannot be. Those who typed find the numbers of "
                "the papers in their own list; look at the papers and correct the rows."
            )
        ]
    return [error.say()]
