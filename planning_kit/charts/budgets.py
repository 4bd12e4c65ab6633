"""The money of the plan: by year and source, by who carries it, and against the priorities."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.bar_rows import BarRow, bar_rows
from planning_kit.charts.frame_rows import amount, records, said
from planning_kit.charts.keys import Key
from planning_kit.charts.page import A4, Page
from planning_kit.charts.style import styled
from planning_kit.charts.values import Form, written
from planning_kit.language import N_, _, ngettext

_BAHT = N_("{amount} baht")
_SHARE = N_("{share} of the plan's money")
_TOP_UNPAID = N_("among the first {top}, and no money yet")
_TOP_PAID = N_("among the first {top}, with money")
_LATER = N_("after the first {top}")
_NO_MONEY = N_("0 baht: no project with money answers this problem yet.")
_NOT_ORDERED = N_("not in the adopted order")


def baht(value: float | None) -> str:
    """Write an amount of money with its unit; nothing where it is not stated."""
    return "" if value is None else _(_BAHT, amount=written(value, Form.BAHT))


@styled
def budget_by_class(frame: pd.DataFrame, *, page: Page = A4) -> list[Figure]:
    """Draw the money of each reliance class (do it ourselves, jointly, ask an agency).

    ``frame``: ``label`` (words of the class), ``amount`` (baht, missing = not stated),
    ``projects`` (count). The order of rows is kept; shares are of all stated money.
    """
    rows = records(frame)
    total = sum(amount(row, "amount") or 0.0 for row in rows)
    return bar_rows([_class(row, total) for row in rows], page=page)


def _class(row: dict, total: float) -> BarRow:
    money, projects = amount(row, "amount"), amount(row, "projects")
    notes = []
    if projects is not None:
        count = written(projects, Form.INT)
        notes.append(ngettext("{count} project", "{count} projects", projects, count=count))
    if money is not None and total:
        notes.append(_(_SHARE, share=written(money / total, Form.PERCENT, 0)))
    return BarRow(said(row, "label"), money, baht(money), note=" · ".join(notes))


@styled
def budget_priority(frame: pd.DataFrame, *, top: int = 5, page: Page = A4) -> list[Figure]:
    """Draw the money that answers each problem, in the order that the meeting adopted.

    ``frame``: ``problem_code``, ``statement``, ``place`` (adopted; missing = not in the
    order), ``amount`` (baht; 0 = no money, missing = not stated), optional ``projects``.
    A problem among the first ``top`` without money is marked in words and in colour.
    """
    rows = sorted(records(frame), key=_by_place)
    shown = [_problem(row, top) for row in rows]
    keys = [
        Key(_(_TOP_PAID, top=top), design.SERIES[0]),
        Key(_(_TOP_UNPAID, top=top), design.LOSS),
        Key(_(_LATER, top=top), design.QUIET),
    ]
    return bar_rows(shown, page=page, keys=keys)


def _by_place(row: dict) -> float:
    place = amount(row, "place")
    return float("inf") if place is None else place


def _problem(row: dict, top: int) -> BarRow:
    money, place, projects = (amount(row, one) for one in ("amount", "place", "projects"))
    notes: list[str] = []
    if place is None:
        notes.append(_(_NOT_ORDERED))
    if money == 0:
        notes.append(_(_NO_MONEY))
    elif projects is not None:
        count = written(projects, Form.INT)
        notes.append(ngettext("{count} project", "{count} projects", projects, count=count))
    first = place is not None and place <= top
    colour = (design.SERIES[0] if money else design.LOSS) if first else design.QUIET
    return BarRow(
        label=said(row, "statement", said(row, "problem_code")),
        value=money,
        said="" if money == 0 else baht(money),
        lead="" if place is None else written(place, Form.INT),
        note=_joined(notes),
        colour=colour,
        warn=first and money == 0,
    )


def _joined(notes: Sequence[str]) -> str:
    return " · ".join(notes)
