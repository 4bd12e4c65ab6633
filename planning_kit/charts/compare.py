"""The tambon beside amphoe, province or country: one row a figure, one point a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    number,
    row_sheet,
    stated,
)
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, hidden_mark, written
from planning_kit.charts.wrap import text_width

_ROW = 0.8
_MARKERS = ("o", "s", "^", "D")
_COLOURS = (design.SERIES[0], design.MUTED, design.SERIES[3], design.INK)


@styled
def compare(
    frame: pd.DataFrame,
    *,
    label: str,
    points: Mapping[str, str],
    form: str = Form.NUMBER,
    places: int | None = None,
    hidden: str = "hidden",
    unit: str = "",
) -> Figure:
    """Draw ``points`` (column → wording, the tambon first, at most four) on one scale.

    Every row must hold the same kind of figure; the scale need not begin at zero. The
    outermost points carry their values. A point that is missing is left out; a missing
    tambon is marked as hidden or with a dash.
    """
    keys = _keys(points)
    rows = lay_rows(list(frame[label]), _ROW)
    values = [[number(frame, column, i) for column in points] for i in range(len(frame))]
    known = stated(*values)
    room = max([text_width(_said(one, form, places, unit)) for one in known], default=0.0) + 0.7
    absent = text_width(hidden_mark()) + 1.0 if any(row[0] is None for row in values) else 0.0
    left = max(room, absent)
    low, high = min(known, default=0.0), max(known, default=0.0)
    span = high - low or 1.0
    top = keys_height(keys) + 0.1
    figure, axes = row_sheet(rows, (low, low + span), right=room, gap=left, top=top)
    start = low - left / (design.CHART_WIDTH_CM - rows.left - left - room) * span
    for i, centre in enumerate(rows.centres):
        _row(axes, centre, values[i], keys)
        _ends(axes, centre, values[i], (form, places, unit))
        if values[i][0] is None:
            absent_mark(axes, centre, is_hidden=flag(frame, i, hidden), at=start)
    draw_keys(figure, keys)
    return figure


def _keys(points: Mapping[str, str]) -> list[Key]:
    looks = zip(points.values(), _COLOURS, _MARKERS, strict=False)
    return [
        Key(wording, colour, marker, open=place > 0)
        for place, (wording, colour, marker) in enumerate(looks)
    ]


def _said(value: float, form: str, places: int | None, unit: str) -> str:
    return f"{written(value, form, places)} {unit}".strip()


def _row(axes: Axes, y: float, values: Sequence[float | None], keys: Sequence[Key]) -> None:
    there = [(one, key) for one, key in zip(values, keys, strict=False) if one is not None]
    if len(there) > 1:
        ends = [one for one, _key in there]
        axes.plot([min(ends), max(ends)], [y, y], color=design.RULE, linewidth=3, clip_on=False)
    # The tambon's own point is drawn last, above the others.
    for one, key in reversed(there):
        axes.plot(
            [one],
            [y],
            key.marker,
            markersize=8,
            color=key.colour,
            clip_on=False,
            markerfacecolor=design.PAPER if key.open else key.colour,
            markeredgewidth=1.8,
        )


def _ends(
    axes: Axes, y: float, values: Sequence[float | None], shown: tuple[str, int | None, str]
) -> None:
    known = sorted({one for one in values if one is not None})
    if not known:
        return
    beside(axes, known[-1], y, "  " + _said(known[-1], *shown))
    if len(known) > 1 and values[0] is not None:
        beside(axes, known[0], y, _said(known[0], *shown) + "  ", ha="right")
