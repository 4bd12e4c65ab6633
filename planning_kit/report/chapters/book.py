"""The chapters of the book: sections gathered under one heading each."""

from __future__ import annotations

from collections.abc import Callable

from planning_kit.language import _
from planning_kit.report.chapters.comparison import comparison
from planning_kit.report.chapters.diversity import diversity
from planning_kit.report.chapters.environment import environment
from planning_kit.report.chapters.groups import groups
from planning_kit.report.chapters.hazards import hazards
from planning_kit.report.chapters.income import income
from planning_kit.report.chapters.inequality import inequality
from planning_kit.report.chapters.land import land
from planning_kit.report.chapters.local_answers import local_answers
from planning_kit.report.chapters.margins import margins
from planning_kit.report.chapters.method import method
from planning_kit.report.chapters.people import people
from planning_kit.report.chapters.place import place
from planning_kit.report.chapters.production import production
from planning_kit.report.chapters.quality import quality
from planning_kit.report.chapters.season import season
from planning_kit.report.chapters.sources import sources
from planning_kit.report.chapters.standards import standards
from planning_kit.report.chapters.villages import villages
from planning_kit.report.chapters.water import water
from planning_kit.report.section import Layout, Section
from planning_kit.workbook import Workbook

_Part = Callable[[Workbook], Section | None]


def _chapter(
    key: str, title: str, why: str, workbook: Workbook, parts: tuple[_Part, ...]
) -> Section:
    return Section(
        key,
        title,
        layout=Layout.SHEET,
        sentences=[why],
        parts=[section for part in parts if (section := part(workbook)) is not None],
    )


def general_information(workbook: Workbook) -> Section:
    """Chapter 1: the place, its people, land and water."""
    return _chapter(
        "general",
        _("1. The tambon, its people, land and water"),
        _("Everyone should start from the same facts: who lives here, and what land and water."),
        workbook,
        (place, people, land, water),
    )


def farming(workbook: Workbook) -> Section:
    """Chapter 2: what is grown, what it brings, how, and when."""
    return _chapter(
        "farming",
        _("2. Farming"),
        _("Output, price and cost show which farming really feeds a family."),
        workbook,
        (production, margins, diversity, standards, season),
    )


def household_economy(workbook: Workbook) -> Section:
    """Chapter 3: income, expense, debt, and how evenly they are spread."""
    return _chapter(
        "economy",
        _("3. The household economy"),
        _("What is left, what is owed and how unequal it is tell who needs attention first."),
        workbook,
        (income, inequality),
    )


def community_and_nature(workbook: Workbook) -> Section:
    """Chapter 4: groups and funds, forest, water and soil, and past hazards."""
    return _chapter(
        "community",
        _("4. Community, nature and hazards"),
        _("Groups, forest, water and soil are what to build on; past hazards, what to expect."),
        workbook,
        (groups, environment, hazards),
    )


def comparisons(workbook: Workbook) -> Section:
    """Chapter 5: village by village, and the tambon beside its surroundings."""
    return _chapter(
        "compared",
        _("5. Comparisons"),
        _("Comparing shows what is particular to a place, and what all share."),
        workbook,
        (villages, comparison),
    )


def evidence_and_method(workbook: Workbook) -> Section:
    """Appendix: the area's own questions, sources, quality of the data, and method."""
    return _chapter(
        "evidence",
        _("Sources, data quality and method"),
        _("Every figure in this book can be traced back to where it came from."),
        workbook,
        (local_answers, sources, quality, method),
    )
