"""The chapters of following up: what came of the plan, and what partners did about it."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.report.chapters.activities_by import activities_by_if_wide
from planning_kit.report.chapters.agencies_convergence import agencies_convergence
from planning_kit.report.chapters.book_chapter import book_chapter
from planning_kit.report.chapters.data_holders import data_holders
from planning_kit.report.chapters.indicator_signals import indicator_signals
from planning_kit.report.chapters.project_progress import project_progress
from planning_kit.report.chapters.reminders import reminders
from planning_kit.report.chapters.solved_problem import solved_problem
from planning_kit.report.chapters.three_parties import three_parties
from planning_kit.report.chapters.todos import todos
from planning_kit.report.section import Section
from planning_kit.workbook import Workbook


def following_up(workbook: Workbook) -> Section:
    """Return how far projects and indicators have come, what is due, and what was solved."""
    return book_chapter(
        "following-up",
        _("Following up"),
        _("Every quarter: how far it has come, what blocks it, and what was not reported."),
        workbook,
        (
            project_progress,
            activities_by_if_wide,
            indicator_signals,
            reminders,
            todos,
            solved_problem,
        ),
    )


def working_together(workbook: Workbook) -> Section:
    """Return the same for a place above the tambon: what it did itself with the agencies."""
    section = Section("working-together", _("Partners acting together"))
    written = any(not workbook.frame(name).empty for name in ("contact", "pledge"))
    own = (agencies_convergence,) if written else ()
    section.parts = [part(workbook) for part in (*own, three_parties, data_holders)]
    return section


def convergence_record(workbook: Workbook) -> Section:
    """Return what agencies were asked and did, what three parties do together, who holds data."""
    return book_chapter(
        "convergence-record",
        _("Partners acting together"),
        _("What was asked of whom, what came of it, and which data lie where."),
        workbook,
        (agencies_convergence, three_parties, data_holders),
    )
