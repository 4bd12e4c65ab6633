"""Columns of a frame in the types that the room counts with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from planning_kit.records import Record
from planning_kit.thai import SQUARE_WAH_PER_RAI


def numbers(frame: pd.DataFrame, name: str) -> pd.Series:
    """Return a column as float64, NaN for not stated; all NaN where the frame lacks it."""
    if name not in frame:
        return pd.Series(np.nan, index=frame.index, dtype="float64", name=name)
    return pd.to_numeric(frame[name]).astype("float64")


def rai(frame: pd.DataFrame, name: str) -> pd.Series:
    """Return a land column (square wah) in rai, NaN for not stated."""
    return numbers(frame, name) / float(SQUARE_WAH_PER_RAI)


def answers(frame: pd.DataFrame, name: str) -> pd.Series:
    """Return a column of answers as objects, ``None`` for not stated."""
    if name not in frame:
        return pd.Series(None, index=frame.index, dtype="object", name=name)
    column = frame[name].astype("object")
    return column.where(column.notna(), None)


def complete(frame: pd.DataFrame, record_type: type[Record]) -> pd.DataFrame:
    """Return ``frame`` with every field of ``record_type`` as a column, missing ones unstated."""
    if all(spec.name in frame for spec in record_type.fields()):
        return frame
    absent = [spec.name for spec in record_type.fields() if spec.name not in frame]
    return frame.assign(
        **{name: pd.Series(None, index=frame.index, dtype="object") for name in absent}
    )


def added(frame: pd.DataFrame, names: Sequence[str]) -> pd.Series:
    """Return the sum of the columns as far as stated; NaN where a row stated none."""
    parts = pd.DataFrame({name: numbers(frame, name) for name in names}, index=frame.index)
    return parts.sum(axis=1, min_count=1).astype("float64")


def ratio(part: float, whole: float) -> float:
    """Return part ÷ whole, NaN where either is unknown or the whole is zero."""
    return float(part) / float(whole) if whole and not np.isnan(whole) else float("nan")


def total(values: pd.Series) -> float:
    """Return the sum of what is stated, NaN where nothing is."""
    return float(values.sum(min_count=1))
