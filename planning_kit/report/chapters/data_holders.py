"""Who holds which data: the matrix of sets and holders, and what came of asking for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.language import N_, _
from planning_kit.plan.holdings import holdings, matrix_of
from planning_kit.records import is_above
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.following import day_notes, follow_day
from planning_kit.report.chapters.level_holders import (
    level_evidence,
    level_holdings,
    level_matrix,
)
from planning_kit.report.chapters.level_plans import LevelPlans
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import label, nothing_known, number
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

STATES = {
    "received": N_("received"),
    "refused": N_("refused"),
    "waiting": N_("asked, waiting"),
    "not_asked": N_("not asked"),
}


def data_holders(workbook: Workbook, today: date | None = None) -> Section:
    """Return the matrix dataset × holder, and each holding with its definition and dates.

    Above the tambon it is over the plans handed over too, with what came of asking in each place.
    """
    title = _("Who holds which data")
    day, names = follow_day(workbook, today), PlanNames(workbook)
    held = LevelPlans(workbook) if is_above(workbook.plan_area) else None
    table = (
        holdings(workbook.frame("dataset_holding"), day)
        if held is None
        else level_holdings(workbook, held, day)
    )
    if table.empty:
        return nothing_known("data-holders", title, _("who holds which data"), "dataset_holding")
    section = Section("data-holders", title, layout=Layout.LANDSCAPE)
    section.tables = [_matrix(table, names)]
    section.notes = [
        *day_notes(day, today),
        _(
            "The list of data sets is a default, not official; widen it in the lists to choose from."
        ),
    ]
    if held is None:
        section.sentences = [_counted(table), *_nobody(table, workbook, names)]
        section.evidence = _evidence(table)
        section.parts = [_details(table, names)]
    else:
        section.sentences = _nobody(table, workbook, names)
        section.evidence = [level_evidence(table, held)]
        section.notes.append(_("In the matrix the state furthest on of all places counts."))
        section.parts = level_matrix(table, workbook, held)
    return section


def _details(table: pd.DataFrame, names: PlanNames) -> Section:
    return Section(
        "data-holdings",
        _("Definition, refreshing and what came of asking"),
        layout=Layout.LANDSCAPE,
        tables=[_listed(table, names)],
    )


def _counted(table: pd.DataFrame) -> str:
    states = list(table["state"])
    return _(
        "{sets} sets of data at {holders} holders: {received} received, {waiting} asked and waited "
        "for, {refused} refused, {open} not asked.",
        sets=number(table["dataset"].nunique()),
        holders=number(table["holder"].nunique()),
        received=number(states.count("received")),
        waiting=number(states.count("waiting")),
        refused=number(states.count("refused")),
        open=number(states.count("not_asked")),
    )


def _nobody(table: pd.DataFrame, workbook: Workbook, names: PlanNames) -> list[str]:
    known = set(table["dataset"])
    rows = plain_rows(workbook.taxonomy("dataset"), ("code", "is_retired"))
    lacking = [row["code"] for row in rows if row["code"] not in known and not row["is_retired"]]
    if not lacking:
        return []
    listed = " · ".join(names.taxon("dataset", code) for code in lacking)
    return [_("Nobody is named yet as holder of: {sets}.", sets=listed)]


def _matrix(table: pd.DataFrame, names: PlanNames) -> Table:
    matrix = matrix_of(table)
    frame = pd.DataFrame(
        {
            "dataset": [names.taxon("dataset", code) for code in matrix.index],
            **{
                holder: [_(STATES[state]) if state else "" for state in matrix[holder]]
                for holder in matrix.columns
            },
        },
        dtype="object",
    )
    columns = [Column("dataset", label("dataset_holding", "dataset"))]
    columns += [Column(str(code), names.taxon("agency", code)) for code in matrix.columns]
    return Table(frame, columns, _("Sets of data by holder"), wide=True, whole=False)


def _listed(table: pd.DataFrame, names: PlanNames) -> Table:
    shown = [
        {
            "dataset": names.taxon("dataset", row["dataset"]),
            "holder": names.taxon("agency", row["holder"]),
            "definition": row["definition"],
            "refreshed": _refreshed(row),
            "state": _state(row),
            "note": row["note"],
        }
        for row in plain_rows(table, table.columns)
    ]
    columns = [
        Column("dataset", label("dataset_holding", "dataset")),
        Column("holder", label("dataset_holding", "holder")),
        Column("definition", label("dataset_holding", "definition")),
        Column("refreshed", _("Refreshed")),
        Column("state", _("What came of asking")),
        Column("note", label("dataset_holding", "note")),
    ]
    types = {column.name: "text" for column in columns}
    return Table(framed(shown, types), columns, wide=True)


def _refreshed(row: Row) -> str | None:
    day = _("last {date}", date=format_date(row["refreshed_on"], "short")) if (
        row["refreshed_on"]
    ) else None  # fmt: skip
    return " · ".join(one for one in (row["frequency"], day) if one) or None


def _state(row: Row) -> str:
    said = _(STATES[row["state"]])
    days = {
        "received": row["received_on"],
        "refused": row["refused_on"],
        "waiting": row["asked_on"],
    }
    if (day := days.get(row["state"])) is not None:
        said = f"{said} ({format_date(day, 'short')})"
    if row["state"] == "waiting" and row["days_waiting"] is not None:
        said = f"{said}, " + _("waiting {days} days", days=number(row["days_waiting"]))
    if row["state"] == "refused":
        return f"{said}: {row['refused_why'] or _('not written down')}"
    return said


def _evidence(table: pd.DataFrame) -> list[str]:
    names = ("refreshed_on", "asked_on", "received_on", "refused_on")
    days = sorted(
        day for row in plain_rows(table, names) for day in row.values() if day is not None
    )
    parts = [_("Source: {sources}", sources=_("log of the working group"))]
    if days:
        parts.append(_("written down {dates}", dates=format_date(days[-1], "short")))
    parts.append(_("n = {n} holdings", n=number(len(table))))
    return [" · ".join(parts)]
