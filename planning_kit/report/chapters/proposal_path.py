"""The way of each proposal: what every level resolved, what it came out of, where it stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.language import _, ngettext
from planning_kit.plan.proposal_checks import proposal_findings
from planning_kit.plan.proposal_lines import Line, ancestry, descendants, lines_of
from planning_kit.plan.proposal_standing import STANDINGS, WAITING, standings, steps_of
from planning_kit.records.area_ref import area_ref
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.gathered import Gathered, gathered_below
from planning_kit.report.chapters.plan_frames import date_of_making
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.plan_sentences import say
from planning_kit.report.chapters.proposal_words import (
    STANDING,
    RefWords,
    ancestry_lines,
    became_said,
    level_said,
    standing_said,
    step_cells,
)
from planning_kit.report.chapters.wording import nothing_known, number
from planning_kit.report.markup import anchor
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

MOST_WAITING = 10
"""How many proposals stand in the open; the nation knows hundreds."""


def proposal_path(
    workbook: Workbook, known: Gathered | None = None, today: date | None = None
) -> Section:
    """Return where every proposal stands, then the way of each of this workbook's own.

    ``known``: frames of several plan areas; without it those of this workbook and of the areas
    below it in the same store. ``today``: the day to count waiting from.
    """
    held, day = known or gathered_below(workbook), date_of_making(today)
    title = _("The way of the proposals")
    if held.proposals.empty:
        return nothing_known("proposal-path", title, _("policy proposals"), "proposal")
    lines, words = lines_of(held.origins), RefWords(held)
    table = standings(held.proposals, held.steps, lines, today=day)
    rows = plain_rows(table, STANDINGS)
    section = Section("proposal-path", title, sentences=_counted(rows))
    section.tables = [_where_they_stand(rows[:MOST_WAITING], words)]
    if further := rows[MOST_WAITING:]:
        section.parts = [_further(further, words)]
    own = [row for row in rows if str(row["ref"]).startswith(f"{workbook.area_id}/")]
    own.sort(key=lambda row: row["ref"])
    section.parts += [_one(row, held, lines, words) for row in own]
    section.parts += _findings(workbook, held)
    section.notes = [_("As on {date}.", date=format_date(day, "long"))]
    return section


def path_table(ref: str, held: Gathered, lines: list[Line], words: RefWords) -> Table | None:
    """Return the steps of a proposal and of those it came out of or went into, by date."""
    line_of_it = [one.ref for one in ancestry(ref, lines).walk()]
    line_of_it += [one.to for one in descendants(ref, lines)]
    taken = steps_of(held.steps)
    steps = [(one, row) for one in dict.fromkeys(line_of_it) for row in taken.get(one, ())]
    if not steps:
        return None
    steps.sort(key=lambda pair: (str(pair[1]["date"] or "9"), pair[0]))
    shown = [
        {"proposal": words.place(one).partition(",")[0]} | step_cells(row, words)
        for one, row in steps
    ]
    columns = [
        Column("date", _("Date")),
        Column("level", _("Level and place")),
        Column("proposal", _("Proposal")),
        Column("resolution", _("Resolution")),
        Column("more", _("Sent on, reason, document")),
    ]
    if len({row["proposal"] for row in shown}) == 1:
        columns.pop(2)
    types = {column.name: "text" for column in columns}
    caption = _("What the meetings resolved")
    return Table(framed(shown, types), columns, caption=caption, wide=True)


def _counted(rows: list[Row]) -> list[str]:
    waiting = sum(row["standing"] in WAITING for row in rows)
    return [
        ngettext(
            "{count} proposal is known here; {waiting} of them still wait for somebody.",
            "{count} proposals are known here; {waiting} of them still wait for somebody.",
            len(rows),
            count=number(len(rows)),
            waiting=number(waiting),
        )
    ]


def _where_they_stand(rows: list[Row], words: RefWords) -> Table:
    shown = [
        {
            "proposal": f"{words.place(row['ref'])}\n{words.statement(row['ref'])}",
            "level": level_said(row["level"]),
            "stands": _(STANDING[row["standing"]]),
            "since": format_date(row["since"], "short") if row["since"] else None,
            "days": row["days"],
        }
        for row in rows
    ]
    columns = [
        Column("proposal", _("Proposal")),
        Column("level", _("Lies at level")),
        Column("stands", _("How it stands")),
        Column("since", _("Since")),
        Column("days", _("Days waited"), Form.INT),
    ]
    types = {"proposal": "text", "level": "text", "stands": "text", "since": "text"}
    caption = _("Where the proposals stand; those that wait longest first")
    return Table(
        framed(shown, types | {"days": "number"}),
        columns,
        caption=caption,
        wide=True,
        whole=False,
        listed=True,
    )


def _further(rows: list[Row], words: RefWords) -> Section:
    title = ngettext(
        "{count} more proposal", "{count} more proposals", len(rows), count=number(len(rows))
    )
    table = _where_they_stand(rows, words)
    return Section("proposals-further", title, tables=[table], folded=True)


def _one(row: Row, held: Gathered, lines: list[Line], words: RefWords) -> Section:
    ref = str(row["ref"])
    code = ref.partition("/")[2]
    section = Section(f"path-{anchor(code)}", f"{code} {words.statement(ref)}")
    section.sentences = [_("How it stands: {standing}", standing=standing_said(row))]
    if tree := ancestry_lines(ancestry(ref, lines), words):
        section.sentences += [_("It came out of:"), *tree]
    if below := [one for one in descendants(ref, lines) if one.origin == ref]:
        became = became_said(below, words)
        section.sentences.append(_("It lives on in: {proposals}", proposals=became))
    table = path_table(ref, held, lines, words)
    section.tables = [table] if table is not None else []
    if table is None:
        section.sentences.append(_("No meeting has resolved on it yet."))
    return section


def _findings(workbook: Workbook, held: Gathered) -> list[Section]:
    table = proposal_findings(held.proposals, held.steps, held.origins)
    rows, names = plain_rows(table, table.columns), PlanNames(workbook)
    if not rows:
        return []
    shown = [
        {
            "where": row["key"],
            "what": say(row["message"], row["values"] or {}, names),
            "mend": say(row["mend"], row["values"] or {}, names),
        }
        for row in rows
    ]
    columns = [
        Column("where", _("Where")),
        Column("what", _("What was found")),
        Column("mend", _("How to mend it")),
    ]
    found = Table(framed(shown, dict.fromkeys(("where", "what", "mend"), "text")), columns)
    return [Section("path-checks", _("What does not fit together"), tables=[found])]


def own_ref(workbook: Workbook, code: str) -> str:
    """Return "AREA/CODE" of a proposal of this workbook."""
    return area_ref(workbook.area_id, code)
