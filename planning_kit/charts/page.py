"""The sheet that a picture of the plan is drawn on: paper or projector, measured in cm.

Pictures of the plan carry whole sentences, so they take the full width of the page. What
does not fit on one sheet goes on to the next; letters never shrink. On paper the sheet is
printed at its own size; on a projector 20 cm fill the wall, and 9 pt become 1/33 of its
height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.blocks import line_cm, write
from planning_kit.charts.style import sheet, strip
from planning_kit.language import N_, _

_TOP, _RIGHT, _BOTTOM, _LEFT = design.PAGE_MARGINS_CM
_A4_CM = (21.0, 29.7)
# Below the page head a caption of two lines stands, and air around the picture.
_CAPTION_CM = 3.0
FOOT = 0.6
_SHEET = N_("sheet {number} of {count}")
_NOTHING = N_("Nothing has been written down here yet.")
_CLOSER = 0.02


@dataclass(frozen=True)
class Page:
    """The room for one sheet: ``width`` and most ``height``, in cm at 10 pt text."""

    width: float
    height: float


A4 = Page(_A4_CM[0] - _LEFT - _RIGHT, _A4_CM[1] - _TOP - _BOTTOM - _CAPTION_CM)
"""The text area of the printed plan, A4 upright."""
SLIDE = Page(20.0, 10.5)
"""A projected slide of 16 : 9 below its title."""


def canvas(page: Page, height: float) -> tuple[Figure, Axes]:
    """Return a blank sheet whose axes count cm from its upper left corner."""
    figure, axes = sheet(height, left=0, right=0, top=0, bottom=0, width=page.width)
    strip(axes)
    axes.set_xlim(0, page.width)
    axes.set_ylim(height, 0)
    return figure, axes


def runs(heights: Sequence[float], room: float) -> list[range]:
    """Cut rows of ``heights`` cm into as few runs within ``room`` as will do, evenly filled.

    A row higher than ``room`` gets a run of its own.
    """
    least = _greedy(heights, room)
    level = sum(heights) / max(len(least), 1)
    while level < room:
        found = _greedy(heights, level)
        if len(found) == len(least):
            return found
        level += max(room * _CLOSER, 0.05)
    return least


def _greedy(heights: Sequence[float], room: float) -> list[range]:
    found: list[range] = []
    start, used = 0, 0.0
    for place, height in enumerate(heights):
        if place > start and used + height > room + 1e-6:
            found.append(range(start, place))
            start, used = place, 0.0
        used += height
    return [*found, range(start, len(heights))] if heights else []


def numbered(axes: Axes, page: Page, number: int, count: int) -> None:
    """Write "sheet 2 of 3" in the lower right corner; nothing where there is one sheet."""
    if count > 1:
        said = _(_SHEET, number=number, count=count)
        bottom = axes.get_ylim()[0] - line_cm(design.CHART_SMALL)
        size, colour = design.CHART_SMALL, design.MUTED
        write(axes, page.width - 0.1, bottom, (said,), size=size, ha="right", colour=colour)


def foot(count: int) -> float:
    """Return the height in cm kept for ``numbered`` where there are ``count`` sheets."""
    return FOOT if count > 1 else 0.0


def nothing(page: Page) -> list[Figure]:
    """Return the sheet that says that nothing is there, instead of an empty frame."""
    figure, axes = canvas(page, 1.1)
    write(axes, 0.1, 0.25, (_(_NOTHING),), colour=design.MUTED)
    return [figure]
