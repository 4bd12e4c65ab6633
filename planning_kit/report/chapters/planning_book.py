"""The chapters of the book on planning: direction, projects and money, carrying it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.report.chapters.action_plan import action_plan
from planning_kit.report.chapters.book_chapter import book_chapter
from planning_kit.report.chapters.deadlines import deadlines
from planning_kit.report.chapters.five_year_budget import five_year_budget
from planning_kit.report.chapters.income_projects import income_projects
from planning_kit.report.chapters.logframe import logframe
from planning_kit.report.chapters.money_order import money_order
from planning_kit.report.chapters.partners import partners
from planning_kit.report.chapters.plan_checks import plan_checks
from planning_kit.report.chapters.plan_status import plan_status
from planning_kit.report.chapters.project_details import project_details
from planning_kit.report.chapters.project_register import project_register
from planning_kit.report.chapters.project_sheets import project_sheets
from planning_kit.report.chapters.vision_strategies import vision_strategies
from planning_kit.report.chapters.what_if import what_if
from planning_kit.report.section import Numbering, Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_Told = Callable[["Workbook"], Section]
_Part = Callable[["Workbook"], "Section | None"]


def direction(workbook: Workbook) -> Section:
    """Return where the tambon wants to go, and how the plan leads there."""
    return book_chapter(
        "direction",
        _("Direction of the plan"),
        _("From the problems to what is to be reached, and by which way."),
        workbook,
        _told_or_first((vision_strategies, logframe), workbook),
    )


def projects_and_budget(workbook: Workbook) -> Section:
    """Return the register, the five-year budget, the money against the order, and ผ.02."""
    return book_chapter(
        "projects-budget",
        _("Projects and budget"),
        _(
            "Every project says which problem it answers, who does it and where the money comes from."
        ),
        workbook,
        _told_or_first(
            (project_register, five_year_budget, money_order, project_details), workbook
        ),
    )


def carrying_out(workbook: Workbook, fiscal_year: int | None = None) -> Section:
    """Return the action plan of a fiscal year, the partners, and what is possible by when."""
    action: _Told = partial(action_plan, fiscal_year=fiscal_year)
    return book_chapter(
        "carrying-out",
        _("Carrying it out"),
        _("Who does what in which quarter, who was asked for what, and what closes when."),
        workbook,
        [_if_told(part) for part in (action, partners, deadlines)],
    )


def project_appendix(workbook: Workbook) -> Section | None:
    """Return the appendix of project forms and appraisals, ``None`` without any project."""
    appendix = book_chapter(
        "project-appendix",
        _("Project forms and calculations"),
        _("The full form of every project, and what the income projects are reckoned from."),
        workbook,
        map(_if_told, (project_sheets, income_projects, what_if)),
        Numbering.APPENDIX,
    )
    return appendix if appendix.parts else None


def draft_checks(workbook: Workbook) -> Section | None:
    """Return what is still to be mended as an appendix of a draft, ``None`` once endorsed."""
    if not plan_status(workbook).is_draft:
        return None
    return book_chapter(
        "draft",
        _("Still to be mended"),
        _("This book is a draft. What stands here is mended before it is endorsed."),
        workbook,
        (plan_checks,),
        Numbering.APPENDIX,
    )


def _told_or_first(parts: Sequence[_Told], workbook: Workbook) -> list[_Part]:
    """Return the parts that have something to tell; with none, the first says what is missing."""
    told = (_if_told(part)(workbook) for part in parts)
    sections = [section for section in told if section is not None] or [parts[0](workbook)]
    return [partial(_ready, section) for section in sections]


def _ready(section: Section, _workbook: Workbook) -> Section:
    return section


def _if_told(part: _Told) -> Callable[[Workbook], Section | None]:
    """Leave out of the printed book what only says that nothing is there yet."""

    def told(workbook: Workbook) -> Section | None:
        section = part(workbook)
        shown = (section.facts, section.pictures, section.tables, section.parts, section.evidence)
        return section if any(shown) else None

    return told
