"""The production calendar: twelve months, what is planted and what is harvested."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from planning_kit import design
from planning_kit.charts.keys import Key, draw_keys, keys_height
from planning_kit.charts.rows import Rows, lay_rows, row_sheet
from planning_kit.charts.style import LINE_CM, styled
from planning_kit.charts.values import is_missing
from planning_kit.language import N_, _
from planning_kit.thai import MONTHS_SHORT

_ROW = 0.72
_MANY = 0.25
_MONTH_TEXT = 8.0
_MARKS = (("^", design.SERIES[0]), ("o", design.SERIES[1]))
_FEW = N_("open mark: fewer than a quarter of growers")


@styled
def calendar(
    frame: pd.DataFrame,
    *,
    label: str,
    task_labels: Mapping[str, str],
    task: str = "task",
    month: str = "month",
    share: str = "share",
    hidden: str = "hidden",
    first_month: int = 1,
) -> Figure:
    """Draw a row per ``label`` and a column per month; a mark where work is done.

    ``frame`` is tidy: one row per label, task and month, ``share`` 0-1 of the growers.
    ``task_labels`` words the two tasks in order of drawing ("plant", then "harvest"): a
    triangle and a circle, apart in shape as well as colour, so that it reads in grey. A
    mark is open where fewer than a quarter do it; a hidden cell is hatched.
    """
    labels = list(dict.fromkeys(str(one) for one in frame[label]))
    pairs = zip(task_labels.values(), _MARKS, strict=False)
    keys = [Key(wording, colour, marker) for wording, (marker, colour) in pairs]
    keys.append(Key(_(_FEW), design.MUTED, "o", open=True))
    rows = lay_rows(labels, _ROW, most=2.9)
    top = keys_height(keys) + LINE_CM + 0.15
    figure, axes = row_sheet(rows, (0, 12), right=0.15, top=top)
    _grid(axes, rows, first_month)
    for cell in frame.to_dict("records"):
        place = list(task_labels).index(cell[task])
        x = (int(cell[month]) - first_month) % 12 + (0.29, 0.71)[place]
        y = rows.centres[labels.index(str(cell[label]))]
        if not is_missing(cell[share]):
            _mark(axes, x, y, place, cell[share])
        elif cell.get(hidden):
            _hatched(axes, x, y)
    draw_keys(figure, keys)
    return figure


def _mark(axes: Axes, x: float, y: float, place: int, share: float) -> None:
    if share <= 0:
        return
    marker, colour = _MARKS[place]
    axes.plot(
        [x],
        [y],
        marker,
        markersize=6.5,
        color=colour,
        markeredgewidth=1.5,
        markerfacecolor=design.PAPER if share < _MANY else colour,
    )


def _hatched(axes: Axes, x: float, y: float) -> None:
    patch = Rectangle(
        (x - 0.2, y - 0.15),
        0.4,
        0.3,
        facecolor="none",
        edgecolor=design.HIDDEN,
        hatch="//////",
        linewidth=0.6,
    )
    patch.set_gid("hidden")
    axes.add_patch(patch)


def _grid(axes: Axes, rows: Rows, first_month: int) -> None:
    for place in range(12):
        if place % 2 == 0:
            axes.add_patch(
                Rectangle((place, 0), 1, rows.height, facecolor=design.WASH, linewidth=0, zorder=0)
            )
        axes.text(
            place + 0.5,
            -LINE_CM / 2,
            str(MONTHS_SHORT[(place + first_month - 1) % 12]),
            ha="center",
            va="center",
            fontsize=_MONTH_TEXT,
            color=design.MUTED,
        )
    for above, below in zip(rows.centres, rows.centres[1:], strict=False):
        y = (above + below) / 2
        axes.plot([0, 12], [y, y], color=design.RULE, linewidth=0.6, zorder=0)
