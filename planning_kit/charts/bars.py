"""Horizontal bars, each with its value written at its end."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.keys import Key, draw_keys, keys_height
from planning_kit.charts.rows import (
    absent_mark,
    beside,
    flag,
    lay_rows,
    numbers,
    row_sheet,
    stated,
    value_width,
)
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, hidden_mark, written

_BAR = 0.46
_PAIR_BAR = 0.34


def _said(value: float | None, form: str, places: int | None, unit: str) -> str:
    said = written(value, form, places)
    return f"{said} {unit}" if unit and value is not None else said


@styled
def bars(
    frame: pd.DataFrame,
    *,
    label: str,
    value: str,
    form: str = Form.INT,
    places: int | None = None,
    low: str | None = None,
    high: str | None = None,
    hidden: str = "hidden",
    highlight: Collection[str] = (),
    unit: str = "",
) -> Figure:
    """Draw one bar a row, in the order of ``frame``.

    ``low`` and ``high`` name the ends of a 95 % interval, drawn as a whisker. Labels in
    ``highlight`` keep the first colour and the others step back. Missing values are marked
    as hidden where the ``hidden`` column is true, else with a dash: never as zero.
    """
    labels = [str(one) for one in frame[label]]
    rows = lay_rows(labels, _BAR)
    values, lows, tops = (numbers(frame, name) for name in (value, low, high))
    texts = [_said(one, form, places, unit) for one in values]
    floor, reach = _reach(values, lows, tops)
    right = max(value_width(texts), value_width([hidden_mark()]))
    gap = right if floor < 0 else 0.0
    figure, axes = row_sheet(rows, (floor, reach), right=right, gap=gap)
    for i, centre in enumerate(rows.centres):
        one = values[i]
        if one is None:
            absent_mark(axes, centre, is_hidden=flag(frame, i, hidden))
            continue
        colour = design.SERIES[0] if not highlight or labels[i] in highlight else design.QUIET
        axes.barh(centre, one, height=_BAR, color=colour, linewidth=0)
        end = _whisker(axes, centre, lows[i], tops[i], one)
        beside(axes, end, centre, texts[i], ha=_side(one))
    _base_line(axes, rows.height)
    return figure


def _side(value: float) -> str:
    return "right" if value < 0 else "left"


def _whisker(axes: Axes, y: float, low: float | None, high: float | None, value: float) -> float:
    if low is None or high is None:
        return value
    # A halo of paper keeps the whisker visible on its own bar.
    axes.plot([low, high], [y, y], color=design.PAPER, linewidth=3.0, solid_capstyle="butt")
    axes.plot([low, high], [y, y], color=design.INK, linewidth=1.2, solid_capstyle="butt")
    for end in (low, high):
        axes.plot([end, end], [y - 0.09, y + 0.09], color=design.INK, linewidth=1.2)
    return min(low, value) if value < 0 else max(high, value)


def _reach(*columns: Sequence[float | None]) -> tuple[float, float]:
    """Return the scale: from zero or below it, to the largest value, never of no length."""
    known = stated(*columns)
    floor, top = min([0.0, *known]), max([0.0, *known])
    return floor, top if top > floor else 1.0


def _base_line(axes: Axes, height: float) -> None:
    axes.plot([0, 0], [0, height], color=design.MUTED, linewidth=0.8, clip_on=False)


@styled
def paired_bars(
    frame: pd.DataFrame,
    *,
    label: str,
    series: Mapping[str, str],
    form: str = Form.INT,
    places: int | None = None,
    hidden: str = "hidden",
    unit: str = "",
) -> Figure:
    """Draw two or three bars a row; ``series`` maps columns to their wording in the key."""
    keys = [
        Key(wording, colour)
        for wording, colour in zip(series.values(), design.SERIES[: len(series)], strict=True)
    ]
    rows = lay_rows(list(frame[label]), _PAIR_BAR * len(series))
    values = {column: numbers(frame, column) for column in series}
    known = stated(*values.values())
    right = value_width([*(_said(one, form, places, unit) for one in known), hidden_mark()])
    floor, reach = _reach(known)
    gap = right if floor < 0 else 0.0
    top = keys_height(keys) + 0.1
    figure, axes = row_sheet(rows, (floor, reach), right=right, gap=gap, top=top)
    for place, (column, key) in enumerate(zip(series, keys, strict=True)):
        for i, centre in enumerate(rows.centres):
            y = centre + (place - (len(series) - 1) / 2) * _PAIR_BAR
            one = values[column][i]
            if one is None:
                absent_mark(axes, y, is_hidden=flag(frame, i, hidden))
                continue
            axes.barh(y, one, height=_PAIR_BAR * 0.88, color=key.colour, linewidth=0)
            said = _said(one, form, places, unit)
            beside(axes, one, y, said, ha=_side(one), fontsize=design.CHART_SMALL)
    _base_line(axes, rows.height)
    draw_keys(figure, keys)
    return figure
