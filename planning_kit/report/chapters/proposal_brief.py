"""One proposal on two sheets: what is asked of whom and why; voices, its way, and the answer."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.records.plain_rows import framed, plain_rows
from planning_kit.report.chapters.brief_facts import BriefFacts, brief_facts
from planning_kit.report.chapters.brief_way import answer_part, contacts_part, voices_part, way_part
from planning_kit.report.chapters.gathered import Gathered, gathered_below
from planning_kit.report.chapters.plan_frames import date_of_making
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.proposal_words import RefWords, cut, level_said
from planning_kit.report.chapters.recurring_tables import coverage_said, silent_said, unpriced_said
from planning_kit.report.chapters.wording import answer, baht, known, number
from planning_kit.report.section import Fact, Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

KEY = "brief"
MOST_FIGURES, LEAST_FIGURES, MOST_PLACES = 5, 3, 8
_LONGEST_ASK, _LONGEST_FIGURES, _LONGEST_TITLE = 900, 420, 260
_DIGIT = re.compile(r"\d")
Line = tuple[str, str | None, str | None, str | None]


def proposal_brief(
    workbook: Workbook, code: str, known_frames: Gathered | None = None, today: date | None = None
) -> Section:
    """Return a proposal as a brief of two sheets, in the language in use.

    ``code`` of a proposal of this workbook; ``known_frames`` of other plan areas (without them
    those of the areas below in the same store); ``today`` the day to count waiting from. No
    person is named: people's words are printed with their group and place. Raises ``KitError``
    ``report.no-such-proposal``.
    """
    held, day = known_frames or gathered_below(workbook), date_of_making(today)
    facts = brief_facts(workbook, code, held, day)
    words, names = RefWords(held), PlanNames(workbook)
    section = Section(
        KEY,
        cut(facts.row["statement"], _LONGEST_TITLE),
        layout=Layout.SHEET,
        facts=_figures_large(facts),
        sentences=[_what_it_is(facts, words, names), *_asked(facts)],
    )
    section.parts = [_why(facts, words, day), _second(workbook, facts, held, words)]
    return section


def _figures_large(facts: BriefFacts) -> list[Fact]:
    count, found = facts.count, []
    if facts.row["amount"] is not None:
        found.append(Fact(baht(facts.row["amount"]), _("asked for")))
    if count["tambons"] and count["heard"] > 1:
        found.append(Fact(coverage_said(count), _("tell of this problem")))
    if known(count["households"]):
        told = number(count["households"])
        found.append(Fact(told, _("households affected, as stated"), silent_said(count)))
    if facts.row["amount"] is None and known(count["amount"]):
        found.append(
            Fact(baht(count["amount"]), _("asked by projects of the plans"), unpriced_said(count))
        )
    return found


def _what_it_is(facts: BriefFacts, words: RefWords, names: PlanNames) -> str:
    row = facts.row
    parts = [_("Policy proposal {code}", code=row["proposal_code"]), words.area(row["plan_area"])]
    if row["theme"]:
        parts.append(_("theme: {theme}", theme=names.taxon("policy_theme", row["theme"])))
    return " · ".join(parts)


def _asked(facts: BriefFacts) -> list[str]:
    row = facts.row
    kind = answer("proposal", "ask_kind", row["ask_kind"]) or _("kind not stated")
    to = row["addressee"] or _("office not stated")
    asked = cut(row["ask"] or row["statement"], _LONGEST_ASK)
    return [
        _("What is asked ({kind}): {ask}", kind=kind, ask=asked),
        _("Of whom: {office} (level: {level})", office=to, level=level_said(row["level"])),
    ]


def _why(facts: BriefFacts, words: RefWords, day: date) -> Section:
    part = Section("brief-why", _("Why"), sentences=_because(facts))
    part.tables = [_figures(facts, words, day)]
    if any(len(row["refs"]) > 1 for row in facts.parts):
        part.notes = [
            _("Of several problems of one tambon the largest number of households counts.")
        ]
    if len(facts.parts) > 1:
        part.tables.append(_places(facts, words))
    return part


def _places(facts: BriefFacts, words: RefWords) -> Table:
    """Return where it is told, the largest first."""
    ordered = sorted(facts.parts, key=lambda row: (-(row["households"] or 0), row["plan_area"]))
    rows = [
        {
            "area": words.area(row["plan_area"]),
            "households": row["households"] if row["counts_households"] else None,
            "amount": row["amount"] if row["counts_amount"] else None,
        }
        for row in ordered[:MOST_PLACES]
    ]
    columns = [
        Column("area", _("Plan area")),
        Column("households", _("Households affected"), Form.INT),
        Column("amount", _("Money asked by projects for it (baht)"), Form.INT),
    ]
    types = {"area": "text", "households": "number", "amount": "number"}
    table = Table(framed(rows, types), columns, caption=_("Where it is told"))
    if (more := len(ordered) - MOST_PLACES) > 0:
        table.note = _("and {n} more", n=number(more))
    return table


def _because(facts: BriefFacts) -> list[str]:
    count = facts.count
    said = []
    if count["tambons"]:
        parts = [_("The problem is told by {tambons}.", tambons=coverage_said(count))]
        if known(count["households"]):
            told = number(count["households"])
            parts.append(_("Households affected, as they state: {n}.", n=told))
        if silent := silent_said(count):
            parts.append(f"({silent})")
        said.append(" ".join(parts))
    else:
        said.append(_("No problem with figures is tied to this proposal yet."))
    if facts.row["figures"]:
        figures = cut(facts.row["figures"], _LONGEST_FIGURES)
        said.append(_("Figures behind it: {figures}", figures=figures))
    return said


def _figures(facts: BriefFacts, words: RefWords, day: date) -> Table:
    """Return three to five figures: those cited for the problems, then the counts themselves."""
    cited: list[Line] = []
    for row in facts.figures[:MOST_FIGURES]:
        said = str(row["statement"])
        if not _DIGIT.search(said) and row["value"] is not None:
            said = f"{said}: {number(row['value'])} {row['unit'] or ''}".strip()
        when = format_date(row["as_of"], "short") if row["as_of"] else None
        n = number(row["n"]) if row["n"] is not None else None
        where = row["source"] or _("source not stated")
        cited.append((said, n, when, f"{where} · {words.area(row['plan_area'])}"))
    counted = _counted(facts, format_date(day, "short"))
    lines = [*cited, *counted[: max(0, LEAST_FIGURES - len(cited))]]
    names = ("figure", "n", "as_of", "source")
    columns = [
        Column("figure", _("Figure")),
        Column("n", _("n")),
        Column("as_of", _("As of")),
        Column("source", _("Source")),
    ]
    rows = [dict(zip(names, line, strict=True)) for line in lines]
    frame = framed(rows, dict.fromkeys(names, "text"))
    return Table(frame, columns, caption=_("Figures"), wide=False)


def _counted(facts: BriefFacts, day: str) -> list[Line]:
    """Return the counts as figures: their n is tambons or projects, their source the plans."""
    count, plans = facts.count, _("records of the tambons’ plans")
    stated = count["tambons"] - count["unstated"]
    found: list[Line] = []
    if known(count["households"]):
        said = _("Households affected: {n}", n=number(count["households"]))
        found.append((said, _("{n} tambons", n=number(stated)), day, plans))
    if known(count["amount"]):
        said = _("Money asked by projects for it: {amount}", amount=baht(count["amount"]))
        found.append((said, _("{n} projects", n=number(count["projects"])), day, plans))
    if count["tambons"]:
        said = _("Told by {tambons}", tambons=coverage_said(count))
        found.append((said, _("{n} tambons", n=number(count["heard"])), day, plans))
    if facts.problems:
        said = _("Problems behind it: {n}", n=number(len(facts.problems)))
        found.append((said, _("{n} tambons", n=number(count["heard"])), day, plans))
    return found


def _second(workbook: Workbook, facts: BriefFacts, held: Gathered, words: RefWords) -> Section:
    return Section(
        "brief-way",
        _("People’s words, the way of the proposal, and the answer"),
        layout=Layout.SHEET,
        parts=[
            voices_part(facts, held, words),
            way_part(facts, held, words),
            answer_part(facts),
            contacts_part(workbook, facts),
        ],
    )


def proposal_codes(workbook: Workbook) -> tuple[str, ...]:
    """Return the codes of the proposals of a workbook, sorted."""
    rows = plain_rows(workbook.frame("proposal"), ("proposal_code",))
    return tuple(sorted(str(row["proposal_code"]) for row in rows))
