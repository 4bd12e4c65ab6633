"""How totals of tambons are said: their names, values, days, and how much stands behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from planning_kit.language import _
from planning_kit.records import Indicator
from planning_kit.records.indicator import ValueKind
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.indicator_words import in_use
from planning_kit.report.chapters.level_plans import LevelPlans
from planning_kit.report.chapters.wording import number, percent
from planning_kit.report.figures import FIGURES, printed
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_INDICATOR = "indicator."


class FigureWords:
    """Says figures and indicators by name, and their values as they are printed."""

    def __init__(self, held: LevelPlans) -> None:
        named = {one.indicator_code: one for plan in held.plans for one in plan.records(Indicator)}
        self._indicators: Mapping[Any, Indicator] = named

    def label(self, figure: str) -> str:
        """Return what a figure is called."""
        if not is_indicator(figure):
            # What only another version of the kit knows is shown under its key.
            return str(FIGURES[figure].label) if figure in FIGURES else figure
        code, kind = parts_of_indicator(figure)
        return f"{self.indicator(code)} ({kind_said(kind)})"

    def indicator(self, code: str) -> str:
        """Return code and name of an indicator."""
        indicator = self._indicators.get(code)
        return f"{code} {in_use(indicator.name) if indicator else ''}".strip()

    def value(self, row: Row) -> str | None:
        """Return the value of a row of totals with its unit, ``None`` where it has none."""
        bare = self.bare_value(row)
        if bare is None or str(row["figure"]) in FIGURES or row["way"] == "share":
            return bare
        return f"{bare} {in_use(row['unit'], 'unit')}".strip()

    def bare_value(self, row: Row) -> str | None:
        """Return the same; of an indicator without its unit, unless it is a share."""
        if row["value"] is None:
            return None
        figure = str(row["figure"])
        if figure in FIGURES:
            kind = FIGURES[figure]
            return printed(kind, row["value"] * kind.scale)
        if row["way"] == "share":
            return percent(row["value"])
        return number(row["value"], 0 if float(row["value"]).is_integer() else 1)


def is_indicator(figure: object) -> bool:
    """Tell whether a figure is a value of an indicator."""
    return str(figure).startswith(_INDICATOR)


def parts_of_indicator(figure: object) -> tuple[str, str]:
    """Return code and kind of value of ``indicator.CODE.KIND``."""
    # Codes may have points of their own.
    code, _point, kind = str(figure).removeprefix(_INDICATOR).rpartition(".")
    return code, kind


def kind_said(kind: str) -> str:
    """Return what a kind of value is called: baseline, target, actual."""
    return str(ValueKind.of(kind).words)


def rows_of(totals: pd.DataFrame) -> list[Row]:
    """Return totals as plain rows."""
    return plain_rows(totals, list(totals.columns))


def is_here(row: Row, workbook: Workbook) -> bool:
    """Tell whether a total is of the very place of the workbook."""
    code = str(workbook.plan_area.above_code)
    return str(row["place"]) == (code.rpartition("-")[2] if "-" in code else code)


def is_told(row: Row) -> bool:
    """Tell whether any tambon handed over something for a total, be it withheld."""
    return bool(row["in_places"] or row["withheld"])


def coverage_said(row: Row) -> str:
    """Return how many of the tambons stand behind a total, and below it how many it withholds."""
    said = _("{n} of {all}", n=number(row["in_places"]), all=number(row["of_places"]))
    kept = len(row["withheld"] or ())
    if not kept:
        return said
    return said + "\n" + _("{count} withheld", count=number(kept))


def days_said(row: Row) -> str | None:
    """Return the day of the data, or the first and the last on lines of their own."""
    oldest, newest = row["oldest_as_of"], row["newest_as_of"]
    if oldest is None:
        return None
    first = format_date(oldest, "short")
    return first if oldest == newest else f"{first} –\n{format_date(newest, 'short')}"


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return figures in the order in which the profile tells them, years ascending."""
    order = {key: at for at, key in enumerate(FIGURES)}
    return sorted(
        rows,
        key=lambda row: (order.get(str(row["figure"]), len(order)), str(row["figure"]),
                         row["period_be"] or 0, str(row["definition"])),
    )  # fmt: skip


def none_said(held: LevelPlans) -> str:
    """Say that the coverage is zero: no total, which is not a total of zero."""
    return _(
        "No figure was handed over by any of {all} tambons: coverage is 0 of {all}. That is no total "
        "of zero; nothing is known yet.",
        all=number(len(held.expected)),
    )
