"""Who took part in the plan: meetings, women and men, ages, villages, and quorum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.meetings import FORUM
from planning_kit.report.chapters.participation_council import council
from planning_kit.report.chapters.participation_villages import by_group, by_village
from planning_kit.report.chapters.plan_names import paragraphs
from planning_kit.report.chapters.wording import (
    answer,
    joined,
    label,
    nothing_known,
    number,
    percent,
    persons,
)
from planning_kit.report.section import Fact, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_SEXES = ("men", "women", "other_sex")
_AGES = ("under_25", "age_25_59", "age_60_up")
_MEETINGS = {
    "meeting": "text",
    "date": "text",
    "kind": "text",
    "invited": "number",
    "present": "number",
    "men": "number",
    "women": "number",
    "under_25": "number",
    "age_60_up": "number",
    "anchor": "text",
}


def participation(workbook: Workbook) -> Section:
    """Return who took part: every meeting, the mix of people, villages, groups, quorum."""
    title = _("Who took part")
    meetings = _meetings(workbook)
    if not meetings:
        return nothing_known("participation", title, _("meetings"), "forum")
    section = Section("participation", title, facts=_facts(meetings))
    section.sentences = [_said(meetings), *_mix(meetings)]
    section.tables = [_table(meetings)]
    section.notes = [
        _(
            "People are counted, never named. Who came to several meetings is counted in each, "
            "so the sum is of attendances, not of persons."
        )
    ]
    found = (by_village(workbook), by_group(workbook), council(meetings), _dissent(workbook))
    section.parts = [part for part in found if part is not None]
    return section


def _meetings(workbook: Workbook) -> list[Row]:
    """Return the meetings by date, with the mix of those who came."""
    wanted = dict.fromkeys((*FORUM, *_SEXES, *_AGES))
    rows = plain_rows(workbook.frame("forum"), wanted)
    return sorted(rows, key=lambda row: (str(row["date"] or "9"), row["forum_code"]))


def _facts(meetings: list[Row]) -> list[Fact]:
    present = [row["present"] for row in meetings if row["present"] is not None]
    facts = [Fact(number(len(meetings)), _("meetings held"))]
    if present:
        note = _("meetings that counted them: {n}", n=number(len(present)))
        facts.append(Fact(number(sum(present)), _("attendances in all"), note))
    # “Other” is left blank where nobody is: it counts as none, not as unknown.
    known = [row | {"other_sex": row["other_sex"] or 0} for row in meetings]
    if (women := _share(known, "women", _SEXES)) is not None:
        facts.append(Fact(percent(women[0], 0), _("of those who came were women"), women[1]))
    return facts


def _said(meetings: list[Row]) -> str:
    kinds: dict[str, int] = {}
    for row in meetings:
        word = answer("forum", "kind", row["kind"])
        kinds[word] = kinds.get(word, 0) + 1
    told = joined(f"{word} {number(count)}" for word, count in kinds.items())
    days = [row["date"] for row in meetings if row["date"] is not None]
    if not days:
        return _("Meetings held for this plan: {kinds}.", kinds=told)
    return _(
        "Meetings held for this plan from {first} to {last}: {kinds}.",
        first=format_date(min(days)),
        last=format_date(max(days)),
        kinds=told,
    )


def _share(meetings: list[Row], part: str, whole: tuple[str, ...]) -> tuple[float, str] | None:
    """Return a part of the people at the meetings that state all of ``whole``, and the n."""
    stated = [row for row in meetings if all(row[name] is not None for name in whole)]
    people = sum(row[name] for row in stated for name in whole)
    if not people:
        return None
    note = _("{persons}, meetings: {n}", persons=persons(people), n=number(len(stated)))
    return sum(row[part] for row in stated) / people, note


def _mix(meetings: list[Row]) -> list[str]:
    young, old = _share(meetings, "under_25", _AGES), _share(meetings, "age_60_up", _AGES)
    if young is None or old is None:
        return [_("The ages of those who came were not written down.")]
    return [
        _(
            "Of those who came, {young} were under 25 and {old} were 60 or older ({counted}).",
            young=percent(young[0], 0),
            old=percent(old[0], 0),
            counted=young[1],
        )
    ]


def _table(meetings: list[Row]) -> Table:
    rows = [
        row
        | {
            "meeting": paragraphs((f"{row['forum_code']} {row['title']}", row["place"])),
            "date": format_date(row["date"], "short") if row["date"] else None,
            "kind": answer("forum", "kind", row["kind"]),
            "anchor": f"forum-{row['forum_code']}",
        }
        for row in meetings
    ]
    counts = ("invited", "present", "men", "women", "under_25", "age_60_up")
    columns = [
        Column("meeting", _("Meeting")),
        Column("date", label("forum", "date")),
        Column("kind", label("forum", "kind")),
    ]
    columns += [Column(name, label("forum", name), Form.INT) for name in counts]
    caption = _("Meetings and how many came")
    return Table(framed(rows, _MEETINGS), columns, caption, anchors="anchor", whole=False)


def _dissent(workbook: Workbook) -> Section | None:
    """Return who saw it otherwise: a decision keeps its dissent, and the book repeats it."""
    frame = workbook.frame("decision")
    told = frame[frame["dissent"].notna()] if len(frame) else frame
    if told.empty:
        return None
    section = Section("participation-dissent", _("Who saw it otherwise"))
    section.sentences = [
        _(
            "{code} {subject}: {dissent}",
            code=row["decision_code"],
            subject=row["subject"],
            dissent=row["dissent"],
        )
        for row in told.to_dict("records")
    ]
    section.notes = [
        _("How the votes were counted, and with what result, is told beside the priorities.")
    ]
    return section
