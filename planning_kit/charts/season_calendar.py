"""The year of the village: crops, labour, water, debt and hazards over twelve months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import hatched, panel, tint
from planning_kit.charts.frame_rows import amount, in_order, members, records, said, truth
from planning_kit.charts.grid import Box, Grid, GridRow, draw_grid
from planning_kit.charts.keys import Key
from planning_kit.charts.page import A4, Page, nothing
from planning_kit.charts.style import styled
from planning_kit.language import N_, _
from planning_kit.thai import MONTHS_SHORT

_COLOURS = {
    "crop": design.SERIES[0],
    "labour": design.SERIES[1],
    "water": design.SERIES[2],
    "debt": design.SERIES[3],
    "hazard": design.LOSS,
    "festival": design.WARNING,
}
_OTHER = design.HIDDEN
_LIGHT = 0.42
_MANY = 0.25
_CROP_TASK = N_("{crop}: {task}")
_MONTHS_OF = N_("months of it")
_PEAK = N_("dark with a dot: peak months (of a crop: a quarter of growers or more)")


@dataclass
class _Line:
    label: str
    kind: str
    months: frozenset[int] = frozenset()
    peaks: frozenset[int] = frozenset()
    hidden: frozenset[int] = field(default_factory=frozenset)


@styled
def season_calendar(
    entries: pd.DataFrame,
    production: pd.DataFrame | None = None,
    *,
    kind_labels: Mapping[str, str],
    task_labels: Mapping[str, str] | None = None,
    first_month: int = 1,
    page: Page = A4,
) -> list[Figure]:
    """Draw a row per entry, grouped by kind in the order of ``kind_labels`` (code → words).

    ``entries``: ``kind``, ``name``, ``months``, ``peak_months`` (tuples of 1-12 or missing).
    ``production``, tidy as ``charts.calendar`` takes it: ``label``, ``task``, ``month``,
    ``share`` 0-1 of growers, ``hidden``; ``task_labels`` words its tasks. Its rows join the
    kind "crop", and a quarter of growers or more makes a peak. Kinds without a label come
    last under their own code. ``first_month`` 10 begins with the fiscal year.
    """
    lines = _from_production(production, task_labels or {}) + _from_entries(entries)
    if not lines:
        return nothing(page)
    order = in_order([*kind_labels, *(line.kind for line in lines)])
    rows: list[GridRow] = []
    shown: dict[int, _Line] = {}
    for kind in order:
        mine = [line for line in lines if line.kind == kind]
        if mine:
            rows.append(GridRow(kind_labels.get(kind, kind), is_heading=True))
        for line in mine:
            shown[len(rows)] = line
            rows.append(GridRow(line.label))
    months = [(first_month - 1 + place) % 12 + 1 for place in range(12)]

    def cell(axes: Axes, box: Box, i: int, column: int) -> None:
        _month(axes, box, shown[i], months[column])

    keys = [Key(_(_MONTHS_OF), tint(design.MUTED, _LIGHT)), Key(_(_PEAK), design.MUTED)]
    heads = [str(MONTHS_SHORT[month - 1]) for month in months]
    return draw_grid(Grid(rows, heads, cell, inner=0.5, label_share=0.36, keys=keys), page)


def _from_entries(entries: pd.DataFrame) -> list[_Line]:
    lines = []
    for row in records(entries):
        peaks = frozenset(int(one) for one in members(row, "peak_months"))
        months = frozenset(int(one) for one in members(row, "months")) | peaks
        lines.append(_Line(said(row, "name"), said(row, "kind", "other"), months, peaks))
    return lines


def _from_production(
    production: pd.DataFrame | None, task_labels: Mapping[str, str]
) -> list[_Line]:
    found: dict[tuple[str, str], list[dict]] = {}
    for row in records(production):
        found.setdefault((str(row["label"]), str(row["task"])), []).append(row)
    lines = []
    for (crop, task), cells in found.items():
        shares: Sequence[tuple[int, float]] = [
            (int(cell["month"]), amount(cell, "share") or 0.0) for cell in cells
        ]
        label = _(_CROP_TASK, crop=crop, task=task_labels.get(task, task))
        months = frozenset(month for month, share in shares if share > 0)
        peaks = frozenset(month for month, share in shares if share >= _MANY)
        hidden = frozenset(
            int(cell["month"])
            for cell in cells
            if truth(cell, "hidden") and amount(cell, "share") is None
        )
        lines.append(_Line(label, "crop", months, peaks, hidden))
    return lines


def _month(axes: Axes, box: Box, line: _Line, month: int) -> None:
    height = min(box.height - 0.24, 0.6)
    y = box.y + (box.height - height) / 2
    colour = _COLOURS.get(line.kind, _OTHER)
    # A thread of paper between the months lets them be counted.
    x, width = box.x + 0.02, box.width - 0.04
    if month in line.hidden:
        hatched(axes, x, y, width, height)
        return
    if month not in line.months:
        panel(axes, x, y, width, height, fill=design.WASH)
        return
    is_peak = month in line.peaks
    panel(axes, x, y, width, height, fill=colour if is_peak else tint(colour, _LIGHT))
    if is_peak:
        middle = (x + width / 2, y + height / 2)
        axes.plot(*middle, "o", markersize=4.5, color=design.INK, markeredgecolor=design.PAPER)
