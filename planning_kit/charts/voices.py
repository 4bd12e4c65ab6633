"""Whose voice puts a problem elsewhere: its place for everyone beside its place for each group."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse

from planning_kit import design
from planning_kit.charts.blocks import line_cm, panel, write
from planning_kit.charts.frame_rows import amount, in_order, records, said, truth
from planning_kit.charts.grid import Box, Grid, GridRow, draw_grid
from planning_kit.charts.keys import Key
from planning_kit.charts.page import A4, Page, nothing
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, hidden_mark, written
from planning_kit.language import N_, _
from planning_kit.thai.numbers import NOT_STATED

_FIRST = N_("among the first {top} for everyone and for the group")
_RISES = N_("among the first {top} only for this group")
_FALLS = N_("among the first {top} for everyone, not for this group")
_EVERYONE = N_("everyone")
_DOT = 0.66


@styled
def voices_dots(
    everyone: pd.DataFrame, groups: pd.DataFrame, *, top: int = 5, page: Page = A4
) -> list[Figure]:
    """Draw a row per option and a column per group; the number is the place of the option.

    ``everyone``: ``option``, ``statement``, ``place``, in the order to be drawn. ``groups``,
    tidy: ``option``, ``group`` (its words), ``place``; optional ``hidden`` (too few ballots).
    A filled round mark: both have it among the first ``top``. A square: only this group
    does. An empty ring: everyone does and this group does not. Other numbers are grey.
    """
    rows = records(everyone)
    if not rows:
        return nothing(page)
    names = in_order([str(row["group"]) for row in records(groups)])
    cells = {(str(row["option"]), str(row["group"])): row for row in records(groups)}

    def cell(axes: Axes, box: Box, i: int, column: int) -> None:
        row = rows[i]
        mine = row if column == 0 else cells.get((str(row["option"]), names[column - 1]), {})
        _dot(axes, box, mine, amount(row, "place"), top, is_all=column == 0)

    keys = [
        Key(_(_FIRST, top=top), design.SERIES[0], "o"),
        Key(_(_RISES, top=top), design.SERIES[1], "s"),
        Key(_(_FALLS, top=top), design.SERIES[3], "o", open=True),
    ]
    grid = Grid(
        rows=[GridRow(said(row, "statement", str(row["option"]))) for row in rows],
        heads=[_(_EVERYONE), *names],
        cell=cell,
        pinned=1,
        inner=0.75,
        least=1.1,
        label_share=0.34,
        even=False,
        keys=keys,
    )
    return draw_grid(grid, page)


def _dot(
    axes: Axes, box: Box, row: dict, everyone: float | None, top: int, *, is_all: bool
) -> None:
    x, y = box.middle
    place = amount(row, "place")
    if place is None:
        mark = hidden_mark() if truth(row, "hidden") else NOT_STATED
        _number(axes, x, y, mark, design.MUTED, size=design.CHART_SMALL)
        return
    shown = written(place, Form.INT)
    here, there = place <= top, everyone is not None and everyone <= top
    if is_all or here == there:
        if here:
            _round(axes, x, y, fill=design.SERIES[0], edge=design.SERIES[0])
        _number(axes, x, y, shown, design.PAPER if here else design.MUTED, bold=here)
    elif here:
        panel(axes, x - _DOT / 2, y - _DOT / 2, _DOT, _DOT, fill=design.SERIES[1])
        _number(axes, x, y, shown, design.INK, bold=True)
    else:
        _round(axes, x, y, fill=design.PAPER, edge=design.SERIES[3])
        _number(axes, x, y, shown, design.INK, bold=True)


def _round(axes: Axes, x: float, y: float, *, fill: str, edge: str) -> None:
    axes.add_artist(Ellipse((x, y), _DOT, _DOT, facecolor=fill, edgecolor=edge, linewidth=2.0))


def _number(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    colour: str,
    *,
    size: float = design.CHART_TEXT,
    bold: bool = False,
) -> None:
    top = y - line_cm(size) / 2
    write(axes, x, top, (text,), ha="center", size=size, colour=colour, bold=bold)
