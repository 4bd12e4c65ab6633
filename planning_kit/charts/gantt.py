"""Who does what when: the activities of every project over quarters and fiscal years."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import panel
from planning_kit.charts.frame_rows import amount, in_order, members, records, said
from planning_kit.charts.grid import Box, Grid, GridRow, draw_grid
from planning_kit.charts.keys import Key
from planning_kit.charts.page import A4, Page, nothing
from planning_kit.charts.style import styled
from planning_kit.language import N_, _
from planning_kit.thai import MONTHS_SHORT

_QUARTER = N_("Quarter {number}")
_AT_WORK = N_("at work")
_OPEN = N_("in this year, months not stated")
_IN_HARVEST = N_("at work in harvest time")
_HARVEST = N_("harvest time")
_FIRST_MONTH = 10
_BAR = 0.42


@styled
def gantt(
    activities: pd.DataFrame,
    *,
    years: Sequence[int],
    harvest_months: Collection[int] = (),
    page: Page = A4,
) -> list[Figure]:
    """Draw a row per activity, grouped by project.

    ``activities``: ``project_code``, ``project_name``, ``name``, ``fiscal_year_be``, ``months``
    (tuple of 1-12, missing = not stated). One fiscal year in ``years`` gives twelve months
    from October under their quarters, several give quarters under their years.
    ``harvest_months`` are shaded; a quarter is, if one of its months is. Work in a shaded
    column has its own colour and a dot. Activities outside ``years`` are left out (the
    checks of the plan name them); the order of projects and activities is kept.
    """
    found = [row for row in records(activities) if amount(row, "fiscal_year_be") in set(years)]
    if not found or not years:
        return nothing(page)
    columns = _columns(years)
    rows: list[GridRow] = []
    shown: dict[int, dict] = {}
    for project in in_order([str(row["project_code"]) for row in found]):
        mine = [row for row in found if str(row["project_code"]) == project]
        name = f"{project} {said(mine[0], 'project_name')}".strip()
        rows.append(GridRow(name, is_heading=True))
        for row in mine:
            shown[len(rows)] = row
            rows.append(GridRow(said(row, "name")))
    shaded = {i for i, (_y, months) in enumerate(columns) if {*months} & {*harvest_months}}

    def cell(axes: Axes, box: Box, i: int, column: int) -> None:
        year, months = columns[column]
        if amount(shown[i], "fiscal_year_be") == year:
            _work(axes, box, [int(m) for m in members(shown[i], "months")], months, harvest_months)

    heads, bands = _heads(columns, one_year=len(years) == 1)
    grid = Grid(
        rows,
        heads,
        cell,
        bands=bands,
        shaded=shaded,
        inner=0.55,
        least=0.42,
        label_share=0.36,
        keys=_keys(bool(harvest_months)),
    )
    return draw_grid(grid, page)


def _keys(with_harvest: bool) -> list[Key]:
    keys = [Key(_(_AT_WORK), design.SERIES[0]), Key(_(_OPEN), design.QUIET, hatch="////")]
    if with_harvest:
        keys += [Key(_(_IN_HARVEST), design.LOSS), Key(_(_HARVEST), design.WARNING_WASH)]
    return keys


def _columns(years: Sequence[int]) -> list[tuple[int, tuple[int, ...]]]:
    months = [(_FIRST_MONTH - 1 + place) % 12 + 1 for place in range(12)]
    if len(years) == 1:
        return [(years[0], (month,)) for month in months]
    return [(year, tuple(months[i : i + 3])) for year in years for i in range(0, 12, 3)]


def _heads(
    columns: Sequence[tuple[int, tuple[int, ...]]], *, one_year: bool
) -> tuple[list[str], list[str]]:
    if one_year:
        heads = [str(MONTHS_SHORT[months[0] - 1]) for _year, months in columns]
        return heads, [_(_QUARTER, number=i // 3 + 1) for i in range(12)]
    numbers = [str(i % 4 + 1) for i in range(len(columns))]
    return numbers, [str(year) for year, _months in columns]


def _work(
    axes: Axes,
    box: Box,
    planned: Sequence[int],
    column: Sequence[int],
    harvest: Collection[int],
) -> None:
    y = box.y + (box.height - _BAR) / 2
    if not planned:
        edge, hatch = design.PAPER, "////"
        panel(axes, box.x, y, box.width, _BAR, fill=design.QUIET, edge=edge, line=0, hatch=hatch)
        return
    # Within a quarter the bar covers the months at work, so that nothing seems longer.
    wide = box.width / len(column)
    for place, month in enumerate(column):
        if month not in planned:
            continue
        in_harvest = month in harvest
        colour = design.LOSS if in_harvest else design.SERIES[0]
        panel(axes, box.x + place * wide, y, wide, _BAR, fill=colour)
        if in_harvest:
            middle = (box.x + (place + 0.5) * wide, y + _BAR / 2)
            axes.plot(*middle, "o", markersize=3.2, color=design.PAPER)
