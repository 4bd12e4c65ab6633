"""The money of each fiscal year, stacked by where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import line_cm, panel, write
from planning_kit.charts.budgets import baht
from planning_kit.charts.frame_rows import amount, in_order, records, said
from planning_kit.charts.keys import Key, draw_keys, keys_height
from planning_kit.charts.page import A4, Page, canvas, foot, nothing, numbered, runs
from planning_kit.charts.shares import text_on
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, written
from planning_kit.charts.wrap import text_width
from planning_kit.language import N_, _
from planning_kit.thai.numbers import NOT_STATED

_OTHERS = N_("{count} other sources")
_BAR = 0.72
_ROW = 1.1
_LABEL = 2.1
_MOST = len(design.SERIES)


@styled
def budget_stack(
    lines: pd.DataFrame, *, years: Sequence[int] = (), page: Page = A4
) -> list[Figure]:
    """Draw one bar a fiscal year, split by funding source, its total at the end.

    ``lines``: ``fiscal_year_be``, ``source`` (its words), ``amount`` (baht); rows of the same
    year and source are added up. ``years`` are the years of the plan: one without a line is a
    dash. Five sources can be told apart; from the fifth on the smallest are one part.
    """
    found = [row for row in records(lines) if amount(row, "fiscal_year_be") is not None]
    money = _sums(found)
    spans = sorted({*years, *(int(row["fiscal_year_be"]) for row in found)})
    if not spans:
        return nothing(page)
    parts = _parts(in_order([said(row, "source", NOT_STATED) for row in found]), money)
    keys = [Key(words, colour) for (words, _all), colour in zip(parts, design.SERIES, strict=False)]
    totals = {year: _total(money, year) for year in spans}
    most = max([one for one in totals.values() if one is not None], default=0.0) or 1.0
    room = max(text_width(baht(one), bold=True) for one in totals.values()) + 0.4
    scale = (page.width - _LABEL - room) / most
    top = keys_height(keys, page.width) + 0.1
    sheets = runs([_ROW] * len(spans), page.height - top - foot(2))
    figures = []
    for number, run in enumerate(sheets, start=1):
        figure, axes = canvas(page, top + _ROW * len(run) + foot(len(sheets)))
        for place, i in enumerate(run):
            row = [sum(money.get((spans[i], one), 0.0) for one in group) for _words, group in parts]
            _year(axes, spans[i], row, totals[spans[i]], top + place * _ROW, scale)
        numbered(axes, page, number, len(sheets))
        draw_keys(figure, keys)
        figures.append(figure)
    return figures


def _sums(rows: Sequence[dict]) -> dict[tuple[int, str], float]:
    money: dict[tuple[int, str], float] = {}
    for row in rows:
        one = amount(row, "amount")
        if one is not None:
            key = int(row["fiscal_year_be"]), said(row, "source", NOT_STATED)
            money[key] = money.get(key, 0.0) + one
    return money


def _total(money: dict[tuple[int, str], float], year: int) -> float | None:
    known = [one for (at, _source), one in money.items() if at == year]
    return sum(known) if known else None


def _parts(
    sources: Sequence[str], money: dict[tuple[int, str], float]
) -> list[tuple[str, tuple[str, ...]]]:
    size = {one: sum(v for (_y, source), v in money.items() if source == one) for one in sources}
    ordered = sorted(sources, key=lambda one: -size[one])
    if len(ordered) <= _MOST:
        return [(one, (one,)) for one in ordered]
    rest = tuple(ordered[_MOST - 1 :])
    kept = [(one, (one,)) for one in ordered[: _MOST - 1]]
    return [*kept, (_(_OTHERS, count=len(rest)), rest)]


def _year(
    axes: Axes, year: int, row: Sequence[float], total: float | None, top: float, scale: float
) -> None:
    first = top + (_ROW - line_cm()) / 2
    write(axes, 0.1, first, (str(year),), bold=True)
    if total is None:
        write(axes, _LABEL, first, (NOT_STATED,), colour=design.MUTED)
        return
    x = _LABEL
    for value, colour in zip(row, design.SERIES, strict=False):
        width = value * scale
        if not width:
            continue
        panel(axes, x, top + (_ROW - _BAR) / 2, width, _BAR, fill=colour, edge=design.PAPER)
        shown = written(value, Form.BAHT)
        if text_width(shown, design.CHART_SMALL) + 0.2 < width:
            middle = top + (_ROW - line_cm(design.CHART_SMALL)) / 2
            at, size, shade = x + width / 2, design.CHART_SMALL, text_on(colour)
            write(axes, at, middle, (shown,), ha="center", size=size, colour=shade)
        x += width
    write(axes, x + 0.15, first, (baht(total),), bold=True)
