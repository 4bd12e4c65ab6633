"""Which of the parts handed over count, and why the others do not."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from planning_kit.records.plain_rows import Row
from planning_kit.rollup.conflicts import own_values
from planning_kit.rollup.ground import with_ground, within_region
from planning_kit.rollup.levels import Places
from planning_kit.rollup.overlap import choose
from planning_kit.rollup.part import KEY, as_parts
from planning_kit.rollup.reasons import LEFT_OUT
from planning_kit.rollup.successors import follow_successors
from planning_kit.rollup.usable import why_unusable

_ORDER = (*KEY, "place", "plan_area", "as_of", "value", "numerator", "denominator", "n", "source")


@dataclass(frozen=True)
class Settled:
    """``counted`` parts with their ground, in a fixed order · the rest as in ``RollUp``."""

    counted: pd.DataFrame
    left_out: pd.DataFrame
    conflicts: list[Row]
    notices: pd.DataFrame


def settle(
    parts: pd.DataFrame,
    places: Places,
    *,
    expected: Collection[str] | None = None,
    prefer: str = "endorsed",
    keep: Collection[str] = (),
) -> Settled:
    """Return what counts. No tambon stands twice behind one kind of figure afterwards.

    ``expected`` tambons: parts that have none of them are left out. ``prefer``, ``keep`` see
    ``overlap.choose``. The order of ``parts`` makes no difference.
    """
    listed, notices, lost = follow_successors(as_parts(parts), places)
    listed = with_ground(within_region(listed, places), places)
    why = why_unusable(listed, places, expected, lost)
    can_count = pd.isna(why)
    usable = in_order(listed[can_count])
    chosen = choose(usable, prefer, keep)
    left = [
        left_out(listed[~can_count], why[~can_count]),
        left_out(
            usable[~chosen.counts], *(c[~chosen.counts] for c in (chosen.why, chosen.instead))
        ),
    ]
    counted = usable[chosen.counts].reset_index(drop=True)
    conflicts = chosen.conflicts + own_values(counted)
    return Settled(counted, left_out_together(left), conflicts, notices)


def in_order(parts: pd.DataFrame) -> pd.DataFrame:
    """Return rows in an order that depends on what they say alone, index from 0."""
    keys = [_sortable(parts[name]) for name in reversed(_ORDER)]
    return parts.iloc[np.lexsort(keys)].reset_index(drop=True) if len(parts) else parts


def _sortable(column: pd.Series) -> np.ndarray:
    if column.dtype == object:
        return pd.factorize(column, sort=True)[0]
    return column.to_numpy()


def left_out(
    parts: pd.DataFrame, reason: str | np.ndarray, instead: np.ndarray | None = None
) -> pd.DataFrame:
    """Return rows of ``LEFT_OUT`` about ``parts``."""
    return parts.assign(reason=reason, instead=instead)[list(LEFT_OUT)]


def left_out_together(several: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return frames of ``LEFT_OUT`` as one, always in the same order."""
    listed = [frame for frame in several if len(frame)]
    if not listed:
        return pd.DataFrame({name: pd.Series(dtype="object") for name in LEFT_OUT})
    frame = pd.concat(listed, ignore_index=True)
    order = ("figure", "period_be", "place", "plan_area", "reason", "as_of", "value", "unit",
             "definition", "way", "instead")  # fmt: skip
    keys = [_sortable(frame[name]) for name in reversed(order)]
    return frame.iloc[np.lexsort(keys)].reset_index(drop=True)
