"""Rows of whole sentences, each with a bar, its value in words, and a note below the bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import fitted, hatched, height_of, line_cm, panel, stroke, write
from planning_kit.charts.keys import Key, draw_keys, keys_height
from planning_kit.charts.page import Page, canvas, foot, nothing, numbered, runs
from planning_kit.charts.values import hidden_mark
from planning_kit.charts.wrap import text_width
from planning_kit.thai.numbers import NOT_STATED

_BAR = 0.42
_GAP = 0.34
_LABEL_SHARE = 0.46
_EDGE = 0.1
_HATCHED = 0.7


@dataclass(frozen=True)
class BarRow:
    """One row: ``lead`` (a place) before ``label``; ``said`` is written at the end of the bar.

    ``warn`` writes the ``note`` in the colour of a loss.
    """

    label: str
    value: float | None
    said: str
    lead: str = ""
    note: str = ""
    colour: str = design.SERIES[0]
    hidden: bool = False
    warn: bool = False


@dataclass(frozen=True)
class _Measures:
    """Columns in cm: where labels, bars and notes begin, and cm per unit of value."""

    page: Page
    label: float
    label_width: float
    zero: float
    note_width: float
    scale: float


def bar_rows(
    rows: Sequence[BarRow],
    *,
    page: Page,
    keys: Sequence[Key] = (),
    most: float | None = None,
    whole: bool = False,
) -> list[Figure]:
    """Draw ``rows`` in their order on one sheet or several; all sheets share one scale.

    ``most`` fixes the end of the scale; ``whole`` draws the room up to it in pale, so that
    the rest is seen. A missing value is a dash, or hatched where hidden: never a bar of zero.
    """
    if not rows:
        return nothing(page)
    at = _measures(rows, page, most)
    heights = [_height(row, at) for row in rows]
    top = keys_height(keys, page.width) + 0.1
    sheets = runs(heights, page.height - top - foot(2))
    figures = []
    for number, run in enumerate(sheets, start=1):
        body = sum(heights[i] for i in run)
        figure, axes = canvas(page, top + body + foot(len(sheets)))
        y = top
        for i in run:
            _row(axes, rows[i], y, heights[i], at, most if whole else None)
            y += heights[i]
        stroke(axes, (at.zero, top), (at.zero, y), line=0.8)
        numbered(axes, page, number, len(sheets))
        draw_keys(figure, keys)
        figures.append(figure)
    return figures


def _measures(rows: Sequence[BarRow], page: Page, most: float | None) -> _Measures:
    leads = max(text_width(row.lead, bold=True) for row in rows)
    label = _EDGE + (leads + 0.25 if leads else 0.0)
    bar = page.width * _LABEL_SHARE
    known = [row.value for row in rows if row.value is not None]
    low, high = min([0.0, *known]), max([0.0, *known, most or 0.0])
    texts = max([text_width(row.said, bold=True) for row in rows] + [text_width(hidden_mark())])
    before = texts + 0.2 if low < 0 else 0.0
    room = page.width - _EDGE - bar - before - texts - 0.25
    scale = room / ((high - low) or 1.0)
    zero = bar + before - low * scale
    return _Measures(page, label, bar - label - 0.3, zero, page.width - _EDGE - zero - 0.3, scale)


def _height(row: BarRow, at: _Measures) -> float:
    notes = fitted(row.note, at.note_width, design.CHART_SMALL) if row.note else ()
    label = height_of(fitted(row.label, at.label_width))
    first = 0.0 if _note_leads(row) else line_cm()
    return max(label, line_cm(), first + height_of(notes, design.CHART_SMALL)) + _GAP


def _note_leads(row: BarRow) -> bool:
    """Tell whether the note stands on the first line: a zero without words has no bar there."""
    return bool(row.note) and row.value == 0 and not row.said


def _row(
    axes: Axes, row: BarRow, top: float, height: float, at: _Measures, whole: float | None
) -> None:
    stroke(axes, (_EDGE, top), (at.page.width - _EDGE, top), colour=design.RULE, line=0.6)
    first = top + _GAP / 2
    if row.lead:
        write(axes, at.label - 0.25, first, (row.lead,), ha="right", bold=True)
    write(axes, at.label, first, fitted(row.label, at.label_width))
    _bar(axes, row, first, at, whole)
    if row.note:
        lines = fitted(row.note, at.note_width, design.CHART_SMALL)
        y = first if _note_leads(row) else first + line_cm()
        colour = design.LOSS if row.warn else design.MUTED
        write(axes, at.zero + 0.15, y, lines, size=design.CHART_SMALL, colour=colour)


def _bar(axes: Axes, row: BarRow, first: float, at: _Measures, whole: float | None) -> None:
    y = first + (line_cm() - _BAR) / 2
    if row.value is None:
        x, said = at.zero, NOT_STATED
        if row.hidden:
            hatched(axes, x, y, _HATCHED, _BAR)
            x, said = x + _HATCHED, hidden_mark()
        write(axes, x + 0.15, first, (row.said or said,), colour=design.MUTED)
        return
    if whole is not None:
        panel(axes, at.zero, y, whole * at.scale, _BAR)
    length = row.value * at.scale
    panel(axes, at.zero + min(length, 0.0), y, abs(length), _BAR, fill=row.colour)
    if row.value < 0:
        write(axes, at.zero + length - 0.12, first, (row.said,), ha="right", bold=True)
        return
    end = whole * at.scale if whole is not None else length
    write(axes, at.zero + end + 0.12, first, (row.said,), bold=True)
