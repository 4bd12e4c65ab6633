"""Hazard tables by year, village, crop and kind that stay safe when read side by side.

Each table hides the areas behind 1–4 records. That is not enough together: where all of a
village's records but one are of one year, year less village gives the area of one plot.
So every pair of tables is checked as the two margins of one table of records, with the
method of ``profile.privacy.hide_table``, and a margin that it hides is hidden in both. What
is counted there is households: as many as a record states, else one.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd

from planning_kit.profile import hazards as profile
from planning_kit.profile.columns import answers, numbers
from planning_kit.profile.privacy import TOTAL, hide_table

FIELDS = ("year_be", "village_code", "crop", "kind")
MASKED = ("planted_rai", "affected_rai", "share", "households", "damage")


def protected(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return field → ``profile.hazards.HAZARDS`` table, for ``year_be, village_code, crop, kind``.

    Numbers of records stay; areas, households and damage are NaN and ``hidden`` where they
    would tell of fewer than five records, in one table or from two of them together.
    """
    tables = {
        "year_be": profile.by_year(frame),
        "village_code": profile.by_village(frame),
        "crop": profile.by_crop(frame),
        "kind": profile.by_kind(frame),
    }
    stated = frame["affected_area"].notna() & ~profile.exact_copies(frame)
    risky = _risky(frame[stated])
    return {field: _masked(table, risky[field]) for field, table in tables.items()}


def _risky(frame: pd.DataFrame) -> dict[str, set[object]]:
    """Return the keys of each field whose sums must be hidden; ``""`` for not stated."""
    risky: dict[str, set[object]] = {field: set() for field in FIELDS}
    for rows, columns in combinations(FIELDS, 2):
        counts = _households(frame, rows, columns)
        if min(counts.shape, default=0) < 2:
            continue
        mask = hide_table(counts)
        risky[rows] |= set(mask.index[mask[TOTAL].to_numpy(dtype="bool")]) - {TOTAL}
        risky[columns] |= set(mask.columns[mask.loc[TOTAL].to_numpy(dtype="bool")]) - {TOTAL}
    return risky


def _households(frame: pd.DataFrame, rows: str, columns: str) -> pd.DataFrame:
    """Return the households behind the records by two fields; a record is one at least."""
    weights = numbers(frame, "households").fillna(1).clip(lower=1)
    keys = [
        answers(frame, name).map(lambda key: "" if key is None else key) for name in (rows, columns)
    ]
    counts = weights.groupby(keys).sum().unstack(fill_value=0)
    return counts.fillna(0)


def _masked(table: pd.DataFrame, risky: set[object]) -> pd.DataFrame:
    found = [("" if pd.isna(key) else key) in risky for key in table["key"]]
    hidden = table["hidden"].astype("bool") | np.array(found, dtype="bool")
    masked = table.assign(hidden=hidden)
    columns = list(MASKED)
    masked[columns] = masked[columns].astype("float64").mask(hidden, axis=0)
    return masked
