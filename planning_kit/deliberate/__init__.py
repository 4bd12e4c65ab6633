"""Choosing: votes into orders and allocations, each with its reasons. Advice, never a decision.

Money enters in allocation only, never inside a score.
"""

from typing import TYPE_CHECKING

from planning_kit.deliberate.agreement import (
    Agreement,
    agreement_of_marks,
    agreement_of_votes,
    kendalls_w,
)
from planning_kit.deliberate.allocate import greedy
from planning_kit.deliberate.allocation import Allocation
from planning_kit.deliberate.coverage import coverage_by_group, coverage_by_village
from planning_kit.deliberate.criteria_words import Criterion, criteria_words
from planning_kit.deliberate.double_entry import (
    entry_differences,
    refuse_open_differences,
    settled,
)
from planning_kit.deliberate.pairs import pair_matrix, pair_matrix_of_orders
from planning_kit.deliberate.pairwise import Cycle, borda, condorcet_winner, copeland, cycles
from planning_kit.deliberate.pilot_choice import PilotChoice, pilot_choice
from planning_kit.deliberate.pilot_criteria import (
    PilotCriterion,
    agreed_weights,
    pilot_criteria,
)
from planning_kit.deliberate.pilot_firm import pilot_firm_reasons, pilot_firmness
from planning_kit.deliberate.quorum import Motion, Quorum, motion, quorum, quorum_met
from planning_kit.deliberate.ranking import Ranking
from planning_kit.deliberate.reason import Reason
from planning_kit.deliberate.reconcile import reconcile, reconcile_reasons, refuse_unreconciled
from planning_kit.deliberate.robust import Robustness, criteria_robustness, votes_robustness
from planning_kit.deliberate.score import criteria_scores
from planning_kit.deliberate.similar import suggest_merges
from planning_kit.deliberate.voices import Voices, voices
from planning_kit.deliberate.vote_totals import votes_by_village
from planning_kit.deliberate.votes import approval_ballots, approvals, dots, hands
from planning_kit.deliberate.weights import (
    CRITERIA,
    checked_weights,
    plausible_weightings,
    weights_of,
)

if TYPE_CHECKING:
    from planning_kit.deliberate.allocate_equal_shares import equal_shares

__all__ = [
    "CRITERIA",
    "Agreement",
    "Allocation",
    "Criterion",
    "Cycle",
    "Motion",
    "PilotChoice",
    "PilotCriterion",
    "Quorum",
    "Ranking",
    "Reason",
    "Robustness",
    "Voices",
    "agreed_weights",
    "agreement_of_marks",
    "agreement_of_votes",
    "approval_ballots",
    "approvals",
    "borda",
    "checked_weights",
    "condorcet_winner",
    "copeland",
    "coverage_by_group",
    "coverage_by_village",
    "criteria_robustness",
    "criteria_scores",
    "criteria_words",
    "cycles",
    "dots",
    "entry_differences",
    "equal_shares",
    "greedy",
    "hands",
    "kendalls_w",
    "motion",
    "pair_matrix",
    "pair_matrix_of_orders",
    "pilot_choice",
    "pilot_criteria",
    "pilot_firm_reasons",
    "pilot_firmness",
    "plausible_weightings",
    "quorum",
    "quorum_met",
    "reconcile",
    "reconcile_reasons",
    "refuse_open_differences",
    "refuse_unreconciled",
    "settled",
    "suggest_merges",
    "voices",
    "votes_by_village",
    "votes_robustness",
    "weights_of",
]


def __getattr__(name: str) -> object:
    # pabutools takes half a second to load: only where money is shared out this way.
    if name == "equal_shares":
        from planning_kit.deliberate import allocate_equal_shares

        return allocate_equal_shares.equal_shares
    raise AttributeError(name)
