"""The working group: seats by organisation and role. Names are written on paper only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.records.plain_rows import framed, plain_rows
from planning_kit.report.chapters.wording import label, nothing_known, persons
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

SEAT = ("organisation", "role", "seats", "duty", "position")
_SHOWN = {"organisation": "text", "role": "text", "seats": "number", "duty": "text"}


def working_group(workbook: Workbook) -> Section:
    """Return the seats of the working group, in their order."""
    title = _("The working group")
    rows = plain_rows(workbook.frame("working_group_seat"), SEAT)
    if not rows:
        return nothing_known("working-group", title, _("the working group"), "working_group_seat")
    rows.sort(key=lambda row: (row["position"] is None, row["position"] or 0))
    section = Section("working-group", title)
    stated = [row["seats"] for row in rows if row["seats"] is not None]
    if stated:
        section.sentences = [
            _(
                "Seats: {persons}; organisations and groups: {n}.",
                persons=persons(sum(stated)),
                n=len({row["organisation"] for row in rows}),
            )
        ]
    columns = [
        Column("organisation", label("working_group_seat", "organisation")),
        Column("role", label("working_group_seat", "role")),
        Column("seats", label("working_group_seat", "seats"), Form.INT),
        Column("duty", label("working_group_seat", "duty")),
    ]
    caption = _("Seats of the working group")
    section.tables = [Table(framed(rows, _SHOWN), columns, caption, wide=True, whole=False)]
    return section
