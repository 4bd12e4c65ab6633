"""The convergence record: for each agency what was asked, answered and given, and what it co-owns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _, ngettext
from planning_kit.plan.convergence import by_agency, convergence
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.agency_record import agency_record
from planning_kit.report.chapters.following import day_notes, follow_day
from planning_kit.report.chapters.partners import promised_said
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import joined, nothing_known, number
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_CONTACT = (
    "contact_code", "date", "agency", "kind", "way", "project_code", "proposal_code",
    "indicator_code", "asked", "said", "document", "next_step", "due",
)  # fmt: skip


def agencies_convergence(workbook: Workbook, today: date | None = None) -> Section:
    """Return one part for each agency: its requests, its joint indicators, the log of talks."""
    title = _("Convergence record: agency by agency")
    day = follow_day(workbook, today)
    table = convergence(workbook.frame("pledge"), day)
    contacts = plain_rows(workbook.frame("contact"), _CONTACT)
    owned = _co_owned(workbook)
    agencies = dict.fromkeys([*table["agency"], *owned, *(row["agency"] for row in contacts)])
    if not agencies:
        return nothing_known("convergence", title, _("partners and pledges"), "pledge")
    names = PlanNames(workbook)
    section = Section("convergence", title, layout=Layout.LANDSCAPE)
    section.sentences = _said(table, names)
    section.tables = [_summary(table, owned, contacts, agencies, names)]
    registry = {row["code"]: row for row in _registry(workbook)}
    section.parts = [
        agency_record(code, table, owned.get(code, []), contacts, names, registry.get(code))
        for code in agencies
    ]
    section.notes = [
        *day_notes(day, today, why=True),
        _("Silent is worked out: a request whose day is over without an answer."),
    ]
    return section


def _registry(workbook: Workbook) -> list[Row]:
    names = ("code", "agency_level", "agency_kind", "is_confirmed")
    return plain_rows(workbook.taxonomy("agency"), names)


def _co_owned(workbook: Workbook) -> dict[str, list[str]]:
    """Return agency -> the indicators it answers for together with the community."""
    found: dict[str, list[str]] = {}
    for row in plain_rows(workbook.frame("indicator"), ("indicator_code", "co_owners")):
        for agency in codes(row["co_owners"]):
            found.setdefault(agency, []).append(row["indicator_code"])
    return found


def _said(table: pd.DataFrame, names: PlanNames) -> list[str]:
    sums = by_agency(table)
    if sums.empty:
        return []
    silent = sums[sums["silent"] > 0]
    said = [promised_said(sums)]
    if len(silent):
        listed = joined(names.taxon("agency", code) for code in silent["agency"])
        count = int(silent["silent"].sum())
        said.append(
            ngettext(
                "{count} request is silent, of {agencies}.",
                "{count} requests are silent, of {agencies}.",
                count,
                count=number(count),
                agencies=listed,
            )
        )
    return said


def _summary(
    table: pd.DataFrame,
    owned: dict[str, list[str]],
    contacts: list[Row],
    agencies: dict[str, None],
    names: PlanNames,
) -> Table:
    counted = by_agency(table)
    sums = {row["agency"]: row for row in plain_rows(counted, counted.columns)}
    counts = ("not_asked", "promised", "given", "refused", "silent", "baht_promised", "baht_given")
    shown = []
    for code in agencies:
        own = sums.get(code, {})
        waiting = (own.get("unanswered") or 0) - (own.get("silent") or 0)
        shown.append(
            {name: own.get(name) for name in counts}
            | {
                "agency": names.taxon("agency", code),
                "waiting": waiting if own else None,
                "owned": len(owned.get(code, [])),
                "contacts": sum(row["agency"] == code for row in contacts),
            }
        )
    columns = [
        Column("agency", _("Agency")),
        Column("not_asked", _("Not yet asked"), Form.INT),
        Column("waiting", _("Asked, in time"), Form.INT),
        Column("silent", _("Silent"), Form.INT),
        Column("promised", _("Promised"), Form.INT),
        Column("given", _("Given"), Form.INT),
        Column("refused", _("Refused by the agency"), Form.INT),
        Column("baht_promised", _("Promised (baht)"), Form.BAHT),
        Column("baht_given", _("Given (baht)"), Form.BAHT),
        Column("owned", _("Joint indicators"), Form.INT),
        Column("contacts", _("Letters, calls, meetings"), Form.INT),
    ]
    kinds = {column.name: "number" if column.is_number else "text" for column in columns}
    return Table(framed(shown, kinds), columns, _("All agencies at a glance"))
