"""What a place above the tambon holds itself: its own plan, followed up, and its own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.report.chapters.activities_by import activities_by
from planning_kit.report.chapters.figures_by_year import figures_by_year
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def own_records(workbook: Workbook) -> Section:
    """Return the follow-up of its own plan and its figures by year, or how to bring them in."""
    section = Section("own-records", _("Its own plan and figures"))
    with workbook.store.at_one_moment():
        parts = (activities_by(workbook), figures_by_year(workbook))
    section.parts = [part for part in parts if part is not None]
    section.sentences = [
        _(
            "What this place keeps itself, apart from what tambons handed over: its own plan and "
            "budget, followed up, and figures that offices published about it."
        )
        if section.parts
        else _(
            "It holds no plan and no figures of its own yet. They come in by importing a file of "
            "them for {place}.",
            place=workbook.title(),
        )
    ]
    return section
