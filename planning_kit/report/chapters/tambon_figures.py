"""Figures of single tambons as they may be shown above them: without small cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from planning_kit.areas import Level
from planning_kit.indicators.peers import FarmingType, farming_type
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.level_plans import LevelPlans
from planning_kit.report.chapters.rolled_words import is_told
from planning_kit.rollup import climb
from planning_kit.workbook.handed_plans import HandedPlan, handed_parts

CROP, IRRIGATED = "crops.main_yield_rai", "land.irrigated_share"
_ABOUT = "kit-1 "


@dataclass(frozen=True)
class TambonFigure:
    """One figure of one tambon; ``value`` ``None`` where it is hidden or not known."""

    value: float | None
    n: int | None
    year: int | None
    as_of: date | None
    hidden: bool


@dataclass(frozen=True)
class TambonFigures:
    """The figures handed over, by place (``place_of`` a plan); ``held`` are the plans."""

    held: LevelPlans

    @cached_property
    def _rows(self) -> list[Row]:
        return _shown(handed_parts(self.held.plans), self.held.expected)

    @cached_property
    def _latest(self) -> dict[tuple[str, str], Row]:
        found: dict[tuple[str, str], Row] = {}
        for row in self._rows:
            at = str(row["place"]), str(row["figure"])
            if at not in found or (found[at]["period_be"] or 0) <= (row["period_be"] or 0):
                found[at] = row
        return found

    def of(self, place: str, figure: str) -> TambonFigure | None:
        """Return a figure of a tambon in its latest year, ``None`` where it was not handed over."""
        row = self._latest.get((place, figure))
        return None if row is None else _figure(row)

    def farming(self, place: str) -> FarmingType:
        """Return how a tambon farms, by its main crop and water."""
        row, water = self._latest.get((place, CROP)), self.of(place, IRRIGATED)
        said = str(row["definition"]) if row else ""
        crop = said.removeprefix(_ABOUT) if said.startswith(_ABOUT) else None
        return farming_type(crop, water.value if water else None)

    def years(self, place: str, figure: str) -> list[TambonFigure]:
        """Return a figure in every year that any handover of the tambon told, oldest first."""
        rows = self._told_ever.get((place, figure), [])
        return [_figure(row) for row in sorted(rows, key=lambda one: one["period_be"] or 0)]

    @cached_property
    def _told_ever(self) -> dict[tuple[str, str], list[Row]]:
        known = {plan.handover.plan_area_id for plan in self.held.plans}
        parts: dict[tuple[Any, ...], dict[str, Any]] = {}
        for handover in self.held.workbook.store.handovers():
            if handover.plan_area_id in known:
                for row in handed_parts([HandedPlan(handover)]):
                    parts[row["plan_area"], row["figure"], row["period_be"], row["definition"]] = (
                        row
                    )
        found: dict[tuple[str, str], list[Row]] = {}
        for row in _shown(list(parts.values()), self.held.expected):
            found.setdefault((str(row["place"]), str(row["figure"])), []).append(row)
        return found


def place_of(plan: HandedPlan) -> str:
    """Return the place that the figures of a plan stand for: mostly its tambon."""
    figures = plan.content["figures"]
    return str(figures[0]["place"]) if figures else plan.tambon_codes[0]


def _shown(parts: Iterable[dict[str, Any]], expected: tuple[str, ...]) -> list[Row]:
    frame = pd.DataFrame(list(parts))
    if frame.empty:
        return []
    found = climb(frame, [Level.TAMBON], expected=expected).at(Level.TAMBON)
    rows = plain_rows(found, list(found.columns))
    return [row for row in rows if is_told(row)]


def _figure(row: Row) -> TambonFigure:
    year = row["period_be"]
    return TambonFigure(
        row["value"],
        None if row["n"] is None else int(row["n"]),
        None if year is None else int(year),
        row["newest_as_of"],
        bool(row["hidden"]),
    )
