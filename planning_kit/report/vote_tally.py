"""An election told on one page: votes, what each rule would pay for, and what was decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from planning_kit.deliberate.allocate import greedy
from planning_kit.deliberate.allocation import Allocation
from planning_kit.language import N_, _
from planning_kit.thai.numbers import format_number

RULES = ("greedy", "equal-shares")
_NAME_LENGTH = 60
_LEFT_OVER = {
    "most_votes": N_("what was left over went to the most votes that still fit"),
    "add1": N_("everyone’s share was raised step by step for as long as the budget lasts"),
    "none": N_("what was left over stays unspent"),
}
_TIED = {
    "by_code": N_("equal votes, decided by the order of the codes: {options}"),
    "shared": N_("equal votes, decided by the lower cost: {options}"),
}


@dataclass(frozen=True)
class VoteTally:
    """What a tally needs to know of an election; money in its own currency.

    ``counts``: votes or points per option, that the plain rule goes by. ``ballots``: the options
    each ballot names. ``official``: what was really chosen, ``None`` where not known.
    ``is_skipping``: the plain rule passes over what does not fit; else it ends there.
    ``threshold``: votes an option needs at least. ``takes_unwanted``: the plain rule also takes
    what nobody voted for. ``completion``, ``step``: as in ``equal_shares``. ``policy``: how ties
    are settled.
    """

    names: Mapping[str, str]
    costs: Mapping[str, float]
    counts: Mapping[str, float]
    ballots: Sequence[Collection[str]]
    budget: float
    official: tuple[str, ...] | None = None
    is_skipping: bool = True
    threshold: float | None = None
    takes_unwanted: bool = False
    completion: str = "most_votes"
    step: float | None = None
    policy: str | None = None


def allocations(tally: VoteTally, rules: Sequence[str] = RULES) -> dict[str, Allocation]:
    """Return what each rule chooses, by its name in ``RULES``; raises as the rules do."""
    found = {}
    if "greedy" in rules:
        found["greedy"] = greedy(
            tally.costs,
            tally.counts,
            tally.budget,
            tally.policy,
            skip=tally.is_skipping,
            threshold=tally.threshold,
            unwanted=tally.takes_unwanted,
        )
    if "equal-shares" in rules:
        from planning_kit.deliberate.allocate_equal_shares import equal_shares

        found["equal-shares"] = equal_shares(
            tally.costs,
            tally.ballots,
            tally.budget,
            tally.policy,
            completion=tally.completion,
            step=tally.step,
        )
    return found


def tally_lines(tally: VoteTally, rules: Sequence[str] = RULES) -> list[str]:
    """Return the tally as lines of text, in the language now in use."""
    found = allocations(tally, rules)
    lines = [
        _(
            "{ballots} ballots, {options} projects, budget {budget}",
            ballots=_figure(len(tally.ballots)),
            options=_figure(len(tally.costs)),
            budget=_figure(tally.budget),
        ),
        "",
    ]
    lines += _votes(tally)
    for rule, allocation in found.items():
        lines += ["", *_chosen(rule, allocation)]
        lines += _against_official(allocation, tally.official)
    if len(found) > 1:
        lines += ["", _same_or_not(*list(found.values())[:2])]
    return lines


def _votes(tally: VoteTally) -> list[str]:
    order = sorted(tally.costs, key=lambda one: -tally.counts[one])
    lines = [_("Votes or points, the most first, and the cost:")]
    for one in order:
        name = tally.names.get(one, one)
        short = name if len(name) <= _NAME_LENGTH else name[: _NAME_LENGTH - 1] + "…"
        count, cost = _figure(tally.counts[one]), _figure(tally.costs[one])
        lines.append(f"{count:>10}  {cost:>14}  {one}" + (f"  {short}" if short != one else ""))
    return lines


def _chosen(rule: str, allocation: Allocation) -> list[str]:
    title = _("The most votes first choose:") if rule == "greedy" else _("Equal shares choose:")
    lines = [title, "  " + (", ".join(allocation.chosen) or "–")]
    lines.append(
        "  "
        + _(
            "spent {spent}, left over {left}",
            spent=_figure(allocation.spent),
            left=_figure(allocation.left),
        )
    )
    if allocation.completion:
        lines.append("  " + _(_LEFT_OVER[allocation.completion]))
    message = _TIED["by_code" if allocation.policy in ("by_code", "ask") else "shared"]
    return lines + ["  " + _(message, options=", ".join(tied)) for tied in allocation.ties]


def _against_official(allocation: Allocation, official: tuple[str, ...] | None) -> list[str]:
    if official is None:
        return ["  " + _("the file does not say what was officially chosen")]
    more = [one for one in allocation.chosen if one not in official]
    less = [one for one in official if one not in allocation.chosen]
    if not more and not less:
        return ["  " + _("the same as officially chosen")]
    said = [
        _(
            "otherwise than officially: also {more}; not {less}",
            more=", ".join(more) or "–",
            less=", ".join(less) or "–",
        )
    ]
    if {*more, *less} <= {one for tied in allocation.ties for one in tied}:
        said.append(_("these have equal votes: only the way ties are settled differs"))
    return ["  " + line for line in said]


def _same_or_not(one: Allocation, other: Allocation) -> str:
    if set(one.chosen) == set(other.chosen):
        return _("Both ways choose the same projects.")
    return _(
        "The two ways differ: only the first chooses {first}; only the second chooses {second}.",
        first=", ".join(code for code in one.chosen if code not in other.chosen) or "–",
        second=", ".join(code for code in other.chosen if code not in one.chosen) or "–",
    )


def _figure(number: float) -> str:
    places = 0 if float(number).is_integer() else 2
    return format_number(number, places)
