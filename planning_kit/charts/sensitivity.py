"""What is left of an income project if prices, yields or costs come out otherwise."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import line_cm, panel, tint, write
from planning_kit.charts.frame_rows import amount, in_order, records
from planning_kit.charts.grid import Box, Grid, GridRow, draw_grid
from planning_kit.charts.keys import Key
from planning_kit.charts.page import A4, Page
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, written
from planning_kit.language import N_, _
from planning_kit.thai.numbers import NOT_STATED

_PAYS = N_("still pays")
_LOSES = N_("▼ no longer pays")
_AS_PLANNED = N_("as planned")
_PALE = 0.35


@styled
def sensitivity(frame: pd.DataFrame, *, page: Page = A4) -> list[Figure]:
    """Draw a heat table: a row per factor, a column per change, the net present value in each.

    ``frame``, tidy: ``factor`` (its words: price, yield, cost), ``change`` (−0.2 = 20 % less;
    0 = as planned), ``npv`` (baht; missing = not worked out). Losses carry a sign and a
    colour of their own. The shade says how far from zero, on one scale for all cells.
    """
    found = records(frame)
    factors = in_order([str(row["factor"]) for row in found])
    changes = sorted({float(row["change"]) for row in found})
    cells = {(str(row["factor"]), float(row["change"])): amount(row, "npv") for row in found}
    most = max([abs(one) for one in cells.values() if one is not None], default=0.0) or 1.0

    def cell(axes: Axes, box: Box, i: int, column: int) -> None:
        _value(axes, box, cells.get((factors[i], changes[column])), most)

    grid = Grid(
        rows=[GridRow(one) for one in factors],
        heads=[_change(one) for one in changes],
        cell=cell,
        inner=0.9,
        least=2.2,
        label_share=0.24,
        keys=[
            Key(_(_PAYS), tint(design.SERIES[2], 0.8)),
            Key(_(_LOSES), tint(design.SERIES[1], 0.8)),
        ],
    )
    return draw_grid(grid, page)


def _change(change: float) -> str:
    if change == 0:
        return _(_AS_PLANNED)
    sign = "+" if change > 0 else "−"
    return sign + written(abs(change), Form.PERCENT, 0)


def _value(axes: Axes, box: Box, value: float | None, most: float) -> None:
    x, y = box.middle
    if value is None:
        write(axes, x, y - line_cm() / 2, (NOT_STATED,), ha="center", colour=design.MUTED)
        return
    share = _PALE + (0.8 - _PALE) * abs(value) / most
    fill = tint(design.SERIES[1] if value < 0 else design.SERIES[2], share)
    panel(axes, box.x + 0.04, box.y + 0.04, box.width - 0.08, box.height - 0.08, fill=fill)
    shown = written(value, Form.BAHT)
    shown = f"▼ {shown}" if value < 0 else shown
    write(axes, x, y - line_cm() / 2, (shown,), ha="center", bold=value < 0)
