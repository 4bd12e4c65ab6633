"""Years in a row: a year without a record is a gap, never a zero."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from planning_kit import design
from planning_kit.charts.keys import Key, draw_keys, keys_height
from planning_kit.charts.rows import flag, numbers, stated
from planning_kit.charts.style import LINE_CM, light_grid, sheet, styled
from planning_kit.charts.values import Form, hidden_mark, written
from planning_kit.charts.wrap import text_width

_PLOT = 4.8
_MARKERS = ("o", "s", "^", "D", "v")
_LABEL_EVERY_POINT = 12
_STEEP = 0.15


@styled
def trend(
    frame: pd.DataFrame,
    *,
    year: str,
    series: Mapping[str, str],
    form: str = Form.INT,
    places: int | None = None,
    hidden: str = "hidden",
    unit: str = "",
) -> Figure:
    """Draw ``series`` (column → wording) over ``year`` (Buddhist years, in order).

    Years that the frame skips, and years without a value, break the line and carry a dash
    at the base; hidden ones carry the word. ``unit`` stands above the scale.
    """
    years = [int(one) for one in frame[year]]
    looks = zip(series.values(), design.SERIES, _MARKERS, strict=False)
    keys = [Key(*look) for look in looks] if len(series) > 1 else [Key("", design.SERIES[0], "o")]
    values = {column: dict(zip(years, numbers(frame, column), strict=True)) for column in series}
    top = max(stated(*(list(side.values()) for side in values.values())), default=0.0) or 1.0
    left = text_width(written(top * 1.2, form, places), design.CHART_SMALL) + 0.4
    above = (keys_height(keys) if len(keys) > 1 else 0.0) + (LINE_CM if unit else 0.0)
    figure, axes = sheet(_PLOT, left=left, right=0.5, bottom=1.0, top=above + 0.3)
    span = range(min(years, default=0), max(years, default=0) + 1)
    axes.set_xlim(span.start - 0.5, span.stop - 0.5)
    axes.set_ylim(0, top * 1.18)
    label_all = len(series) == 1 and len(span) <= _LABEL_EVERY_POINT
    for column, key in zip(series, keys, strict=False):
        _line(axes, span, values[column], key, (form, places) if label_all else None)
    _absent(axes, span, values, {one for i, one in enumerate(years) if flag(frame, i, hidden)})
    light_grid(axes)
    _ticks(axes, span, form, places)
    _unit(axes, unit)
    if len(keys) > 1:
        draw_keys(figure, keys)
    return figure


def _unit(axes: Axes, unit: str) -> None:
    axes.annotate(
        unit,
        (0, 1),
        xytext=(0, 8),
        xycoords="axes fraction",
        textcoords="offset points",
        color=design.MUTED,
        fontsize=design.CHART_SMALL,
    )


def _line(
    axes: Axes,
    span: range,
    values: Mapping[int, float | None],
    key: Key,
    labelled: tuple[str, int | None] | None,
) -> None:
    heights = [values.get(one) for one in span]
    axes.plot(
        list(span),
        [float("nan") if one is None else one for one in heights],
        color=key.colour,
        marker=key.marker,
        markersize=6,
        clip_on=False,
    )
    if labelled is None:
        return
    for one, height in zip(span, heights, strict=True):
        if height is not None:
            side = _free_side(values, one, height, axes.get_ylim()[1])
            axes.annotate(
                written(height, *labelled),
                (one, height),
                xytext=({"left": 5, "right": -5}.get(side, 0), 7),
                textcoords="offset points",
                ha=side,
                fontsize=design.CHART_SMALL,
            )


def _free_side(values: Mapping[int, float | None], year: int, height: float, top: float) -> str:
    # Where the line climbs steeply on one side, the value leans to the other.
    before, after = values.get(year - 1), values.get(year + 1)
    climbs = [one is not None and one - height > _STEEP * top for one in (before, after)]
    return {(True, False): "left", (False, True): "right"}.get((climbs[0], climbs[1]), "center")


def _absent(
    axes: Axes, span: range, values: Mapping[str, Mapping[int, float | None]], hidden: set[int]
) -> None:
    for one in span:
        if any(side.get(one) is not None for side in values.values()):
            continue
        axes.annotate(
            hidden_mark() if one in hidden else "–",
            (one, 0),
            xytext=(0, 5),
            textcoords="offset points",
            ha="center",
            color=design.MUTED,
            fontsize=design.CHART_SMALL,
        )


def _ticks(axes: Axes, span: range, form: str, places: int | None) -> None:
    step = max(1, -(-len(span) // 10))
    axes.set_xticks(list(span)[::step], [str(one) for one in list(span)[::step]])
    whole = form in (Form.INT, Form.BAHT)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=whole))
    axes.yaxis.set_major_formatter(
        FuncFormatter(lambda one, _at: written(one, form, 0 if places is None else places))
    )
