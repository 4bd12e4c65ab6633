"""Which villages stand highest and lowest, named only where chance alone hardly explains it.

With thirty households a village, some village is always highest. A difference is called
clear where the 95 % ranges of the two villages do not meet: of a mean, Student's t; of a
share, Wilson's interval; of a median, the notch ±1.57 × (q3 − q1) ÷ √n (McGill, Tukey &
Larsen 1978, The American Statistician 32: 12).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from planning_kit.profile.columns import answers, numbers
from planning_kit.profile.income import whole_years
from planning_kit.profile.land import operated_rai
from planning_kit.profile.privacy import MINIMUM
from planning_kit.profile.sampling import Sample, mean_interval, share_interval
from planning_kit.profile.spread import spread_row

SHARES = ("farm_share", "registered_share")
MEDIANS = ("income", "expense")
NAMED = ("income", "operated_rai", "water_short_months", "registered_share")
"""Measures of which the highest and the lowest village are told, in this order."""

# Villages are compared as if each were drawn from very many households.
_MANY = 10**9


@dataclass(frozen=True)
class Extremes:
    """The rows of ``compare_villages`` of the highest and lowest village, and whether it is clear."""

    highest: pd.Series
    lowest: pd.Series
    clear: bool


def extremes(
    compared: pd.DataFrame, measure: str, households: pd.DataFrame, accounts: pd.DataFrame
) -> Extremes | None:
    """Return the extremes of one measure of ``NAMED``; ``None`` with fewer than two villages shown."""
    part = compared[(compared["measure"] == measure) & (compared["village_code"] != "")]
    part = part[~part["hidden"] & part["value"].notna() & (part["n"] >= MINIMUM)]
    if len(part) < 2 or part["value"].max() == part["value"].min():
        return None
    values_shown = part["value"].to_numpy(dtype="float64")
    highest, lowest = part.iloc[int(values_shown.argmax())], part.iloc[int(values_shown.argmin())]
    values = None if measure in SHARES else _values(measure, households, accounts)
    upper, under = (_range(measure, row, values) for row in (highest, lowest))
    clear = upper is not None and under is not None and upper[0] > under[1]
    return Extremes(highest, lowest, clear)


def _range(measure: str, row: pd.Series, values: pd.Series | None) -> tuple[float, float] | None:
    n = int(row["n"])
    many = Sample(n, _MANY, is_random=True)
    if values is None:
        return share_interval(round(row["value"] * n), n, many)
    own = values[values.index == row["village_code"]]
    if measure not in MEDIANS:
        return mean_interval(own, many)
    spread = spread_row(own)
    q1, middle, q3 = (float(str(spread[name])) for name in ("q1", "median", "q3"))
    half = 1.57 * (q3 - q1) / math.sqrt(n)
    return middle - half, middle + half


def _values(measure: str, households: pd.DataFrame, accounts: pd.DataFrame) -> pd.Series:
    """Return the stated values of a measure, indexed by the code of the household's village."""
    code = answers(households, "village_code")
    if measure == "operated_rai":
        values = operated_rai(households)
    elif measure == "water_short_months":
        values = numbers(households, measure)
    else:
        used = whole_years(accounts).frame
        place = dict(zip(answers(households, "household_id"), code, strict=True))
        values, code = numbers(used, measure), answers(used, "household_id").map(place)
    return pd.Series(values.to_numpy(), index=pd.Index(code)).dropna()
