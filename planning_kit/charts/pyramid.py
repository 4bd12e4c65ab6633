"""Two sides by age: men and women back to back."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.rows import (
    absent_mark,
    below_middle,
    beside,
    flag,
    numbers,
    stated,
    value_width,
)
from planning_kit.charts.style import LINE_CM, sheet, strip, styled
from planning_kit.charts.values import Form, hidden_mark, written
from planning_kit.charts.wrap import widest, wrapped

_ROW = 0.72
_BAR = 0.5
_MIDDLE_MOST = 2.8


@styled
def pyramid(
    frame: pd.DataFrame,
    *,
    label: str,
    left: str,
    right: str,
    left_label: str,
    right_label: str,
    form: str = Form.INT,
    hidden: str = "hidden",
) -> Figure:
    """Draw age groups as rows (the first row lowest), ``left`` and ``right`` on one scale.

    Where the ``hidden`` column is true a missing side is hatched, never zero.
    """
    lines = [wrapped(str(one), _MIDDLE_MOST) for one in frame[label]][::-1]
    flipped = frame.iloc[::-1].reset_index(drop=True)
    row = max(_ROW, max((len(one) for one in lines), default=1) * LINE_CM + 0.2)
    sides = {name: numbers(flipped, name) for name in (left, right)}
    known = stated(*sides.values())
    middle = max((widest(one) for one in lines), default=1.0) + 0.5
    edge = value_width([*(written(one, form) for one in known), hidden_mark()])
    height = row * len(lines) + LINE_CM
    half = (design.CHART_WIDTH_CM - middle) / 2
    figure, axes = sheet(height, left=edge, right=design.CHART_WIDTH_CM - half)
    box = axes.get_position()
    other = figure.add_axes((1 - half / design.CHART_WIDTH_CM, box.y0, box.width, box.height))
    for place, name in ((axes, left), (other, right)):
        _side(place, flipped, sides[name], row, max(known, default=1.0) or 1.0, form, hidden)
    axes.invert_xaxis()
    _names(axes, other, left_label, right_label)
    _middle(axes, lines, row, (design.CHART_WIDTH_CM - 2 * edge - middle) / 2, middle)
    return figure


def _side(
    axes: Axes,
    frame: pd.DataFrame,
    values: list[float | None],
    row: float,
    reach: float,
    form: str,
    hidden: str,
) -> None:
    is_left = axes is axes.figure.axes[0]
    strip(axes)
    axes.set_xlim(0, reach)
    axes.set_ylim(row * len(values) + LINE_CM, 0)
    for i, value in enumerate(values):
        y = LINE_CM + (i + 0.5) * row
        if value is None:
            is_hidden = flag(frame, i, hidden)
            absent_mark(axes, y, is_hidden=is_hidden, mirrored=is_left)
            continue
        colour = design.SERIES[2] if is_left else design.SERIES[1]
        axes.barh(y, value, height=_BAR, color=colour, linewidth=0)
        beside(axes, value, y, written(value, form), ha="right" if is_left else "left")


def _middle(
    axes: Axes, lines: list[tuple[str, ...]], row: float, side: float, middle: float
) -> None:
    # The left axes run from the middle outwards; half the gap lies before their zero.
    x = 1 + middle / 2 / side
    for i, one in enumerate(lines):
        first = LINE_CM + (i + 0.5) * row - (len(one) - 1) / 2 * LINE_CM
        for place, line in enumerate(one):
            axes.annotate(
                line,
                (x, first + place * LINE_CM),
                xycoords=("axes fraction", "data"),
                xytext=(0, below_middle()),
                textcoords="offset points",
                ha="center",
                va="baseline",
                annotation_clip=False,
            )


def _names(left: Axes, right: Axes, left_label: str, right_label: str) -> None:
    for axes, name, side in ((left, left_label, "right"), (right, right_label, "left")):
        axes.annotate(
            name,
            (0, LINE_CM / 2),
            ha=side,
            va="center",
            fontweight="bold",
            annotation_clip=False,
        )
