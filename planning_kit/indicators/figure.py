"""A figure that the profile worked out: its value, how many stand behind it, when, from where."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from planning_kit.records.plain_rows import stated


@dataclass(frozen=True)
class Figure:
    """One figure. ``value`` ``None`` = not stated, or hidden because 1–4 stand behind it.

    ``n`` respondents or records behind it, ``None`` where counting makes no sense (a sum of
    records such as groups) · ``as_of`` the day the data describe · ``source_code``.
    """

    value: float | None
    n: int | None = None
    as_of: date | None = None
    source_code: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is a value."""
        return self.value is not None and not math.isnan(self.value)


def from_table(
    table: pd.DataFrame,
    key: str,
    measure: str,
    *,
    as_of: date | None = None,
    source_code: str | None = None,
    n: str = "n",
) -> Figure:
    """Return one cell of a profile table as a figure, ``None`` inside where it is hidden.

    ``key`` the row (in the column ``measure`` or ``key`` of the table) · ``measure`` the
    column · ``n`` the column with the count behind it. An absent row is not stated.
    """
    by = "measure" if "measure" in table else "key"
    rows = table[table[by] == key] if by in table else table.iloc[:0]
    if len(rows) != 1 or measure not in table:
        return Figure(None, None, as_of, source_code)
    row = rows.iloc[0]
    count = stated(row[n]) if n in table else None
    is_hidden = bool(row["hidden"]) if "hidden" in table else False
    value = None if is_hidden else stated(row[measure])
    return Figure(
        None if value is None else float(value),
        None if count is None else int(count),
        as_of,
        source_code,
    )


def largest_share(
    crops: pd.DataFrame, *, as_of: date | None = None, source_code: str | None = None
) -> Figure:
    """Return the share of all farm revenue that the first product earns, 0–1.

    ``crops`` the frame of ``profile.crops(..., by_season=False)``: product, income_share,
    households. One hidden share leaves it open which is the largest only if it could be
    larger than those shown; then the figure is not stated.
    """
    shares = [
        (float(share), n)
        for share, n in zip(crops["income_share"], crops["households"], strict=True)
        if stated(share) is not None
    ]
    hidden = len(crops) - len(shares)
    if not shares:
        return Figure(None, None, as_of, source_code)
    share, n = max(shares, key=lambda pair: pair[0])
    left = 1 - sum(value for value, _n in shares)
    if hidden and left > share:
        return Figure(None, None, as_of, source_code)
    count = stated(n)
    return Figure(share, None if count is None else int(count), as_of, source_code)


def ratio(part: Figure, whole: Figure) -> Figure:
    """Return part ÷ whole with the smaller n and the older day; not stated if either is."""
    days = [figure.as_of for figure in (part, whole) if figure.as_of]
    counts = [figure.n for figure in (part, whole) if figure.n is not None]
    n, as_of = min(counts, default=None), min(days, default=None)
    source = part.source_code or whole.source_code
    if not part.is_known or not whole.is_known or not whole.value:
        return Figure(None, n, as_of, source)
    return Figure((part.value or 0.0) / whole.value, n, as_of, source)


def added_figures(figures: Iterable[Figure]) -> Figure:
    """Return the sum of figures (areas of GAP and PGS …); not stated if one is not."""
    listed = list(figures)
    if not listed or not all(figure.is_known for figure in listed):
        return Figure(None)
    counts = [figure.n for figure in listed if figure.n is not None]
    days = [figure.as_of for figure in listed if figure.as_of]
    sources = [figure.source_code for figure in listed if figure.source_code]
    total = math.fsum(figure.value or 0.0 for figure in listed)
    first = sources[0] if sources else None
    return Figure(total, min(counts, default=None), min(days, default=None), first)
