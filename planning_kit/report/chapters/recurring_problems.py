"""Problems that recur: which tambons tell the same, what stands behind it, and what to confirm."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.deliberate.recurring import suggest_groups
from planning_kit.deliberate.recurring_counts import count_groups, heard_tambons
from planning_kit.deliberate.told_problems import told_problems
from planning_kit.language import _, ngettext
from planning_kit.records.meanings import declared_meanings
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.gathered import Gathered, gathered_below
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.proposal_words import RefWords
from planning_kit.report.chapters.recurring_tables import (
    coverage_said,
    group_facts,
    group_notes,
    members_table,
    parts_table,
)
from planning_kit.report.chapters.wording import joined, number, percent, sheet
from planning_kit.report.markup import anchor
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    import pandas as pd

    from planning_kit.workbook import Workbook

_GROUP = (
    "group_code",
    "title",
    "theme",
    "member_refs",
    "is_confirmed",
    "forum_code",
    "confirmed_on",
    "reason",
    "proposal_code",
)
MOST_SUGGESTED, MOST_MEMBERS = 30, 12
"""How many suggestions are shown, and how many problems of each; a meeting sees no more."""


def recurring_problems(workbook: Workbook, known: Gathered | None = None) -> Section:
    """Return the confirmed groups with their counts and parts, then what may be one problem.

    ``known``: the frames of the tambons; without it those of the areas below in the same store.
    """
    held = known or gathered_below(workbook)
    frame = workbook.frame("problem_group")
    told = told_problems(held.problems)
    section = Section("recurring-problems", _("Problems that recur"))
    if not told:
        section.sentences = [_("No tambon below has handed over any problem yet.")]
        return section
    rows = plain_rows(frame, _GROUP)
    confirmed = [row for row in rows if row["is_confirmed"] is True]
    suggested = suggest_groups(held.problems, frame)
    section.sentences = _said(held, len(told), confirmed, len(suggested))
    names, words = PlanNames(workbook), RefWords(held)
    if confirmed:
        section.tables = [_overview(confirmed, held)]
    section.parts = [_confirmed(row, held, names, words) for row in confirmed]
    if len(suggested):
        section.parts.append(_suggestions(suggested, held, names, words))
    if refused := sum(row["is_confirmed"] is False for row in rows):
        section.notes = [_("Looked at and found to be different problems: {n}.", n=number(refused))]
    return section


def _said(held: Gathered, told: int, confirmed: list[Row], suggested: int) -> list[str]:
    heard = len({*heard_tambons(held.problems), *held.heard})
    said = [
        ngettext(
            "{count} tambon was heard; {told} problems stand in all.",
            "{count} tambons were heard; {told} problems stand in all.",
            heard,
            count=number(heard),
            told=number(told),
        ),
        _(
            "Found by people to recur: {confirmed}. Suggested, for people to look at: {suggested}.",
            confirmed=number(len(confirmed)),
            suggested=number(suggested),
        ),
    ]
    if confirmed:
        said.append(
            _(
                "Households are the sum of what tambons state; of several problems of one tambon "
                "the largest number counts, and ground that two plan areas share counts once."
            )
        )
    return said


def _overview(confirmed: list[Row], held: Gathered) -> Table:
    counts = _counts({row["group_code"]: codes(row["member_refs"]) for row in confirmed}, held)
    shown = []
    for row in confirmed:
        count = counts[row["group_code"]]
        shown.append(
            {
                "title": f"{row['group_code']} {row['title']}",
                "tambons": coverage_said(count),
                "households": count["households"],
                "amount": count["amount"],
                "proposal": row["proposal_code"],
            }
        )
    shown.sort(key=lambda row: -(row["households"] or 0))
    columns = [
        Column("title", _("Recurring problem")),
        Column("tambons", _("Tambons")),
        Column("households", _("Households affected"), Form.INT),
        Column("amount", _("Money asked (baht)"), Form.INT),
        Column("proposal", _("Became proposal")),
    ]
    types = {"title": "text", "tambons": "text", "proposal": "text"}
    types |= {"households": "number", "amount": "number"}
    caption = _("Problems found to recur, by households affected")
    return Table(framed(shown, types), columns, caption=caption, wide=True)


def _counts(groups: Mapping[str, tuple[str, ...]], held: Gathered) -> dict[str, Row]:
    counts, _parts = count_groups(groups, held.problems, held.projects, heard=held.heard)
    return {row["group"]: row for row in plain_rows(counts, counts.columns)}


def _confirmed(row: Row, held: Gathered, names: PlanNames, words: RefWords) -> Section:
    code = str(row["group_code"])
    members = {code: codes(row["member_refs"])}
    counts, parts = count_groups(members, held.problems, held.projects, heard=held.heard)
    [count] = plain_rows(counts, counts.columns)
    said = []
    if row["theme"]:
        said.append(_("Theme: {theme}", theme=names.taxon("problem_theme", row["theme"])))
    said.append(_decided(row))
    return Section(
        f"recurring-{anchor(code)}",
        f"{code} {row['title']}",
        facts=group_facts(count),
        sentences=said,
        tables=[parts_table(parts, words)],
        notes=group_notes(count, words),
    )


def _decided(row: Row) -> str:
    parts = [_("People found these to be one problem")]
    if row["forum_code"]:
        parts.append(_("in meeting {code}", code=row["forum_code"]))
    if row["confirmed_on"]:
        parts.append(format_date(row["confirmed_on"], "short"))
    if row["reason"]:
        parts.append(_("reason: {reason}", reason=row["reason"]))
    if row["proposal_code"]:
        parts.append(_("it became proposal {code}", code=row["proposal_code"]))
    return " · ".join(parts)


def _suggestions(frame: pd.DataFrame, held: Gathered, names: PlanNames, words: RefWords) -> Section:
    rows = plain_rows(frame, frame.columns)
    section = Section("recurring-suggested", _("May these be one problem?"))
    section.sentences = [
        _(
            "Suggested by the words and meanings that statements share; words that look alike may "
            "mean the opposite. People decide: what they find is written in “{sheet}”.",
            sheet=sheet("problem_group"),
        )
    ]
    one = partial(_suggestion, held=held, names=names, words=words)
    section.parts = [one(at, row) for at, row in enumerate(rows[:MOST_SUGGESTED], start=1)]
    if (more := len(rows) - MOST_SUGGESTED) > 0:
        section.notes = [_("{n} more, less alike, are not shown.", n=number(more))]
    return section


def _suggestion(at: int, row: Row, *, held: Gathered, names: PlanNames, words: RefWords) -> Section:
    counts = _counts({"suggested": row["refs"]}, held)["suggested"]
    said = [suggestion_line(row, counts)]
    if row["widens"]:
        added = joined(words.place(ref) for ref in row["added"])
        said.append(_("Would widen {group} by: {added}", group=row["widens"], added=added))
    said += doubts_said(row, words)
    theme = names.taxon("problem_theme", row["theme"]) if row["theme"] else _("Theme not stated")
    is_doubtful = bool(row["doubts"])
    title = _("{n}. {theme}: doubtful", n=at, theme=theme) if is_doubtful else f"{at}. {theme}"
    title = f"{title} — {coverage_said(counts)}"
    section = Section(f"recurring-suggested-{at}", title, sentences=said, folded=True)
    section.tables = [members_table(row["refs"][:MOST_MEMBERS], held, words)]
    if (more := len(row["refs"]) - MOST_MEMBERS) > 0:
        section.notes = [_("{n} more problems of this group are not shown.", n=number(more))]
    return section


def suggestion_line(row: Row, count: Row) -> str:
    """Say in one line how sure a suggestion is, why, and how many tambons it spans."""
    known = {one.code: str(one.words) for one in declared_meanings()}
    parts = [
        coverage_said(count),
        _("alike {share} on the average", share=percent(row["sure"], 0)),
    ]
    if row["meanings"]:
        meant = " · ".join(known.get(code, code) for code in row["meanings"])
        parts.append(_("meaning the same: {meanings}", meanings=meant))
    if row["shared"]:
        parts.append(_("words they share: {words}", words=" · ".join(row["shared"][:8])))
    return " — ".join(parts)


def doubts_said(row: Row, words: RefWords) -> list[str]:
    """Say why a suggestion is doubtful; empty where it is not."""
    weak = words.place(row["weak_ref"])
    said = {
        "both_sides": _(
            "One of them tells of a thing and its opposite, such as flood and drought."
        ),
        "loose": _("They are only loosely alike; least of all {problem}.", problem=weak),
        "themes": _("They were told under different themes."),
        "no_theme": _("Nobody stated a theme."),
        "few_words": _("They share hardly a word."),
    }
    return [_("Doubtful: {why}", why=said[code]) for code in row["doubts"]]
