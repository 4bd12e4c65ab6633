"""What a series came to from its first year to its last, and the years it leaves out."""

from __future__ import annotations

import pandas as pd

from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.rollup.trend import SERIES

FIRST_TO_LAST = {
    **dict.fromkeys(SERIES, "text"),
    "first_be": "number",
    "first": "number",
    "last_be": "number",
    "last": "number",
    "change": "number",
    "change_share": "number",
    "gaps": "codes",
    "why_not": "text",
}
"""One row per series with a value. ``first``, ``last`` its values in the first and the last year
that state one · ``change`` last − first, ``change_share`` of the first (NaN from zero) · ``gaps``
the years between that state none, never filled in · ``why_not`` why there is no change:
``one_year``, ``other_ground`` other tambons stood behind the first year than behind the last."""


def first_to_last(totals: pd.DataFrame) -> pd.DataFrame:
    """Return ``FIRST_TO_LAST`` of a frame of ``TOTALS`` of several years, sorted by series."""
    names = (*SERIES, "period_be", "value", "tambons", "carried")
    series: dict[tuple[object, ...], list[Row]] = {}
    for row in plain_rows(totals, names):
        told = row["period_be"] is not None and row["value"] is not None
        if told and not row["carried"]:
            series.setdefault(tuple(row[name] for name in SERIES), []).append(row)
    return framed(
        [
            _spanned(sorted(own, key=lambda row: row["period_be"]))
            for _at, own in sorted(series.items(), key=lambda pair: [str(one) for one in pair[0]])
        ],
        FIRST_TO_LAST,
    )


def _spanned(rows: list[Row]) -> Row:
    first, last = rows[0], rows[-1]
    years = {int(row["period_be"]) for row in rows}
    found: Row = {name: first[name] for name in SERIES} | {
        "first_be": first["period_be"],
        "first": first["value"],
        "last_be": last["period_be"],
        "last": last["value"],
        "gaps": tuple(year for year in range(min(years), max(years)) if year not in years),
    }
    if len(rows) == 1:
        return found | {"why_not": "one_year"}
    if set(first["tambons"] or ()) != set(last["tambons"] or ()):
        return found | {"why_not": "other_ground"}
    found["change"] = last["value"] - first["value"]
    if first["value"]:
        found["change_share"] = found["change"] / abs(first["value"])
    return found
