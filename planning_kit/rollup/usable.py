"""What a part must state before it can be added, in its way of adding up."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from planning_kit.rollup.bins import Bins, are_bins
from planning_kit.rollup.ground import distinct_places
from planning_kit.rollup.levels import Places


def why_unusable(
    parts: pd.DataFrame, places: Places, expected: Collection[str] | None, lost: pd.Series
) -> np.ndarray:
    """Return one key of ``WHY_LEFT_OUT`` per part, ``None`` for a part that can count (object).

    A hidden part can count: it is known to exist, its value is not. ``lost`` marks parts
    whose tambon has no successor. Nothing is filled in for what is not stated.
    """
    why = np.full(len(parts), None, dtype="object")
    is_hidden = parts["hidden"].to_numpy()
    _mark(why, lost.to_numpy(dtype=bool), "no_successor")
    _mark_places(why, parts, places, expected)
    for reason, wrong in _values(parts).items():
        _mark(why, wrong & ~is_hidden, reason)
    return why


def _mark(why: np.ndarray, where: np.ndarray, reason: str) -> None:
    why[pd.isna(why) & where] = reason


def _mark_places(
    why: np.ndarray, parts: pd.DataFrame, places: Places, expected: Collection[str] | None
) -> None:
    """Judge each distinct place with its ground once."""
    wanted = None if expected is None else frozenset(expected)
    which, distinct = distinct_places(parts)
    faults = np.array([_place_fault(*at, places, wanted) for at in distinct], dtype="object")
    found = faults[which] if len(which) else faults
    why[pd.isna(why)] = found[pd.isna(why)]


def _place_fault(
    place: str, tambons: tuple[str, ...], places: Places, wanted: frozenset[str] | None
) -> str | None:
    if places.level_of(place) is None:
        return "unknown_place"
    if not tambons or not all(places.holds(place, tambon) for tambon in tambons):
        return "ground_not_in_place"
    if wanted is not None and wanted.isdisjoint(tambons):
        return "not_expected"
    return None


def _values(parts: pd.DataFrame) -> dict[str, np.ndarray]:
    """Return, for each fault of the values, which parts have it (bool)."""
    way = parts["way"].to_numpy()
    numbers = parts[["value", "numerator", "denominator", "n"]].to_numpy(dtype="float64")
    value, top, below, n = numbers.T
    is_share, is_mean = way == "share", way == "mean"
    no_counts = np.isnan(top) | np.isnan(below)
    bare = np.isnan(value) & np.isnan(top) & ~parts["bins"].astype("bool").to_numpy()
    impossible = np.isinf(numbers).any(axis=1) | (n < 0)
    impossible |= (is_share | is_mean) & (below < 0)
    # More counted than there were to count, or fewer than none.
    impossible |= is_share & ((top < 0) | (top > below))
    no_bins, wrong = _bin_faults(parts)
    return {
        "not_stated": bare | ((way == "sum") & np.isnan(value)),
        "impossible": impossible,
        "no_weight": is_mean & no_counts,
        "no_counts": is_share & no_counts,
        "no_bins": no_bins,
        "bins_wrong": wrong,
    }


def _bin_faults(parts: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    absent = np.zeros(len(parts), dtype=bool)
    wrong = np.zeros(len(parts), dtype=bool)
    judged: dict[Bins, bool] = {}
    bins = parts["bins"].to_numpy()
    for row in np.flatnonzero(parts["way"].to_numpy() == "quantile"):
        found = bins[row]
        if not found:
            absent[row] = True
        else:
            if found not in judged:
                judged[found] = are_bins(found)
            wrong[row] = not judged[found]
    return absent, wrong
