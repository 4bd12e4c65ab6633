"""Four criteria, 1 to 4 each: the product of the four means and their weighted sum, side by side.

The criteria are those of public-health planning: size, severity, ease (4 = easiest), concern.
The product (1–256) spreads the options apart; the sum forgives one low mark. Neither is
right: where they disagree the meeting sees both. Money never enters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import Any

import pandas as pd

from planning_kit.deliberate.ballots import counted_ballots, either, number_of_ballots
from planning_kit.deliberate.criteria_sums import sums_of_marks, sums_of_totals
from planning_kit.deliberate.ranking import Ranking, ranked
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.deliberate.ties import placed
from planning_kit.deliberate.weights import CRITERIA, checked_weights
from planning_kit.errors import KitError
from planning_kit.language import N_

BY = ("product", "sum")
_MEANS = N_("Mean scores: size {size}, severity {severity}, ease {ease}, concern {concern}.")
_PRODUCT = N_("Multiplied they give {product} of at most 256: place {place} by the product.")
_SUM = N_(
    "Weighted {weight_size}, {weight_severity}, {weight_ease} and {weight_concern} % they give "
    "{weighted_sum} of at most 4: place {place} by the sum."
)
_APART = N_("Product and sum put it at different places.")
_ALL_EQUAL = N_("Every option has the same result: these scores set no order.")


def criteria_scores(
    marks: pd.DataFrame | None = None,
    totals: pd.DataFrame | None = None,
    *,
    options: Sequence[str],
    weights: Mapping[str, Any] | None = None,
    by: str = "product",
    tie_policy: str | None = None,
) -> Ranking:
    """Return the order by four criteria, from ballots or from sums per village.

    Parameters
    ----------
    marks:
        Columns of ``ballot_mark``: ``size``, ``severity``, ``ease``, ``concern`` 1–4.
    totals:
        Columns of ``vote_total``: ``size_sum`` … and ``voters`` per option and village.
    weights:
        Percent per criterion, together 100; 25 each for ``None``. They weigh the sum only.
    by:
        ``product`` or ``sum``: which of the two sets ``place`` and ``value``.

    The order has, after ``ORDER``: ``product`` (1–256), ``weighted_sum`` (1–4),
    ``place_by_product``, ``place_by_sum``, the four means, ``scores`` (fewest marks behind a
    mean). An option that nobody scored on some criterion has no value and no place. A ballot
    that leaves a mark blank counts where it is not blank.

    Raises ``KitError``: those of ``counted_ballots``, ``checked_weights``, ``sums_of_marks``
    and ``sums_of_totals``; ``deliberate.two-sources``; ``deliberate.unknown-order``.
    """
    if by not in BY:
        raise KitError(
            "deliberate.unknown-order",
            N_("“{by}” is no way to order scores. Use product or sum."),
            by=by,
        )
    percent = checked_weights(weights)
    either(marks, totals)
    sums: Sums = {one: ((0, 0),) * len(CRITERIA) for one in options}
    voters = 0
    if marks is not None and not marks.empty:
        counted = counted_ballots(marks, options)
        sums, voters = sums_of_marks(counted, options), number_of_ballots(counted)
    if totals is not None and not totals.empty:
        in_hall = sums_of_totals(totals, options)
        voters += max((count for parts in in_hall.values() for _sum, count in parts), default=0)
        sums = {one: _added(sums[one], in_hall[one]) for one in options}
    return _ranking(sums, percent, by, tie_policy, voters)


Parts = tuple[tuple[int, int], ...]
Sums = Mapping[str, Parts]


def _added(some: Parts, others: Parts) -> Parts:
    return tuple((a + c, b + d) for (a, b), (c, d) in zip(some, others, strict=True))


def _ranking(
    sums: Sums, percent: Mapping[str, Fraction], by: str, tie_policy: str | None, voters: int
) -> Ranking:
    means = {one: _means(parts) for one, parts in sums.items()}
    product = {one: _product(own) for one, own in means.items()}
    weighted = {one: _weighted(own, percent) for one, own in means.items()}
    columns: dict[str, dict[str, Any]] = {
        "product": {one: _real(value) for one, value in product.items()},
        "weighted_sum": {one: _real(value) for one, value in weighted.items()},
        "place_by_product": _places(product),
        "place_by_sum": _places(weighted),
    }
    for at, name in enumerate(CRITERIA):
        columns[name] = {one: _real(_mean(parts[at])) for one, parts in sums.items()}
    columns["scores"] = {one: float(min(n for _s, n in parts)) for one, parts in sums.items()}
    values = product if by == "product" else weighted
    same = len(set(values.values())) == 1 and len(values) > 1

    def because(option: str) -> list[Reason]:
        shown = {name: own[option] for name, own in columns.items()}
        shares = {f"weight_{name}": float(percent[name]) for name in CRITERIA}
        said = [
            reason(_MEANS, **{name: shown[name] for name in CRITERIA}),
            reason(_PRODUCT, product=shown["product"], place=int(shown["place_by_product"])),
            reason(_SUM, **shares, weighted_sum=shown["weighted_sum"],
                   place=int(shown["place_by_sum"])),
        ]  # fmt: skip
        if shown["place_by_product"] != shown["place_by_sum"]:
            said.append(reason(_APART))
        return [*said, reason(_ALL_EQUAL)] if same else said

    return ranked(
        values,
        method=f"criteria_{by}",
        voters=voters,
        tie_policy=tie_policy,
        criteria={one: own for one, own in means.items() if own is not None},
        columns=columns,
        because=because,
    )


def _mean(part: tuple[int, int]) -> Fraction | None:
    total, count = part
    return Fraction(total, count) if count else None


def _means(parts: Sequence[tuple[int, int]]) -> tuple[Fraction, ...] | None:
    found = [_mean(part) for part in parts]
    stated = tuple(mean for mean in found if mean is not None)
    return stated if len(stated) == len(found) else None


def _product(means: tuple[Fraction, ...] | None) -> Fraction | None:
    return None if means is None else prod(means, start=Fraction(1))


def _weighted(
    means: tuple[Fraction, ...] | None, percent: Mapping[str, Fraction]
) -> Fraction | None:
    if means is None:
        return None
    parts = zip(CRITERIA, means, strict=True)
    return sum((percent[name] * mean for name, mean in parts), start=Fraction(0)) / 100


def _places(values: Mapping[str, Fraction | None]) -> dict[str, float]:
    found, _ties = placed({one: value for one, value in values.items() if value is not None})
    places = {one: float(place) for one, place in found}
    return {one: places.get(one, float("nan")) for one in values}


def _real(value: Fraction | None) -> float:
    return float("nan") if value is None else float(value)
