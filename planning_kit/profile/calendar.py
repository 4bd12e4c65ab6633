"""The production calendar: what is planted and harvested in which month."""

from __future__ import annotations

import numpy as np
import pandas as pd

from planning_kit.profile.columns import answers, complete
from planning_kit.profile.privacy import MINIMUM, hide_list, too_few
from planning_kit.records import Production

CALENDAR = ("product", "season", "task", "month", "households", "n", "share", "hidden")
"""Columns: ``task`` "plant"/"harvest" · ``month`` 1–12 · ``households`` active in it
(NaN where hidden) of the ``n`` that stated months · ``share`` 0–1."""


def calendar(production: pd.DataFrame, top: int | None = None) -> pd.DataFrame:
    """Return ``CALENDAR``: twelve rows per product, season and task, in order of households.

    A product grown by 1–4 households is left out; ``top`` keeps only the first products.
    """
    production = complete(production, Production)
    rows = []
    growers = production.groupby(["product", "season"])["household_id"].nunique()
    growers = growers.sort_values(ascending=False, kind="stable")
    many = growers[growers >= MINIMUM]
    kept = many.index[:top] if top is not None else many.index
    for product, season in kept:
        grown = production[(production["product"] == product) & (production["season"] == season)]
        for task, column in TASKS.items():
            rows += [(product, season, task, *month) for month in _months(grown, column)]
    return pd.DataFrame(rows, columns=list(CALENDAR)).astype({"hidden": "bool"})


TASKS = {"plant": "planting_months", "harvest": "harvest_months"}


def _months(rows: pd.DataFrame, column: str) -> list[tuple[int, float, int, float, bool]]:
    """Return month, households, n, share, hidden for the twelve months; nothing if unstated."""
    stated = answers(rows, column)
    busy: dict[object, set[int]] = {}
    for household, months in zip(rows["household_id"], stated, strict=True):
        if months:
            busy.setdefault(household, set()).update(int(month) for month in months)
    n = len(busy)
    if n == 0 or too_few(n):
        return []
    found = []
    for month in range(1, 13):
        count = sum(month in months for months in busy.values())
        hidden = hide_list([count, n - count])[0]
        told = np.nan if hidden else float(count)
        found.append((month, told, n, told / n, hidden))
    return found
