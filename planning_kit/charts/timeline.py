"""The story of the tambon: what happened when, and what it did to people."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import fitted, height_of, line_cm, stroke, write
from planning_kit.charts.frame_rows import amount, records, said
from planning_kit.charts.keys import Key, draw_keys, keys_height
from planning_kit.charts.page import A4, Page, canvas, foot, nothing, numbered, runs
from planning_kit.charts.style import styled
from planning_kit.language import N_, _
from planning_kit.thai import MONTHS_SHORT
from planning_kit.thai.numbers import NOT_STATED

_LINE_AT = 2.35
_TEXT_AT = 2.85
_GAP = 0.35
_LOOKS = {
    "good": ("^", design.SERIES[0], N_("made life better")),
    "bad": ("v", design.LOSS, N_("made life harder")),
    "neutral": ("o", design.MUTED, N_("neither, or not said")),
}
_EFFECT = N_("Effect: {effect}")
_WHEN = N_("{month} {year}")


@dataclass(frozen=True)
class _Event:
    when: str
    kind: str
    event: tuple[str, ...]
    effect: tuple[str, ...]
    height: float


@styled
def timeline(events: pd.DataFrame, *, page: Page = A4) -> list[Figure]:
    """Draw the events below one another, oldest first, with their effect under each.

    ``events``: ``year_be``, ``event``; optional ``month`` (1-12), ``effect``, ``kind`` (good /
    bad / neutral). Distances are even, not to scale: the years stand beside. An event without
    a year comes last, with a dash.
    """
    rows = sorted(records(events), key=_when)
    if not rows:
        return nothing(page)
    found = [_event(row, page.width - _TEXT_AT - 0.15) for row in rows]
    keys = [Key(_(words), colour, marker) for marker, colour, words in _LOOKS.values()]
    top = keys_height(keys, page.width) + 0.1
    sheets = runs([one.height for one in found], page.height - top - foot(2))
    figures = []
    for number, run in enumerate(sheets, start=1):
        body = sum(found[i].height for i in run)
        figure, axes = canvas(page, top + body + foot(len(sheets)))
        stroke(axes, (_LINE_AT, top), (_LINE_AT, top + body), colour=design.RULE, line=3)
        y = top
        for i in run:
            _draw(axes, found[i], y)
            y += found[i].height
        numbered(axes, page, number, len(sheets))
        draw_keys(figure, keys)
        figures.append(figure)
    return figures


def _when(row: dict) -> tuple[float, float]:
    year, month = amount(row, "year_be"), amount(row, "month")
    return (float("inf") if year is None else year, 0.0 if month is None else month)


def _event(row: dict, width: float) -> _Event:
    year, month = amount(row, "year_be"), amount(row, "month")
    when = NOT_STATED if year is None else str(int(year))
    if month is not None:
        when = _(_WHEN, month=MONTHS_SHORT[int(month) - 1], year=when)
    kind = said(row, "kind", "neutral")
    event = fitted(said(row, "event", NOT_STATED), width, bold=True)
    words = said(row, "effect")
    effect = fitted(_(_EFFECT, effect=words), width) if words else ()
    return _Event(
        when,
        kind if kind in _LOOKS else "neutral",
        event,
        effect,
        height_of(event) + height_of(effect) + _GAP,
    )


def _draw(axes: Axes, one: _Event, top: float) -> None:
    first = top + _GAP / 2
    marker, colour, _words = _LOOKS[one.kind]
    write(axes, _LINE_AT - 0.35, first, (one.when,), ha="right", bold=True)
    axes.plot(
        [_LINE_AT],
        [first + line_cm() / 2],
        marker,
        markersize=9,
        color=colour,
        markeredgecolor=design.PAPER,
        markeredgewidth=1.2,
    )
    below = write(axes, _TEXT_AT, first, one.event, bold=True)
    write(axes, _TEXT_AT, below, one.effect, colour=design.MUTED)
