"""Adding up: sums add; means, shares and quantiles are worked out again from what was added."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from planning_kit.rollup.bins import Bins, added_bins, quantile_of

MEDIAN = 0.5


def added(
    parts: pd.DataFrame, group: np.ndarray, size: int, quantiles: Mapping[str, float]
) -> dict[str, np.ndarray]:
    """Return value, numerator, denominator, bins, n and why_not of each group, as arrays.

    Parameters
    ----------
    parts:
        The parts that contribute, all of one kind of figure within a group.
    group:
        The group of each part, 0 … ``size`` − 1.
    quantiles:
        figure code → the share (0–1) below its quantile; others are medians.

    sum: Σ value · mean: Σ total ÷ Σ weight · share: Σ counted ÷ Σ asked · quantile: from Σ
    counts by class. ``n`` Σ of what is stated, NaN where nothing is.
    """
    total = {
        name: _sum_stated(parts[name].to_numpy(), group, size)
        for name in ("value", "numerator", "denominator", "n")
    }
    ways = parts["way"].to_numpy()
    is_sum, is_ratio = (
        np.bincount(group, weights=where, minlength=size) > 0
        for where in (ways == "sum", np.isin(ways, ["mean", "share"]))
    )
    is_share = np.bincount(group, weights=ways == "share", minlength=size) > 0
    top, below = (np.where(is_ratio, total[name], np.nan) for name in ("numerator", "denominator"))
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.where(is_sum, total["value"], np.where(below > 0, top / below, np.nan))
    why = np.full(size, None, dtype="object")
    why[is_ratio & (below == 0)] = "no_weight"
    why[is_share & (below == 0)] = "no_counts"
    bins = _quantiles(parts, group, size, quantiles, value, why)
    return {
        "value": value,
        "numerator": top,
        "denominator": below,
        "bins": bins,
        "n": total["n"],
        "why_not": why,
    }


def _sum_stated(values: np.ndarray, group: np.ndarray, size: int) -> np.ndarray:
    is_stated = ~np.isnan(values)
    whole = np.bincount(group[is_stated], weights=values[is_stated], minlength=size)
    times = np.bincount(group[is_stated], minlength=size)
    return np.where(times > 0, whole, np.nan)


def _quantiles(
    parts: pd.DataFrame,
    group: np.ndarray,
    size: int,
    quantiles: Mapping[str, float],
    value: np.ndarray,
    why: np.ndarray,
) -> np.ndarray:
    """Fill ``value`` and ``why`` of the groups of quantiles; return the bins of every group."""
    bins = np.empty(size, dtype="object")
    bins[:] = [()] * size
    together: dict[int, list[Bins]] = {}
    share: dict[int, float] = {}
    rows = np.flatnonzero(parts["way"].to_numpy() == "quantile")
    listed, figures = parts["bins"].to_numpy(), parts["figure"].to_numpy()
    for row in rows:
        at = int(group[row])
        together.setdefault(at, []).append(listed[row])
        share[at] = quantiles.get(figures[row], MEDIAN)
    for at, several in together.items():
        bins[at] = added_bins(several)
        found, why[at] = quantile_of(bins[at], share[at])
        value[at] = np.nan if found is None else found
    return bins
