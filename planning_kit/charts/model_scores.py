"""The model-tambon score: five dimensions as bars, each out of its full points."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from planning_kit.charts.bar_rows import BarRow, bar_rows
from planning_kit.charts.frame_rows import amount, records, said
from planning_kit.charts.page import A4, Page
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, written
from planning_kit.language import N_, _

_OF = N_("{points} of {most}")
_NOT_SCORED = N_("Not scored: evidence is missing.")


@styled
def model_scores(frame: pd.DataFrame, *, most: float = 20.0, page: Page = A4) -> list[Figure]:
    """Draw one bar a dimension on the same scale, so that lengths can be compared.

    ``frame``: ``label`` (words of the dimension), ``points`` (missing = not scored, which is
    not zero), optional ``most`` (full points where weights were edited). Raises ``ValueError``
    for more points than the full ones.
    """
    rows = []
    for row in records(frame):
        points, full = amount(row, "points"), amount(row, "most") or most
        if points is not None and points > full:
            raise ValueError(f"{points} points of {full}")
        words = "" if points is None else _(_OF, points=_short(points), most=_short(full))
        note = _(_NOT_SCORED) if points is None else ""
        rows.append(BarRow(said(row, "label"), points, words, note=note))
    fulls = [amount(row, "most") or most for row in records(frame)]
    return bar_rows(rows, page=page, most=max(fulls, default=most), whole=len({*fulls}) <= 1)


def _short(points: float) -> str:
    return written(points, Form.NUMBER, 0 if points == int(points) else 1)
