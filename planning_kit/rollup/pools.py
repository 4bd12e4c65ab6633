"""Parts that are withheld each, added together where none can be told from their sum.

The reader is taken to know the rule, every page, which cell of each part is small, and the n
of each part if it is five or more (another figure may tell it): the small cell alone is not
known, 1–4. With k parts of one pool all four values of each stay possible while the sum is
no nearer than three to its least (k) and its most (4k). A pool that was refused for its sum
tells by that alone that it lies at an end; higher up it must be possible that its parts are
all ones, and all fours. Of k parts with t such among them, the sum then has to lie from
k + 3t to 4k − 3t. (Where the sum allows both, the others make up for either, and a pool of
all ones or all fours is refused at every place on the way, as was seen.)

A pool of fewer than ``TOGETHER`` parts is never tried: that tells nothing of its sum.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from planning_kit.areas import Level
from planning_kit.areas.regions import DEFAULT_SCHEME
from planning_kit.records.privacy import MINIMUM, WIDTH
from planning_kit.rollup.ground import in_scheme
from planning_kit.rollup.hiding import are_few, people_counts
from planning_kit.rollup.levels import LEVELS, Places, ladder_rank
from planning_kit.rollup.part import KEY
from planning_kit.rollup.targets import targets

TOGETHER = 4
"""The fewest parts of a pool. Of two or three hardly any sum is safe, and one who knows one of
the two, as the tambon itself does, would know the other."""

AT_ONCE, NEVER = -1, len(LEVELS)
_N, _WHOLE, _NARROW, _WIDE, _VALUE = range(5)
"""Which cell is small: n; both counts of a share together; one of two that could both be small;
one of two that could not; the value."""


def first_counted(counted: pd.DataFrame, places: Places, people: Collection[str]) -> np.ndarray:
    """Return the rank in the ladder from which each part is in the totals (integer).

    ``AT_ONCE`` for what is shown by itself, ``NEVER`` for what no place may count or what came
    hidden. ``counted`` as from ``settle``, with the regions of ``places``. The ladder is always
    the whole one, by the regions of the default scheme: what is hidden at a place hangs on
    no choice of a page. Two schemes with pools of their own would be cut against each other.
    """
    first = np.full(len(counted), AT_ONCE)
    first[counted["hidden"].to_numpy()] = NEVER
    cells = people_counts(counted, people)
    small = are_few(cells).any(axis=1) & (first == AT_ONCE)
    if small.any():
        own = in_scheme(counted[small].reset_index(drop=True), places, DEFAULT_SCHEME)
        first[small] = _climbed(own, cells[small])
    return first


def is_counted(first: np.ndarray, level: Level, scheme: str) -> np.ndarray:
    """Return which parts are in the totals of ``level`` (bool); ``first`` as above.

    A region of another scheme adds what its provinces show and no pool of its own.
    """
    has_pools = level is not Level.REGION or scheme == DEFAULT_SCHEME
    found: np.ndarray = first <= ladder_rank(level if has_pools else Level.PROVINCE)
    return found


def _climbed(own: pd.DataFrame, cells: np.ndarray) -> np.ndarray:
    """Return the rank at which the pool of each withheld part is added."""
    first, told = np.full(len(own), NEVER), np.zeros(len(own), dtype=bool)
    kind = own.groupby(list(KEY), dropna=False, sort=False).ngroup().to_numpy()
    sort, amount = _small_cell(own, cells)
    ladder = Places(DEFAULT_SCHEME)
    for rank, level in enumerate(LEVELS):
        goal = targets(own, level, ladder)
        at = np.flatnonzero((first == NEVER) & ~goal.carried & ~pd.isna(goal.place))
        keys = np.column_stack([kind[at], sort[at], goal.group[at]])
        _each, pool = np.unique(keys, axis=0, return_inverse=True)
        pool = pool.reshape(-1)
        is_tried = np.bincount(pool) >= TOGETHER
        is_safe = is_tried & _are_safe(pool, amount[at], told[at], cells[at])
        first[at[is_safe[pool]]] = rank
        told[at] |= (is_tried & ~is_safe)[pool]
    return first


def _small_cell(own: pd.DataFrame, cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return for each part which cell is small, and its amount, 1–4 (narrow: the first count).

    Of a share with known n the larger count tells the smaller one: parts of which all but
    1–4 are counted stand with those of which 1–4 are, turned round (1 for 4).
    """
    n, value, yes, no = cells.T
    whole = yes + no
    is_narrow = (whole > 0) & (whole < 2 * MINIMUM)
    which = [are_few(n), are_few(whole), is_narrow, are_few(yes), are_few(no)]
    sort = np.select(which, [_N, _WHOLE, _NARROW, _WIDE, _WIDE], _VALUE)
    return sort, np.select(which, [n, whole, yes, yes, MINIMUM - no], value)


def _are_safe(
    pool: np.ndarray, amount: np.ndarray, told: np.ndarray, cells: np.ndarray
) -> np.ndarray:
    """Return of each pool whether its parts cannot be told, and it shows no count of 1–4."""
    size = np.bincount(pool)
    whole = np.round(np.bincount(pool, weights=amount), 6)
    away = WIDTH * np.maximum(1, np.bincount(pool, weights=told))
    safe = (size + away <= whole) & (whole <= (MINIMUM - 1) * size - away)
    for column in cells.T:
        safe &= ~are_few(np.bincount(pool, weights=column))
    found: np.ndarray = safe
    return found
