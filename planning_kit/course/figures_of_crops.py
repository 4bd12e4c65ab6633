"""Figures of crops and plots in lessons: margins, and what a change would bring.

They come from the analyses of the report, so that a lesson and its app show the same.
"""

from __future__ import annotations

import math
from decimal import Decimal
from functools import cached_property
from typing import Any

import pandas as pd

from planning_kit.course.figure import Figure, number_said
from planning_kit.errors import KitError
from planning_kit.language import Words
from planning_kit.plan.what_if import Technology, WhatIf, apply_technology, move_area
from planning_kit.profile.output import in_kilograms
from planning_kit.profile.production import crops
from planning_kit.profile.production_year import production_year
from planning_kit.workbook import Workbook

_KEY = ("household_id", "year_be", "season", "product", "plot")
_PLACES = {"price_kg": 2, "cash_cost_kg": 2, "yield_kg_rai": 0, "area_rai": 2, "break_even": 2,
           "output_kg": 0}  # fmt: skip


class CropFigures:
    """The crops of a workbook's last production year, and its single plots."""

    def __init__(self, workbook: Workbook) -> None:
        self._production = workbook.frame("production")

    def of_crop(self, product: str, measure: str) -> Figure:
        """Return a column of ``profile.crops`` of one crop, its seasons joined."""
        row = self._crops[self._crops["product"] == product]
        return _figure(row[measure].iloc[0], _PLACES.get(measure, 0))

    def moved(self, rai: str, product: str, into: str, what: str) -> Figure:
        """Return what ``rai`` of one crop bring as another: ``before``, ``after``, ``difference``."""
        area = float(rai)
        found = _tried(lambda: move_area(self._crops, product, area, {into: 1.0},
                                         areas={product: area}))  # fmt: skip
        return _figure(getattr(found, what), 0)

    def changed(self, product: str, more: str, cost: str, extra: str, what: str) -> Figure:
        """Return what one rai brings if yield and cash cost change by so many per cent.

        ``extra`` baht a rai come on top; ``before``, ``after`` or ``difference``.
        """
        technology = Technology(product, float(more) / 100, float(cost) / 100, 0.0, float(extra))
        found = _tried(lambda: apply_technology(self._crops, technology, areas={product: 1.0}))
        return _figure(getattr(found, what), 0)

    def pays(self, yearly: str, product: str, more: str, cost: str) -> Figure:
        """Return how many rai a yearly cost needs, each saving as ``changed`` says, to be paid."""
        saved = float(self.changed(product, more, cost, "0", "difference").value)
        if saved <= 0:
            raise LookupError("it never pays")
        return _figure(math.ceil(float(yearly) / saved), 0)

    def of_plot(self, key: str, measure: str) -> Figure:
        """Return what comes of one plot; ``key`` as in ``record``, parts joined by ``~``."""
        names = dict(zip(_KEY, key.split("~"), strict=True))
        rows = in_kilograms(self._production)
        for name, value in names.items():
            rows = rows[rows[name].map(_plain) == value]
        return _figure(_OF_PLOT[measure](rows.iloc[0]), _PLACES.get(measure, 0))

    @cached_property
    def _crops(self) -> pd.DataFrame:
        return crops(production_year(self._production).frame, by_season=False)


def _full(row: Any) -> float:
    return float(row["cash_cost"] + row["non_cash_cost"])


_OF_PLOT = {
    "area_rai": lambda row: row["area_rai"],
    "output_kg": lambda row: row["output_kg"],
    "revenue": lambda row: row["revenue"],
    "cash_cost": lambda row: row["cash_cost"],
    "non_cash_cost": lambda row: row["non_cash_cost"],
    "full_cost": _full,
    "margin": lambda row: row["revenue"] - row["cash_cost"],
    "margin_full": lambda row: row["revenue"] - _full(row),
    "margin_rai": lambda row: (row["revenue"] - row["cash_cost"]) / row["area_rai"],
    "margin_full_rai": lambda row: (row["revenue"] - _full(row)) / row["area_rai"],
    "break_even": lambda row: row["cash_cost"] / row["output_kg"],
}
"""Baht of the whole plot, ``_rai`` baht a rai; ``break_even`` baht per kg that pays cash costs."""


def _tried(ask: Any) -> WhatIf:
    try:
        found: WhatIf = ask()
    except KitError as error:
        raise LookupError(str(error)) from error
    return found


def _plain(value: object) -> str:
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else str(value)
    return str(getattr(value, "value", value))


def _figure(value: float, places: int) -> Figure:
    if math.isnan(value):
        raise LookupError("not known")
    exact = round(Decimal(str(float(value))), places)
    shown = number_said(exact, 0 if exact == int(exact) else places)
    return Figure(str(exact), Words(shown, shown))
