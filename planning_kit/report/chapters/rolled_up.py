"""Figures of tambons added up to a place above them: each total with its coverage and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from planning_kit.language import _, ngettext
from planning_kit.records import Indicator
from planning_kit.records.indicator import ValueKind
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.rolled_handovers import handovers_behind
from planning_kit.report.chapters.rolled_ladder import climbed, scheme_of, top_of
from planning_kit.report.chapters.rolled_walk import Walk
from planning_kit.report.chapters.wording import nothing_known, number, percent
from planning_kit.report.figures import FIGURES, printed
from planning_kit.report.markup import anchor
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.rollup import (
    RollUp,
    climb,
    say_conflict,
    say_notice,
    say_why_left_out,
    say_why_not,
)
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_TOTAL = {"figure": "text", "value": "text", "n": "number", "of": "text", "draft": "number",
          "days": "text", "why": "text"}  # fmt: skip
_INDICATOR = "indicator."


def rolled_up(workbook: Workbook) -> Section:
    """Return every figure of the place with its coverage, then the parts of each total."""
    held, title = LevelPlans(workbook), _("Figures added up")
    if held.parts.empty:
        return nothing_known("rolled-up", title, _("figures of tambons"), "indicator_value")
    found = climbed(workbook, held)
    words = _FigureWords(held)
    walk = Walk(held, found, words.value)
    totals = [row for row in _rows(found.at(top_of(workbook))) if _is_here(row, workbook)]
    section = Section("rolled-up", title, layout=Layout.LANDSCAPE)
    section.sentences = [
        _(
            "Medians are read from counts by class, never averaged. What fewer than five stand "
            "behind is hidden, also where a total would give it away."
        )
    ]
    section.tables = [_totals(totals, words)]
    section.evidence = [_evidence(held)]
    parts = [_parts(row, walk, words) for row in totals if row["in_places"]]
    section.parts = [
        Section("rolled-up-parts", _("The parts of each total"), parts=parts),
        handovers_behind(held),
    ]
    return section


def roll_up_findings(workbook: Workbook) -> Section:
    """Return what did not simply add up: conflicts, parts left out, places that were moved."""
    held, title = LevelPlans(workbook), _("What did not add up")
    section = Section("roll-up-findings", title)
    if held.parts.empty:
        section.sentences = [_("Nothing was handed over yet, so nothing could disagree.")]
        return section
    # Of the level itself: what disagrees there would stand once more for each level below.
    found = climb(
        held.parts, [top_of(workbook)], expected=held.expected, scheme=scheme_of(workbook)
    )
    words = _FigureWords(held)
    section.tables = [
        table for table in (_conflicts(found, words), _left_out(found, words)) if table
    ]
    section.sentences = [
        say_notice(str(code))
        for code in dict.fromkeys(found.notices["code"])
        if say_notice(str(code))
    ]
    if not section.tables and not section.sentences:
        section.sentences = [_("Every part that was handed over is counted, and none disagrees.")]
    return section


class _FigureWords:
    """Says figures and indicators by name, and their values as they are printed."""

    def __init__(self, held: LevelPlans) -> None:
        named = {one.indicator_code: one for plan in held.plans for one in plan.records(Indicator)}
        self._indicators: Mapping[Any, Indicator] = named

    def label(self, figure: str) -> str:
        """Return what a figure is called."""
        if not figure.startswith(_INDICATOR):
            return str(FIGURES[figure].label)
        _head, code, kind = figure.split(".", 2)
        indicator = self._indicators.get(code)
        said = ValueKind.of(kind).words
        return f"{code} {indicator.name if indicator else ''} ({said})"

    def value(self, row: Row) -> str | None:
        """Return the value of a row of totals with its unit, ``None`` where it has none."""
        if row["value"] is None:
            return None
        figure = str(row["figure"])
        if figure in FIGURES:
            kind = FIGURES[figure]
            return printed(kind, row["value"] * kind.scale)
        if row["way"] == "share":
            return percent(row["value"])
        return f"{number(row['value'], 1)} {row['unit']}".strip()


def _rows(totals: pd.DataFrame) -> list[Row]:
    return plain_rows(totals, list(totals.columns))


def _is_here(row: Row, workbook: Workbook) -> bool:
    code = str(workbook.plan_area.above_code)
    return str(row["place"]) == (code.rpartition("-")[2] if "-" in code else code)


def _totals(rows: list[Row], words: _FigureWords) -> Table:
    shown = [
        {
            "figure": words.label(str(row["figure"])),
            "value": words.value(row),
            "n": row["n"],
            "of": _("{n} of {all}", n=number(row["in_places"]), all=number(row["of_places"])),
            "draft": row["not_endorsed"],
            "days": _days(row),
            "why": say_why_not(row["why_not"]) if row["why_not"] else None,
            "hidden": row["hidden"],
        }
        for row in rows
    ]
    columns = [
        Column("figure", _("Figure")),
        Column("value", _("Value")),
        Column("n", _("n"), "int"),
        Column("of", _("Tambons")),
        Column("draft", _("of them not endorsed"), "int"),
        Column("days", _("Data of")),
        Column("why", _("Why there is no value")),
    ]
    frame = framed(shown, {**_TOTAL, "hidden": "yes_no"})
    return Table(frame, columns, caption=_("Totals and how much stands behind them"))


def _parts(total: Row, walk: Walk, words: _FigureWords) -> Section:
    label = words.label(str(total["figure"]))
    year = total["period_be"]
    made = anchor(str(total["definition"] or ""))
    key = f"parts-{anchor(str(total['figure']))}-{int(year) if year else 0}-{made}"
    title = f"{label} {int(year)}" if year else label
    return Section(key, title, tables=[walk.table(total)])


def _days(row: Row) -> str | None:
    oldest, newest = row["oldest_as_of"], row["newest_as_of"]
    if oldest is None:
        return None
    first = format_date(oldest, "short")
    return first if oldest == newest else f"{first} – {format_date(newest, 'short')}"


def _conflicts(found: RollUp, words: _FigureWords) -> Table | None:
    rows = [
        {
            "what": say_conflict(row["kind"]),
            "figure": words.label(str(row["figure"])),
            "place": said_place(str(row["place"])),
            "areas": ", ".join(str(one) for one in row["plan_areas"] or ()),
        }
        for row in _rows(found.conflicts)
    ]
    if not rows:
        return None
    columns = [
        Column("what", _("What disagrees")),
        Column("figure", _("Figure")),
        Column("place", _("Area")),
        Column("areas", _("Plan areas")),
    ]
    caption = ngettext(
        "{count} point to look at", "{count} points to look at", len(rows), count=number(len(rows))
    )
    types = {column.name: "text" for column in columns}
    return Table(framed(rows, types), columns, caption=caption)


def _left_out(found: RollUp, words: _FigureWords) -> Table | None:
    rows = [
        {
            "place": said_place(str(row["place"])),
            "figure": words.label(str(row["figure"])),
            "why": say_why_left_out(row["reason"]),
        }
        for row in _rows(found.left_out)
    ]
    if not rows:
        return None
    columns = [
        Column("place", _("Area")),
        Column("figure", _("Figure")),
        Column("why", _("Why it does not count")),
    ]
    types = {column.name: "text" for column in columns}
    return Table(
        framed(rows, types), columns, caption=_("Parts that were handed over and do not count")
    )


def _evidence(held: LevelPlans) -> str:
    return _(
        "Source: figures handed over by {n} of {all} tambons; no household row is above a tambon",
        n=number(len({code for one in held.plans for code in one.tambon_codes})),
        all=number(len(held.expected)),
    )
