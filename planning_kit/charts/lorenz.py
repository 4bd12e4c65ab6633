"""The Lorenz curve: how evenly income is spread."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MultipleLocator

from planning_kit import design
from planning_kit.charts.style import LINE_CM, light_grid, sheet, styled
from planning_kit.charts.values import Form, written
from planning_kit.charts.wrap import wrapped

_SQUARE = 6.2


@styled
def lorenz(
    curve: pd.DataFrame,
    *,
    x_label: str,
    y_label: str,
    equal_label: str,
    message: str = "",
) -> Figure:
    """Draw ``curve`` (``population_share``, ``value_share``, 0-1) beside the line of equality.

    ``message`` (the Gini coefficient in words) stands at the right, beside the picture.
    """
    left = 1.3
    figure, axes = sheet(
        _SQUARE,
        left=left,
        right=design.CHART_WIDTH_CM - left - _SQUARE,
        bottom=0.9 + LINE_CM,
        top=0.2 + LINE_CM,
    )
    x, y = curve["population_share"], curve["value_share"]
    axes.plot([0, 1], [0, 1], color=design.MUTED, linewidth=1.2, linestyle=(0, (4, 3)))
    axes.fill_between(x, y, x, color=design.ACCENT_WASH, linewidth=0)
    axes.plot(x, y, color=design.SERIES[0], linewidth=2.4, marker="o", markersize=4, clip_on=False)
    light_grid(axes)
    axes.grid(visible=True, axis="both")
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel=x_label)
    axes.text(0, 1.04, y_label, color=design.MUTED, ha="left", va="bottom")
    axes.text(0.4, 0.46, equal_label, color=design.MUTED, rotation=45, ha="center", va="center")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MultipleLocator(0.2))
        axis.set_major_formatter(FuncFormatter(lambda one, _at: written(one, Form.PERCENT, 0)))
    if message:
        lines = wrapped(message, design.CHART_WIDTH_CM - left - _SQUARE - 0.7)
        for place, line in enumerate(lines):
            axes.text(1.06, 0.55 - place * LINE_CM / _SQUARE, line)
    return figure
