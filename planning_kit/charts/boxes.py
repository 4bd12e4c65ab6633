"""Skewed amounts of money: the median and the middle half of households, row by row."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from planning_kit import design
from planning_kit.charts.keys import Key, draw_keys, keys_height
from planning_kit.charts.rows import (
    absent_mark,
    draw_labels,
    flag,
    lay_rows,
    number,
    numbers,
    stated,
)
from planning_kit.charts.style import sheet, styled
from planning_kit.charts.values import Form, written
from planning_kit.language import N_, _

_ROW = 1.25
_BAR = 0.3
_DOT: Any = {"color": design.SERIES[0], "markeredgecolor": design.PAPER}
_MIDDLE_HALF = N_("middle half of households")
_MEDIAN = N_("median: half are above, half below")


@styled
def boxes(
    frame: pd.DataFrame,
    *,
    label: str,
    form: str = Form.BAHT,
    places: int | None = None,
    unit: str = "",
    q1: str = "q1",
    median: str = "median",
    q3: str = "q3",
    hidden: str = "hidden",
) -> Figure:
    """Draw a strip from ``q1`` to ``q3`` and a dot at the ``median``, its value above it.

    Missing rows are marked as hidden or with a dash. ``unit`` stands below the scale.
    """
    keys = [Key(_(_MIDDLE_HALF), design.QUIET), Key(_(_MEDIAN), design.SERIES[0], "o")]
    rows = lay_rows(list(frame[label]), _ROW)
    known = stated(*(numbers(frame, name) for name in (q1, median, q3)))
    figure, axes = sheet(
        rows.height, left=rows.left, right=0.7, top=keys_height(keys) + 0.1, bottom=1.4
    )
    low, high = min([0.0, *known]), max(known, default=0.0) or 1.0
    axes.set_xlim(low, high + (high - low) * 0.04)
    draw_labels(axes, rows)
    for i, centre in enumerate(rows.centres):
        first, middle, last = (number(frame, name, i) for name in (q1, median, q3))
        if first is None or middle is None or last is None:
            absent_mark(axes, centre, is_hidden=flag(frame, i, hidden))
            continue
        axes.barh(centre, last - first, left=first, height=_BAR, color=design.QUIET, linewidth=0)
        axes.plot([middle], [centre], "o", markersize=9, markeredgewidth=1.2, **_DOT)
        _value(axes, middle, centre, written(middle, form, places), low, high)
    _scale(axes, form, unit)
    draw_keys(figure, keys)
    return figure


def _value(axes: Axes, x: float, y: float, said: str, low: float, high: float) -> None:
    # Near either edge the value leans inwards, so that it stays on the sheet.
    share = (x - low) / (high - low)
    side = "left" if share < 0.08 else "right" if share > 0.92 else "center"
    axes.annotate(
        said,
        (x, y),
        xytext=(0, 8),
        textcoords="offset points",
        ha=side,
        va="bottom",
        fontsize=design.CHART_SMALL,
        annotation_clip=False,
    )


def _scale(axes: Axes, form: str, unit: str) -> None:
    axes.set_yticks([])
    axes.grid(visible=True, axis="x")
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_visible(False)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=4))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda one, _at: written(one, form, 0)))
    if unit:
        axes.set_xlabel(unit, fontsize=design.CHART_SMALL, loc="right")
