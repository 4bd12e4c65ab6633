"""Reading the rows of a frame for a picture: texts, numbers and months, missing ones as such."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from planning_kit.charts.values import is_missing


def said(row: dict[Any, Any], column: str, otherwise: str = "") -> str:
    """Return the text of a cell; ``otherwise`` where the column or the text is missing."""
    value = row.get(column)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(str(one) for one in value)
    return otherwise if is_missing(value) else str(value).strip() or otherwise


def amount(row: dict[Any, Any], column: str) -> float | None:
    """Return the number of a cell; ``None`` where the column or the number is missing."""
    value = row.get(column)
    return None if is_missing(value) else float(value)  # type: ignore[arg-type]


def members(row: dict[Any, Any], column: str) -> tuple[Any, ...]:
    """Return the codes or months of a cell; none where the column or the list is missing."""
    value = row.get(column)
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Iterable):
        return ()
    return tuple(value)


def truth(row: dict[Any, Any], column: str) -> bool:
    """Tell whether a cell is true; missing counts as no."""
    value = row.get(column)
    return not is_missing(value) and bool(value)


def records(frame: pd.DataFrame | None) -> list[dict[Any, Any]]:
    """Return the rows of ``frame`` as dictionaries; none for no frame."""
    return [] if frame is None else frame.to_dict("records")


def in_order(values: Sequence[str]) -> list[str]:
    """Return every value once, in the order of its first appearance."""
    return list(dict.fromkeys(values))
