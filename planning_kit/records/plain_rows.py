"""Frames of records as plain rows and back: what is not stated is ``None`` here, NaN there.

Rooms that follow links between records read rows; what they return is a frame again, with
one declared type per column.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

Row = dict[str, Any]


def plain_rows(frame: pd.DataFrame, names: Iterable[str]) -> list[Row]:
    """Return the rows of ``frame`` as dicts of just ``names``.

    ``None`` stands where nothing is stated or the frame lacks the column; dates are
    ``datetime.date``, lists are tuples.
    """
    columns = {
        name: [stated(value) for value in frame[name]] if name in frame else [None] * len(frame)
        for name in names
    }
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def stated(value: object) -> Any:
    """Return one cell as plain Python, ``None`` where it states nothing."""
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, pd.Timestamp):
        return value.date()
    if isinstance(value, list | set | frozenset):
        return tuple(value)
    return value


def codes(value: object) -> tuple[str, ...]:
    """Return a cell of codes as a tuple of text, empty where none is stated."""
    found = stated(value)
    if found is None:
        return ()
    parts = found if isinstance(found, tuple) else (found,)
    return tuple(dict.fromkeys(str(part).strip() for part in parts if str(part).strip()))


def framed(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """Return ``rows`` as a frame with exactly ``columns`` (name -> type), empty too.

    Types: ``text`` and ``codes`` (object), ``number`` (float64), ``yes_no`` (bool),
    ``date`` (datetime64[ns]).
    """
    listed = list(rows)
    found: dict[str, pd.Series] = {}
    for name, kind in columns.items():
        cells = [row.get(name) for row in listed]
        if kind == "date":
            found[name] = pd.Series(pd.to_datetime(pd.Series(cells, dtype="object")))
            found[name] = found[name].astype("datetime64[ns]")
        elif kind == "yes_no":
            found[name] = pd.Series([bool(cell) for cell in cells], dtype="bool")
        else:
            column = pd.Series(cells, dtype="object")
            found[name] = column.astype("float64") if kind == "number" else column
    return pd.DataFrame(found, columns=list(columns))


def added(amounts: Iterable[float | None]) -> float | None:
    """Return the sum of what is stated; ``None`` where nothing is."""
    known = [amount for amount in amounts if amount is not None]
    return math.fsum(known) if known else None
