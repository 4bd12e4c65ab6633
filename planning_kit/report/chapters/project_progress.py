"""How far every project has come, by how much, and which quarters nobody reported."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import N_, _, ngettext
from planning_kit.plan.reported_progress import REPORT
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.following import (
    day_notes,
    follow_day,
    light,
    per_cent,
    progress_of,
    quarter_said,
    rules_of_signals,
    written_evidence,
)
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import baht, label, nothing_known, number
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

STATES = {
    "not_begun": N_("its first quarter is not over"),
    "not_reported": N_("not reported"),
    "reported": N_("under way"),
    "done": N_("all work done"),
}
_SHOWN = {
    "project": "text",
    "state": "text",
    "told": "text",
    "work": "text",
    "light": "text",
    "planned": "number",
    "granted": "number",
    "spent": "number",
    "missing": "text",
}


def project_progress(workbook: Workbook, today: date | None = None) -> Section:
    """Return where each project stands by its last report; not reported is never zero."""
    title = _("Progress of the projects")
    day = follow_day(workbook, today)
    reports = plain_rows(workbook.frame("project_progress"), REPORT)
    table = progress_of(workbook, day)
    if not reports and table[table["state"] != "not_begun"].empty:
        return nothing_known("progress-now", title, _("progress"), "project_progress")
    names = PlanNames(workbook)
    section = Section("progress-now", title, layout=Layout.LANDSCAPE)
    rows = plain_rows(table, table.columns)
    section.sentences = [*_counted(rows), *_odd(rows, names)]
    section.tables = [_standing(rows, names)]
    section.evidence = written_evidence(reports, "reported_by", "reported_on")
    section.notes = [*day_notes(day, today, why=True), _rule()]
    section.parts = _every_report(reports, names)
    return section


def _counted(rows: list[Row]) -> list[str]:
    due = [row for row in rows if row["state"] != "not_begun"]
    told = [row for row in due if row["state"] != "not_reported"]
    said = [
        _(
            "Of {due} projects with a finished quarter, {told} have reported and {silent} have not; "
            "not reported is not zero.",
            due=number(len(due)),
            told=number(len(told)),
            silent=number(len(due) - len(told)),
        )
    ]
    spent = [row["spent"] for row in told if row["spent"] is not None]
    if spent:
        planned = [row["planned"] or 0 for row in told if row["spent"] is not None]
        said.append(
            _(
                "{n} projects have told their money: {spent} spent of {planned} planned for them.",
                n=number(len(spent)),
                spent=baht(sum(spent)),
                planned=baht(sum(planned)),
            )
        )
    return said


def _odd(rows: list[Row], names: PlanNames) -> list[str]:
    said = [
        _(
            "{project}: {work} of the work is reported, which is more than all of it. The figure "
            "stands as it was written; check it.",
            project=names.coded("project", row["project_code"]),
            work=per_cent(row["physical"]) or "",
        )
        for row in rows
        if (row["physical"] or 0) > 100
    ]
    for row in rows:
        limit = row["granted"] if row["granted"] is not None else row["planned"]
        if row["spent"] is not None and limit is not None and row["spent"] > limit:
            said.append(
                _(
                    "{project}: {spent} is spent, more than the {limit} it has.",
                    project=names.coded("project", row["project_code"]),
                    spent=baht(row["spent"]),
                    limit=baht(limit),
                )
            )
    return said


def _standing(rows: list[Row], names: PlanNames) -> Table:
    shown = [
        {
            "project": names.coded("project", row["project_code"]),
            "state": _(STATES[row["state"]]),
            "told": quarter_said(row["fiscal_year_be"], row["quarter"]),
            "work": _work(row),
            "light": light(row["signal"]) if row["signal"] != "grey" else None,
            "missing": " · ".join(codes(row["missing"])) or None,
        }
        | {name: row[name] for name in ("planned", "granted", "spent")}
        for row in rows
        if row["state"] != "not_begun"
    ]
    columns = [
        Column("project", _("Project"), links=names.links("project")),
        Column("state", _("State")),
        Column("told", _("Last told")),
        Column("work", _("Work done so far")),
        Column("light", _("Light")),
        Column("planned", _("Planned (baht)"), Form.BAHT),
        Column("granted", _("Granted (baht)"), Form.BAHT),
        Column("spent", _("Spent so far (baht)"), Form.BAHT),
        Column("missing", _("Quarters not reported")),
    ]
    note = _(
        "“–” means that nothing was written, not zero. Granted: ordinance lines and pledges given."
    )
    return Table(framed(shown, _SHOWN), columns, _("Where each project stands"), note=note)


def _work(row: Row) -> str | None:
    said = per_cent(row["physical"])
    if said is not None and row["basis"] == "activities":
        return _("{work}, from its activities by money", work=said)
    return said


def _rule() -> str:
    rules = rules_of_signals()
    return _(
        "Light: work done beside the share of the project’s time that is over. Green up to {green} "
        "points behind, amber up to {amber}, red beyond. {basis}.",
        green=number(100 * rules.green_behind),
        amber=number(100 * rules.amber_behind),
        basis=str(rules.basis),
    )


def _every_report(reports: list[Row], names: PlanNames) -> list[Section]:
    if not reports:
        return []
    reports = sorted(
        reports,
        key=lambda row: (row["project_code"], row["fiscal_year_be"], row["quarter"],
                         row["activity_no"] or 0),
    )  # fmt: skip
    fields = ("spent", "evidence", "obstacle", "solution", "next_step", "reported_by")
    shown = [
        {name: row[name] for name in fields}
        | {
            "project": names.coded("project", row["project_code"]),
            "activity": number(row["activity_no"]) if row["activity_no"] else _("whole"),
            "told": quarter_said(row["fiscal_year_be"], row["quarter"]),
            "work": per_cent(row["physical"]),
        }
        for row in reports
    ]
    columns = [
        Column("project", _("Project")),
        Column("activity", label("project_progress", "activity_no")),
        Column("told", label("project_progress", "quarter")),
        Column("work", label("project_progress", "physical")),
        Column("spent", label("project_progress", "spent"), Form.BAHT),
        *[Column(name, label("project_progress", name)) for name in fields[1:]],
    ]
    kinds = {column.name: "number" if column.is_number else "text" for column in columns}
    table: pd.DataFrame = framed(shown, kinds)
    said = ngettext("{count} report.", "{count} reports.", len(shown), count=number(len(shown)))
    return [
        Section(
            "progress-reports",
            _("Every report"),
            layout=Layout.LANDSCAPE,
            sentences=[said],
            tables=[Table(table, columns, wide=True)],
        )
    ]
