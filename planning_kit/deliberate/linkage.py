"""Grouping by average linkage: a group grows while its members are alike on the average.

Single linkage would chain: A like B, B like C, and A stands beside a C it has nothing in common
with. Complete linkage asks that every two members be alike, and falls apart on statements that
people word in twenty ways. With the average (UPGMA, Sokal and Michener 1958) a newcomer must be
like the whole group, not like one of it. What people said are different never comes together,
whatever the average.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_NEVER = -1.0


def average_groups(
    alike: Floats, least: float, *, apart: Bools | None = None, start: list[int]
) -> list[int]:
    """Return a group number for each item, the lowest place of its members.

    Parameters
    ----------
    alike:
        Square, symmetric, 0-1: how alike two items are.
    least:
        Groups are joined, the most alike first, while the average of all pairs between them
        is at least this. Of equals those that stand first are joined first.
    apart:
        Square, symmetric: pairs that may never stand in one group.
    start:
        A number for each item; items with one number are one group from the beginning.
    """
    if not start:
        return []
    first: dict[int, int] = {}
    label = [first.setdefault(number, at) for at, number in enumerate(start)]
    heads = sorted(set(label))
    place = {head: at for at, head in enumerate(heads)}
    own = np.array([place[head] for head in label], dtype=np.intp)
    sums = _summed(alike, own, len(heads))
    never = (
        np.zeros_like(sums, dtype=bool) if apart is None else _summed(apart, own, len(heads)) > 0
    )
    joined = _join(sums, np.bincount(own, minlength=len(heads)).astype(float), never, least)
    lowest: dict[int, int] = {}
    return [lowest.setdefault(joined[at], item) for item, at in enumerate(own)]


def components(linked: Bools) -> list[list[int]]:
    """Return the places that hang together by any chain of links, each list sorted.

    Two groups whose average is at least ``least`` hold a pair that is, so no group of
    ``average_groups`` reaches beyond a component of the pairs at least that alike.
    """
    waiting = set(range(len(linked)))
    found = []
    while waiting:
        edge = [min(waiting)]
        waiting -= set(edge)
        whole = []
        while edge:
            whole += edge
            near = np.flatnonzero(linked[edge].any(axis=0))
            edge = [int(at) for at in near if int(at) in waiting]
            waiting -= set(edge)
        found.append(sorted(whole))
    return found


def _summed(table: NDArray[Any], own: NDArray[np.intp], count: int) -> Floats:
    """Return the sums between groups of what stands between their items."""
    if count == len(own):
        return table.astype(float)
    rows = np.zeros((count, table.shape[1]))
    np.add.at(rows, own, table)
    whole = np.zeros((count, count))
    np.add.at(whole.T, own, rows.T)
    return whole


def _join(sums: Floats, size: Floats, never: Bools, least: float) -> list[int]:
    """Join groups until none are alike enough; return for each the one it ended in."""
    count = len(size)
    label, there = np.arange(count), np.ones(count, dtype=bool)
    mean = np.where(never, _NEVER, sums / np.outer(size, size))
    np.fill_diagonal(mean, _NEVER)
    best = mean.argmax(axis=1)
    top = mean[label, best]
    while top[one := int(top.argmax())] >= least:
        keep, gone = sorted((one, int(best[one])))
        sums[keep] += sums[gone]
        sums[:, keep] = sums[keep]
        size[keep] += size[gone]
        never[keep] |= never[gone]
        never[:, keep] = never[keep]
        there[gone] = False
        fresh = np.where(never[keep] | ~there, _NEVER, sums[keep] / (size[keep] * size))
        fresh[keep] = _NEVER
        mean[keep] = mean[:, keep] = fresh
        mean[gone] = mean[:, gone] = _NEVER
        label[label == gone] = keep
        # Only who stood nearest to one of the two must look again.
        stale = np.flatnonzero((best == keep) | (best == gone) | (label == keep))
        best[stale] = mean[stale].argmax(axis=1)
        top = mean[np.arange(count), best]
        nearer = np.flatnonzero(fresh > top)
        best[nearer], top[nearer] = keep, fresh[nearer]
    return [int(at) for at in label]
