"""A computed order: every option, its place, and the reason for the place. It is advice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import pandas as pd

from planning_kit.deliberate.reason import Reason, reason
from planning_kit.deliberate.ties import code_order, placed, tie_policy_of
from planning_kit.language import N_

ORDER = ("option", "place", "value")
"""The columns that every order has: ``option`` code · ``place`` float64, 1 is first, shared by
the tied (1, 2, 2, 4), NaN for an option nobody judged · ``value`` float64, what it was ordered
by. Each method adds its own columns after them."""

_TIED = N_("Equal with {options}; they share place {place}.")
_BY_CRITERION = N_("Equal with {options}; settled by size, then severity, ease and concern.")
_BY_CODE = N_(
    "Equal with {options}; settled by the order of the codes, which says nothing of worth."
)
_NOT_JUDGED = N_("Nobody judged it, so it has no place.")


@dataclass(frozen=True)
class Ranking:
    """A computed order and how it came about.

    ``order``: ``ORDER`` and the method's columns, the first place first, options without a
    place last. ``ties``: groups with equal value, as found before any policy settled them.
    ``method``: code of the method. ``voters``: ballots counted, or people in the totals.
    ``policy``: how ties were settled. ``why``: option -> its reasons.
    """

    order: pd.DataFrame
    ties: list[tuple[str, ...]]
    method: str
    voters: int
    policy: str = "shared"
    why: Mapping[str, Sequence[Reason]] = field(default_factory=dict)

    def reasons(self, option: str) -> list[Reason]:
        """Return why ``option`` stands where it stands; empty for an option not in the order."""
        return list(self.why.get(option, ()))

    def place_of(self, option: str) -> float:
        """Return the place of ``option``, NaN where it has none."""
        found = self.order.loc[self.order["option"] == option, "place"]
        return float(found.iloc[0]) if len(found) else float("nan")

    def top(self, count: int = 5) -> tuple[str, ...]:
        """Return the options at places up to ``count``, in order; more where a tie crosses it."""
        return tuple(self.order.loc[self.order["place"] <= count, "option"])


def ranked(
    values: Mapping[str, Fraction | int | None],
    *,
    method: str,
    voters: int,
    tie_policy: str | None = None,
    criteria: Mapping[str, tuple[Any, ...]] | None = None,
    columns: Mapping[str, Mapping[str, Any]] | None = None,
    because: Callable[[str], Sequence[Reason]] = lambda _option: (),
) -> Ranking:
    """Return the order by ``values``, the greatest first; ``None`` is an option nobody judged.

    Parameters
    ----------
    values:
        Option -> exact value, so that equal means equal.
    criteria:
        Option -> what decides under ``by_criterion``.
    columns:
        Name of a further column -> option -> its value.
    because:
        Gives the method's own reasons for an option; the tie is added here.

    Raises ``KitError`` ``deliberate.tie-asks-meeting`` or ``deliberate.unknown-tie-policy``.
    """
    judged = {one: value for one, value in values.items() if value is not None}
    found, ties = placed(judged, tie_policy, criteria)
    policy = tie_policy_of(tie_policy).value
    places: dict[str, float] = {one: float(place) for one, place in found}
    blank = sorted((one for one in values if one not in places), key=code_order)
    options = [*places, *blank]
    order = pd.DataFrame(
        {
            "option": pd.Series(options, dtype="object"),
            "place": pd.Series([places.get(one) for one in options], dtype="float64"),
            "value": pd.Series([_real(judged.get(one)) for one in options], dtype="float64"),
            **{
                name: pd.Series([own[one] for one in options])
                for name, own in (columns or {}).items()
            },
        }
    )
    why = {one: [*because(one), *_tie_said(one, ties, places, policy)] for one in places}
    why.update({one: [reason(_NOT_JUDGED)] for one in blank})
    return Ranking(order, ties, method, voters, policy, why)


def _real(value: Fraction | int | None) -> float | None:
    return None if value is None else float(value)


def _tie_said(
    option: str, ties: Sequence[tuple[str, ...]], places: Mapping[str, float], policy: str
) -> list[Reason]:
    group = next((tie for tie in ties if option in tie), ())
    others = tuple(one for one in group if one != option)
    if not others:
        return []
    sharing = tuple(one for one in others if places[one] == places[option])
    said = [reason(_TIED, options=sharing, place=int(places[option]))] if sharing else []
    settled = tuple(one for one in others if one not in sharing)
    if settled:
        said.append(reason(_BY_CODE if policy == "by_code" else _BY_CRITERION, options=settled))
    return said
