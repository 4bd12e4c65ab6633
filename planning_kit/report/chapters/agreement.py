"""How far the voters agree with one another, in words."""

from __future__ import annotations

from planning_kit.deliberate import Agreement, agreement_of_marks, agreement_of_votes
from planning_kit.deliberate.poll_counting import Counted
from planning_kit.deliberate.poll_votes import FEWEST
from planning_kit.language import _
from planning_kit.records.poll_choices import PollMethod
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.reasons import sentences
from planning_kit.report.chapters.wording import number


def agreement_of(found: Counted) -> Agreement | None:
    """Return the agreement of the ballots; ``None`` where they were not votes on paper."""
    votes = found.votes
    if not votes.is_by_ballot or votes.method == PollMethod.PAIRWISE or len(votes.options) < 2:
        return None
    if votes.method == PollMethod.CRITERIA:
        return agreement_of_marks(votes.marks, options=votes.options)
    field = "dots" if votes.method == PollMethod.DOTS else "approved"
    return agreement_of_votes(votes.marks, options=votes.options, field=field)


def agreement_said(found: Counted, names: OptionNames) -> list[str]:
    """Say how far people agree; nothing for fewer than five ballots."""
    agreement = agreement_of(found)
    if agreement is None or agreement.voters < FEWEST:
        return []
    said = sentences(agreement.reasons(), names)
    if agreement.left_out:
        said.append(
            _(
                "Counted from the {n} ballots that judge every option.",
                n=number(agreement.voters),
            )
        )
    return said
