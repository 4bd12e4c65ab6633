"""Counts of one to four people stay hidden at every level, also from subtraction.

The cells are the numbers of people or households: ``n``, the two counts of a share, and the
value itself where its unit counts people. Sums of money or area are hidden with the ``n``
behind them. Figures without ``n`` (budgets, groups, rivers) tell of nobody. Zeros stay.

What readers see follows from the parts alone, from the bottom up, so that a place has the same
number on every page, whatever else the page shows:

1. A part (of a tambon, mostly) with a cell of 1–4 is withheld, every other is shown.
2. A place adds what its parts show. Those withheld are pooled and added as a whole where none
   of them can be told from their sum (``pools``); else they go on to the next place up the
   ladder, to be tried again with others.

So every number shown is a sum of others that are shown and of such pools: no page, and no two
pages together, gives a small one back. What stays withheld at a place is not in its total, and
coverage says so.

Two things no rule on one day's parts can keep: whoever holds an older page, from before one
small part joined a pool, can subtract; and so can a tambon that prints its own small count.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from planning_kit.records.privacy import MINIMUM

PEOPLE = frozenset(
    ("คน", "ราย", "ครัวเรือน", "person", "persons", "people", "household", "households", "farmers")
)
"""Units in which a value counts people or households."""


def people_counts(parts: pd.DataFrame, people: Collection[str]) -> np.ndarray:
    """Return the counts of people in each row: n, value, counted, not counted (4 columns).

    ``parts`` frame of ``PARTS`` or ``LEFT_OUT``. Zero where the row has no such count.
    """
    way = parts["way"].to_numpy()
    value, n, top, below = (
        parts[name].to_numpy(dtype="float64") for name in ("value", "n", "numerator", "denominator")
    )
    counts = (way == "sum") & parts["unit"].isin(list(people)).to_numpy()
    is_share = way == "share"
    cells = [
        n,
        np.where(counts, value, np.nan),
        np.where(is_share, top, np.nan),
        np.where(is_share, below - top, np.nan),
    ]
    return np.nan_to_num(np.column_stack(cells))


def are_few(counts: np.ndarray) -> np.ndarray:
    """Return where ``counts`` are 1–4, or a part of one (bool)."""
    # Numerators worked out from a rounded share are whole only to some decimals.
    near = np.round(counts, 6)
    found: np.ndarray = (near > 0) & (near < MINIMUM)
    return found


def withheld(parts: pd.DataFrame, people: Collection[str]) -> np.ndarray:
    """Return which parts tell of 1–4 people by themselves (bool)."""
    return np.asarray(are_few(people_counts(parts, people)).any(axis=1))


def without_classes(totals: pd.DataFrame) -> pd.DataFrame:
    """Return ``totals`` with all ``bins`` emptied: classes are for adding, not for readers."""
    bins = np.empty(len(totals), dtype="object")
    bins[:] = [()] * len(totals)
    return totals.assign(bins=bins)
