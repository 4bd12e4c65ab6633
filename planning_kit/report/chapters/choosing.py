"""The chapter of the book on choosing: votes, what they say, and what was decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.report.chapters.ballot_checks import ballot_checks
from planning_kit.report.chapters.book_chapter import book_chapter
from planning_kit.report.chapters.criteria_scale import criteria_scale
from planning_kit.report.chapters.decisions import decisions
from planning_kit.report.chapters.money_vote import money_vote
from planning_kit.report.chapters.priorities import priorities
from planning_kit.report.chapters.robustness import robustness
from planning_kit.report.chapters.voices import voices
from planning_kit.report.chapters.voting_method import voting_method
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_HALL: tuple[Callable[[Workbook], Section | None], ...] = (
    criteria_scale,
    ballot_checks,
    priorities,
    robustness,
    voices,
    money_vote,
    decisions,
)


def choosing(workbook: Workbook) -> Section:
    """Return the chapter with its method part; for the printed book."""
    return _chapter(workbook, (*_HALL, voting_method))


def choosing_in_the_hall(workbook: Workbook) -> Section:
    """Return the chapter as participants see it: no way of counting has a name here."""
    return _chapter(workbook, _HALL)


def _chapter(
    workbook: Workbook, parts: tuple[Callable[[Workbook], Section | None], ...]
) -> Section:
    return book_chapter(
        "choosing",
        _("What comes first, and who decided it"),
        _(
            "Not everything can be done at once. This chapter tells how people weighed it, "
            "what came of it, and what the meeting decided."
        ),
        workbook,
        parts,
    )
