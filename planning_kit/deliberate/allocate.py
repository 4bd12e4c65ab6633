"""The plain way to share out a budget: the most votes first, as long as the money lasts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from planning_kit.deliberate.allocation import (
    Allocation,
    allocation_order,
    exact_money,
    tie_key,
)
from planning_kit.deliberate.ballots import known_options
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.deliberate.ties import ask_the_meeting, code_order, tie_policy_of
from planning_kit.language import N_
from planning_kit.records.poll_choices import TiePolicy

BOUGHT = N_("{votes} votes; it costs {cost} baht and {left} baht were left when its turn came.")
NO_LONGER_FITS = N_("{votes} votes, but it costs {cost} baht and only {left} baht were left.")
ABOVE_BUDGET = N_("It costs {cost} baht, more than the whole budget of {budget} baht.")
NOBODY = N_("Nobody voted for it.")
_BELOW = N_("{votes} votes; at least {threshold} were needed.")
_AFTER_STOP = N_("{votes} votes; choosing had ended with the first one that did not fit.")
EQUALS = N_("It has as many votes as {options}; who comes first among them decided about money.")


def votes_for(
    approvals: Mapping[str, float] | Iterable[Collection[str]], options: Sequence[str]
) -> dict[str, Fraction]:
    """Return the votes of every option: given as counts, or counted from approval ballots."""
    if isinstance(approvals, Mapping):
        known_options(approvals, options)
        return {one: Fraction(str(approvals.get(one, 0))) for one in options}
    counts = dict.fromkeys(options, Fraction(0))
    for ballot in approvals:
        known_options(ballot, options)
        for one in set(ballot):
            counts[one] += 1
    return counts


def greedy(
    costs: Mapping[str, Any],
    approvals: Mapping[str, float] | Iterable[Collection[str]],
    budget: Any,
    tie_policy: str | None = None,
    *,
    skip: bool = True,
    threshold: float | None = None,
    unwanted: bool = False,
) -> Allocation:
    """Choose by votes, the most first, every option that the money left still pays for.

    Parameters
    ----------
    costs, budget:
        Baht.
    approvals:
        Votes (or points) per option, or one collection of codes per ballot.
    skip:
        Pass over what does not fit and go on; ``False`` ends at the first that does not fit.
    threshold:
        Options with fewer votes are not considered.
    unwanted:
        Take what nobody voted for too, where money is left: so do ``pabutools`` and the official
        results of election files. A meeting does not.

    The result is that of ``pabutools.rules.greedy_utilitarian_welfare`` with ``Cost_Sat``, but
    for ``unwanted``.

    Raises ``KitError``: those of ``exact_money``; ``deliberate.unknown-option``;
    ``deliberate.tie-asks-meeting`` where equals differ in whether they get money.
    """
    exact, limit = exact_money(costs, budget)
    ballots = approvals if isinstance(approvals, Mapping) else [tuple(one) for one in approvals]
    votes = votes_for(ballots, list(exact))
    policy = tie_policy_of(tie_policy)
    running = _Greedy(exact, votes, limit, policy, skip, threshold, unwanted)
    running.run()
    left = limit - sum(exact[one] for one in running.chosen)
    return Allocation(
        order=allocation_order(exact, {o: float(v) for o, v in votes.items()}, running.chosen,
                               running.left_before),
        chosen=tuple(running.chosen),
        budget=float(limit),
        spent=float(limit - left),
        left=float(left),
        method="greedy" if skip else "greedy_no_skip",
        completion="",
        voters=0 if isinstance(ballots, Mapping) else len(ballots),
        ties=running.ties,
        policy=policy.value,
        why=running.why,
    )  # fmt: skip


class _Greedy:
    """One run: what is chosen so far, and what is left."""

    def __init__(
        self,
        costs: Mapping[str, Fraction],
        votes: Mapping[str, Fraction],
        budget: Fraction,
        policy: TiePolicy,
        skip: bool,
        threshold: float | None,
        unwanted: bool,
    ) -> None:
        self.costs, self.votes, self.budget = costs, votes, budget
        self.policy, self.skip, self.threshold = policy, skip, threshold
        self.unwanted = unwanted
        self.left, self.is_over = budget, False
        self.chosen: list[str] = []
        self.left_before: dict[str, Fraction] = {}
        self.ties: list[tuple[str, ...]] = []
        self.why: dict[str, list[Reason]] = {}

    def run(self) -> None:
        for votes in sorted(set(self.votes.values()), reverse=True):
            group = sorted(
                (one for one in self.costs if self.votes[one] == votes),
                key=lambda one: tie_key(one, self.costs[one], self.policy),
            )
            refused = self._refused(votes)
            if refused is not None:
                self.why.update({one: [refused] for one in group})
                continue
            self._take(group)

    def _refused(self, votes: Fraction) -> Reason | None:
        if votes <= 0 and not self.unwanted:
            return reason(NOBODY)
        if self.threshold is not None and votes < self.threshold:
            return reason(_BELOW, votes=float(votes), threshold=float(self.threshold))
        return None

    def _take(self, group: Sequence[str]) -> None:
        before, was_over = self.left, self.is_over
        for one in group:
            self._consider(one)
        # The order among equals mattered where one that fitted at first got nothing.
        lost = [o for o in group if o not in self.chosen and self.costs[o] <= before]
        if len(group) > 1 and lost and not was_over:
            tied = tuple(sorted((o for o in group if self.costs[o] <= before), key=code_order))
            if self.policy is TiePolicy.ASK:
                raise ask_the_meeting(tied)
            self.ties.append(tied)
            for one in tied:
                others = tuple(other for other in tied if other != one)
                self.why[one].append(reason(EQUALS, options=others))

    def _consider(self, one: str) -> None:
        said = {"votes": float(self.votes[one]), "cost": float(self.costs[one])}
        self.left_before[one] = self.left
        if self.is_over:
            self.why[one] = [reason(_AFTER_STOP, votes=said["votes"])]
        elif self.costs[one] <= self.left:
            self.why[one] = [reason(BOUGHT, **said, left=float(self.left))]
            self.chosen.append(one)
            self.left -= self.costs[one]
        else:
            self.why[one] = [self._too_dear(one, said)]
            self.is_over = not self.skip

    def _too_dear(self, one: str, said: dict[str, float]) -> Reason:
        if self.costs[one] > self.budget:
            return reason(ABOVE_BUDGET, cost=said["cost"], budget=float(self.budget))
        return reason(NO_LONGER_FITS, **said, left=float(self.left))
