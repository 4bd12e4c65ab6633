"""Every voter gets an equal share of the money, and projects are paid by those who want them.

The method of equal shares (Peters, Pierczyński, Skowron 2021), computed by ``pabutools`` with
exact fractions. Its usual form for money is taken: what a voter gains from a project is its
cost (``Cost_Sat``). Equal shares alone often leaves money over, so it is completed, by name:

``most_votes`` (default): what is left goes to the most votes that still fit, as in ``greedy``
(“utilitarian completion” in the literature).
``add1``: every voter's share is raised step by step until nothing more fits or the budget would
be passed, and the last result that fits is taken (``pabutools``' ``voter_budget_increment``).
``none``: the money is left over.

The result is ``pabutools``' own. Where it has to settle a tie, its default compares codes as text
(P10 before P2); ``by_code`` here counts numbers in them as numbers, and the other policies take
the cheaper project first, as the rules of most elections do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from pabutools.election import ApprovalBallot, ApprovalProfile, Cost_Sat, Instance, Project
from pabutools.fractions import frac
from pabutools.rules import method_of_equal_shares
from pabutools.tiebreaking import TieBreakingRule

from planning_kit.deliberate.allocate import (
    ABOVE_BUDGET,
    EQUALS,
    NOBODY,
    greedy,
    votes_for,
)
from planning_kit.deliberate.allocation import Allocation, allocation_order, exact_money, tie_key
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.deliberate.ties import ask_the_meeting, code_order, tie_policy_of
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records.poll_choices import TiePolicy

COMPLETIONS = ("most_votes", "add1", "none")
_PAID = N_("Its {votes} supporters pay its {cost} baht out of their equal shares.")
_COMPLETED = N_(
    "Its {votes} supporters could not pay its {cost} baht from their shares; it is paid from "
    "what was left at the end, the most votes first."
)
_SHORT = N_("Its {votes} supporters had {money} baht of their shares left; it costs {cost} baht.")
_STEPS = 100


def equal_shares(
    costs: Mapping[str, Any],
    approvals: Iterable[Collection[str]],
    budget: Any,
    tie_policy: str | None = None,
    *,
    completion: str = "most_votes",
    step: float | None = None,
) -> Allocation:
    """Choose so that every voter has the same money to decide about.

    Parameters
    ----------
    costs, budget:
        Baht.
    approvals:
        One collection of codes per ballot; an empty ballot is a voter whose share stays unspent.
    completion:
        ``most_votes``, ``add1`` or ``none``.
    step:
        For ``add1``: baht by which each share grows at a time; without it 1 baht, or a
        hundredth of the share where that is more (large shares would take minutes).

    Raises ``KitError``: those of ``exact_money``; ``deliberate.no-votes``,
    ``deliberate.unknown-option``, ``deliberate.unknown-completion``,
    ``deliberate.tie-asks-meeting``.
    """
    if completion not in COMPLETIONS:
        raise KitError(
            "deliberate.unknown-completion",
            N_("“{completion}” is no way to use money left over. Use one of: {known}."),
            completion=completion,
            known=", ".join(COMPLETIONS),
        )
    exact, limit = exact_money(costs, budget)
    ballots = [tuple(dict.fromkeys(one)) for one in approvals]
    votes = votes_for(ballots, list(exact))
    if not ballots:
        raise KitError(
            "deliberate.no-votes",
            N_("No vote has been entered yet, so there is nothing to count."),
        )
    running = _EqualShares(exact, limit, ballots, tie_policy_of(tie_policy))
    running.run(completion, step)
    return running.allocation(votes, completion)


class _Ties(TieBreakingRule):
    """Breaks ties by the policy and remembers which there were."""

    def __init__(self, costs: Mapping[str, Fraction], policy: TiePolicy) -> None:
        super().__init__(lambda _i, _p, one: tie_key(one.name, costs[one.name], policy))
        self.seen: list[tuple[str, ...]] = []

    def order(self, instance: Any, profile: Any, projects: Any, key: Any = None) -> Any:
        names = tuple(sorted((one.name for one in projects), key=code_order))
        self.seen.append(names)
        return super().order(instance, profile, projects, key)


class _EqualShares:
    """One run through ``pabutools``, and what is needed to give reasons."""

    def __init__(
        self,
        costs: Mapping[str, Fraction],
        budget: Fraction,
        ballots: Sequence[Collection[str]],
        policy: TiePolicy,
    ) -> None:
        self.costs, self.budget, self.ballots, self.policy = costs, budget, ballots, policy
        self.projects = {one: Project(one, frac(cost)) for one, cost in costs.items()}
        self.instance = Instance(self.projects.values(), budget_limit=frac(budget))
        self.profile = ApprovalProfile(
            [ApprovalBallot(self.projects[code] for code in one) for one in ballots],
            instance=self.instance,
        )
        self.ties = _Ties(costs, policy)
        self.paid: list[str] = []
        self.completed: list[str] = []
        self.after: list[tuple[str, ...]] = []
        self.decisive: list[tuple[str, ...]] = []
        self.purses: list[Fraction] = []

    def run(self, completion: str, step: float | None) -> None:
        found = method_of_equal_shares(
            self.instance,
            self.profile,
            sat_class=Cost_Sat,
            tie_breaking=self.ties,
            voter_budget_increment=self._step(step) if completion == "add1" else None,
            analytics=True,
        )
        self.paid = [one.name for one in found]
        rounds = found.details.iterations if found.details is not None else []
        if rounds:
            last = rounds[-1]
            after = getattr(last, "voters_budget_after_selection", None) or last.voters_budget
            self.purses = [Fraction(str(one)) for one in after]
        if completion == "most_votes":
            self._complete()
        self._judge_ties()

    def _complete(self) -> None:
        rest = {one: cost for one, cost in self.costs.items() if one not in self.paid}
        left = self.budget - sum(self.costs[one] for one in self.paid)
        if rest and left > 0:
            votes = votes_for(self.ballots, list(self.costs))
            wanted = {one: float(votes[one]) for one in rest}
            more = greedy(rest, wanted, left, self.policy.value)
            self.completed = list(more.chosen)
            self.after = more.ties

    def _step(self, step: float | None) -> Any:
        if step is not None:
            return frac(Fraction(str(step)))
        share = self.budget / len(self.ballots)
        return frac(max(Fraction(1), share / _STEPS))

    def _judge_ties(self) -> None:
        chosen = {*self.paid, *self.completed}
        self.decisive = [tied for tied in dict.fromkeys(self.ties.seen) if set(tied) - chosen]
        if self.decisive and self.policy is TiePolicy.ASK:
            raise ask_the_meeting(self.decisive[0])
        self.decisive += [tied for tied in self.after if tied not in self.decisive]

    def allocation(self, votes: Mapping[str, Fraction], completion: str) -> Allocation:
        chosen = [*self.paid, *self.completed]
        left, before = self.budget, {}
        for one in chosen:
            before[one] = left
            left -= self.costs[one]
        counts = {one: float(count) for one, count in votes.items()}
        return Allocation(
            order=allocation_order(self.costs, counts, chosen, before),
            chosen=tuple(chosen),
            budget=float(self.budget),
            spent=float(self.budget - left),
            left=float(left),
            method="equal_shares",
            completion=completion,
            voters=len(self.ballots),
            ties=self.decisive,
            policy=self.policy.value,
            why={one: self._why(one, counts[one]) for one in self.costs},
        )

    def _why(self, one: str, votes: float) -> list[Reason]:
        said = {"votes": votes, "cost": float(self.costs[one])}
        if one in self.paid:
            found = [reason(_PAID, **said)]
        elif one in self.completed:
            found = [reason(_COMPLETED, **said)]
        elif not votes:
            found = [reason(NOBODY)]
        elif self.costs[one] > self.budget:
            found = [reason(ABOVE_BUDGET, cost=said["cost"], budget=float(self.budget))]
        else:
            found = [reason(_SHORT, **said, money=float(self._money(one)))]
        for tied in self.decisive:
            if one in tied:
                others = tuple(other for other in tied if other != one)
                found.append(reason(EQUALS, options=others))
        return found

    def _money(self, one: str) -> Fraction:
        """Return what the supporters of ``one`` had left when equal shares ended."""
        purses = self.purses or [self.budget / len(self.ballots)] * len(self.ballots)
        pairs = zip(purses, self.ballots, strict=True)
        return sum((purse for purse, ballot in pairs if one in ballot), start=Fraction(0))
