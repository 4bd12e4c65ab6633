"""Money shared out over projects: what is chosen, what is left, and why each is in or out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import pandas as pd

from planning_kit.deliberate.reason import Reason
from planning_kit.deliberate.ties import code_order
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records.poll_choices import TiePolicy

ALLOCATED = ("option", "cost", "votes", "is_chosen", "step", "left_before")
"""Columns, the chosen first in the order chosen, then the others by votes: ``option`` code ·
``cost`` baht · ``votes`` people for it (or points) · ``is_chosen`` · ``step`` 1 is chosen first,
NaN for one not chosen · ``left_before`` baht left when it was chosen or passed over."""


@dataclass(frozen=True)
class Allocation:
    """One way to spend a budget, as advice.

    ``order``: ``ALLOCATED``. ``chosen``: codes in the order chosen. ``spent`` and ``left`` in
    baht. ``ties``: groups of equals where the order inside decided who got money.
    ``completion``: how money left over after equal shares was used, else "".
    """

    order: pd.DataFrame
    chosen: tuple[str, ...]
    budget: float
    spent: float
    left: float
    method: str
    completion: str
    voters: int
    ties: list[tuple[str, ...]]
    policy: str
    why: Mapping[str, Sequence[Reason]] = field(default_factory=dict)

    def reasons(self, option: str) -> list[Reason]:
        """Return why ``option`` was chosen or not; empty for an option not in the poll."""
        return list(self.why.get(option, ()))


def exact_money(costs: Mapping[str, Any], budget: Any) -> tuple[dict[str, Fraction], Fraction]:
    """Return costs and budget (baht) as fractions.

    Raises ``KitError``: ``deliberate.no-options``, ``deliberate.cost-missing`` (blank, no number
    or below 0), ``deliberate.no-budget``.
    """
    if not costs:
        raise KitError(
            "deliberate.no-options",
            N_("There is nothing to choose from. Enter what the poll is about first."),
        )
    limit = _fraction(budget)
    if limit is None or limit <= 0:
        raise KitError(
            "deliberate.no-budget",
            N_("The poll has no budget. Enter the money to be shared out, above 0 baht."),
        )
    found = {str(one): _fraction(cost) for one, cost in costs.items()}
    exact = {one: cost for one, cost in found.items() if cost is not None and cost >= 0}
    without = [one for one in found if one not in exact]
    if without:
        raise KitError(
            "deliberate.cost-missing",
            N_("{options} has no cost in baht. Enter it before money is shared out."),
            options=", ".join(without[:5]),
        )
    return exact, limit


def tie_key(option: str, cost: Fraction, policy: TiePolicy) -> tuple[Any, ...]:
    """Return what equals are ordered by where only one of them can be paid.

    Money cannot share a place, so ``shared`` and ``by_criterion`` both take the cheaper first
    and then the code; ``by_code`` (and ``ask``, which refuses later where it matters) the code.
    """
    if policy in (TiePolicy.SHARED, TiePolicy.BY_CRITERION):
        return (cost, code_order(option))
    return (code_order(option),)


def allocation_order(
    costs: Mapping[str, Fraction],
    votes: Mapping[str, float],
    chosen: Sequence[str],
    left_before: Mapping[str, Fraction],
) -> pd.DataFrame:
    """Return ``ALLOCATED``."""
    rest = sorted(
        (one for one in costs if one not in set(chosen)), key=lambda o: (-votes[o], code_order(o))
    )
    options = [*chosen, *rest]
    steps = {one: float(at) for at, one in enumerate(chosen, start=1)}
    return pd.DataFrame(
        {
            "option": pd.Series(options, dtype="object"),
            "cost": pd.Series([float(costs[one]) for one in options], dtype="float64"),
            "votes": pd.Series([float(votes[one]) for one in options], dtype="float64"),
            "is_chosen": pd.Series([one in steps for one in options], dtype="bool"),
            "step": pd.Series([steps.get(one) for one in options], dtype="float64"),
            "left_before": pd.Series(
                [float(left_before[one]) if one in left_before else None for one in options],
                dtype="float64",
            ),
        }
    )


def _fraction(given: Any) -> Fraction | None:
    if given is None or given != given:
        return None
    try:
        return Fraction(str(given))
    except ValueError:
        return None
