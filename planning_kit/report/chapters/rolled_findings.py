"""What did not simply add up: disagreements, parts that do not count, places that were moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planning_kit.language import _, ngettext
from planning_kit.records.plain_rows import Row, framed
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.rolled_ladder import scheme_of, top_of
from planning_kit.report.chapters.rolled_words import FigureWords, none_said, rows_of
from planning_kit.report.chapters.sent_again import codes_no_more, handed_unsettled, sent_again
from planning_kit.report.chapters.wording import number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.rollup import RollUp, climb, say_conflict, say_why_left_out

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def roll_up_findings(workbook: Workbook) -> Section:
    """Return what did not simply add up: conflicts, parts left out, places that were moved."""
    held, title = LevelPlans(workbook), _("What did not add up")
    section = Section("roll-up-findings", title)
    again = sent_again(workbook)
    section.tables = [again] if again else []
    section.sentences = [*codes_no_more(held.plans), *handed_unsettled(held.plans)]
    if held.parts.empty:
        nothing = _("Nothing was handed over yet, so nothing could disagree.")
        section.sentences.insert(0, none_said(held) if held.plans else nothing)
        return section
    # Of the level itself: what disagrees there would stand once more for each level below.
    found = climb(
        held.parts, [top_of(workbook)], expected=held.expected, scheme=scheme_of(workbook)
    )
    words = FigureWords(held)
    section.tables += [table for table in (_conflicts(found, words),) if table]
    if left_out := rows_of(found.left_out):
        section.tables.append(_left_out(left_out, words))
        section.parts = [_each(left_out, words)]
    if not section.tables and not section.sentences:
        section.sentences = [_("Every part that was handed over is counted, and none disagrees.")]
    return section


def _conflicts(found: RollUp, words: FigureWords) -> Table | None:
    rows = [
        {
            "what": say_conflict(row["kind"]),
            "figure": words.label(str(row["figure"])),
            "place": said_place(str(row["place"])),
            "areas": ", ".join(str(one) for one in row["plan_areas"] or ()),
        }
        for row in rows_of(found.conflicts)
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


def _left_out(left_out: list[Row], words: FigureWords) -> Table:
    """Return one row for each figure and reason: a fault of a form shows in every tambon alike."""
    groups: dict[tuple[str, str], dict[str, int]] = {}
    for row in left_out:
        places = groups.setdefault((str(row["figure"]), str(row["reason"])), {})
        places[str(row["place"])] = places.get(str(row["place"]), 0) + 1
    shown: list[dict[str, Any]] = [
        {
            "figure": words.label(figure),
            "why": say_why_left_out(reason),
            "tambons": len(places),
            "parts": sum(places.values()),
        }
        for (figure, reason), places in groups.items()
    ]
    columns = [
        Column("figure", _("Figure")),
        Column("why", _("Why it does not count")),
        Column("tambons", _("Tambons"), "int"),
        Column("parts", _("Values"), "int"),
    ]
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    caption = _("Parts that were handed over and do not count")
    return Table(framed(shown, types), columns, caption=caption, listed=True)


def _each(left_out: list[Row], words: FigureWords) -> Section:
    rows = [
        {
            "place": said_place(str(row["place"])),
            "figure": words.label(str(row["figure"])),
            "year": row["period_be"],
            "why": say_why_left_out(row["reason"]),
        }
        for row in left_out
    ]
    columns = [
        Column("place", _("Area")),
        Column("figure", _("Figure")),
        Column("year", _("Year"), "year_be"),
        Column("why", _("Why it does not count")),
    ]
    types = {"place": "text", "figure": "text", "year": "number", "why": "text"}
    title = ngettext(
        "{count} part, one by one", "{count} parts, one by one", len(rows), count=number(len(rows))
    )
    table = Table(framed(rows, types), columns, whole=False)
    return Section("left-out-each", title, tables=[table], folded=True, on_screen_only=True)
