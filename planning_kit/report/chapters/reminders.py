"""What is due: closing days, silent partners, reports, values and tasks, in one list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planning_kit.language import N_, _, ngettext
from planning_kit.plan.deadlines import deadlines_from
from planning_kit.plan.reminders import KINDS
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.following import (
    day_notes,
    follow_day,
    quarter_said,
    reminders_of,
    rules_of_signals,
)
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import joined, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_KIND = {
    "deadline": N_("closing day"),
    "pledge": N_("request without an answer"),
    "promise": N_("promised, not yet given"),
    "progress": N_("progress not reported"),
    "value": N_("value of an indicator"),
    "todo": N_("task of the working group"),
    "contact": N_("next step with an agency"),
    "step": N_("next step of a project"),
}


def reminders(workbook: Workbook, today: date | None = None) -> Section:
    """Return everything that is late or due soon, the longest overdue first."""
    day = follow_day(workbook, today)
    table = reminders_of(workbook, day)
    section = Section("reminders", _("What is due"))
    rows = plain_rows(table, table.columns)
    section.sentences = _said(rows)
    if rows:
        section.tables = [_listed(rows, PlanNames(workbook))]
    rules = rules_of_signals()
    section.notes = [
        *day_notes(day, today),
        _(
            "Soon: within {soon} days. A report is due {report} days after its quarter, a value "
            "{value} days after its year. {basis}.",
            soon=number(rules.soon_days),
            report=number(rules.report_days),
            value=number(rules.value_days),
            basis=str(rules.basis),
        ),
    ]
    return section


def _said(rows: list[Row]) -> list[str]:
    if not rows:
        return [_("Nothing is late, and nothing is due soon.")]
    late = [row for row in rows if row["state"] == "late"]
    said = [
        ngettext("{count} thing is late.", "{count} things are late.", len(late),
                 count=number(len(late)))
    ]  # fmt: skip
    parts = [
        _("{kind}: {count}", kind=_(_KIND[kind]), count=number(count))
        for kind in KINDS
        if (count := sum(row["kind"] == kind for row in late))
    ]
    if parts:
        said.append(_("Late by kind: {parts}.", parts=joined(parts)))
    soon = len(rows) - len(late)
    if soon:
        said.append(
            ngettext("{count} thing is due soon.", "{count} things are due soon.", soon,
                     count=number(soon))
        )  # fmt: skip
    return said


def _listed(rows: list[Row], names: PlanNames) -> Table:
    shown = [
        {
            "due": format_date(row["due"], "short"),
            "state": lateness(row),
            "kind": _(_KIND[row["kind"]]),
            "what": reminder_words(row, names),
            "whom": whom(row, names),
        }
        for row in rows
    ]
    columns = [
        Column("due", _("Due")),
        Column("state", _("State")),
        Column("kind", _("What sort")),
        Column("what", _("What is due")),
        Column("whom", _("From whom")),
    ]
    types = {column.name: "text" for column in columns}
    return Table(framed(shown, types), columns, _("All that is due"), whole=False)


def lateness(row: Row) -> str:
    """Say how late a reminder is, or how soon it is due."""
    days = int(row["days"])
    if days < 0:
        return ngettext("{days} day late", "{days} days late", -days, days=number(-days))
    if days == 0:
        return _("today")
    return ngettext("in {days} day", "in {days} days", days, days=number(days))


def reminder_words(row: Row, names: PlanNames) -> str:
    """Say what a reminder is about."""
    kind, code = row["kind"], row["code"]
    if kind == "deadline":
        rules = {
            one.code: one for one in deadlines_from(declared_toml("channels", "calendar.toml"))
        }
        said = str(rules[code].words) if code in rules else str(code)
        year = row["fiscal_year_be"]
        return said if year is None else _("{what} (year {year})", what=said, year=int(year))
    if kind == "progress":
        return ngettext(
            "{project}: {quarter} not reported",
            "{project}: {count} quarters not reported, from {quarter} on",
            int(row["count"]),
            project=names.coded("project", code),
            count=number(row["count"]),
            quarter=quarter_said(row["fiscal_year_be"], row["quarter"]) or "",
        )
    if kind == "value":
        return _(
            "{indicator}: actual value of fiscal year {year}",
            indicator=names.coded("indicator", code),
            year=int(row["fiscal_year_be"]),
        )
    if kind in ("pledge", "promise", "step"):
        return f"{names.coded('project', code)}: {row['what'] or _('not stated')}"
    return f"{code} {row['what'] or ''}".strip()


def whom(row: Row, names: PlanNames) -> str | None:
    """Say who is reminded: an agency or channel by its name, else the owner as written."""
    if row["whom"] is None:
        return None
    if row["kind"] in ("pledge", "promise", "contact"):
        return names.taxon("agency", row["whom"])
    if row["kind"] in ("deadline", "step"):
        return names.channel(row["whom"])
    return str(row["whom"])
