"""A grid of sentences and cells: row labels wrapped at the left, one drawn cell a column.

Rows that do not fit go on to the next sheet under the same heads; so do columns that would
become too narrow to read, and the pinned ones are repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import fitted, height_of, line_cm, panel, stroke, write
from planning_kit.charts.keys import Key, draw_keys, keys_height
from planning_kit.charts.page import Page, canvas, foot, nothing, numbered, runs
from planning_kit.charts.wrap import widest, wrapped

EDGE = 0.1
_GAP = 0.3
_SMALL = design.CHART_SMALL
# Narrower than any word: every word gets a line of its own and can be measured.
_NO_ROOM = 0.01
_WIDEST_WORD = 2.6


@dataclass(frozen=True)
class GridRow:
    """A row with its ``label``; a heading of the rows below it has no cells."""

    label: str
    is_heading: bool = False


@dataclass(frozen=True)
class Box:
    """The room of one cell in cm: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Return the centre of the cell."""
        return self.x + self.width / 2, self.y + self.height / 2


Cell = Callable[[Axes, Box, int, int], None]
"""Draws one cell: axes, its box, number of the row, number of the column."""


@dataclass(frozen=True)
class Grid:
    """What a grid is made of; widths and heights in cm.

    ``bands`` are heads above the heads, one for each column (equal neighbours are joined);
    ``shaded`` columns get a ground; the first ``pinned`` columns stand on every sheet;
    ``inner`` is the least height of a cell and ``least`` the least width of a column; where
    columns need not be ``even``, each is as wide as the longest word of its head needs.
    """

    rows: Sequence[GridRow]
    heads: Sequence[str]
    cell: Cell
    bands: Sequence[str] = ()
    shaded: Collection[int] = ()
    pinned: int = 0
    inner: float = 0.6
    least: float = 0.75
    label_share: float = 0.34
    even: bool = True
    keys: Sequence[Key] = field(default_factory=tuple)


def draw_grid(grid: Grid, page: Page) -> list[Figure]:
    """Draw ``grid`` on as many sheets as it needs."""
    if not grid.rows or not grid.heads:
        return nothing(page)
    label = page.width * grid.label_share
    columns = _columns(grid, page.width - label - EDGE)
    heights = [_height(row, grid, page, label) for row in grid.rows]
    keys = keys_height(grid.keys, page.width) + 0.1
    cuts = [(run, part) for part in columns for run in _rows(grid, heights, page, keys, part)]
    figures = []
    for number, (run, part) in enumerate(cuts, start=1):
        head = _head_height(grid, part, page)
        shown = _shown(grid, run)
        body = sum(heights[i] for i in shown)
        figure, axes = canvas(page, keys + head + body + foot(len(cuts)))
        _heads(axes, grid, part, page, (keys, head, body))
        _body(axes, grid, part, page, [(i, heights[i]) for i in shown], keys + head)
        numbered(axes, page, number, len(cuts))
        draw_keys(figure, grid.keys)
        figures.append(figure)
    return figures


def _needs(grid: Grid) -> list[float]:
    """Return the width in cm that every column needs at least."""
    words = [widest(wrapped(head, _NO_ROOM, _SMALL), _SMALL) + 0.15 for head in grid.heads]
    needs = [max(grid.least, min(one, _WIDEST_WORD)) for one in words]
    return [max(needs)] * len(needs) if grid.even else needs


def _columns(grid: Grid, room: float) -> list[list[int]]:
    needs = _needs(grid)
    pinned, free = list(range(grid.pinned)), list(range(grid.pinned, len(grid.heads)))
    cuts = runs([needs[i] for i in free], room - sum(needs[: grid.pinned]))
    return [pinned + free[cut.start : cut.stop] for cut in cuts] or [pinned]


def _places(grid: Grid, part: Sequence[int], page: Page) -> list[tuple[float, float]]:
    """Return left edge and width in cm of every column of ``part``, filling the page."""
    left = page.width * grid.label_share
    needs = [_needs(grid)[i] for i in part]
    grown = (page.width - left - EDGE) / sum(needs)
    starts = [left + sum(needs[:i]) * grown for i in range(len(needs))]
    return [(start, need * grown) for start, need in zip(starts, needs, strict=True)]


def _rows(
    grid: Grid, heights: Sequence[float], page: Page, keys: float, part: Sequence[int]
) -> list[range]:
    # The heading of a group may be repeated on a sheet: its height is kept free.
    again = max([heights[i] for i, row in enumerate(grid.rows) if row.is_heading], default=0.0)
    room = page.height - keys - _head_height(grid, part, page) - foot(2)
    if sum(heights) <= room:
        return [range(len(heights))]
    found = runs(heights, room - again)
    for place in range(len(found) - 1):
        # A heading never stands alone at the end of a sheet.
        stop = found[place].stop
        while stop - 1 > found[place].start and grid.rows[stop - 1].is_heading:
            stop -= 1
        found[place] = range(found[place].start, stop)
        found[place + 1] = range(stop, found[place + 1].stop)
    return found


def _shown(grid: Grid, run: range) -> list[int]:
    headings = [i for i in range(run.start + 1) if grid.rows[i].is_heading]
    repeated = headings[-1:] if headings and headings[-1] < run.start else []
    return [*repeated, *run]


def _height(row: GridRow, grid: Grid, page: Page, label: float) -> float:
    if row.is_heading:
        return height_of(fitted(row.label, page.width - 2 * EDGE, bold=True)) + _GAP
    return max(height_of(fitted(row.label, label - EDGE - 0.25)), grid.inner) + _GAP


def _head_height(grid: Grid, part: Sequence[int], page: Page) -> float:
    places = _places(grid, part, page)
    lines = [
        height_of(fitted(grid.heads[i], width - 0.1, _SMALL), _SMALL)
        for i, (_x, width) in zip(part, places, strict=True)
    ]
    return max(lines) + (line_cm(_SMALL) if grid.bands else 0.0) + 0.2


def _heads(
    axes: Axes, grid: Grid, part: Sequence[int], page: Page, at: tuple[float, float, float]
) -> None:
    top, head, body = at
    places = _places(grid, part, page)
    bands = line_cm(_SMALL) if grid.bands else 0.0
    for i, (column, (x, width)) in enumerate(zip(part, places, strict=True)):
        if column in grid.shaded:
            panel(axes, x, top + bands, width, head - bands + body, fill=design.WARNING_WASH)
        lines = fitted(grid.heads[column], width - 0.1, _SMALL)
        y = top + head - 0.1 - height_of(lines, _SMALL)
        write(axes, x + width / 2, y, lines, size=_SMALL, ha="center", colour=design.MUTED)
        if grid.bands and (i == 0 or grid.bands[part[i - 1]] != grid.bands[column]):
            span = sum(grid.bands[one] == grid.bands[column] for one in part)
            middle = x + span * width / 2
            write(axes, middle, top, (grid.bands[column],), size=_SMALL, ha="center", bold=True)
            stroke(axes, (x, top), (x, top + head + body), line=0.8)


def _body(
    axes: Axes,
    grid: Grid,
    part: Sequence[int],
    page: Page,
    rows: Sequence[tuple[int, float]],
    top: float,
) -> None:
    label, places = page.width * grid.label_share, _places(grid, part, page)
    for i, height in rows:
        row = grid.rows[i]
        stroke(axes, (EDGE, top), (page.width - EDGE, top), colour=design.RULE, line=0.6)
        if row.is_heading:
            panel(axes, EDGE, top, page.width - 2 * EDGE, height)
            lines = fitted(row.label, page.width - 2 * EDGE - 0.2, bold=True)
            write(axes, EDGE + 0.1, top + _GAP / 2, lines, bold=True)
        else:
            lines = fitted(row.label, label - EDGE - 0.25)
            write(axes, EDGE, top + (height - height_of(lines)) / 2, lines)
            for column, (x, width) in zip(part, places, strict=True):
                grid.cell(axes, Box(x, top, width, height), i, column)
        top += height
    stroke(axes, (EDGE, top), (page.width - EDGE, top), colour=design.RULE, line=0.6)
