"""Totals published twice: what two of them, read together, tell of the few between them."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from planning_kit.records.privacy import too_few
from planning_kit.rollup.part import KEY

_WIDE = ("region", "country")
"""Levels whose places are compared with one another too: schemes of regions cut differently."""


def differs_by_few(
    totals: pd.DataFrame, published: pd.DataFrame, people: Collection[str]
) -> np.ndarray:
    """Return which totals differ from a published one by 1–4 people (bool).

    Compared are totals of the same kind and place, and wide places with one another, where
    the ground of one holds that of the other: else their difference is nobody's in particular.
    """
    from planning_kit.rollup.hiding import people_counts

    ours, theirs = people_counts(totals, people), people_counts(published, people)
    at: dict[tuple[object, ...], list[int]] = {}
    for row, key in enumerate(_keys(published)):
        at.setdefault(key, []).append(row)
    found = np.zeros(len(totals), dtype=bool)
    mine, known = totals["tambons"].to_numpy(), published["tambons"].to_numpy()
    for row, key in enumerate(_keys(totals)):
        for other in at.get(key, ()):
            off = [abs(a - b) for a, b in zip(ours[row], theirs[other], strict=True)]
            if any(too_few(step) for step in off) and _nested(mine[row], known[other]):
                found[row] = True
    return found


def _keys(totals: pd.DataFrame) -> list[tuple[object, ...]]:
    columns = [totals[name].astype("object").where(totals[name].notna(), None) for name in KEY]
    places = [
        "wide" if level in _WIDE else place
        for level, place in zip(totals["level"], totals["place"], strict=True)
    ]
    return list(zip(*columns, places, strict=True))


def _nested(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)
