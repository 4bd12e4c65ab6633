"""Counts by class: added without loss, and a quantile read from them.

A median is never averaged. What travels are the numbers of households (or plots …) in
classes of the value; they add, and any quantile of the whole is read from their sum.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from planning_kit.records.privacy import too_few

Bins = tuple[tuple[float | None, float | None, float], ...]
"""(lower, upper, count), lower inside and upper outside the class; ``None`` = open end."""


def are_bins(bins: object) -> bool:
    """Tell whether these are classes in order, without overlap, counting zero or more each."""
    last = -math.inf
    if not isinstance(bins, tuple) or not bins:
        return False
    for found in bins:
        if not isinstance(found, tuple | list) or len(found) != 3:
            return False
        lower, upper, count = found
        if not _is_number(count) or count < 0:
            return False
        if any(edge is not None and not _is_number(edge) for edge in (lower, upper)):
            return False
        # Only the first class may be open below, for nothing lies under it.
        start, end, _count = _closed((lower, upper, count))
        if end <= start or start < last or (lower is None and last > -math.inf):
            return False
        last = end
    return True


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)


def added_bins(several: Iterable[Bins]) -> Bins:
    """Return the sum of counts by class, in the finest classes that all agree on.

    Where classes overlap without being equal they are joined until their edges are common to
    all (10–20 and 15–30 become 10–30): counts stay exact, nothing is spread by a guess. The
    order, and adding in steps, make no difference.
    """
    listed = list(several)
    if not listed:
        return ()
    edges = {tuple(found[:2] for found in bins) for bins in listed}
    if len(edges) == 1:
        counts = (math.fsum(column) for column in zip(*(_counts(b) for b in listed), strict=True))
        return tuple((*ends, n) for ends, n in zip(edges.pop(), counts, strict=True))
    joined: list[list[float]] = []
    for lower, end, count in sorted(_closed(found) for bins in listed for found in bins):
        if joined and lower < joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
            joined[-1][2] += count
        else:
            joined.append([lower, end, count])
    return tuple((_edge(low), _edge(end), n) for low, end, n in joined)


def _counts(bins: Bins) -> list[float]:
    return [found[2] for found in bins]


def _closed(found: tuple[float | None, float | None, float]) -> tuple[float, float, float]:
    lower, upper, count = found
    return -math.inf if lower is None else lower, math.inf if upper is None else upper, count


def _edge(end: float) -> float | None:
    return None if math.isinf(end) else end


def quantile_of(bins: Bins, share: float) -> tuple[float | None, str | None]:
    """Return the quantile below which ``share`` (0–1) of all counts lie, or why it is not known.

    Inside its class the counts are taken as evenly spread (linear interpolation, the usual
    rule for grouped data in textbooks of statistics). Reasons, keys of ``WHY_NOT``: ``no_counts``, ``one_bin`` where nothing finer than
    one class is left, ``open_end`` where it lies in a class that is open at an end.
    """
    total = math.fsum(_counts(bins))
    if total <= 0:
        return None, "no_counts"
    if len(bins) == 1:
        return None, "one_bin"
    wanted, below = share * total, 0.0
    for lower, upper, count in bins:
        # The last counts may add up to a hair less than the total.
        if count > 0 and below + count >= wanted * (1 - 1e-12):
            if lower is None or upper is None:
                return None, "open_end"
            return lower + min(1.0, (wanted - below) / count) * (upper - lower), None
        below += count
    return None, "no_counts"


def coarsened(bins: Bins) -> Bins:
    """Return the bins with classes joined until none counts 1–4, for handing over.

    They are joined half by half, as a tree: two neighbours of a pair, two pairs of four … So the
    classes of two tambons are alike or lie one within the other, and their sum stays as fine as
    the coarser of them. Where all together are 1–4 nothing may be handed over: the result is empty.
    """
    safe = _halves_joined(bins)
    return () if any(too_few(found[2]) for found in safe) else safe


def _halves_joined(bins: Bins) -> Bins:
    if len(bins) <= 1:
        return bins
    half = (len(bins) + 1) // 2
    both = (*_halves_joined(bins[:half]), *_halves_joined(bins[half:]))
    if not any(too_few(found[2]) for found in both):
        return both
    return ((bins[0][0], bins[-1][1], sum(_counts(bins))),)
