"""A published figure over the years: its series, its sums by place, what it came to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit import areas
from planning_kit.records import provinces_within
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.records.reference import Measure
from planning_kit.rollup import RollUp, first_to_last, roll_up

if TYPE_CHECKING:
    from planning_kit.records import Source
    from planning_kit.workbook import Workbook

_ADDED = (Measure.POPULATION, Measure.HOUSEHOLDS, Measure.FARM_HOUSEHOLDS, Measure.FARM_AREA_RAI)
_FIGURE = ("area_code", "measure", "detail", "year_be", "value", "n", "source_code")
_PART = {"place": "text", "figure": "text", "way": "text", "definition": "text",
         "period_be": "number", "value": "number", "is_endorsed": "yes_no"}  # fmt: skip
_DIGITS = {2: "province", 4: "amphoe", 6: "tambon"}


@dataclass(frozen=True)
class YearFigure:
    """One measure over the years: ``rows`` as they were published, of one place or several.

    Each source, and each wording of what was counted, is a series of its own: where the
    definition changes, the line ends and another begins.
    """

    measure: Measure
    rows: list[Row]
    sources: dict[str, Source]

    @property
    def adds_up(self) -> bool:
        """Whether figures of places may be added to that of the place above."""
        return self.measure in _ADDED

    def series(self, definition: str) -> str:
        """Return what a series is called: its source and, where it says one, its definition."""
        code, _bar, detail = definition.partition("|")
        source = self.sources.get(code)
        title = str(source.title) if source else code
        return f"{title} · {detail}" if detail else title

    @cached_property
    def rolled(self) -> RollUp:
        """The figures by tambon, amphoe and province; sums only of what may be added."""
        parts = [
            {
                "place": row["area_code"],
                "figure": str(self.measure),
                "way": "sum",
                "definition": definition_of(row),
                "period_be": row["year_be"],
                "value": row["value"],
                "is_endorsed": True,
            }
            for row in self.rows
        ]
        levels = sorted({_DIGITS[len(row["area_code"])] for row in self.rows})
        wanted = [*levels, *(["province"] if self.adds_up else [])]
        inside = {row["area_code"][:2] for row in self.rows}
        expected = [one.code for province in inside for one in areas.tambons(province)]
        return roll_up(framed(parts, _PART), wanted, expected=expected)

    @cached_property
    def definitions(self) -> list[str]:
        """The series, the one with the most figures first."""
        counted = Counter(definition_of(row) for row in self.rows)
        return sorted(counted, key=lambda one: (-counted[one], one))

    @cached_property
    def spans(self) -> list[Row]:
        """``rollup.FIRST_TO_LAST`` of every series, the widest place first."""
        table = first_to_last(self.rolled.totals)
        rows = plain_rows(table, table.columns)
        order = self.definitions.index
        return sorted(
            rows, key=lambda row: (len(row["place"]), row["place"], order(row["definition"]))
        )

    def values(self) -> pd.DataFrame:
        """Return every value with its place, year and series, no empty year among them."""
        totals = self.rolled.totals
        return totals[totals["value"].notna() & ~totals["carried"]]


def definition_of(row: Row) -> str:
    """Return what keeps series apart: the source, and its words for what it counted."""
    return f"{row['source_code']}|{row['detail'] or ''}"


def year_figures(workbook: Workbook) -> list[YearFigure]:
    """Return the measures that some source tells of one place for two years or more."""
    within = provinces_within(workbook.plan_area) or {code[:2] for code in workbook.tambon_codes}
    sources = {str(one.source_code): one for one in workbook.sources()}
    by_measure: dict[tuple[str, str], list[Row]] = {}
    for row in plain_rows(workbook.frame("reference_figure"), _FIGURE):
        if row["area_code"][:2] in within and len(row["area_code"]) in _DIGITS:
            # What “other” means is told by its detail alone.
            detail = row["detail"] if row["measure"] == Measure.OTHER else ""
            by_measure.setdefault((row["measure"], detail or ""), []).append(row)
    return [
        YearFigure(Measure.of(measure), rows, sources)
        for (measure, _detail), rows in sorted(by_measure.items())
        if _has_years(rows)
    ]


def _has_years(rows: list[Row]) -> bool:
    years: dict[str, set[int]] = {}
    for row in rows:
        years.setdefault(row["area_code"], set()).add(int(row["year_be"]))
    return any(len(own) > 1 for own in years.values())
