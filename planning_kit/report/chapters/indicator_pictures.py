"""The picture of the indicators, and what it shows in words."""

from __future__ import annotations

import pandas as pd

from planning_kit.language import _
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.wording import number
from planning_kit.report.picture import Picture

_DRAWN = {
    "indicator_code": "text",
    "name": "text",
    "unit": "text",
    "direction": "text",
    "places": "number",
    "kind": "text",
    "fiscal_year_be": "number",
    "value": "number",
}


def progress_pictures(rows: list[Row], values: pd.DataFrame, told: pd.DataFrame) -> list[Picture]:
    """Return the indicators drawn year by year; none before any actual value is reported.

    Before that the table of targets says all there is, and a page of "not reported" says less.
    """
    known = {row["indicator_code"]: row for row in rows}
    drawn = [
        {name: known[row["indicator_code"]].get(name) for name in _DRAWN} | row
        for row in plain_rows(values, ("indicator_code", "kind", "fiscal_year_be", "value"))
        if row["indicator_code"] in known and row["value"] is not None
    ]
    reported = {row["indicator_code"] for row in drawn if row["kind"] == "actual"}
    if not reported:
        return []
    from planning_kit.charts.indicator_progress import indicator_progress

    order = list(known)
    drawn = [row for row in drawn if row["indicator_code"] in reported]
    drawn.sort(key=lambda row: order.index(row["indicator_code"]))
    sheets = indicator_progress(framed(drawn, _DRAWN))
    said = " ".join(_said(row) for row in plain_rows(told, _TOLD) if row["actual"] is not None)
    return [
        Picture(
            figure,
            said if at == 0 else _("The picture goes on: further indicators."),
            _("Indicators with reported values") if at == 0 else "",
        )
        for at, figure in enumerate(sheets)
    ]


_TOLD = ("name", "fiscal_year_be", "target", "actual", "places")


def _said(row: Row) -> str:
    places = int(row["places"] or 0)
    year, actual = int(row["fiscal_year_be"]), number(row["actual"], places)
    if row["target"] is None:
        return _("{name} B.E. {year}: {actual}.", name=row["name"], year=year, actual=actual)
    return _(
        "{name} B.E. {year}: {actual}, target {target}.",
        name=row["name"],
        year=year,
        actual=actual,
        target=number(row["target"], places),
    )
