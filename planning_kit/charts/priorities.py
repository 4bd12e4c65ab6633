"""The order of priorities: what was counted, and where the meeting decided otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.bar_rows import BarRow, bar_rows
from planning_kit.charts.frame_rows import amount, records, said, truth
from planning_kit.charts.keys import Key
from planning_kit.charts.page import A4, Page
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, written
from planning_kit.language import N_, _

_SAME = N_("the meeting kept this place")
_OTHER = N_("the meeting decided otherwise")
_BELOW = N_("after the places that the meeting ordered")
_ADOPTED_AT = N_("The meeting puts this at place {place}.")
_LEFT_OUT = N_("The meeting did not take this up.")


@styled
def priority_bars(
    ranking: pd.DataFrame,
    *,
    adopted: Sequence[str] = (),
    form: str = Form.NUMBER,
    places: int | None = None,
    unit: str = "",
    page: Page = A4,
) -> list[Figure]:
    """Draw one bar an option, in the order of ``ranking``, its place before it.

    ``ranking``: ``option`` (code), ``statement`` (the sentence; else the code is shown),
    ``place`` (shared where tied), ``value``; optional ``hidden``. ``adopted``: codes in the
    order that the meeting adopted; where it departs from ``place`` the row says so in words
    and in colour; options after the last adopted place are grey. An option tied with others keeps its place when the meeting orders the tied
    ones among themselves.
    """
    found = records(ranking)
    rows = []
    for row in found:
        value = amount(row, "value")
        place = amount(row, "place")
        note = _departure(str(row["option"]), place, adopted, found)
        shown = f"{written(value, form, places)} {unit}".strip() if value is not None else ""
        rows.append(
            BarRow(
                label=said(row, "statement", str(row["option"])),
                value=value,
                said=shown,
                lead="" if place is None else written(place, Form.INT),
                note=note,
                colour=_colour(str(row["option"]), note, adopted),
                hidden=truth(row, "hidden"),
            )
        )
    return bar_rows(rows, page=page, keys=_keys(rows) if adopted else ())


def _keys(rows: Sequence[BarRow]) -> list[Key]:
    looks = ((_SAME, design.SERIES[0]), (_OTHER, design.SERIES[1]), (_BELOW, design.QUIET))
    used = {row.colour for row in rows}
    return [Key(_(words), colour) for words, colour in looks if colour in used]


def _colour(option: str, note: str, adopted: Sequence[str]) -> str:
    if note:
        return design.SERIES[1]
    return design.SERIES[0] if option in adopted or not adopted else design.QUIET


def _departure(
    option: str, place: float | None, adopted: Sequence[str], rows: Sequence[dict]
) -> str:
    if not adopted:
        return ""
    if option not in adopted:
        return _(_LEFT_OUT) if place is not None and place <= len(adopted) else ""
    decided = list(adopted).index(option) + 1
    if place is not None:
        tied = sum(amount(row, "place") == place for row in rows)
        if place <= decided < place + max(tied, 1):
            return ""
    return _(_ADOPTED_AT, place=decided)
