"""The resource maps that people drew: each with its caption and credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.records.forum_choices import AttachmentKind
from planning_kit.report.chapters.wording import number
from planning_kit.report.photo import IMAGES, Photo
from planning_kit.report.section import Section
from planning_kit.thai import format_date
from planning_kit.workbook.attaching import attached

if TYPE_CHECKING:
    from planning_kit.records import Attachment
    from planning_kit.workbook import Workbook


def resource_maps(workbook: Workbook) -> Section:
    """Return the resource maps; the printed book shows them with the minutes."""
    section = Section("resource-maps", _("Resource maps drawn by the people"))
    kept = attached(workbook, AttachmentKind.RESOURCE_MAP.value)
    if not kept:
        section.sentences = [
            _(
                "No resource map is kept yet. A photo of a hand-drawn one is enough; bring it in "
                "with “planning-kit attach”."
            )
        ]
        return section
    section.photos = [
        Photo(file.content, file.media_type, str(record.caption), _caption(record))
        for record, file in kept
        if file.media_type in IMAGES
    ]
    if papers := len(kept) - len(section.photos):
        section.notes = [
            _("Kept in the workbook as papers, not shown here: {n}.", n=number(papers))
        ]
    return section


def _caption(record: Attachment) -> str:
    taken = format_date(record.taken_on, "short") if record.taken_on else None
    credit = _("by {credit}", credit=record.credit) if record.credit else None
    return " · ".join(part for part in (str(record.caption), taken, credit) if part)
