"""Groups under five stay hidden at every level, also from subtraction between the levels.

The cells are the numbers of people or households: ``n``, the two counts of a share, and the
value itself where its unit counts people. Sums of money or area are hidden with the ``n``
behind them, as in ``profile.privacy``: a hidden sum can be told only together with others,
over five households or more. Figures without ``n`` (budgets, groups, rivers) tell of nobody.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from planning_kit.areas.regions import DEFAULT_SCHEME
from planning_kit.records.privacy import MINIMUM
from planning_kit.rollup.family import family_of
from planning_kit.rollup.levels import Places
from planning_kit.rollup.movement import hide_more
from planning_kit.rollup.repeated import differs_by_few

PEOPLE = frozenset(
    ("คน", "ราย", "ครัวเรือน", "person", "persons", "people", "household", "households", "farmers")
)
"""Units in which a value counts people or households."""

_WITHHELD = ("value", "numerator", "denominator", "n")


def hide_small(
    totals: pd.DataFrame,
    *,
    scheme: str = DEFAULT_SCHEME,
    people: Collection[str] = PEOPLE,
    published: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return ``totals`` (frame of ``TOTALS``, all levels that are shown) with cells hidden.

    Hidden are counts of 1–4, shares of which all but 1–4 are one answer, and as many others
    that no such cell can be told from the totals and neighbours shown, at any level; then,
    too, each could still have four values at least. Zeros stay. Value, numerator, denominator
    and n of a hidden row are NaN and its ``why_not`` is ``"hidden"``; nothing tells which were
    small and which protect others. ``bins`` are emptied in all rows: classes are for adding.

    ``people`` units whose values count people · ``published`` totals that readers already
    have (last month's; those under another scheme of regions): a total that differs from
    one of them by 1–4 is hidden.
    """
    if totals.empty:
        return totals.copy()
    tree, same = family_of(totals, Places(scheme))
    cells = _cells(totals, people)
    hidden = np.logical_or.reduce([_few(amounts) for amounts in cells])
    if published is not None and len(published):
        hidden |= differs_by_few(totals, published, people)
    hidden = hidden[same]
    guarded = hidden.copy()
    before = -1
    while int(hidden.sum()) != before:
        before = int(hidden.sum())
        for amounts in cells:
            # A zero beside hidden counts tells of nobody; only those with people are guarded.
            wanted = guarded & (amounts > 0)
            hidden = hide_more(tree, amounts, hidden, wanted)
    return masked(totals, hidden[same])


def masked(totals: pd.DataFrame, hide: np.ndarray) -> pd.DataFrame:
    """Return ``totals`` with the rows of ``hide`` (bool) hidden and all bins emptied."""
    found = totals.copy()
    found.loc[hide, list(_WITHHELD)] = np.nan
    found["hidden"] = found["hidden"].to_numpy(dtype=bool) | hide
    found["why_not"] = found["why_not"].mask(pd.Series(hide, index=found.index), "hidden")
    bins = np.empty(len(found), dtype="object")
    bins[:] = [()] * len(found)
    found["bins"] = bins
    return found


def people_counts(totals: pd.DataFrame, people: Collection[str]) -> np.ndarray:
    """Return the counts of people in each row: n, value, counted, not counted (4 columns).

    NaN where the row has no such count.
    """
    way = totals["way"].to_numpy()
    value = totals["value"].to_numpy(dtype="float64")
    counts = (way == "sum") & totals["unit"].isin(list(people)).to_numpy()
    top, below = (totals[name].to_numpy(dtype="float64") for name in ("numerator", "denominator"))
    is_share = way == "share"
    return np.column_stack(
        [
            totals["n"].to_numpy(dtype="float64"),
            np.where(counts, value, np.nan),
            np.where(is_share, top, np.nan),
            np.where(is_share, below - top, np.nan),
        ]
    )


def _cells(totals: pd.DataFrame, people: Collection[str]) -> list[np.ndarray]:
    """Return the columns of people's counts that occur, not stated as zero."""
    counts = people_counts(totals, people)
    return [
        np.nan_to_num(counts[:, at])
        for at in range(counts.shape[1])
        if not np.isnan(counts[:, at]).all()
    ] or [np.zeros(len(totals))]


def _few(amounts: np.ndarray) -> np.ndarray:
    return (amounts > 0) & (amounts < MINIMUM)
