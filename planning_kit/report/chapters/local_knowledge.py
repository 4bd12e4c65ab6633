"""What the community knows and has invented, and what could come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.records.plain_rows import codes, framed, plain_rows
from planning_kit.report.chapters.problem_places import places_said
from planning_kit.report.chapters.wording import answer, label, nothing_known, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_KNOWN = ("name", "kind", "what", "used_by", "village_code", "benefit", "could_lead_to")
_SHOWN = dict.fromkeys(("name", "kind", "what", "who", "benefit", "could_lead_to"), "text")


def local_knowledge(workbook: Workbook) -> Section:
    """Return innovations, local knowledge and fitting technology; strengths are told elsewhere."""
    title = _("What the community knows and has invented")
    rows = plain_rows(workbook.frame("local_knowledge"), _KNOWN)
    if not rows:
        return nothing_known(
            "local-knowledge", title, _("local knowledge and innovation"), "local_knowledge"
        )
    places = places_said(workbook)
    shown = [
        row
        | {
            "kind": answer("local_knowledge", "kind", row["kind"]),
            "who": " · ".join(
                part for part in (row["used_by"], places(codes(row["village_code"]))) if part
            )
            or None,
        }
        for row in rows
    ]
    fields = ("name", "kind", "what")
    columns = [Column(name, label("local_knowledge", name)) for name in fields]
    columns.append(Column("who", label("local_knowledge", "used_by")))
    columns += [
        Column(name, label("local_knowledge", name)) for name in ("benefit", "could_lead_to")
    ]
    section = Section("local-knowledge", title)
    section.sentences = [
        _("On record: {n}. Strengths and capital are told with the groups.", n=number(len(rows)))
    ]
    caption = _("Local knowledge, innovation and technology")
    section.tables = [Table(framed(shown, _SHOWN), columns, caption, whole=False, wide=True)]
    return section
