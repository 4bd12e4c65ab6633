"""The year of the community: crops, labour, water, debt, hazards and feasts by month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planning_kit.charts.season_calendar import season_calendar
from planning_kit.language import _
from planning_kit.records.forum_choices import CalendarKind
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.problem_places import places_said
from planning_kit.report.chapters.told_at import told_at
from planning_kit.report.chapters.wording import answer, nothing_known
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_months

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_ENTRY = ("kind", "name", "months", "peak_months", "note", "village_codes", "forum_code")
_FEW = 4
_SHOWN = dict.fromkeys(("kind", "name", "months", "peak_months", "note", "villages"), "text")


def season_year(workbook: Workbook) -> Section:
    """Return the twelve months as people told them; the survey’s own are in the farming chapter."""
    title = _("The year through the months")
    frame = workbook.frame("calendar_entry")
    rows = plain_rows(frame, _ENTRY)
    if not rows:
        return nothing_known("season-year", title, _("the seasonal calendar"), "calendar_entry")
    order = [kind.value for kind in CalendarKind]
    rows.sort(key=lambda row: order.index(row["kind"]) if row["kind"] in order else len(order))
    section = Section("season-year", title, sentences=_hard(rows))
    labels = {kind.value: str(kind.words) for kind in CalendarKind}
    caption = _("Twelve months: crops, labour, water, debt, hazards")
    told = " · ".join(f"{row['name']}: {_months(row['months'])}" for row in rows)
    figures = season_calendar(frame, kind_labels=labels)
    section.pictures = picture_sheets(figures, told, caption)
    section.tables = [_table(workbook, rows)]
    section.evidence = told_at(workbook, [row["forum_code"] for row in rows])
    section.notes = [
        _("Planting and harvest as the households of the survey stated them are told with farming.")
    ]
    return section


def _hard(rows: list[Row]) -> list[str]:
    """Name the months in which most troubles of water, debt and hazards meet."""
    troubles = [row for row in rows if row["kind"] in ("debt", "hazard", "labour")]
    counts = dict.fromkeys(range(1, 13), 0)
    for row in troubles:
        for month in row["months"] or ():
            counts[int(month)] += 1
    most = max(counts.values())
    busy = [month for month, count in counts.items() if count == most]
    if most < 2 or len(busy) > _FEW:
        return []
    return [
        _(
            "Heaviest for people: {months}, when {n} things of labour, debt and hazards meet.",
            months=format_months(busy),
            n=most,
        )
    ]


def _months(cell: Any) -> str:
    return format_months(int(month) for month in (cell or ()))


def _table(workbook: Workbook, rows: list[Row]) -> Table:
    places = places_said(workbook)
    shown = [
        row
        | {
            "kind": answer("calendar_entry", "kind", row["kind"]),
            "months": _months(row["months"]) or None,
            "peak_months": _months(row["peak_months"]) or None,
            "villages": places(row["village_codes"]),
        }
        for row in rows
    ]
    columns = [
        Column("name", _("What")),
        Column("kind", _("Kind")),
        Column("months", _("Months")),
        Column("peak_months", _("Heaviest")),
        Column("villages", _("Villages")),
        Column("note", _("Remark")),
    ]
    return Table(framed(shown, _SHOWN), columns, _("Seasonal calendar in words"), whole=False)
