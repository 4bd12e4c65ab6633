"""Hidden is marked as hidden, unknown as unknown; neither is drawn as zero."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from planning_kit.charts.bars import bars
from planning_kit.charts.trend import trend
from planning_kit.language import speaking


def _texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


def _hatched(figure: Figure) -> list[Rectangle]:
    return [patch for patch in figure.findobj(Rectangle) if patch.get_gid() == "hidden"]


def _frame(value: float, hidden: bool) -> pd.DataFrame:
    return pd.DataFrame({"label": ["ก", "ข"], "value": [10.0, value], "hidden": [False, hidden]})


def test_a_hidden_value_is_hatched_and_named() -> None:
    figure = bars(_frame(np.nan, hidden=True), label="label", value="value")
    assert len(_hatched(figure)) == 1
    assert "ปกปิด" in _texts(figure)
    assert "0" not in _texts(figure)


def test_the_hidden_mark_has_one_size_whatever_stands_beside_it() -> None:
    def width(other: float) -> float:
        frame = _frame(np.nan, hidden=True).assign(value=[other, np.nan])
        figure = bars(frame, label="label", value="value", places=0)
        (mark,) = _hatched(figure)
        axes = figure.axes[0]
        low, high = axes.get_xlim()
        return mark.get_width() / (high - low) * axes.get_position().width * figure.get_figwidth()

    assert width(10) == pytest.approx(width(99))


def test_an_unknown_value_is_a_dash() -> None:
    figure = bars(_frame(np.nan, hidden=False), label="label", value="value")
    assert not _hatched(figure)
    assert "–" in _texts(figure)
    assert "0" not in _texts(figure)


def test_zero_is_written_as_zero() -> None:
    figure = bars(_frame(0.0, hidden=False), label="label", value="value")
    assert "0" in _texts(figure)
    assert "–" not in _texts(figure)


def test_a_value_that_is_there_is_drawn_although_its_row_hides_another() -> None:
    figure = bars(_frame(7.0, hidden=True), label="label", value="value")
    assert "7" in _texts(figure)
    assert not _hatched(figure)


def test_every_picture_of_rows_marks_its_hidden_row(draw: dict) -> None:
    for name in ("bars", "boxes", "calendar", "compare", "margin", "paired", "pyramid", "shares"):
        assert _hatched(draw[name]()), name


def test_a_year_without_a_record_breaks_the_line(draw: dict) -> None:
    figure = draw["trend"]()
    (line,) = figure.axes[0].get_lines()
    heights = dict(zip(line.get_xdata(), line.get_ydata(), strict=True))
    assert list(heights) == list(range(2562, 2569))
    assert np.isnan(heights[2565])
    assert np.isnan(heights[2566])
    assert heights[2568] == 1250
    assert "–" in _texts(figure)
    assert "ปกปิด" in _texts(figure)


def test_years_are_buddhist_and_plain() -> None:
    frame = pd.DataFrame({"year": [2567, 2568], "value": [1000, 2500]})
    figure = trend(frame, year="year", series={"value": "ไร่"})
    ticks = [label.get_text() for label in figure.axes[0].get_xticklabels()]
    assert ticks == ["2567", "2568"]
    assert "1,000" in _texts(figure)


def test_the_mark_speaks_english_when_asked() -> None:
    with speaking("en"):
        figure = bars(_frame(np.nan, hidden=True), label="label", value="value")
    assert "hidden" in _texts(figure)


def test_a_loss_is_called_a_loss(draw: dict) -> None:
    texts = _texts(draw["margin"]())
    assert "ขาดทุนไร่ละ 800 บาท" in texts
    assert "เหลือไร่ละ 1,700 บาท" in texts
