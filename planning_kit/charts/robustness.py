"""How firm the order is: how often an option stays among the first, and between which places."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.bar_rows import BarRow, bar_rows
from planning_kit.charts.blocks import line_cm, stroke, write
from planning_kit.charts.frame_rows import amount, records, said, truth
from planning_kit.charts.grid import Box, Grid, GridRow, draw_grid
from planning_kit.charts.keys import Key
from planning_kit.charts.page import A4, Page
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, written
from planning_kit.charts.wrap import text_width
from planning_kit.language import N_, _
from planning_kit.thai.numbers import NOT_STATED

_ALWAYS = N_("always among the first {top}")
_SOMETIMES = N_("among the first {top} in part of the weightings")
_NEVER = N_("never among the first {top}")
_NOW = N_("place as counted")
_RANGE = N_("from the best to the worst place over all weightings")
_SPAN = N_("{place} (from {best} to {worst})")
_ENDS = N_("first place at the left, place {last} at the right")
_SIZE = 8.0


@styled
def robustness_strip(frame: pd.DataFrame, *, top: int = 5, page: Page = A4) -> list[Figure]:
    """Draw, for each option, the share of weightings in which it is among the first ``top``.

    ``frame``: ``option``, ``statement``, ``share`` (0-1); optional ``place`` (as counted)
    and ``hidden``. The order of rows is kept; the pale ground is all weightings.
    """
    rows = []
    for row in records(frame):
        share, place = amount(row, "share"), amount(row, "place")
        # 99.6 % is not "always": only whole ones round to the ends.
        shown = "" if share is None else _percent(share)
        firm = share is not None and share >= 1
        rows.append(
            BarRow(
                label=said(row, "statement", str(row["option"])),
                value=share,
                said=shown,
                lead="" if place is None else written(place, Form.INT),
                colour=design.SERIES[0] if firm else design.SERIES[1],
                hidden=truth(row, "hidden"),
            )
        )
    keys = [
        Key(_(_ALWAYS, top=top), design.SERIES[0]),
        Key(_(_SOMETIMES, top=top), design.SERIES[1]),
        Key(_(_NEVER, top=top), design.WASH),
    ]
    return bar_rows(rows, page=page, keys=keys, most=1.0, whole=True)


def _percent(share: float) -> str:
    near_end = 0 < share < 0.005 or 0.995 <= share < 1
    return written(share, Form.PERCENT, 1 if near_end else 0)


@styled
def place_changes(frame: pd.DataFrame, *, page: Page = A4) -> list[Figure]:
    """Draw, for each option, the span of places it takes over all weightings.

    ``frame``: ``option``, ``statement``, ``place`` (as counted), ``best``, ``worst``
    (places, 1 is first). A wide strip is an order that hangs on the weights.
    """
    rows = records(frame)
    ends = [amount(row, one) for row in rows for one in ("place", "best", "worst")]
    last = int(max([one for one in ends if one is not None], default=1))
    room = max([text_width(_in_words(row), bold=True) for row in rows], default=0.0) + 0.15

    def cell(axes: Axes, box: Box, i: int, column: int) -> None:
        if column == 0:
            _strip(axes, box, rows[i], last, room)

    keys = [
        Key(_(_NOW), design.SERIES[0], "o"),
        Key(_(_RANGE), design.SERIES[2]),
    ]
    grid = Grid(
        rows=[GridRow(said(row, "statement", str(row["option"]))) for row in rows],
        heads=[_(_ENDS, last=last)],
        cell=cell,
        inner=0.6,
        label_share=0.46,
        keys=keys,
    )
    return draw_grid(grid, page)


def _strip(axes: Axes, box: Box, row: dict, last: int, words: float) -> None:
    place, best, worst = (amount(row, one) for one in ("place", "best", "worst"))
    left, room = box.x + 0.3, box.width - words - 0.6
    y = box.y + box.height / 2

    def at(one: float) -> float:
        return left + room * (one - 1) / max(last - 1, 1)

    stroke(axes, (at(1), y), (at(last), y), colour=design.RULE, line=0.8)
    if best is not None and worst is not None:
        stroke(axes, (at(best) - 0.1, y), (at(worst) + 0.1, y), colour=design.SERIES[2], line=8)
    if place is not None:
        axes.plot([at(place)], [y], "o", markersize=_SIZE, color=design.SERIES[0])
    top = y - line_cm() / 2
    write(axes, box.x + box.width - words, top, (_in_words(row),), bold=True)


def _in_words(row: dict) -> str:
    place, best, worst = (amount(row, one) for one in ("place", "best", "worst"))
    now = NOT_STATED if place is None else written(place, Form.INT)
    if best is None or worst is None:
        return now
    span = [written(one, Form.INT) for one in (best, worst)]
    return now if best == worst == place else _(_SPAN, place=now, best=span[0], worst=span[1])
