"""On paper and on the wall: nothing is cut, nothing overlaps, nothing is too small to read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import combinations

import fontpkg_sarabun
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import get_font
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from planning_kit.charts.page import A4, SLIDE, Page
from planning_kit.charts.style import chart_style
from planning_kit.charts.svg import to_svg
from planning_kit.charts.timeline import timeline
from planning_kit.language import speaking

Draw = Callable[[int, Page], list[Figure]]
# Boxes of Thai text include empty room for marks; ink meets only when they overlap by more.
_ROOM_FOR_MARKS = 0.22
_LEAST_PT = 9.0
_CASES = [(1, A4, "th"), (14, A4, "th"), (9, SLIDE, "th"), (4, A4, "en")]


def _drawn(figure: Figure) -> tuple[dict[str, Bbox], list[Bbox]]:
    """Return the box of every text as it is drawn, and of every label box, in pixels."""
    figure.set_dpi(200)
    with chart_style():
        canvas = FigureCanvasAgg(figure)
        figure.draw_without_rendering()
        hidden = {id(one) for one in _ticks_off(figure)}
        found = {
            f"{number} {text.get_text()}": text.get_window_extent(canvas.get_renderer())
            for number, text in enumerate(figure.findobj(Text))
            if text.get_text().strip() and text.get_visible() and id(text) not in hidden
        }
    labels = [one for one in figure.findobj(Rectangle) if one.get_gid() == "label"]
    return found, [one.get_window_extent() for one in labels]


def _ticks_off(figure: Figure) -> list[Text]:
    off: list[Text] = []
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in axis.get_major_ticks():
                if not axes.axison or not low <= tick.get_loc() <= high:
                    off += [tick.label1, tick.label2]
    return off


def _ink(box: Bbox) -> Bbox:
    trim = box.height * _ROOM_FOR_MARKS
    return Bbox.from_extents(box.x0 + 1, box.y0 + trim, box.x1 - 1, box.y1 - trim)


@cache
def _letters() -> frozenset[int]:
    files = fontpkg_sarabun.ROOT / "files"
    maps = [
        get_font(str(files / f"Sarabun-{one}.ttf")).get_charmap() for one in ("Regular", "Bold")
    ]
    return frozenset(maps[0]) & frozenset(maps[1])


@pytest.mark.parametrize(("many", "page", "language"), _CASES)
def test_every_sheet_can_be_read(picture: Draw, many: int, page: Page, language: str) -> None:
    with speaking(language):
        sheets = picture(many, page)
    for figure in sheets:
        texts, labels = _drawn(figure)
        sheet = figure.bbox
        assert figure.get_figwidth() * 2.54 == pytest.approx(page.width)
        assert figure.get_figheight() * 2.54 <= page.height + 0.01
        outside = [
            name
            for name, box in texts.items()
            if box.x0 < -1 or box.y0 < -1 or box.x1 > sheet.x1 + 1 or box.y1 > sheet.y1 + 1
        ]
        assert not outside
        ink = {name: _ink(box) for name, box in texts.items()}
        assert not [(a, b) for a, b in combinations(ink, 2) if ink[a].overlaps(ink[b])]
        assert not [1 for a, b in combinations(labels, 2) if _ink(a).overlaps(_ink(b))]
        crossing = [
            (name, box)
            for name, box in ink.items()
            for label in labels
            if box.overlaps(label) and not _holds(label, box)
        ]
        assert not crossing
        small = [
            one.get_text() for one in figure.findobj(Text) if float(one.get_fontsize()) < _LEAST_PT
        ]
        assert not [one for one in small if one.strip()]
        unknown = {letter for name in texts for letter in name if ord(letter) not in _letters()}
        assert not unknown


def _holds(label: Bbox, box: Bbox) -> bool:
    return bool(
        label.x0 <= box.x0 and box.x1 <= label.x1 and label.y0 <= box.y0 and box.y1 <= label.y1
    )


def test_sheets_of_a_set_say_which_they_are(picture: Draw, texts: Callable) -> None:
    sheets = picture(26, A4)
    said = [one for one in texts(sheets) if one.startswith("แผ่นที่")]
    wanted = [f"แผ่นที่ {i} จาก {len(sheets)}" for i in range(1, len(sheets) + 1)]
    assert said == (wanted if len(sheets) > 1 else [])


@pytest.mark.parametrize("page", [A4, SLIDE])
def test_without_rows_the_sheet_says_so(picture: Draw, page: Page, texts: Callable) -> None:
    assert texts(picture(0, page)) == ["ยังไม่มีการบันทึกข้อมูลส่วนนี้"]


def test_the_drawing_is_sound_and_keeps_its_text(picture: Draw) -> None:
    first = to_svg(picture(3, A4)[0], prefix="a", alt="x")
    assert "Sarabun" in first
    assert first == to_svg(picture(3, A4)[0], prefix="a", alt="x")


def test_twenty_five_long_events_take_four_sheets_of_paper() -> None:
    long = "น้ำท่วมใหญ่ทั้งตำบล นาข้าวเสียหายเกือบหมด ชาวบ้านต้องกู้เงินนอกระบบมาซื้อเมล็ดพันธุ์และปุ๋ยใหม่ทั้งหมด"
    frame = pd.DataFrame({"year_be": range(2545, 2570), "event": long, "effect": long})
    assert len(timeline(frame)) <= 4


def test_a_word_without_an_end_is_broken_not_cut(texts: Callable) -> None:
    frame = pd.DataFrame({"year_be": [2560], "event": ["x" * 300]})
    (figure,) = timeline(frame)
    boxes, _labels = _drawn(figure)
    assert max(box.x1 for box in boxes.values()) <= figure.bbox.x1
    assert sum(one.count("x") for one in texts([figure])) == 300
