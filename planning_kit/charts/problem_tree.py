"""The problem tree: effects above, the problem in the middle, causes and their causes below.

Direct causes stand side by side in up to three columns; what lies behind a cause hangs
below it, indented. Effects mirror that upwards. A tree higher than the sheet goes on to
further sheets, each with the problem on it: effects first, then causes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import PAD, fitted, height_of, line_cm, panel, stroke, write
from planning_kit.charts.frame_rows import records
from planning_kit.charts.page import A4, Page, canvas, foot, nothing, numbered, runs
from planning_kit.charts.style import styled
from planning_kit.charts.tree_branches import (
    GAP,
    INDENT,
    Branch,
    Leaf,
    branches,
    cut,
    stack_height,
)
from planning_kit.language import N_, _

_EFFECTS = N_("Effects: what it leads to")
_CAUSES = N_("Causes: why it is so")
_GUTTER = 0.55
_BETWEEN = 0.35
_DROP = 0.3
_MOST_COLUMNS = 3
_NARROWEST = 4.4
_EDGE = 0.1
_TRUNK = 0.25
_LOW = 0.45

Band = tuple[tuple[Leaf, ...], ...]
"""Branches that stand side by side."""


@dataclass(frozen=True)
class _Side:
    bands: tuple[Band, ...]
    width: float


@styled
def problem_tree(nodes: pd.DataFrame, statement: str, *, page: Page = A4) -> list[Figure]:
    """Draw the tree of one problem, ``statement``, from the rows of ``tree_node``.

    ``nodes``: ``node_code``, ``side`` (cause / effect), ``statement``, ``parent_code`` (missing:
    hangs on the problem itself), ``is_root_cause``. Up to some 25 nodes of 120 letters take
    one to three A4 sheets; the sheets are numbered.
    """
    rows = records(nodes)
    if not rows:
        return nothing(page)
    trunk = fitted(statement, page.width - 2 * _GUTTER - 2 * PAD, bold=True)
    middle = height_of(trunk) + 2 * PAD
    room = page.height - middle - foot(2) - 0.2
    effects, causes = (_side(branches(rows, one), page, room) for one in ("effect", "cause"))
    sheets = _sheets(effects, causes, room)
    figures = []
    for number, (above, below) in enumerate(sheets, start=1):
        up = _bands_height(above) if above else 0.1
        down = _bands_height(below) if below else 0.1
        figure, axes = canvas(page, up + middle + down + foot(len(sheets)))
        _draw_side(axes, above, effects.width, up, -1)
        _draw_side(axes, below, causes.width, up + middle, 1)
        panel(axes, _EDGE, up, page.width - 2 * _EDGE, middle, fill=design.ACCENT, name="label")
        at = page.width / 2
        write(axes, at, up + PAD, trunk, ha="center", colour=design.PAPER, bold=True)
        numbered(axes, page, number, len(sheets))
        figures.append(figure)
    return figures


def _side(found: Sequence[Branch], page: Page, room: float) -> _Side:
    """Lay the branches side by side where that leaves room for the other side; else lowest."""
    choices = [_laid(found, count, page, room) for count in range(1, _MOST_COLUMNS + 1)]
    choices = [one for one in choices[: max(len(found), 1)] if one.width >= _NARROWEST]
    low = [one for one in choices if _bands_height(one.bands) <= room * _LOW]
    if low:
        return min(low, key=lambda one: (len(one.bands), -one.width))
    return min(choices, key=lambda one: _bands_height(one.bands))


def _laid(found: Sequence[Branch], count: int, page: Page, room: float) -> _Side:
    width = (page.width - _GUTTER - _EDGE - (count - 1) * _BETWEEN) / count
    most = room - _head_height() - _DROP
    pieces = [piece for one in found for piece in cut(one, width, most)]
    return _Side(tuple(tuple(pieces[i : i + count]) for i in range(0, len(pieces), count)), width)


def _head_height() -> float:
    return line_cm() + 0.2


def _band_height(band: Band) -> float:
    return _DROP + max(stack_height(one) for one in band)


def _bands_height(bands: Sequence[Band]) -> float:
    return _head_height() + sum(_band_height(one) for one in bands) if bands else 0.0


def _sheets(
    effects: _Side, causes: _Side, room: float
) -> list[tuple[tuple[Band, ...], tuple[Band, ...]]]:
    """Put both sides on one sheet where they fit; else every sheet carries one side."""
    if _bands_height(effects.bands) + _bands_height(causes.bands) <= room:
        return [(effects.bands, causes.bands)]
    found: list[tuple[tuple[Band, ...], tuple[Band, ...]]] = []
    for side, is_above in ((effects, True), (causes, False)):
        heights = [_band_height(one) for one in side.bands]
        for run in runs(heights, room - _head_height()):
            part = side.bands[run.start : run.stop]
            found.append((part, ()) if is_above else ((), part))
    return found


def _draw_side(axes: Axes, bands: Sequence[Band], width: float, edge: float, way: int) -> None:
    """Draw the bands away from ``edge`` of the problem: ``way`` 1 downwards, -1 upwards."""
    if not bands:
        return
    head = _(_CAUSES) if way > 0 else _(_EFFECTS)
    top = edge + 0.1 if way > 0 else edge - 0.1 - line_cm()
    write(axes, _GUTTER, top, (head,), bold=True, colour=design.MUTED)
    at = _head_height()
    for band in bands:
        bar = edge + way * (at + _DROP / 2)
        stroke(axes, (_TRUNK, edge), (_TRUNK, bar), line=1.4)
        last = 0.0
        for place, leaves in enumerate(band):
            left = _GUTTER + place * (width + _BETWEEN)
            last = left + 0.3
            stroke(axes, (last, bar), (last, edge + way * (at + _DROP)), line=1.4)
            _draw_branch(axes, leaves, left, edge + way * (at + _DROP), way)
        stroke(axes, (_TRUNK, bar), (last, bar), line=1.4)
        at += _band_height(band)


def _draw_branch(axes: Axes, leaves: Sequence[Leaf], left: float, edge: float, way: int) -> None:
    at = 0.0
    ends: dict[str, tuple[float, float]] = {}
    for one in leaves:
        near = edge + way * at
        top = near if way > 0 else near - one.height
        x = left + one.x
        middle = top + one.height / 2
        if one.node.parent in ends:
            trunk, start = ends[one.node.parent]
            stroke(axes, (trunk, start), (trunk, middle), (x, middle))
        _draw_leaf(axes, one, x, top, way)
        ends[one.node.code] = (x + INDENT / 2, near + way * one.height)
        at += one.height + GAP


def _draw_leaf(axes: Axes, one: Leaf, x: float, top: float, way: int) -> None:
    fill, edge = (
        (design.ACCENT_WASH, design.ACCENT) if way > 0 else (design.WARNING_WASH, design.WARNING)
    )
    line = 2.6 if one.node.is_root_cause else 0.8
    panel(axes, x, top, one.width, one.height, fill=fill, edge=edge, line=line, name="label")
    y = top + PAD / 2
    size, colour = design.CHART_SMALL, design.ACCENT if way > 0 else design.WARNING
    y = write(axes, x + PAD, y, one.tag, size=size, colour=colour, bold=True)
    write(axes, x + PAD, y, one.lines)
