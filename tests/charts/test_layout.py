"""Nothing is cut off and nothing lies on top of another, however long the Thai label."""

from __future__ import annotations

from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from planning_kit.charts.style import chart_style

# Boxes of Thai text include empty room for marks; ink meets only when they overlap by more.
_ROOM_FOR_MARKS = 0.22


def _boxes(figure: Figure) -> dict[str, Bbox]:
    with chart_style():
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        texts = [
            text
            for text in figure.findobj(Text)
            if text.get_visible() and text.get_text().strip() and not text.get_rotation()
        ]
        ticks = _undrawn_ticks(figure)
        found = {}
        for number, text in enumerate(texts):
            if not any(text is tick for tick in ticks):
                box = text.get_window_extent(canvas.get_renderer())
                found[f"{number} {text.get_text()}"] = box
    return found


def _undrawn_ticks(figure: Figure) -> list[Text]:
    """Tick labels that matplotlib keeps but never draws: axes switched off, ticks out of view."""
    undrawn: list[Text] = []
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in axis.get_major_ticks():
                if not axes.axison or not low <= tick.get_loc() <= high:
                    undrawn += [tick.label1, tick.label2]
    return undrawn


def test_no_text_overlaps_another(chart: Figure) -> None:
    def ink(box: Bbox) -> Bbox:
        trim = box.height * _ROOM_FOR_MARKS
        return Bbox.from_extents(box.x0 + 0.5, box.y0 + trim, box.x1 - 0.5, box.y1 - trim)

    boxes = {name: ink(box) for name, box in _boxes(chart).items()}
    clashes = [
        (one, other) for one, other in combinations(boxes, 2) if boxes[one].overlaps(boxes[other])
    ]
    assert not clashes


def test_no_text_leaves_the_sheet(chart: Figure) -> None:
    sheet = chart.bbox
    outside = [
        name
        for name, box in _boxes(chart).items()
        if box.x0 < sheet.x0 - 1 or box.x1 > sheet.x1 + 1 or box.y0 < -1 or box.y1 > sheet.y1 + 1
    ]
    assert not outside


def test_a_long_label_makes_its_row_higher(draw: dict) -> None:
    # The long label takes three lines; five rows of one line would be under 4 cm.
    assert draw["bars"]().get_figheight() * 2.54 > 4.0
