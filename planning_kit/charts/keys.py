"""The key line above a picture with several series: a sample of each mark and its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from planning_kit import design
from planning_kit.charts.style import LINE_CM
from planning_kit.charts.wrap import POINTS_PER_CM, text_width, wrapped

_EDGE = 0.1
_SAMPLE = 0.42
_BETWEEN = 0.55
_BELOW = 0.3 * design.CHART_TEXT / POINTS_PER_CM


@dataclass(frozen=True)
class Key:
    """One entry: a square of ``colour`` (with ``hatch``), or a point where ``marker`` is set."""

    label: str
    colour: str
    marker: str = ""
    hatch: str = ""
    open: bool = False


def _places(keys: Sequence[Key], width: float) -> list[tuple[float, int, tuple[str, ...]]]:
    places: list[tuple[float, int, tuple[str, ...]]] = []
    at, row = _EDGE, 0
    for key in keys:
        lines = wrapped(key.label, width - 2 * _EDGE - _SAMPLE)
        needed = _SAMPLE + max(text_width(line) for line in lines)
        if at > _EDGE and at + needed > width:
            at, row = _EDGE, row + 1
        places.append((at, row, lines))
        at += needed + _BETWEEN
        if len(lines) > 1:
            at, row = _EDGE, row + len(lines)
    return places


def keys_height(keys: Sequence[Key], width: float = design.CHART_WIDTH_CM) -> float:
    """Return the height in cm that the key line needs, with the gap below it."""
    rows = max((row + len(lines) for _at, row, lines in _places(keys, width)), default=0)
    return rows * LINE_CM + 0.4 if rows else 0.0


def draw_keys(figure: Figure, keys: Sequence[Key]) -> None:
    """Write the keys along the top edge of ``figure``."""
    wide, high = figure.get_figwidth() * 2.54, figure.get_figheight() * 2.54
    for key, (at, row, lines) in zip(keys, _places(keys, wide), strict=True):
        middle = high - 0.22 - (row + 0.5) * LINE_CM
        _sample(figure, key, at / wide, middle / high, wide, high)
        for number, line in enumerate(lines):
            figure.text((at + _SAMPLE) / wide, (middle - number * LINE_CM - _BELOW) / high, line)


def _sample(figure: Figure, key: Key, x: float, y: float, wide: float, high: float) -> None:
    if key.marker:
        point = Line2D(
            [x + 0.15 / wide],
            [y],
            marker=key.marker,
            markersize=7,
            linestyle="none",
            color=key.colour,
            markerfacecolor=design.PAPER if key.open else key.colour,
            transform=figure.transFigure,
        )
        figure.add_artist(point)
        return
    figure.add_artist(
        Rectangle(
            (x, y - 0.13 / high),
            0.28 / wide,
            0.26 / high,
            facecolor=key.colour,
            edgecolor=design.PAPER if key.hatch else "none",
            hatch=key.hatch,
            linewidth=0,
            transform=figure.transFigure,
        )
    )
