"""Change from year to year, for places whose ground stayed the same."""

from __future__ import annotations

import pandas as pd

from planning_kit.records.plain_rows import Row, framed, plain_rows

TREND = {
    "level": "text",
    "place": "text",
    "figure": "text",
    "way": "text",
    "unit": "text",
    "definition": "text",
    "period_be": "number",
    "value": "number",
    "n": "number",
    "previous_be": "number",
    "previous": "number",
    "change": "number",
    "change_share": "number",
    "per_year": "number",
    "why_not": "text",
}
"""One row per total and year. ``previous`` the last stated value before, of ``previous_be`` ·
``change`` value − previous, in the unit · ``change_share`` of the previous (NaN from zero) ·
``per_year`` change ÷ years between · ``why_not`` why there is no change: ``first`` nothing
before, ``no_value``, ``hidden``, ``other_ground`` other tambons stood behind the year before."""

SERIES = ("level", "place", "figure", "way", "unit", "definition")
"""Rows alike in all of these are one series over the years."""


def trend(totals: pd.DataFrame) -> pd.DataFrame:
    """Return ``TREND`` for a frame of ``TOTALS`` of several years, sorted by place and year.

    Years are compared only where the same tambons stand behind both: growth of coverage is
    no growth. A figure that was redefined, or came in another unit, begins a series of its own.
    """
    rows: list[Row] = []
    names = (*SERIES, "period_be", "value", "n", "tambons", "hidden", "carried")
    told = [
        row
        for row in plain_rows(totals, names)
        if row["period_be"] is not None and not row["carried"]
    ]
    series: dict[tuple[object, ...], list[Row]] = {}
    for row in told:
        series.setdefault(tuple(row[name] for name in SERIES), []).append(row)
    for _at, own in sorted(series.items(), key=lambda pair: [str(part) for part in pair[0]]):
        before: Row | None = None
        for row in sorted(own, key=lambda row: row["period_be"]):
            rows.append(row | _change(row, before))
            before = row if row["value"] is not None else before
    return framed(rows, TREND)


def _change(row: Row, before: Row | None) -> Row:
    if row["value"] is None:
        return {"why_not": "hidden" if row["hidden"] else "no_value"}
    if before is None:
        return {"why_not": "first"}
    found: Row = {"previous_be": before["period_be"], "previous": before["value"]}
    if set(row["tambons"] or ()) != set(before["tambons"] or ()):
        return found | {"why_not": "other_ground"}
    change = row["value"] - before["value"]
    found |= {"change": change, "per_year": change / (row["period_be"] - before["period_be"])}
    if before["value"]:
        found["change_share"] = change / abs(before["value"])
    return found
