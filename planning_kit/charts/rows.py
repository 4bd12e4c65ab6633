"""Rows of a chart: wrapped labels on the left, each row as high as its label needs.

Vertical positions are in cm from the top, so that nothing can overlap by construction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from planning_kit import design
from planning_kit.charts.style import LINE_CM, sheet, strip
from planning_kit.charts.values import hidden_mark, is_missing
from planning_kit.charts.wrap import POINTS_PER_CM, text_width, widest, wrapped
from planning_kit.thai.numbers import NOT_STATED

GAP = 0.25
LABEL_GAP = 0.25
_EDGE = 0.1
_LABEL_MOST = 4.1


@dataclass(frozen=True)
class Rows:
    """Where the rows lie: ``centres`` in cm from the top, ``height`` of all, label lines."""

    lines: tuple[tuple[str, ...], ...]
    centres: tuple[float, ...]
    height: float
    label_width: float

    @property
    def left(self) -> float:
        """Return the margin that the labels need, in cm."""
        return _EDGE + self.label_width + LABEL_GAP


def lay_rows(labels: Sequence[object], inner: float, most: float = _LABEL_MOST) -> Rows:
    """Wrap ``labels`` to ``most`` cm and stack rows that hold them and ``inner`` cm of marks."""
    lines = tuple(wrapped(str(label), most) for label in labels)
    centres, at = [], 0.0
    for one in lines:
        height = max(inner, len(one) * LINE_CM) + GAP
        centres.append(at + height / 2)
        at += height
    width = max((widest(one) for one in lines), default=0.0)
    return Rows(lines, tuple(centres), max(at, LINE_CM), width)


def draw_labels(axes: Axes, rows: Rows, gap: float = 0.0) -> None:
    """Turn the axes upside down into cm; write the labels ``gap`` cm further left of them."""
    axes.set_ylim(rows.height, 0)
    for lines, centre in zip(rows.lines, rows.centres, strict=True):
        first = centre - (len(lines) - 1) / 2 * LINE_CM
        for place, line in enumerate(lines):
            axes.annotate(
                line,
                (0, first + place * LINE_CM),
                xycoords=("axes fraction", "data"),
                xytext=(-(LABEL_GAP + gap) * POINTS_PER_CM, below_middle()),
                textcoords="offset points",
                ha="right",
                va="baseline",
                annotation_clip=False,
            )


def row_sheet(
    rows: Rows, scale: tuple[float, float], *, right: float, gap: float = 0.0, top: float = 0.1
) -> tuple[Figure, Axes]:
    """Return a bare sheet for ``rows`` with their labels written, ``scale`` its two ends.

    ``gap`` cm are kept free between labels and marks, for values left of zero.
    """
    figure, axes = sheet(rows.height, left=rows.left + gap, right=right, top=top)
    strip(axes)
    axes.set_xlim(*scale)
    draw_labels(axes, rows, gap)
    return figure, axes


def below_middle(size: float = design.CHART_TEXT) -> float:
    """Return how many points the base line lies below the middle of the letters (negative).

    Centring by the ink would lift every word with a mark above it by another amount.
    """
    return -0.3 * size


def value_width(texts: Sequence[str]) -> float:
    """Return the room in cm that the longest value label needs at the end of its bar."""
    return max((text_width(text) for text in texts), default=0.0) + 2 * 0.15


def beside(axes: Axes, x: float, y: float, text: str, **options: Any) -> None:
    """Write ``text`` just right of a mark (left with ``ha="right"``)."""
    right = options.get("ha") == "right"
    axes.annotate(
        text,
        (x, y),
        xytext=(-4 if right else 4, below_middle(options.get("fontsize", design.CHART_TEXT))),
        textcoords="offset points",
        va="baseline",
        annotation_clip=False,
        **({"ha": "left"} | options),
    )


def flag(frame: pd.DataFrame, position: int, hidden: str) -> bool:
    """Tell whether the row's ``hidden`` column is there and true."""
    return hidden in frame.columns and bool(frame[hidden].iloc[position])


def number(frame: pd.DataFrame, column: str | None, position: int) -> float | None:
    """Return one value as a float; ``None`` where it is missing or no column is named."""
    if column is None:
        return None
    value = frame[column].iloc[position]
    return None if is_missing(value) else float(value)


def numbers(frame: pd.DataFrame, column: str | None) -> list[float | None]:
    """Return a whole column as ``number`` gives it; all ``None`` where no column is named."""
    return [number(frame, column, position) for position in range(len(frame))]


def stated(*columns: Sequence[float | None]) -> list[float]:
    """Return every value that is there, of all ``columns``."""
    return [value for column in columns for value in column if value is not None]


def absent_mark(
    axes: Axes, y: float, *, is_hidden: bool, mirrored: bool = False, at: float = 0.0
) -> None:
    """Mark a value that is not shown: hatched and named where hidden, a dash where unknown.

    The mark has one size whatever the scale, so that it is never read as a value.
    """
    side = "right" if mirrored else "left"
    if not is_hidden:
        beside(axes, at, y, NOT_STATED, color=design.MUTED, ha=side)
        return
    low, high = axes.get_xlim()
    end = 0.7 * abs(high - low) / _width_cm(axes)
    patch = Rectangle(
        (at, y - 0.16),
        end,
        0.32,
        facecolor="none",
        edgecolor=design.HIDDEN,
        hatch="/////",
        linewidth=0.8,
        clip_on=False,
    )
    patch.set_gid("hidden")
    axes.add_patch(patch)
    beside(axes, at + end, y, hidden_mark(), color=design.MUTED, ha=side)


def _width_cm(axes: Axes) -> float:
    return float(axes.get_position().width * axes.figure.get_figwidth() * 2.54)  # type: ignore[union-attr]
