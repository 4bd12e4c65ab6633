"""The development plan of a place above the tambon, assembled from what tambons planned.

What is asked of whom by strategy and year, and money asked against money found: the inputs to
the provincial strategy and to the master plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from planning_kit.charts.values import Form
from planning_kit.language import N_, _, ngettext
from planning_kit.plan.level_strategies import HIGHER, NONE, OWN, TAMBON, Heading, in_listed_order
from planning_kit.records.plain_rows import framed
from planning_kit.report.chapters.asked_requests import AskedRequest, asked_requests
from planning_kit.report.chapters.asked_tables import money_table
from planning_kit.report.chapters.level_plans import LevelPlans, plans_evidence
from planning_kit.report.chapters.level_projects import (
    AskedProject,
    asked_projects,
    own_strategies,
)
from planning_kit.report.chapters.plan_frames import date_of_making
from planning_kit.report.chapters.wording import baht, nothing_known, number, percent
from planning_kit.report.section import Fact, Layout, Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_TITLES = {
    "province": N_("The province’s agricultural development plan, from plans of tambons"),
    "region": N_("The region’s agricultural development plan, from plans of tambons"),
    "nation": N_("Inputs to the master plan, from plans of tambons"),
}
_BY = {
    OWN: N_(
        "Projects stand under the strategies that this place’s own workbook lists: where a project, "
        "or the development issue it stands under, names the strategy or the same strategy of a "
        "higher plan."
    ),
    HIGHER: N_(
        "This place’s workbook lists no strategy of its own, so projects stand under the strategy "
        "of a higher plan that they name; those that name none, under the tambon’s own development "
        "issue, joined where the words are the same."
    ),
}


_STANDINGS = (
    (N_("waiting"), ("asked", "silent", "not_asked")),
    (N_("promised"), ("promised",)),
    (N_("given"), ("given",)),
    (N_("refused"), ("refused",)),
)


def level_plan(workbook: Workbook, today: date | None = None) -> Section:
    """Return money asked and found by strategy and year, and who is asked, by strategy."""
    title = _(_TITLES[str(workbook.plan_area.level)])
    held = LevelPlans(workbook)
    projects = asked_projects(held)
    if not projects:
        return nothing_known("level-plan", title, _("plans of tambons"), "project")
    own = own_strategies(workbook)
    headings = in_listed_order((one.heading for one in projects), own)
    requests = asked_requests(held, date_of_making(today))
    section = Section("level-plan", title, layout=Layout.LANDSCAPE)
    section.facts = _facts(held, projects)
    section.sentences = [_(_BY[OWN if own else HIGHER]), *_gaps(projects, has_own=bool(own))]
    mixed = len({one.kind for one in headings}) > 1
    groups = [(words_of(one, tell_whose=mixed), _is_under(one)) for one in headings]
    caption = _("Money asked and found, by strategy and year")
    section.tables = [
        money_table(projects, groups, _("Strategy or development issue"), caption),
        *_asked_of(projects, requests, headings),
    ]
    section.evidence = [plans_evidence(held, n=len(projects), what=_("projects"))]
    section.notes = _notes(projects)
    return section


def words_of(heading: Heading, *, tell_whose: bool = False) -> str:
    """Return what a heading is called, with its code where it has one.

    ``tell_whose`` says of a tambon's own issue that it is one, where it stands among others.
    """
    if heading.kind == NONE:
        return _("no strategy named")
    named = " ".join(dict.fromkeys(one for one in (heading.code, heading.name) if one))
    if heading.kind == TAMBON and tell_whose:
        return _("{issue} (tambons’ own issue)", issue=named)
    return named


def _is_under(heading: Heading) -> Any:
    return lambda project: project.heading == heading


def _facts(held: LevelPlans, projects: Sequence[AskedProject]) -> list[Fact]:
    asked = sum(one.asked_in_all for one in projects)
    found = [one.found for one in projects if one.found is not None]
    share = percent(sum(found) / asked, 0) if asked and found else None
    return [
        Fact(_("{n} of {all}", n=number(len(held.plans)), all=number(len(held.expected))),
             _("tambons whose plan is in it")),
        Fact(number(len(projects)), _("projects")),
        Fact(baht(asked), _("asked of others in all years")),
        Fact(baht(sum(found)) if found else _("not told yet"), _("found so far"),
             _("{share} of what is asked", share=share) if share else ""),
    ]  # fmt: skip


def _gaps(projects: Sequence[AskedProject], *, has_own: bool) -> list[str]:
    unnamed = [one for one in projects if one.heading.kind == NONE]
    if not has_own or not unnamed:
        return []
    return [
        ngettext(
            "{count} project, worth {baht}, names no strategy of this place. The tambon can name it "
            "in the column for higher plans, by the code of the strategy here.",
            "{count} projects, worth {baht}, name no strategy of this place. The tambons can name it "
            "in the column for higher plans, by the code of the strategy here.",
            len(unnamed),
            count=number(len(unnamed)),
            baht=baht(sum(one.asked_in_all for one in unnamed)),
        )
    ]


def _notes(projects: Sequence[AskedProject]) -> list[str]:
    notes = [
        _(
            "Found is what an office has granted, else what stands in the budget ordinance; “–” "
            "is not told, which is not zero. What communities pay themselves is not asked of "
            "anybody and is in no column."
        )
    ]
    several = sum(one.headings > 1 for one in projects)
    if several:
        notes.append(
            _(
                "{n} projects serve several strategies; each is counted once, under the first.",
                n=number(several),
            )
        )
    return notes


def _asked_of(
    projects: Sequence[AskedProject], requests: Sequence[AskedRequest], headings: list[Heading]
) -> list[Table]:
    """Return who is asked for what each strategy needs, by the first year of the project."""
    heading_of = {(one.plan_area, one.code): one.heading for one in projects}
    groups: dict[tuple[Heading, str], list[AskedRequest]] = defaultdict(list)
    for one in requests:
        heading = heading_of.get((one.plan_area, one.project_code))
        if heading is not None:
            groups[heading, one.agency_said].append(one)
    if not groups:
        return []
    years = sorted({one.year for one in requests if one.year is not None})
    order = sorted(groups, key=lambda key: (headings.index(key[0]), -len(groups[key]), key[1]))
    rows = [_asked_row(words_of(key[0]), key[1], groups[key], years) for key in order]
    columns = [
        Column("heading", _("Strategy or development issue")),
        Column("agency", _("Asked of")),
        Column("tambons", _("Tambons"), Form.INT),
        Column("n", _("Requests"), Form.INT),
        Column("standing", _("How they stand")),
        *(Column(f"y{year}", _("F.Y. {year} (baht)", year=year), Form.INT) for year in years),
        Column("unpriced", _("Without an amount"), Form.INT),
    ]
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    caption = _("Who is asked for each strategy, by the first year of the project")
    return [
        Table(
            framed(rows, types), columns, caption=caption, wide=True, row_heading=False, listed=True
        )
    ]


def _asked_row(
    heading: str, agency: str, requests: list[AskedRequest], years: list[int]
) -> dict[str, Any]:
    money = {
        f"y{year}": sum(one.amount for one in requests if one.year == year and one.amount) or None
        for year in years
    }
    standings = [one.standing for one in requests]
    return {
        "heading": heading,
        "agency": agency,
        "tambons": len({one.plan_area for one in requests}),
        "n": len(requests),
        **money,
        "unpriced": sum(one.amount is None for one in requests),
        "standing": " · ".join(
            f"{_(words)} {number(sum(one in states for one in standings))}"
            for words, states in _STANDINGS
            if any(one in states for one in standings)
        ),
    }
