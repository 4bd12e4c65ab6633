"""One small line a row over the same years: a year without a value breaks the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import line_cm, stroke, write
from planning_kit.charts.frame_rows import amount, in_order, records, said
from planning_kit.charts.grid import Box, Grid, GridRow, draw_grid
from planning_kit.charts.keys import Key
from planning_kit.charts.page import A4, Page, nothing
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, written
from planning_kit.charts.wrap import text_width
from planning_kit.thai.numbers import NOT_STATED

_MARKERS = ("o", "s", "^", "D", "v")
_EDGE, _LINES = 0.35, 1.1
_SMALL = design.CHART_SMALL


@dataclass(frozen=True)
class _Scale:
    """Of one row: its years, its box and its largest value."""

    years: range
    box: Box
    top: float

    def at(self, year: int, value: float) -> tuple[float, float]:
        """Return where a value stands, in cm."""
        steps = max(len(self.years) - 1, 1)
        x = self.box.x + _EDGE + (year - self.years.start) * (self.box.width - 2 * _EDGE) / steps
        room = self.box.height - 0.5
        return x, self.box.y + self.box.height - 0.25 - room * max(value, 0.0) / self.top


@styled
def trend_rows(
    values: pd.DataFrame, *, heads: tuple[str, str], form: str = Form.INT, page: Page = A4
) -> list[Figure]:
    """Draw a row per ``label`` with a line per ``series`` over ``year`` (Buddhist years).

    ``values``, tidy: ``label``, ``series`` (its words), ``year``, ``value`` (missing = a gap).
    ``heads`` stand above the lines and above the last values. Each row has its own scale from
    zero, so that small places are seen as well as large ones. Five series can be told apart.
    """
    found = records(values)
    labels = in_order([said(row, "label") for row in found])
    series = in_order([said(row, "series") for row in found])
    told = {
        (said(row, "label"), said(row, "series"), int(amount(row, "year") or 0)): one
        for row in found
        if (one := amount(row, "value")) is not None
    }
    if not told:
        return nothing(page)
    at = [year for _label, _series, year in told]
    years = range(min(at), max(at) + 1)
    keys = [
        Key(words, colour, marker)
        for words, colour, marker in zip(series, design.SERIES, _MARKERS, strict=False)
    ]

    def cell(axes: Axes, box: Box, i: int, column: int) -> None:
        own = [{y: told.get((labels[i], one, y)) for y in years} for one in series]
        (_drawn if column == 0 else _last)(axes, box, own, keys, years, form)

    widest = max(text_width(written(one, form)) for one in told.values())
    grid = Grid(
        rows=[GridRow(one) for one in labels],
        heads=list(heads),
        cell=cell,
        inner=max(_LINES, len(series) * line_cm(_SMALL)),
        least=widest + 1.2,
        label_share=0.24,
        keys=keys if len(series) > 1 else (),
    )
    return draw_grid(grid, page)


def _drawn(
    axes: Axes,
    box: Box,
    own: Sequence[dict[int, float | None]],
    keys: Sequence[Key],
    years: range,
    _form: str,
) -> None:
    known = [value for line in own for value in line.values() if value is not None]
    scale = _Scale(years, box, max(known, default=0.0) or 1.0)
    stroke(axes, scale.at(years.start, 0.0), scale.at(years.stop - 1, 0.0), colour=design.RULE)
    for line, key in zip(own, keys, strict=False):
        told = [(year, value) for year, value in line.items() if value is not None]
        for (before, first), (year, value) in pairwise(told):
            if year == before + 1:
                stroke(axes, scale.at(before, first), scale.at(year, value), colour=key.colour,
                       line=1.6)  # fmt: skip
        spots = [scale.at(year, value) for year, value in told]
        if spots:
            xs, ys = zip(*spots, strict=True)
            axes.plot(xs, ys, key.marker, color=key.colour, markersize=3.5)


def _last(
    axes: Axes,
    box: Box,
    own: Sequence[dict[int, float | None]],
    keys: Sequence[Key],
    _years: range,
    form: str,
) -> None:
    top = box.y + (box.height - len(own) * line_cm(_SMALL)) / 2
    for line, key in zip(own, keys, strict=False):
        told = [(year, value) for year, value in line.items() if value is not None]
        middle = top + line_cm(_SMALL) / 2
        axes.plot([box.x + 0.2], [middle], key.marker, color=key.colour, markersize=5)
        words = f"{written(told[-1][1], form)} ({told[-1][0]})" if told else NOT_STATED
        top = write(axes, box.x + 0.45, top, (words,), size=_SMALL)
