"""What the plans of tambons ask of others, put together for a place above them.

By channel and year, what is asked and what was found; by agency, what came of it and when its
budget closes; answers that came back; and requests that may be one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from planning_kit.charts.values import Form
from planning_kit.deliberate.similar import suggest_merges
from planning_kit.language import _
from planning_kit.records.channel_declared import declared_channels
from planning_kit.records.plain_rows import framed, plain_rows
from planning_kit.report.chapters.asked_requests import AskedRequest, asked_requests
from planning_kit.report.chapters.asked_tables import money_table
from planning_kit.report.chapters.level_answers import level_answers
from planning_kit.report.chapters.level_plans import LevelPlans, plans_evidence
from planning_kit.report.chapters.level_projects import AskedProject, asked_projects
from planning_kit.report.chapters.plan_frames import date_of_making
from planning_kit.report.chapters.wording import joined, nothing_known, number, percent
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_LEAST_ALIKE = 0.6
_NAMED = 4
_ALIKE = {"agency": "text", "one": "text", "other": "text", "alike": "text"}
_MORE = {"place": "text", "project": "text", "agencies": "text", "planned": "number",
         "asked": "number"}  # fmt: skip
_STANDINGS = ("asked", "silent", "promised", "given", "refused")


def level_requests(workbook: Workbook, today: date | None = None) -> Section:
    """Return what is asked of whom, by channel and by agency, the answers, and what is asked twice."""
    held, title = LevelPlans(workbook), _("What the tambons ask, of whom and for which year")
    if not held.plans:
        return nothing_known("level-requests", title, _("plans of tambons"), "project")
    day = date_of_making(today)
    requests, projects = asked_requests(held, day), asked_projects(held)
    section = Section("level-requests", title, layout=Layout.LANDSCAPE)
    section.sentences = [
        _(
            "What communities pay and do themselves is not asked of anybody and is not counted here."
        ),
        _(
            "All that one agency is asked for goes to it as an Excel file, in the order in which "
            "its budget closes, and comes back with its answers: under “Plans received” in the "
            "hall, or with planning-kit requests."
        ),
    ]
    section.tables = [
        _by_channel(projects),
        _by_agency(requests),
        *_twice(requests),
        *_more_than_planned(projects, requests),
    ]
    section.evidence = [plans_evidence(held, n=len(requests), what=_("requests"))]
    section.notes = [_("As on {date}.", date=format_date(day, "long"))]
    section.parts = [level_answers(workbook, held)]
    return section


def _by_channel(projects: Sequence[AskedProject]) -> Table:
    channels = declared_channels()
    worth: dict[str, float] = defaultdict(float)
    for one in projects:
        worth[one.channel] += one.asked_in_all

    def said(code: str) -> str:
        return str(channels[code].words) if code in channels else _("not stated")

    groups = [
        (said(code), lambda one, code=code: one.channel == code)
        for code in sorted(worth, key=lambda code: (-worth[code], code))
    ]
    return money_table(projects, groups, _("Channel"), _("Money asked, by channel and year"))


def _by_agency(requests: Sequence[AskedRequest]) -> Table:
    by: dict[str, list[AskedRequest]] = defaultdict(list)
    for one in requests:
        by[one.agency_said].append(one)
    rows = [
        {
            "agency": said,
            "tambons": len({one.place for one in of_agency}),
            "n": len(of_agency),
            "amount": sum(one.amount or 0 for one in of_agency) or None,
            **{name: sum(one.standing == name for one in of_agency) for name in _STANDINGS},
            "closes": _next_closing(of_agency),
        }
        for said, of_agency in sorted(by.items(), key=_by_closing)
    ]
    columns = [
        Column("agency", _("Agency")),
        Column("closes", _("Its budget closes next")),
        Column("tambons", _("Tambons"), Form.INT),
        Column("n", _("Requests"), Form.INT),
        Column("amount", _("Worth (baht)"), Form.INT),
        Column("asked", _("waiting"), Form.INT),
        Column("silent", _("silent past its day"), Form.INT),
        Column("promised", _("promised"), Form.INT),
        Column("given", _("given"), Form.INT),
        Column("refused", _("refused"), Form.INT),
    ]
    types = {column.name: "number" for column in columns} | {"agency": "text", "closes": "text"}
    caption = _("Requests, by agency: the one whose budget closes first stands first")
    return Table(framed(rows, types), columns, caption=caption, listed=True)


def _closings(requests: Sequence[AskedRequest]) -> list[date]:
    return sorted(one.closes for one in requests if one.closes is not None)


def _by_closing(item: tuple[str, list[AskedRequest]]) -> tuple[date, int, str]:
    said, requests = item
    return next(iter(_closings(requests)), date.max), -len(requests), said


def _next_closing(requests: Sequence[AskedRequest]) -> str | None:
    days = _closings(requests)
    return format_date(days[0], "short") if days else None


def _twice(requests: Sequence[AskedRequest]) -> list[Table]:
    """Return requests to one agency that say much the same: people look whether they are one."""
    by: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for one in requests:
        by[one.agency_said].setdefault(one.what, set()).add(one.place)
    rows = []
    for said, texts in by.items():
        several = [(text, places) for text, places in texts.items() if len(places) > 1]
        rows += [{"agency": said, "one": text, "other": _places(places), "alike": _("the same words")}
                 for text, places in several]  # fmt: skip
        named = {text: text for text in texts}
        for row in plain_rows(suggest_merges(named, least=_LEAST_ALIKE), ("a", "b", "similarity")):
            rows.append({"agency": said, "one": row["a"], "other": row["b"],
                         "alike": percent(row["similarity"], 0)})  # fmt: skip
    if not rows:
        return []
    columns = [
        Column("agency", _("Agency")),
        Column("one", _("Asked")),
        Column("other", _("Asked alike, or by these tambons")),
        Column("alike", _("How alike")),
    ]
    caption = _("Requests that may be one: people look and decide")
    return [Table(framed(rows, _ALIKE), columns, caption=caption, listed=True)]


def _places(places: set[str]) -> str:
    """Return how many tambons, and the first of them: the agency's own file names all."""
    told = sorted(places)
    more = ["…"] if len(told) > _NAMED else []
    listed = " · ".join([*told[:_NAMED], *more])
    return _("{n} tambons: {places}", n=number(len(told)), places=listed)


def _more_than_planned(
    projects: Sequence[AskedProject], requests: Sequence[AskedRequest]
) -> list[Table]:
    """Return projects that ask agencies together for more than they plan to ask of others."""
    asked: dict[tuple[str, str], list[AskedRequest]] = defaultdict(list)
    for one in requests:
        if one.amount and one.standing != "refused":
            asked[one.plan_area, one.project_code].append(one)
    rows: list[dict[str, Any]] = []
    for project in projects:
        own = asked[project.plan_area, project.code]
        worth = sum(one.amount or 0 for one in own)
        if project.asked_in_all and worth > project.asked_in_all and len(own) > 1:
            rows.append({"place": project.place, "project": f"{project.code} {project.name}",
                         "agencies": joined(one.agency_said for one in own),
                         "planned": project.asked_in_all, "asked": worth})  # fmt: skip
    if not rows:
        return []
    columns = [
        Column("place", _("Tambon")),
        Column("project", _("Project")),
        Column("agencies", _("Asked of")),
        Column("planned", _("Planned to ask (baht)"), Form.INT),
        Column("asked", _("Asked together (baht)"), Form.INT),
    ]
    caption = _("The same money may be asked twice: projects that ask for more than they plan")
    return [Table(framed(rows, _MORE), columns, caption=caption, listed=True)]
