"""The foreword: what the book is for, in the people’s own words where they wrote some."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.report.chapters.meetings import listed
from planning_kit.report.chapters.narrative import own_words
from planning_kit.report.section import Layout, Section
from planning_kit.workbook import Workbook


def foreword(workbook: Workbook) -> Section:
    """Return the foreword: the council’s own text first, then how to read the book.

    What is written as the narrative of the chapter ``foreword`` takes the place of the text
    that the plan period holds.
    """
    period = workbook.period
    written = own_words(workbook).get("foreword")
    sentences = written.sentences if written else listed(period.foreword)
    sentences.append(
        _(
            "This book belongs to the people of {area}. It gathers what is known about their "
            "farming, so that the plan for B.E. {start}–{end} starts from the same facts for all.",
            area=workbook.title(),
            start=period.plan_start_be,
            end=period.plan_end_be,
        )
    )
    sentences.append(
        _(
            "Every figure says where it comes from, when it was gathered and how many answered. "
            "No household can be recognised: groups of fewer than five are hidden."
        )
    )
    team = [part.strip() for part in (period.team or "").split(";") if part.strip()]
    if team:
        sentences.append(_("Working group: {team}.", team=" · ".join(team)))
    return Section("foreword", _("Foreword"), layout=Layout.SHEET, sentences=sentences)
