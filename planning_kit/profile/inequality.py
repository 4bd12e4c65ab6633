"""How evenly income is spread: Gini coefficient and Lorenz curve."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from planning_kit.profile.income import whole_years
from planning_kit.profile.privacy import MINIMUM, too_few


def gini(values: Iterable[float], *, unbiased: bool = False) -> float | None:
    """Return the Gini coefficient, 0 (all equal) to 1; ``None`` for no values or a zero sum.

    G = Σ (2i − n − 1) x_i ÷ (n Σ x), x ascending (Sen 1973, On Economic Inequality;
    Cowell 2011, Measuring Inequality). ``unbiased`` multiplies by n ÷ (n − 1) (Deltas
    2003), needed to compare small groups. NaN is left out; a negative value counts as
    zero, as the Luxembourg Income Study does, because G has no upper bound otherwise.
    """
    ordered = _floored(values)
    n, whole = len(ordered), float(ordered.sum())
    if n == 0 or whole == 0:
        return None
    rank = np.arange(1, n + 1)
    found = float(((2 * rank - n - 1) * ordered).sum()) / (n * whole)
    if not unbiased:
        return found
    return found * n / (n - 1) if n > 1 else None


def lorenz(values: Iterable[float], groups: int = 10) -> pd.DataFrame:
    """Return the Lorenz curve at even steps: ``population_share``, ``value_share``, 0–1.

    It starts at (0, 0), ends at (1, 1) and has at most ``groups`` steps with five or more
    households each, so that no household's income can be read off. Empty under five.
    """
    ordered = _floored(values)
    n, whole = len(ordered), float(ordered.sum())
    if n < MINIMUM or whole == 0:
        return pd.DataFrame({"population_share": [], "value_share": []}, dtype="float64")
    steps = max(1, min(groups, n // MINIMUM))
    upto = [round(n * step / steps) for step in range(steps + 1)]
    sums = np.concatenate([[0.0], np.cumsum(ordered)])
    return pd.DataFrame(
        {
            "population_share": [count / n for count in upto],
            "value_share": [min(1.0, float(sums[count]) / whole) for count in upto],
        }
    )


@dataclass(frozen=True)
class Inequality:
    """Spread of one measure over households.

    ``gini`` and ``gini_unbiased`` 0–1 · ``curve`` as ``lorenz`` · ``bottom_share`` of the
    poorest 40 %, ``top_share`` of the richest 20 %, 0–1 (``None`` under 25 households) ·
    ``negative`` values counted as zero · ``n``.
    """

    gini: float | None
    gini_unbiased: float | None
    curve: pd.DataFrame
    bottom_share: float | None
    top_share: float | None
    negative: int
    n: int
    hidden: bool = False


def inequality(accounts: pd.DataFrame, measure: str = "income") -> Inequality:
    """Measure inequality of ``income``, ``farm_income``, ``expense`` or ``net``."""
    values = whole_years(accounts).frame[measure].dropna()
    n = len(values)
    if n == 0 or too_few(n):
        return Inequality(None, None, lorenz([]), None, None, 0, n, hidden=too_few(n))
    ordered = _floored(values)
    poorest, richest = round(n * 0.4), round(n * 0.2)
    whole = float(ordered.sum())
    told = n >= 5 * MINIMUM and whole > 0
    return Inequality(
        gini=gini(values),
        gini_unbiased=gini(values, unbiased=True),
        curve=lorenz(values),
        bottom_share=float(ordered[:poorest].sum()) / whole if told else None,
        top_share=float(ordered[n - richest :].sum()) / whole if told else None,
        negative=int((values < 0).sum()),
        n=n,
    )


def _floored(values: Iterable[float]) -> np.ndarray:
    """Return the stated values in ascending order, the negative ones as zero."""
    stated = np.array([value for value in values if not np.isnan(value)], dtype="float64")
    return np.sort(np.maximum(stated, 0.0))
