"""One style for every picture: Sarabun, quiet axes, margins in centimetres.

Figures are made without pyplot, so drawing leaves no global state behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

import fontpkg_sarabun
import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design

P = ParamSpec("P")
R = TypeVar("R")

LINE_CM = design.CHART_TEXT * 1.5 / 72 * 2.54
"""Height of one line of chart text: Thai marks stand two floors high."""

_RC: Any = {
    "font.family": design.FONT,
    "font.size": design.CHART_TEXT,
    "svg.fonttype": "none",
    "svg.hashsalt": "planning-kit",
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "axes.edgecolor": design.RULE,
    "axes.labelcolor": design.MUTED,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "text.color": design.INK,
    "xtick.color": design.MUTED,
    "ytick.color": design.MUTED,
    "xtick.labelsize": design.CHART_SMALL,
    "ytick.labelsize": design.CHART_SMALL,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "grid.color": design.RULE,
    "grid.linewidth": 0.6,
    "hatch.linewidth": 0.8,
    "hatch.color": design.HIDDEN,
    "lines.linewidth": 2.0,
    "text.parse_math": False,
}


@cache
def _register_fonts() -> None:
    for weight in ("Regular", "Bold"):
        path = fontpkg_sarabun.ROOT / "files" / f"Sarabun-{weight}.ttf"
        font_manager.fontManager.addfont(str(path))


@contextmanager
def chart_style() -> Iterator[None]:
    """Draw or save inside this block: the kit's font and quiet axes, whatever the host set."""
    _register_fonts()
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_RC)
        yield


def styled(draw: Callable[P, R]) -> Callable[P, R]:
    """Make a chart function draw in the kit's style."""

    @wraps(draw)
    def in_style(*args: P.args, **kwargs: P.kwargs) -> R:
        with chart_style():
            return draw(*args, **kwargs)

    return in_style


def sheet(
    height: float,
    *,
    left: float = 0.1,
    right: float = 0.1,
    top: float = 0.1,
    bottom: float = 0.1,
    width: float = design.CHART_WIDTH_CM,
) -> tuple[Figure, Axes]:
    """Return a figure whose axes area is ``height`` cm high, with margins in cm around it."""
    full = top + height + bottom
    figure = Figure(figsize=(width / 2.54, full / 2.54))
    box = (left / width, bottom / full, (width - left - right) / width, height / full)
    return figure, figure.add_axes(box)


def strip(axes: Axes) -> None:
    """Take away frame and ticks: the labels stand directly beside the marks."""
    axes.set_axis_off()


def light_grid(axes: Axes, direction: str = "y") -> None:
    """Draw thin lines behind the data, and no frame but a base line."""
    axes.grid(visible=True, axis="x" if direction == "x" else "y")
    axes.set_axisbelow(True)
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
