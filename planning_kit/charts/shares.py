"""Parts of a whole: bars that add up to 100 %."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.keys import Key, draw_keys, keys_height
from planning_kit.charts.rows import absent_mark, below_middle, draw_labels, flag, lay_rows, number
from planning_kit.charts.style import sheet, strip, styled
from planning_kit.charts.values import Form, hidden_mark, written
from planning_kit.charts.wrap import text_width

_BAR = 0.56
_EVEN_GREY = 0.45


def text_on(colour: str) -> str:
    """Return ink or paper, whichever reads better on ``colour``."""
    red, green, blue = to_rgb(colour)
    return design.INK if 0.3 * red + 0.59 * green + 0.11 * blue > _EVEN_GREY else design.PAPER


def _colours(count: int) -> Sequence[str]:
    if count > len(design.SERIES):
        raise ValueError(f"at most {len(design.SERIES)} parts can be told apart, not {count}")
    return design.SERIES[:count]


@styled
def shares(
    frame: pd.DataFrame,
    *,
    label: str,
    parts: Mapping[str, str],
    hidden: str = "hidden",
    places: int = 0,
) -> Figure:
    """Draw one bar of 100 % a row, split into ``parts`` (column of shares 0-1 → wording).

    A row with its ``hidden`` column true is hatched; a row where no part is stated gets a
    dash. A part that is not stated leaves white. Raises ``ValueError`` above five parts.
    """
    keys = [
        Key(wording, colour)
        for wording, colour in zip(parts.values(), _colours(len(parts)), strict=True)
    ]
    rows = lay_rows(list(frame[label]), _BAR)
    figure, axes = sheet(rows.height, left=rows.left, right=0.2, top=keys_height(keys) + 0.1)
    strip(axes)
    axes.set_xlim(0, 1)
    draw_labels(axes, rows)
    room = design.CHART_WIDTH_CM - rows.left - 0.2
    for i, centre in enumerate(rows.centres):
        values = [number(frame, column, i) for column in parts]
        is_hidden = flag(frame, i, hidden)
        if is_hidden or all(value is None for value in values):
            absent_mark(axes, centre, is_hidden=is_hidden)
            continue
        _stack(axes, centre, values, keys, room, places)
    draw_keys(figure, keys)
    return figure


def _stack(
    axes: Axes,
    y: float,
    values: Sequence[float | None],
    keys: Sequence[Key],
    room: float,
    places: int,
) -> None:
    at = 0.0
    for value, key in zip(values, keys, strict=True):
        if not value:
            continue
        axes.barh(
            y, value, left=at, height=_BAR, color=key.colour, edgecolor=design.PAPER, linewidth=1.2
        )
        said = written(value, Form.PERCENT, places)
        if text_width(said, design.CHART_SMALL) + 0.15 < value * room:
            axes.annotate(
                said,
                (at + value / 2, y),
                xytext=(0, below_middle(design.CHART_SMALL)),
                textcoords="offset points",
                ha="center",
                va="baseline",
                fontsize=design.CHART_SMALL,
                color=text_on(key.colour),
            )
        at += value


@styled
def whole(
    frame: pd.DataFrame,
    *,
    label: str,
    share: str,
    hidden: str = "hidden",
    places: int = 0,
) -> Figure:
    """Draw one bar split by the rows of ``frame`` (at most five), each named with its share.

    Parts whose ``share`` is missing are named in the key as hidden or "–".
    """
    values = [number(frame, share, i) for i in range(len(frame))]
    keys = []
    for i, colour in enumerate(_colours(len(frame))):
        unknown = values[i] is None
        said = written(values[i], Form.PERCENT, places)
        said = hidden_mark() if unknown and flag(frame, i, hidden) else said
        shade, hatch = (design.WASH, "/////") if unknown else (colour, "")
        keys.append(Key(f"{frame[label].iloc[i]} {said}", shade, hatch=hatch))
    figure, axes = sheet(_BAR + 0.1, left=0.1, right=0.2, top=keys_height(keys) + 0.1)
    strip(axes)
    axes.set_xlim(0, 1)
    axes.set_ylim(_BAR + 0.1, 0)
    _stack(axes, (_BAR + 0.1) / 2, values, keys, design.CHART_WIDTH_CM - 0.3, places)
    draw_keys(figure, keys)
    return figure
