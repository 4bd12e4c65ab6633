"""From problem to result: the boxes of one strategy, read from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import PAD, fitted, height_of, line_cm, panel, stroke, write
from planning_kit.charts.frame_rows import members, records, said
from planning_kit.charts.page import A4, Page, canvas, foot, nothing, numbered, runs
from planning_kit.charts.style import styled
from planning_kit.language import N_, _

_PROBLEMS = N_("Problems")
_PROJECTS = N_("Projects")
_RESULTS = N_("Expected results")
_STRATEGY = N_("Strategy: {name}")
_ANSWERS = N_("answers {codes}")
_NO_RESULT = N_("no result stated yet")
_NO_PROBLEM = N_("answers no problem yet")
_EDGE = 0.1
_ARROW = 0.75
_GAP = 0.3
_SMALL = design.CHART_SMALL


@dataclass(frozen=True)
class _Box:
    code: str
    lines: tuple[str, ...]
    foot: tuple[str, ...] = ()
    muted: bool = False

    @property
    def height(self) -> float:
        code = line_cm(_SMALL) if self.code else 0.0
        return code + height_of(self.lines) + height_of(self.foot, _SMALL) + PAD


@styled
def results_chain(
    strategy: str, problems: pd.DataFrame, projects: pd.DataFrame, *, page: Page = A4
) -> list[Figure]:
    """Draw the problems, the projects and the results of one ``strategy`` (its name).

    ``problems``: ``problem_code``, ``statement``. ``projects``: ``project_code``, ``name``,
    ``problem_codes`` (tuple), ``expected_results`` (text). Every project names the problems
    that it answers; a missing link or result is said in words. Problems come in three
    columns with projects and results; what does not fit goes on to the next sheet.
    """
    told, planned = records(problems), records(projects)
    if not told and not planned:
        return nothing(page)
    width = (page.width - 2 * _EDGE - 2 * _ARROW) / 3
    left = [_problem(row, width) for row in told]
    pairs = [(_project(row, width), _result(row, width)) for row in planned]
    head = fitted(_(_STRATEGY, name=strategy), page.width - 2 * _EDGE - 2 * PAD, bold=True)
    top = height_of(head) + 2 * PAD + 0.2 + line_cm() + 0.1
    room = page.height - top - foot(2)
    causes = runs([one.height + _GAP for one in left], room)
    plans = runs([max(a.height, b.height) + _GAP for a, b in pairs], room)
    count = max(len(causes), len(plans))
    figures = []
    for i in range(count):
        first = [left[k] for k in causes[i]] if i < len(causes) else []
        second = [pairs[k] for k in plans[i]] if i < len(plans) else []
        figures.append(_sheet(page, head, first, second, (i + 1, count)))
    return figures


def _problem(row: dict, width: float) -> _Box:
    code = said(row, "problem_code")
    return _Box(code, fitted(said(row, "statement", code), width - 2 * PAD))


def _project(row: dict, width: float) -> _Box:
    code = said(row, "project_code")
    codes = members(row, "problem_codes")
    link = _(_ANSWERS, codes=" ".join(str(one) for one in codes)) if codes else _(_NO_PROBLEM)
    room = width - 2 * PAD
    return _Box(code, fitted(said(row, "name", code), room), fitted(link, room, _SMALL))


def _result(row: dict, width: float) -> _Box:
    words = said(row, "expected_results")
    return _Box("", fitted(words or _(_NO_RESULT), width - 2 * PAD), muted=not words)


def _sheet(
    page: Page,
    head: tuple[str, ...],
    problems: Sequence[_Box],
    pairs: Sequence[tuple[_Box, _Box]],
    number: tuple[int, int],
) -> Figure:
    width = (page.width - 2 * _EDGE - 2 * _ARROW) / 3
    xs = [_EDGE + place * (width + _ARROW) for place in range(3)]
    title = height_of(head) + 2 * PAD
    top = title + 0.2 + line_cm() + 0.1
    heights = [max(a.height, b.height) for a, b in pairs]
    body = max(sum(one.height + _GAP for one in problems), sum(heights) + _GAP * len(heights))
    figure, axes = canvas(page, top + body + foot(number[1]))
    panel(axes, _EDGE, 0.05, page.width - 2 * _EDGE, title, fill=design.ACCENT, name="label")
    write(axes, page.width / 2, 0.05 + PAD, head, ha="center", colour=design.PAPER, bold=True)
    for x, words in zip(xs, (_PROBLEMS, _PROJECTS, _RESULTS), strict=True):
        write(axes, x, title + 0.2, (_(words),), bold=True, colour=design.MUTED)
    middles = _column(axes, problems, xs[0], width, top)
    rows = _pairs(axes, pairs, xs, width, top, heights)
    _join(axes, middles, rows, xs[0] + width, xs[1])
    numbered(axes, page, *number)
    return figure


def _column(axes: Axes, boxes: Sequence[_Box], x: float, width: float, top: float) -> list[float]:
    middles = []
    for one in boxes:
        _draw(axes, one, x, top, width, one.height, design.WARNING_WASH, design.WARNING)
        middles.append(top + one.height / 2)
        top += one.height + _GAP
    return middles


def _pairs(
    axes: Axes,
    pairs: Sequence[tuple[_Box, _Box]],
    xs: Sequence[float],
    width: float,
    top: float,
    heights: Sequence[float],
) -> list[float]:
    middles = []
    for (project, result), height in zip(pairs, heights, strict=True):
        _draw(axes, project, xs[1], top, width, height, design.ACCENT_WASH, design.ACCENT)
        _draw(axes, result, xs[2], top, width, height, design.PAPER, design.ACCENT)
        middle = top + height / 2
        _arrow(axes, xs[1] + width, xs[2], middle)
        middles.append(middle)
        top += height + _GAP
    return middles


def _join(
    axes: Axes, starts: Sequence[float], ends: Sequence[float], left: float, right: float
) -> None:
    """Gather the problems in one line and lead it to every project of the strategy."""
    if not starts or not ends:
        return
    spine = left + (right - left) / 2 - 0.1
    for y in starts:
        stroke(axes, (left, y), (spine, y))
    stroke(axes, (spine, min([*starts, *ends])), (spine, max([*starts, *ends])), line=1.4)
    for y in ends:
        _arrow(axes, spine, right, y)


def _arrow(axes: Axes, left: float, right: float, y: float) -> None:
    stroke(axes, (left, y), (right - 0.15, y))
    axes.plot([right - 0.12], [y], ">", markersize=5, color=design.MUTED)


def _draw(
    axes: Axes, box: _Box, x: float, y: float, width: float, height: float, fill: str, edge: str
) -> None:
    panel(axes, x, y, width, height, fill=fill, edge=edge, name="label")
    at = y + PAD / 2
    if box.code:
        at = write(axes, x + PAD, at, (box.code,), size=_SMALL, colour=edge, bold=True)
    at = write(axes, x + PAD, at, box.lines, colour=design.MUTED if box.muted else design.INK)
    write(axes, x + PAD, at, box.foot, size=_SMALL, colour=design.MUTED)
