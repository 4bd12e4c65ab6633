"""The chapters of the book: sections gathered under one heading each."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.report.chapters.book_chapter import book_chapter
from planning_kit.report.chapters.comparison import comparison
from planning_kit.report.chapters.diversity import diversity
from planning_kit.report.chapters.environment import environment
from planning_kit.report.chapters.groups import groups
from planning_kit.report.chapters.hazards import hazards
from planning_kit.report.chapters.income import income
from planning_kit.report.chapters.inequality import inequality
from planning_kit.report.chapters.land import land
from planning_kit.report.chapters.local_answers import local_answers
from planning_kit.report.chapters.local_knowledge import local_knowledge
from planning_kit.report.chapters.margins import margins
from planning_kit.report.chapters.method import method
from planning_kit.report.chapters.narrative import other_words
from planning_kit.report.chapters.participation import participation
from planning_kit.report.chapters.people import people
from planning_kit.report.chapters.place import place
from planning_kit.report.chapters.problem_trees import problem_trees
from planning_kit.report.chapters.problems import problems
from planning_kit.report.chapters.production import production
from planning_kit.report.chapters.quality import quality
from planning_kit.report.chapters.season import season
from planning_kit.report.chapters.season_year import season_year
from planning_kit.report.chapters.sources import sources
from planning_kit.report.chapters.standards import standards
from planning_kit.report.chapters.swot import swot
from planning_kit.report.chapters.timeline import timeline
from planning_kit.report.chapters.two_versions import two_versions
from planning_kit.report.chapters.villages import villages
from planning_kit.report.chapters.water import water
from planning_kit.report.chapters.working_group import working_group
from planning_kit.report.section import Numbering, Section
from planning_kit.workbook import Workbook

WITH_WORDS = (
    *("foreword", "taking-part", "participation", "working-group"),
    *("general", "place", "people", "land", "water"),
    *("farming", "production", "margins", "diversity", "standards", "season"),
    *("economy", "income", "debt", "inequality"),
    *("community", "groups", "local-knowledge", "environment", "hazards", "compared", "villages"),
    *("listening", "problems", "trees", "swot", "timeline", "season-year"),
    *("choosing", "priorities", "direction", "vision", "logframe"),
    *("projects-budget", "register", "budget", "money-order", "details"),
    *("carrying-out", "action", "partners", "deadlines"),
    *("measuring", "indicators", "monitoring", "model-tambon", "higher-plans"),
    *("proposals-lessons", "proposals", "lessons"),
    *("project-appendix", "sheets", "income-projects", "what-if"),
)
"""Chapters and parts that people may write words for: the words stand before them."""


def taking_part(workbook: Workbook) -> Section:
    """Who took part and how it can be proved: meetings, villages, quorum, working group."""
    return book_chapter(
        "taking-part",
        _("Participation and its proof"),
        _("A plan of the people shows who made it, who was missing and who saw it otherwise."),
        workbook,
        (participation, working_group),
    )


def listening(workbook: Workbook) -> Section:
    """The problems, their roots, the tambon’s history and its year."""
    return book_chapter(
        "listening",
        _("Problems and their roots"),
        _("Before choosing, listen: what troubles people, why, and what they have to build on."),
        workbook,
        (problems, problem_trees, swot, timeline, season_year, local_knowledge),
    )


def general_information(workbook: Workbook) -> Section:
    """The place, its people, land and water."""
    return book_chapter(
        "general",
        _("The tambon, its people, land and water"),
        _("Everyone should start from the same facts: who lives here, and what land and water."),
        workbook,
        (place, people, land, water),
    )


def farming(workbook: Workbook) -> Section:
    """What is grown, what it brings, how, and when."""
    return book_chapter(
        "farming",
        _("Farming"),
        _("Output, price and cost show which farming really feeds a family."),
        workbook,
        (production, margins, diversity, standards, season),
    )


def household_economy(workbook: Workbook) -> Section:
    """Income, expense, debt, and how evenly they are spread."""
    return book_chapter(
        "economy",
        _("The household economy"),
        _("What is left, what is owed and how unequal it is tell who needs attention first."),
        workbook,
        (income, inequality),
    )


def community_and_nature(workbook: Workbook) -> Section:
    """Groups and funds, forest, water and soil, and past hazards."""
    return book_chapter(
        "community",
        _("Community, nature and hazards"),
        _("Groups, forest, water and soil are what to build on; past hazards, what to expect."),
        workbook,
        (groups, environment, hazards),
    )


def comparisons(workbook: Workbook) -> Section:
    """Village by village, and the tambon beside its surroundings."""
    return book_chapter(
        "compared",
        _("Comparisons"),
        _("Comparing shows what is particular to a place, and what all share."),
        workbook,
        (villages, comparison),
    )


def evidence_and_method(workbook: Workbook) -> Section:
    """Appendix: the area's own questions, sources, quality of the data, and method."""
    return book_chapter(
        "evidence",
        _("Sources, data quality and method"),
        _("Every figure in this book can be traced back to where it came from."),
        workbook,
        (local_answers, sources, two_versions, quality, method, _words_left),
        Numbering.APPENDIX,
    )


def _words_left(workbook: Workbook) -> Section | None:
    return other_words(workbook, WITH_WORDS)
