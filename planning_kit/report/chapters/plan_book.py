"""The chapters of the book that follow the plan up: indicators, proposals and lessons."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.report.chapters.book_chapter import book_chapter
from planning_kit.report.chapters.higher_plans import higher_plans
from planning_kit.report.chapters.indicators import indicators
from planning_kit.report.chapters.lessons import lessons
from planning_kit.report.chapters.model_tambon import model_tambon
from planning_kit.report.chapters.monitoring_plan import monitoring_plan
from planning_kit.report.chapters.proposals import proposals
from planning_kit.report.section import Section
from planning_kit.workbook import Workbook


def indicator_chapter(workbook: Workbook) -> Section:
    """Return how change is measured: indicators, who measures, and the model-tambon score."""
    return book_chapter(
        "measuring",
        _("Indicators and follow-up"),
        _("A plan is worth what it changes; these figures tell whether it did."),
        workbook,
        (indicators, monitoring_plan, model_tambon, higher_plans),
    )


def proposals_and_lessons(workbook: Workbook) -> Section:
    """Return what the tambon asks of others, and what it has learnt itself."""
    return book_chapter(
        "proposals-lessons",
        _("Policy proposals and lessons"),
        _("What the tambon cannot do alone it asks for, with its figures beside it."),
        workbook,
        (proposals, lessons),
    )
