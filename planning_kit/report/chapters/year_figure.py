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
from planning_kit.rollup import RollUp, disagreeing, first_to_last, roll_up

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
    def totals(self) -> pd.DataFrame:
        """``rollup.TOTALS`` of tambons, amphoe and provinces: as published, else as added up."""
        found = [_added(rows, [level], self.measure) for level, rows in self._by_level.items()]
        told = [one.totals[one.totals["value"].notna()] for one in found]
        if self.adds_up:
            sums = self._sums.totals
            known = set(map(_at, self.rows))
            keys = zip(sums["place"], sums["definition"], sums["period_be"], strict=True)
            told.append(sums[[at not in known for at in keys]])
        return pd.concat(told, ignore_index=True)

    @cached_property
    def printed_apart(self) -> list[Row]:
        """Rows of ``rollup.CONFLICTS``: totals as printed that are not the sum of their places.

        Where places are missing, a sum below the printed total says nothing and is left out.
        """
        if not self.adds_up:
            return []
        rows = [row for row in self.rows if self._is_total(row)]
        found = disagreeing(self._sums.totals, framed(_parts(rows, self.measure), _PART))
        said = plain_rows(found, ("kind", "place", "period_be", "definition", "values"))
        return [row for row in said if row["kind"] == "reported_total"]

    @cached_property
    def _sums(self) -> RollUp:
        levels = sorted({*self._by_level, "province"})
        own = [row for row in self.rows if not self._is_total(row)]
        return _added(own, levels, self.measure)

    @cached_property
    def _by_level(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(_DIGITS[len(row["area_code"])], []).append(row)
        return found

    @cached_property
    def _parted(self) -> set[tuple[str, str, int]]:
        """Places of whose parts the same series tells something in the same year."""
        return {
            (row["area_code"][:digits], definition_of(row), int(row["year_be"]))
            for row in self.rows
            for digits in _DIGITS
            if digits < len(row["area_code"])
        }

    def _is_total(self, row: Row) -> bool:
        return _at(row) in self._parted

    @cached_property
    def definitions(self) -> list[str]:
        """The series, the one with the most figures first."""
        counted = Counter(definition_of(row) for row in self.rows)
        return sorted(counted, key=lambda one: (-counted[one], one))

    @cached_property
    def spans(self) -> list[Row]:
        """``rollup.FIRST_TO_LAST`` of every series, the widest place first."""
        table = first_to_last(self.totals)
        rows = plain_rows(table, table.columns)
        order = self.definitions.index
        return sorted(
            rows, key=lambda row: (len(row["place"]), row["place"], order(row["definition"]))
        )

    def values(self) -> pd.DataFrame:
        """Return every value with its place, year and series, no empty year among them."""
        totals = self.totals
        return totals[totals["value"].notna() & ~totals["carried"]]


def _parts(rows: list[Row], measure: Measure) -> list[Row]:
    return [
        {
            "place": row["area_code"],
            "figure": str(measure),
            "way": "sum",
            "definition": definition_of(row),
            "period_be": row["year_be"],
            "value": row["value"],
            "is_endorsed": True,
        }
        for row in rows
    ]


def _added(rows: list[Row], levels: list[str], measure: Measure) -> RollUp:
    inside = {row["area_code"][:2] for row in rows}
    expected = [one.code for province in inside for one in areas.tambons(province)]
    return roll_up(framed(_parts(rows, measure), _PART), levels, expected=expected)


def _at(row: Row) -> tuple[str, str, int]:
    return row["area_code"], definition_of(row), int(row["year_be"])


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
