"""Blocks of wrapped text and boxes around them, on axes that count cm from the top."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Rectangle

from planning_kit import design
from planning_kit.charts.wrap import POINTS_PER_CM, text_width, wrapped

PAD = 0.18
"""White space in cm between a box and its text, on every side."""
_LINE = 1.5
_BASE = 0.3
# Marks hang on the letter before them; these vowels belong to the letter after or before.
_HANGS = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎ๆฯ")
_LEADS = frozenset("เแโใไ")


def line_cm(size: float = design.CHART_TEXT) -> float:
    """Return the height of one line in cm: Thai marks stand two floors high."""
    return size * _LINE / POINTS_PER_CM


def fitted(
    text: str, width: float, size: float = design.CHART_TEXT, *, bold: bool = False
) -> tuple[str, ...]:
    """Break ``text`` into lines no wider than ``width`` cm, a word too long between letters."""
    found: list[str] = []
    for line in wrapped(text, width, size, bold=bold):
        found += _between_letters(line, width, size, bold)
    return tuple(found)


def _between_letters(line: str, width: float, size: float, bold: bool) -> list[str]:
    if text_width(line, size, bold=bold) <= width:
        return [line]
    pieces: list[str] = []
    piece = ""
    for cluster in _clusters(line):
        if piece and text_width(piece + cluster, size, bold=bold) > width:
            pieces.append(piece)
            piece = ""
        piece += cluster
    return [*pieces, piece]


def _clusters(text: str) -> list[str]:
    found: list[str] = []
    for letter in text:
        if found and (letter in _HANGS or found[-1][-1] in _LEADS):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def height_of(lines: tuple[str, ...], size: float = design.CHART_TEXT) -> float:
    """Return the height of ``lines`` in cm."""
    return len(lines) * line_cm(size)


def write(
    axes: Axes,
    x: float,
    top: float,
    lines: tuple[str, ...],
    *,
    size: float = design.CHART_TEXT,
    ha: str = "left",
    colour: str = design.INK,
    bold: bool = False,
) -> float:
    """Write ``lines`` below one another from ``top``; return where the last one ends, in cm."""
    pitch = line_cm(size)
    for place, line in enumerate(lines):
        base = top + (place + 0.5) * pitch + _BASE * size / POINTS_PER_CM
        axes.text(
            x,
            base,
            line,
            ha=ha,
            va="baseline",
            fontsize=size,
            color=colour,
            fontweight="bold" if bold else "normal",
        )
    return top + len(lines) * pitch


def panel(
    axes: Axes,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str = design.WASH,
    edge: str = "none",
    line: float = 0.8,
    hatch: str = "",
    name: str = "",
) -> None:
    """Draw a box from its upper left corner, in cm; ``name`` becomes its id."""
    patch = Rectangle(
        (x, y), width, height, facecolor=fill, edgecolor=edge, linewidth=line, hatch=hatch or None
    )
    if name:
        patch.set_gid(name)
    # As an artist: the scale is fixed, and measuring it anew for every box would take seconds.
    axes.add_artist(patch)


def hatched(axes: Axes, x: float, y: float, width: float, height: float) -> None:
    """Mark a value that is hidden to protect people: the same hatching as in every picture."""
    panel(axes, x, y, width, height, fill="none", edge=design.HIDDEN, hatch="/////", name="hidden")


def stroke(
    axes: Axes, *points: tuple[float, float], colour: str = design.MUTED, line: float = 1.0
) -> None:
    """Draw a line through ``points`` (x, y in cm)."""
    xs, ys = zip(*points, strict=True)
    axes.plot(xs, ys, color=colour, linewidth=line, solid_capstyle="butt", zorder=0.8)


def tint(colour: str, share: float) -> str:
    """Return ``colour`` thinned with paper: 1 keeps it, 0 leaves paper."""
    paper = to_rgb(design.PAPER)
    mixed = [p + (c - p) * share for c, p in zip(to_rgb(colour), paper, strict=True)]
    return to_hex((mixed[0], mixed[1], mixed[2]))
