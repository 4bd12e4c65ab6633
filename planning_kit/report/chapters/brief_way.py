"""The second sheet of a brief: voices without persons, the way, the answer, whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.language import _, ngettext
from planning_kit.plan.proposal_lines import lines_of
from planning_kit.records.area_ref import area_ref, read_ref
from planning_kit.records.plain_rows import plain_rows
from planning_kit.report.chapters.brief_facts import BriefFacts
from planning_kit.report.chapters.gathered import Gathered
from planning_kit.report.chapters.proposal_path import path_table
from planning_kit.report.chapters.proposal_words import (
    RefWords,
    ancestry_lines,
    became_said,
    cut,
    standing_said,
)
from planning_kit.report.chapters.wording import answer, number
from planning_kit.report.section import Section
from planning_kit.thai import format_date
from planning_kit.thai.persons import hide_persons

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

MOST_VOICES, MOST_STEPS, MOST_ORIGINS, MOST_SEATS = 5, 8, 6, 3
_LONGEST_VOICE, _LONGEST_ORIGIN, _LONGEST_ANSWER = 200, 160, 600


def voices_part(facts: BriefFacts, held: Gathered, words: RefWords) -> Section:
    """Return the problems in people's words, one of each plan area first, the largest first."""
    rows = {
        area_ref(row["plan_area"], row["problem_code"]): row
        for row in plain_rows(
            held.problems, ("plan_area", "problem_code", "said_by", "households_affected")
        )
    }
    order = sorted(facts.problems, key=lambda ref: (-(rows[ref]["households_affected"] or 0), ref))
    first: dict[str, str] = {}
    for ref in order:
        first.setdefault(ref.partition("/")[0], ref)
    chosen = [*first.values(), *(ref for ref in order if ref not in first.values())]
    said = []
    for ref in chosen[:MOST_VOICES]:
        area = words.area(ref.partition("/")[0])
        group = hide_persons(str(rows[ref]["said_by"] or ""))
        who = ", ".join(part for part in (group, area) if part)
        said.append(
            _("“{words}” — {who}", words=cut(words.statement(ref), _LONGEST_VOICE), who=who)
        )
    if (more := len(chosen) - MOST_VOICES) > 0:
        said.append(
            ngettext(
                "{count} more problem stands behind it.",
                "{count} more problems stand behind it.",
                more,
                count=number(more),
            )
        )
    part = Section("brief-voices", _("In people’s words"), sentences=said)
    if not said:
        part.sentences = [_("No problem is tied to this proposal yet.")]
    return part


def way_part(facts: BriefFacts, held: Gathered, words: RefWords) -> Section:
    """Return the resolutions of all levels, what it came out of and what it went into."""
    part = Section("brief-steps", _("The way of the proposal"))
    table = path_table(facts.ref, held, lines_of(held.origins), words)
    if table is None:
        part.sentences.append(_("No meeting has resolved on it yet."))
    else:
        if (more := len(table.frame) - MOST_STEPS) > 0:
            table.frame = table.frame.tail(MOST_STEPS)
            table.note = _("{n} earlier resolutions are not shown.", n=number(more))
        part.tables = [table]
    tree = [cut(line, _LONGEST_ORIGIN) for line in ancestry_lines(facts.tree, words)]
    tree += [
        _("↳ from recurring problem: {title}", title=hide_persons(str(group["title"])))
        for group in facts.groups
    ]
    if tree:
        part.notes = [_("It came out of:"), *tree[:MOST_ORIGINS]]
        if (more := len(tree) - MOST_ORIGINS) > 0:
            part.notes.append(_("and {n} more", n=number(more)))
    if below := [line for line in facts.became if line.origin == facts.ref]:
        became = became_said(below, words)
        part.notes.append(_("It lives on in: {proposals}", proposals=became))
    return part


def answer_part(facts: BriefFacts) -> Section:
    """Return where it stands, and the official answer as far as there is one."""
    row = facts.row
    said = [_("How it stands: {standing}", standing=standing_said(facts.standing))]
    if state := answer("proposal", "state", row["state"]):
        said.append(_("Status as written down: {state}", state=state))
    if row["sent_on"] is not None:
        day = format_date(row["sent_on"], "short")
        office = row["addressee"] or _("office not stated")
        said.append(_("Sent on {date} to {office}", date=day, office=office))
    if row["answer"]:
        told = cut(row["answer"], _LONGEST_ANSWER)
        day = format_date(row["answered_on"], "short") if row["answered_on"] else _("no date")
        said.append(_("Official answer ({date}): {answer}", date=day, answer=told))
    else:
        said.append(_("No official answer is written down yet."))
    return Section("brief-answer", _("Official answer and status"), sentences=said)


def contacts_part(workbook: Workbook, facts: BriefFacts) -> Section:
    """Return whom to ask: councils, offices and seats by their role, never a person."""
    area, said = workbook.plan_area, []
    said.append(_("Who proposes: {council}", council=area.council or workbook.title()))
    names = ("organisation", "role", "position")
    seats = plain_rows(workbook.frame("working_group_seat"), names)
    seats.sort(key=lambda row: (row["position"] is None, row["position"] or 0))
    told = [
        ", ".join(hide_persons(str(part)) for part in (row["role"], row["organisation"]) if part)
        for row in seats[:MOST_SEATS]
    ]
    if told:
        said.append(_("Working group: {roles}", roles=" · ".join(told)))
    if area.local_governments:
        said.append(_("Local government: {names}", names=area.local_governments))
    if facts.row["addressee"]:
        said.append(_("To whom it is addressed: {office}", office=facts.row["addressee"]))
    joined = [one for one in facts.tree.origins if read_ref(one.ref)]
    part = Section("brief-contacts", _("Whom to ask (roles, not persons)"), sentences=said)
    if joined:
        part.notes = [_("The proposals it came out of are answered for by their own councils.")]
    return part
