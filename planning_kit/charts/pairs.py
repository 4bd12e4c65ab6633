"""Every option against every other: how many preferred which."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import line_cm, panel, tint, write
from planning_kit.charts.frame_rows import amount, in_order, records, said
from planning_kit.charts.grid import Box, Grid, GridRow, draw_grid
from planning_kit.charts.keys import Key
from planning_kit.charts.page import A4, Page
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, written
from planning_kit.charts.wrap import text_width
from planning_kit.language import N_, _
from planning_kit.thai.numbers import NOT_STATED

_WINS = N_("▲ the row wins over the column")
_LOSES = N_("▼ the row loses")
_EQUAL = N_("= as many for each")
_SMALL = design.CHART_SMALL
_WIN, _LOSS, _SAME = tint(design.SERIES[2], 0.55), tint(design.SERIES[1], 0.45), design.WASH


@styled
def pair_matrix(pairs: pd.DataFrame, *, page: Page = A4) -> list[Figure]:
    """Draw a row and a column per option, "votes for the row – votes for the column" in each.

    ``pairs``: ``option``, ``against``, ``wins`` (votes for ``option``), ``losses``; optional
    ``statement`` (of ``option``). Rows say code and statement, columns the code. Sign, side
    of the number and colour all say who wins, so that it reads in grey.
    """
    found = records(pairs)
    options = in_order([str(row["option"]) for row in found])
    columns = in_order([*options, *(str(row["against"]) for row in found)])
    words = {str(row["option"]): said(row, "statement") for row in found}
    cells = {(str(row["option"]), str(row["against"])): row for row in found}

    def cell(axes: Axes, box: Box, i: int, column: int) -> None:
        if options[i] == columns[column]:
            panel(axes, box.x, box.y, box.width, box.height, fill=design.RULE)
            return
        _score(axes, box, cells.get((options[i], columns[column]), {}))

    grid = Grid(
        rows=[GridRow(f"{one} {words[one]}".strip()) for one in options],
        heads=columns,
        cell=cell,
        inner=0.95,
        least=max([text_width(_shown(row), _SMALL, bold=True) for row in found], default=0.9)
        + 0.16,
        label_share=0.32,
        keys=[Key(_(_WINS), _WIN), Key(_(_LOSES), _LOSS), Key(_(_EQUAL), _SAME)],
    )
    return draw_grid(grid, page)


def _score(axes: Axes, box: Box, row: dict) -> None:
    wins, losses = amount(row, "wins"), amount(row, "losses")
    x, y = box.middle
    if wins is None or losses is None:
        write(axes, x, y - line_cm() / 2, (NOT_STATED,), ha="center", colour=design.MUTED)
        return
    fill = _WIN if wins > losses else _LOSS if wins < losses else _SAME
    sign = "▲" if wins > losses else "▼" if wins < losses else "="
    panel(axes, box.x + 0.04, box.y + 0.04, box.width - 0.08, box.height - 0.08, fill=fill)
    lines = (sign, _shown(row))
    write(axes, x, y - line_cm(_SMALL), lines, ha="center", size=_SMALL, bold=wins > losses)


def _shown(row: dict) -> str:
    return f"{written(amount(row, 'wins'), Form.INT)}–{written(amount(row, 'losses'), Form.INT)}"
