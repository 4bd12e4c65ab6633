"""What a rai of each crop brings, costs and leaves."""

from __future__ import annotations

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
    numbers,
    row_sheet,
    stated,
)
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, hidden_mark, written
from planning_kit.charts.wrap import text_width
from planning_kit.language import N_, _

_BAR = 0.36
_REVENUE = N_("revenue")
_CASH = N_("cash cost")
_OWN = N_("own labour and inputs")
_LEFT = N_("left per rai: {amount} baht")
_LOSS = N_("loss per rai: {amount} baht")


@styled
def margin(
    frame: pd.DataFrame,
    *,
    label: str,
    revenue: str = "revenue_rai",
    cash_cost: str = "cash_cost_rai",
    full_cost: str = "full_cost_rai",
    margin: str = "margin_cash_rai",
    hidden: str = "hidden",
) -> Figure:
    """Draw revenue above cost, baht per rai, one crop a row, with what is left in words.

    The part of ``full_cost`` above ``cash_cost`` (own labour, own inputs) is added behind
    the cash cost where it is known. ``margin`` is written beside; a loss is called
    one, in the colour of a loss.
    """
    keys = [
        Key(_(_REVENUE), design.SERIES[0]),
        Key(_(_CASH), design.SERIES[1]),
        Key(_(_OWN), design.SERIES[4], hatch="////"),
    ]
    rows = lay_rows(list(frame[label]), 2 * _BAR + 0.5)
    known = stated(*(numbers(frame, name) for name in (revenue, cash_cost, full_cost)))
    room = text_width(written(max(known, default=0.0), Form.BAHT), design.CHART_SMALL) + 0.4
    right = max(room, text_width(hidden_mark()) + 0.3)
    scale = (0.0, max(known, default=0.0) or 1.0)
    figure, axes = row_sheet(rows, scale, right=right, top=keys_height(keys) + 0.1)
    for i, centre in enumerate(rows.centres):
        amounts = [number(frame, name, i) for name in (revenue, cash_cost, full_cost, margin)]
        if amounts[0] is None and amounts[1] is None:
            absent_mark(axes, centre, is_hidden=flag(frame, i, hidden))
            continue
        _crop(axes, centre, amounts, keys)
    draw_keys(figure, keys)
    return figure


def _crop(axes: Axes, centre: float, amounts: list[float | None], keys: list[Key]) -> None:
    revenue, cash, full, left = amounts
    above, below = centre - _BAR - 0.04, centre - 0.02
    small = {"fontsize": design.CHART_SMALL}
    if revenue is not None:
        axes.barh(above, revenue, height=_BAR * 0.9, color=keys[0].colour, linewidth=0)
        beside(axes, revenue, above, written(revenue, Form.BAHT), **small)
    if cash is not None:
        axes.barh(below, cash, height=_BAR * 0.9, color=keys[1].colour, linewidth=0)
        end = cash
        if full is not None and full > cash:
            end = full
            axes.barh(
                below,
                full - cash,
                left=cash,
                height=_BAR * 0.9,
                color=keys[2].colour,
                hatch=keys[2].hatch,
                edgecolor=design.PAPER,
                linewidth=0,
            )
        beside(axes, end, below, written(end, Form.BAHT), **small)
    if left is not None:
        beside(
            axes,
            0,
            centre + _BAR + 0.02,
            _(_LOSS if left < 0 else _LEFT, amount=written(abs(left), Form.BAHT)),
            color=design.LOSS if left < 0 else design.ACCENT,
            fontweight="bold",
            **small,
        )
