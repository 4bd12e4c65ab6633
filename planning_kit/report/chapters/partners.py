"""Partners and what they were asked for: by agency and project, how much, by when, answered or not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.plan.convergence import agency_matrix, by_agency, convergence
from planning_kit.records.plain_rows import Row, added, framed, plain_rows
from planning_kit.report.chapters.plan_frames import date_of_making
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import answer, baht, nothing_known, number
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_ROW = {
    "agency": "text",
    "project": "text",
    "what": "text",
    "amount": "number",
    "by": "text",
    "state": "text",
    "answer": "text",
}


def partners(workbook: Workbook, today: date | None = None) -> Section:
    """Return what every agency was asked for and what it answered, as on ``today``."""
    title = _("Partners and what they promised")
    day = date_of_making(today)
    table = convergence(workbook.frame("pledge"), day)
    if table.empty:
        return nothing_known("partners", title, _("partners and pledges"), "pledge")
    names = PlanNames(workbook)
    section = Section("partners", title, sentences=_said(table, names))
    section.tables = [_agencies(table, names)]
    section.parts = [
        Section(
            "partners-asked",
            _("Every request"),
            layout=Layout.LANDSCAPE,
            tables=[_requests(table, names)],
        ),
        # A column for each project: upright, their words would break letter by letter.
        Section(
            "partners-matrix",
            _("Agency by project"),
            layout=Layout.LANDSCAPE,
            tables=[_matrix(table, names)],
        ),
    ]
    section.notes = [
        _("As on {date}.", date=format_date(day, "long")),
        _("A promise is what was said to the working group; it is no budget until it is given."),
    ]
    return section


def promised_said(sums: pd.DataFrame) -> str:
    """Say the money of ``BY_AGENCY``; where nobody told an amount that is not zero."""
    promised, given = (
        added(row[name] for row in plain_rows(sums, (name,)))
        for name in ("baht_promised", "baht_given")
    )
    return _(
        "Promised: {promised}. Given: {given}.",
        promised=_("no amount told") if promised is None else baht(promised),
        given=_("no amount told") if given is None else baht(given),
    )


def _said(table: pd.DataFrame, names: PlanNames) -> list[str]:
    sums = by_agency(table)
    said = [
        _(
            "{agencies} agencies were named for {projects} projects: {pledges} requests, "
            "{unanswered} asked and not yet answered, {unasked} not yet asked.",
            agencies=number(len(sums)),
            projects=number(table["project_code"].nunique()),
            pledges=number(len(table)),
            unanswered=number(sums["unanswered"].sum()),
            unasked=number(sums["not_asked"].sum()),
        ),
        promised_said(sums),
    ]
    said += [
        _(
            "{agency} is past the day: {what} for {project}, needed by {due}.",
            agency=names.taxon("agency", row["agency"]),
            what=row["what"],
            project=names.coded("project", row["project_code"]),
            due=format_date(row["by_date"], "short"),
        )
        for row in plain_rows(table[table["is_late"]], table.columns)
    ]
    return said


def _agencies(table: pd.DataFrame, names: PlanNames) -> Table:
    sums = by_agency(table)
    frame = sums.assign(label=[names.taxon("agency", code) for code in sums["agency"]])
    columns = [
        Column("label", _("Agency")),
        Column("projects", _("Projects"), Form.INT),
        Column("not_asked", _("Not yet asked"), Form.INT),
        Column("unanswered", _("Not yet answered"), Form.INT),
        Column("promised", _("Promised"), Form.INT),
        Column("given", _("Given"), Form.INT),
        Column("refused", _("Refused by the agency"), Form.INT),
        Column("baht_promised", _("Promised (baht)"), Form.BAHT),
    ]
    return Table(frame, columns, caption=_("Requests by agency"))


def _requests(table: pd.DataFrame, names: PlanNames) -> Table:
    rows = [
        {
            "agency": names.taxon("agency", row["agency"]),
            "project": names.coded("project", row["project_code"]),
            "what": " · ".join(one for one in (row["what"], row["role"]) if one),
            "amount": row["amount"],
            "by": format_date(row["by_date"], "short") if row["by_date"] else None,
            "state": _state(row),
            "answer": row["answer"],
        }
        for row in plain_rows(table, table.columns)
    ]
    columns = [
        Column("agency", _("Agency")),
        Column("project", _("Project"), links=names.links("project")),
        Column("what", _("What is asked")),
        Column("amount", _("Worth (baht)"), Form.BAHT),
        Column("by", _("Needed by")),
        Column("state", _("Answered or not")),
        Column("answer", _("Answer")),
    ]
    return Table(framed(rows, _ROW), columns)


def _state(row: Row) -> str:
    said = answer("pledge", "state", row["state"])
    if row["state"] == "asked" and row["days_waiting"] is not None:
        waiting = _("waiting {days} days", days=number(row["days_waiting"]))
        return f"{said} ({waiting})"
    if row["answered_on"]:
        return f"{said} ({format_date(row['answered_on'], 'short')})"
    return said


def _matrix(table: pd.DataFrame, names: PlanNames) -> Table:
    """Return agency by project; the wording of the state furthest from done, blank where no part."""
    matrix = agency_matrix(table)
    frame = pd.DataFrame(
        {
            "label": [names.taxon("agency", code) for code in matrix.index],
            **{
                code: [answer("pledge", "state", state) if state else "" for state in matrix[code]]
                for code in matrix.columns
            },
        },
        dtype="object",
    )
    columns = [Column("label", _("Agency"))]
    columns += [Column(str(code), str(code)) for code in matrix.columns]
    note = _("Where an agency has several requests in a project, the one furthest from done.")
    return Table(frame, columns, note=note)
