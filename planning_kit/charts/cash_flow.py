"""The money of an income project, quarter by quarter, and when it has paid itself back."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from planning_kit import design
from planning_kit.charts.blocks import line_cm
from planning_kit.charts.budgets import baht
from planning_kit.charts.frame_rows import amount, records
from planning_kit.charts.keys import Key, draw_keys, keys_height
from planning_kit.charts.page import A4, Page, nothing
from planning_kit.charts.style import light_grid, sheet, styled
from planning_kit.charts.values import Form, written
from planning_kit.charts.wrap import text_width
from planning_kit.language import N_, _

_IN = N_("money left over in the quarter")
_OUT = N_("money short in the quarter")
_SUM = N_("added up since the start")
_BACK = N_("paid back in quarter {quarter} of {year}")
_NEVER = N_("not paid back within these years")
_DEEPEST = N_("most money needed: {amount} in quarter {quarter} of {year}")
_UNIT = N_("baht")
_PLOT = 6.2
_DIGITS_MOST = 40


@styled
def cash_flow(frame: pd.DataFrame, *, page: Page = A4) -> list[Figure]:
    """Draw net cash as bars and its running sum as a line, baht a quarter, in order of time.

    ``frame``: ``fiscal_year_be``, ``quarter`` (1-4), ``net`` (baht; missing = not stated, a
    gap), optional ``cumulative`` (else added up here until the first gap). Marks the deepest
    point of the sum (the working capital) and the quarter from which it stays at or above
    zero (payback).
    """
    rows = sorted(records(frame), key=lambda row: (row["fiscal_year_be"], row["quarter"]))
    if not rows:
        return nothing(page)
    net = [amount(row, "net") for row in rows]
    running = _running(rows, net)
    back, deepest = _payback(running), _deepest(running)
    keys = _keys(rows, running, back, deepest)
    known = [one for one in (*net, *running, 0.0) if one is not None]
    low, high = min(known), max(known)
    span = (high - low) or 1.0
    left = max(text_width(written(one, Form.BAHT), design.CHART_SMALL) for one in (low, high)) + 0.7
    top = keys_height(keys, page.width) + line_cm() + 0.2
    height = min(_PLOT, page.height - top - 1.4)
    figure, axes = sheet(height, left=left, right=0.3, top=top, bottom=1.4, width=page.width)
    axes.set_xlim(-0.6, len(rows) - 0.4)
    axes.set_ylim(low - 0.08 * span, high + 0.08 * span)
    _draw(axes, net, running)
    _marks(axes, running, back, deepest)
    _scales(axes, rows)
    draw_keys(figure, keys)
    return [figure]


def _running(rows: Sequence[dict], net: Sequence[float | None]) -> list[float | None]:
    if any("cumulative" in row for row in rows):
        return [amount(row, "cumulative") for row in rows]
    found: list[float | None] = []
    total: float | None = 0.0
    for one in net:
        total = None if total is None or one is None else total + one
        found.append(total)
    return found


def _payback(running: Sequence[float | None]) -> int | None:
    if any(one is None for one in running):
        return None
    below = [i for i, one in enumerate(running) if one is not None and one < 0]
    after = below[-1] + 1 if below else 0
    return after if below and after < len(running) else None


def _deepest(running: Sequence[float | None]) -> int | None:
    below = [(one, i) for i, one in enumerate(running) if one is not None and one < 0]
    return min(below)[1] if below else None


def _keys(
    rows: Sequence[dict], running: Sequence[float | None], back: int | None, deepest: int | None
) -> list[Key]:
    keys = [
        Key(_(_IN), design.SERIES[0]),
        Key(_(_OUT), design.SERIES[1]),
        Key(_(_SUM), design.INK, "o"),
    ]
    if deepest is not None:
        lowest = running[deepest]
        when = {
            "quarter": int(rows[deepest]["quarter"]),
            "year": int(rows[deepest]["fiscal_year_be"]),
        }
        needed = baht(None if lowest is None else -lowest)
        keys.append(Key(_(_DEEPEST, amount=needed, **when), design.LOSS, "v"))
        if back is None:
            keys.append(Key(_(_NEVER), design.LOSS, "x"))
    if back is not None:
        when = {"quarter": int(rows[back]["quarter"]), "year": int(rows[back]["fiscal_year_be"])}
        keys.append(Key(_(_BACK, **when), design.SERIES[3], "D"))
    return keys


def _draw(axes: Axes, net: Sequence[float | None], running: Sequence[float | None]) -> None:
    for i, one in enumerate(net):
        if one is not None:
            axes.bar(i, one, 0.7, color=design.SERIES[1 if one < 0 else 0], linewidth=0)
    heights = [float("nan") if one is None else one for one in running]
    axes.plot(
        range(len(heights)), heights, color=design.INK, marker="o", markersize=3.5, linewidth=1.6
    )
    axes.axhline(0, color=design.MUTED, linewidth=1.0)


def _marks(
    axes: Axes, running: Sequence[float | None], back: int | None, deepest: int | None
) -> None:
    for at, marker, colour in ((deepest, "v", design.LOSS), (back, "D", design.SERIES[3])):
        if at is not None:
            height = running[at] or 0.0
            edge = design.PAPER
            axes.plot(
                [at], [height], marker, color=colour, markeredgecolor=edge, markersize=10, zorder=4
            )
    if back is not None:
        axes.axvline(back, color=design.SERIES[3], linewidth=1.2, linestyle=(0, (4, 3)), zorder=0.9)


def _scales(axes: Axes, rows: Sequence[dict]) -> None:
    light_grid(axes)
    axes.spines["bottom"].set_visible(False)
    small = len(rows) > _DIGITS_MOST
    axes.set_xticks(range(len(rows)), ["" if small else str(int(row["quarter"])) for row in rows])
    years = [int(row["fiscal_year_be"]) for row in rows]
    for year in dict.fromkeys(years):
        places = [i for i, one in enumerate(years) if one == year]
        axes.annotate(
            str(year),
            (sum(places) / len(places), 0),
            xycoords=("data", "axes fraction"),
            xytext=(0, -32),
            textcoords="offset points",
            ha="center",
            fontsize=design.CHART_SMALL,
            fontweight="bold",
            annotation_clip=False,
        )
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda one, _at: written(one, Form.BAHT, 0)))
    axes.annotate(
        _(_UNIT), (0, 1), xytext=(0, 6), xycoords="axes fraction", textcoords="offset points",
        color=design.MUTED, fontsize=design.CHART_SMALL,
    )  # fmt: skip
