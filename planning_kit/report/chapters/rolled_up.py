"""Figures of tambons added up to a place above them: each total with its coverage and its parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planning_kit.language import _, current_language
from planning_kit.records.plain_rows import Row, framed
from planning_kit.report.chapters.level_plans import LevelPlans
from planning_kit.report.chapters.rolled_findings import roll_up_findings
from planning_kit.report.chapters.rolled_handovers import handovers_behind
from planning_kit.report.chapters.rolled_indicators import indicator_parts, indicator_table
from planning_kit.report.chapters.rolled_ladder import climbed, top_of
from planning_kit.report.chapters.rolled_walk import Walk
from planning_kit.report.chapters.rolled_words import (
    FigureWords,
    coverage_said,
    days_said,
    in_order,
    is_here,
    is_indicator,
    is_told,
    none_said,
    rows_of,
)
from planning_kit.report.chapters.wording import nothing_known, number
from planning_kit.report.markup import anchor
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.rollup import say_why_not

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_TOTAL = {"figure": "text", "value": "text", "n": "number", "of": "text", "draft": "number",
          "days": "text", "hidden": "yes_no"}  # fmt: skip

_LETTERS = {"th": "กขคงจฉชซฌญ", "en": "ABCDEFGHIJ"}


def rolled_up(workbook: Workbook) -> Section:
    """Return every figure of the place with its coverage, the parts of each total, folded, then what
    did not add up."""
    held, title = LevelPlans(workbook), _("Figures added up")
    if held.parts.empty and not held.expected:
        return nothing_known("rolled-up", title, _("figures of tambons"), "indicator_value")
    if held.parts.empty:
        return Section(
            "rolled-up", title, sentences=[none_said(held)], parts=[roll_up_findings(workbook)]
        )
    found = climbed(workbook, held)
    words = FigureWords(held)
    walk = Walk(held, found, words.value)
    totals = in_order(row for row in rows_of(found.at(top_of(workbook))) if is_here(row, workbook))
    indicators = [row for row in totals if is_indicator(row["figure"])]
    figures = [row for row in totals if not is_indicator(row["figure"])]
    section = Section("rolled-up", title, layout=Layout.LANDSCAPE)
    section.sentences = [
        _(
            "Medians are read from counts by class, never averaged. A tambon’s figure that fewer "
            "than five stand behind is withheld. Totals count such figures only where several "
            "stand together and none of them can be told; “withheld” says how many are left out."
        )
    ]
    section.tables = [_totals(figures, words)] if figures else []
    section.tables += [indicator_table(indicators, words)] if indicators else []
    section.evidence = [_evidence(held)]
    section.notes = [_parts_are()]
    parts = [_parts(row, walk, words) for row in figures if is_told(row)]
    parts += indicator_parts(indicators, walk, words)
    section.parts = [
        Section("rolled-up-parts", _("The parts of each total"), parts=parts, folded=True,
                on_screen_only=True),
        handovers_behind(held),
        roll_up_findings(workbook),
    ]  # fmt: skip
    return section


def _parts_are() -> str:
    return _(
        "What each tambon gave to each total is listed below, folded; on paper it is left out, and "
        "stands in the spreadsheet (.xlsx) of this report."
    )


def _totals(rows: list[Row], words: FigureWords) -> Table:
    several: dict[str, list[Row]] = {}
    for row in rows:
        several.setdefault(str(row["figure"]), []).append(row)
    shown = [
        {
            "figure": _named(row, words, several[str(row["figure"])]),
            "value": say_why_not(row["why_not"]) if row["why_not"] else words.value(row),
            "n": row["n"],
            "of": coverage_said(row),
            "draft": row["not_endorsed"],
            "days": days_said(row),
            "hidden": row["hidden"],
        }
        for row in rows
    ]
    columns = [
        Column("figure", _("Figure")),
        Column("value", _("Value")),
        Column("n", _("n"), "int"),
        Column("of", _("Tambons"), unbroken=True),
        Column("draft", _("of them not endorsed"), "int"),
        Column("days", _("Data of"), unbroken=True),
    ]
    caption = _("Totals and how much stands behind them")
    return Table(framed(shown, _TOTAL), columns, caption=caption, listed=True)


def _named(row: Row, words: FigureWords, alike: Sequence[Row]) -> str:
    """Return what a figure is called, with what tells it from others of that name.

    That is the year, and a letter for each definition in the order of the rows.
    """
    label, told = words.label(str(row["figure"])), []
    if row["period_be"] and len({one["period_be"] for one in alike}) > 1:
        told.append(str(int(row["period_be"])))
    definitions = list(dict.fromkeys(one["definition"] for one in alike))
    if len(definitions) > 1:
        letters = _LETTERS[current_language()]
        letter = letters[definitions.index(row["definition"]) % len(letters)]
        told.append(_("definition {letter}", letter=letter))
    return f"{label} ({', '.join(told)})" if told else label


def _parts(total: Row, walk: Walk, words: FigureWords) -> Section:
    year, figure = total["period_be"], str(total["figure"])
    title = words.label(figure) + (f" {int(year)}" if year else "")
    made = str(total["definition"] or "")
    key = f"parts-{anchor(figure)}-{int(year) if year else 0}-{anchor(made)}"
    return Section(key, title, tables=[walk.table(total)], folded=True, on_screen_only=True)


def _evidence(held: LevelPlans) -> str:
    return _(
        "Source: figures handed over by {n} of {all} tambons; no household row is above a tambon",
        n=number(len({code for one in held.plans for code in one.tambon_codes})),
        all=number(len(held.expected)),
    )
