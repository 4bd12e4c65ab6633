"""Votes of every village side by side: raised hands, stickers, approvals."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import hatched, line_cm, panel, write
from planning_kit.charts.frame_rows import amount, in_order, records, said, truth
from planning_kit.charts.grid import Box, Grid, GridRow, draw_grid
from planning_kit.charts.page import A4, Page
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, hidden_mark, written
from planning_kit.language import N_, _
from planning_kit.thai.numbers import NOT_STATED

_ALL = N_("all villages")
_BAR = 0.26


@styled
def vote_bars(votes: pd.DataFrame, *, page: Page = A4) -> list[Figure]:
    """Draw a row per option and a small bar per village, all bars on one scale.

    ``votes``, tidy: ``option``, ``statement``, ``village`` (its words), ``votes``; optional
    ``hidden``. Options and villages keep the order of their first row. The first column
    adds up the villages that are known; where a village is missing or hidden it is a dash,
    because a part is not the whole.
    """
    found = records(votes)
    options = in_order([str(row["option"]) for row in found])
    villages = in_order([str(row["village"]) for row in found])
    labels = {str(row["option"]): said(row, "statement", str(row["option"])) for row in found}
    cells = {(str(row["option"]), str(row["village"])): row for row in found}
    known = [one for row in found if (one := amount(row, "votes")) is not None]
    most = max(known, default=0.0) or 1.0

    def cell(axes: Axes, box: Box, i: int, column: int) -> None:
        if column == 0:
            _total(axes, box, [cells.get((options[i], one), {}) for one in villages])
        else:
            _bar(axes, box, cells.get((options[i], villages[column - 1]), {}), most)

    grid = Grid(
        rows=[GridRow(labels[one]) for one in options],
        heads=[_(_ALL), *villages],
        cell=cell,
        pinned=1,
        inner=line_cm() + _BAR,
        least=1.15,
        label_share=0.34,
        even=False,
    )
    return draw_grid(grid, page)


def _total(axes: Axes, box: Box, rows: list[dict]) -> None:
    values = [amount(row, "votes") for row in rows]
    known = [one for one in values if one is not None]
    shown = written(sum(known), Form.INT) if len(known) == len(values) else NOT_STATED
    x, y = box.middle
    write(axes, x, y - line_cm() / 2, (shown,), ha="center", bold=True)


def _bar(axes: Axes, box: Box, row: dict, most: float) -> None:
    value = amount(row, "votes")
    x, room = box.x + 0.12, box.width - 0.24
    top = box.y + (box.height - line_cm() - _BAR) / 2
    if value is None:
        is_hidden = truth(row, "hidden")
        mark = hidden_mark() if is_hidden else NOT_STATED
        write(axes, x, top, (mark,), size=design.CHART_SMALL, colour=design.MUTED)
        if is_hidden:
            hatched(axes, x, top + line_cm(), min(0.7, room), _BAR)
        return
    write(axes, x, top, (written(value, Form.INT),))
    panel(axes, x, top + line_cm(), room * value / most, _BAR, fill=design.SERIES[0])
