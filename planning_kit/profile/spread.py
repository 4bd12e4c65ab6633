"""Mean, median and quartiles of an amount, each with the number that stated it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from planning_kit.profile.columns import numbers
from planning_kit.profile.privacy import too_few
from planning_kit.profile.sampling import Sample, mean_interval

SPREAD = ("n", "not_stated", "mean", "low", "high", "q1", "median", "q3", "total", "hidden")
"""Columns of a spread.

``n`` how many stated the amount · ``not_stated`` how many did not · ``mean`` with its 95 %
interval ``low``–``high`` (NaN without a random sample) · ``q1``, ``median``, ``q3``
(linear interpolation, Hyndman & Fan 1996 type 7) · ``total`` of those who stated ·
``hidden`` where 1–4 stated it, or where only 1–4 have any: their sum would be told.
Zero counts as stated; NaN does not.
"""


def spread_row(values: pd.Series, sample: Sample | None = None) -> dict[str, object]:
    """Return one spread of ``values`` (float, NaN = not stated) as a mapping of ``SPREAD``."""
    stated = values.dropna().astype("float64")
    n = len(stated)
    row: dict[str, object] = dict.fromkeys(SPREAD, np.nan)
    hidden = too_few(n) or too_few(int((stated != 0).sum()))
    row |= {"n": n, "not_stated": len(values) - n, "hidden": hidden}
    if n == 0 or hidden:
        return row
    row["low"], row["high"] = mean_interval(stated, sample) or (np.nan, np.nan)
    row["q1"], row["median"], row["q3"] = (float(stated.quantile(q)) for q in (0.25, 0.5, 0.75))
    return row | {"mean": float(stated.mean()), "total": float(stated.sum())}


def spread(
    frame: pd.DataFrame, measures: Sequence[str], sample: Sample | None = None
) -> pd.DataFrame:
    """Return ``measure`` and the ``SPREAD`` columns, one row per column named in ``measures``."""
    return spread_table({name: numbers(frame, name) for name in measures}, sample)


def spread_table(measures: Mapping[str, pd.Series], sample: Sample | None = None) -> pd.DataFrame:
    """Return ``measure`` and the ``SPREAD`` columns, one row per named series."""
    rows = [{"measure": name} | spread_row(values, sample) for name, values in measures.items()]
    return pd.DataFrame(rows, columns=["measure", *SPREAD])


def mask_rows(table: pd.DataFrame, hide: pd.Series) -> pd.DataFrame:
    """Return a spread table with further rows hidden (``hide``: one ``bool`` per row)."""
    masked = table.copy()
    amounts = [name for name in SPREAD if name not in ("n", "not_stated", "hidden")]
    masked.loc[hide.to_numpy(dtype=bool), amounts] = np.nan
    masked["hidden"] = masked["hidden"].to_numpy(dtype=bool) | hide.to_numpy(dtype=bool)
    return masked
