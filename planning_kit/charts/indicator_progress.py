"""Indicators year by year: where it began, what was aimed at, what came of it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import line_cm, panel, stroke, write
from planning_kit.charts.frame_rows import amount, in_order, records, said
from planning_kit.charts.grid import Box, Grid, GridRow, draw_grid
from planning_kit.charts.keys import Key
from planning_kit.charts.page import A4, Page, nothing
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, written
from planning_kit.charts.wrap import text_width
from planning_kit.language import N_, _
from planning_kit.thai.numbers import NOT_STATED

_BEGAN = N_("baseline")
_YEAR = N_("year {year}")
_AIM = N_("target {value}")
_NOT_YET = N_("not reported")
_REACHED = N_("√ target reached")
_MISSED = N_("× target not reached")
_UNJUDGED = N_("no target to compare with")
_MARK = N_("line across the bar: the target")
_BAR = 0.24
_SMALL = design.CHART_SMALL


@dataclass(frozen=True)
class _Indicator:
    label: str
    direction: str
    places: int
    began: tuple[float, int] | None
    aims: dict[int, float]
    actuals: dict[int, float]

    @property
    def most(self) -> float:
        began = [self.began[0]] if self.began else []
        return max([*began, *self.aims.values(), *self.actuals.values()], default=0.0) or 1.0

    def said(self, value: float | None) -> str:
        return written(value, Form.NUMBER, self.places)


@styled
def indicator_progress(values: pd.DataFrame, *, page: Page = A4) -> list[Figure]:
    """Draw a row per indicator and a column per fiscal year, after one for the baseline.

    ``values``, tidy: ``indicator_code``, ``name``, ``unit``, ``direction`` (up / down / keep),
    ``places`` (decimals), ``kind`` (baseline / target / actual), ``fiscal_year_be``, ``value``
    (missing = not reported). Targets are reached at or beyond them in the ``direction``; with
    "keep" or without a direction nothing is judged. A year without an actual value says so
    in words; it is never a bar of zero. Bars of a row share one scale.
    """
    found = records(values)
    codes = in_order([str(row["indicator_code"]) for row in found])
    told = [
        _indicator([row for row in found if str(row["indicator_code"]) == one]) for one in codes
    ]
    years = sorted({year for one in told for year in (*one.aims, *one.actuals)})
    if not told:
        return nothing(page)

    def cell(axes: Axes, box: Box, i: int, column: int) -> None:
        if column == 0:
            _start(axes, box, told[i])
        else:
            _year(axes, box, told[i], years[column - 1])

    keys = [
        Key(_(_REACHED), design.SERIES[0]),
        Key(_(_MISSED), design.SERIES[1]),
        Key(_(_UNJUDGED), design.QUIET),
        Key(_(_MARK), design.INK, "|"),
    ]
    grid = Grid(
        rows=[GridRow(one.label) for one in told],
        heads=[_(_BEGAN), *(_(_YEAR, year=year) for year in years)],
        cell=cell,
        pinned=1,
        inner=line_cm() + line_cm(_SMALL) + _BAR + 0.1,
        least=max(_room(one) for one in told),
        label_share=0.3,
        keys=keys,
    )
    return draw_grid(grid, page)


def _indicator(rows: list[dict]) -> _Indicator:
    first = rows[0]
    name, unit = said(first, "name", str(first["indicator_code"])), said(first, "unit")
    by_kind: dict[str, dict[int, float]] = {"baseline": {}, "target": {}, "actual": {}}
    for row in rows:
        value, year = amount(row, "value"), amount(row, "fiscal_year_be")
        if value is not None and year is not None and said(row, "kind") in by_kind:
            by_kind[said(row, "kind")][int(year)] = value
    began = min(by_kind["baseline"].items(), default=None)
    return _Indicator(
        label=f"{name} ({unit})" if unit else name,
        direction=said(first, "direction"),
        places=int(amount(first, "places") or 0),
        began=(began[1], began[0]) if began else None,
        aims=by_kind["target"],
        actuals=by_kind["actual"],
    )


def _room(one: _Indicator) -> float:
    """Return the width in cm that the longest text of a cell needs."""
    small = [_(_NOT_YET), *(_(_AIM, value=one.said(value)) for value in one.aims.values())]
    large = [one.said(value) + " ×" for value in one.actuals.values()]
    large += [one.said(one.began[0])] if one.began else []
    widths = [text_width(text, _SMALL) for text in small]
    return max(widths + [text_width(text, bold=True) for text in large]) + 0.26


def _start(axes: Axes, box: Box, one: _Indicator) -> None:
    x, top = box.x + 0.08, box.y + (box.height - line_cm() - line_cm(_SMALL)) / 2
    if one.began is None:
        write(axes, x, top, (NOT_STATED,), colour=design.MUTED)
        return
    value, year = one.began
    top = write(axes, x, top, (one.said(value),), bold=True)
    write(axes, x, top, (str(year),), size=_SMALL, colour=design.MUTED)


def _year(axes: Axes, box: Box, one: _Indicator, year: int) -> None:
    aim, actual = one.aims.get(year), one.actuals.get(year)
    x, room = box.x + 0.08, box.width - 0.22
    top = box.y + (box.height - line_cm() - line_cm(_SMALL) - _BAR - 0.1) / 2
    words = (_(_AIM, value=one.said(aim)),)
    top = write(axes, x, top, words, size=_SMALL, colour=design.MUTED)
    if actual is None:
        write(axes, x, top, (_(_NOT_YET),), size=_SMALL, colour=design.MUTED)
    else:
        sign, colour = _judged(one.direction, aim, actual)
        top = write(axes, x, top, (one.said(actual) + sign,), bold=True)
        panel(axes, x, top + 0.05, room * max(actual, 0.0) / one.most, _BAR, fill=colour)
    y = box.y + (box.height + line_cm() + line_cm(_SMALL) - _BAR - 0.1) / 2 + 0.05
    if aim is not None and aim >= 0:
        at = x + room * aim / one.most
        stroke(axes, (at, y - 0.06), (at, y + _BAR + 0.06), colour=design.INK, line=1.8)


def _judged(direction: str, aim: float | None, actual: float) -> tuple[str, str]:
    if aim is None or direction not in ("up", "down"):
        return "", design.QUIET
    reached = actual >= aim if direction == "up" else actual <= aim
    return (" √", design.SERIES[0]) if reached else (" ×", design.SERIES[1])
