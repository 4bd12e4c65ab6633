"""The chapters, one file each: a workbook in, a ``Section`` out."""

from planning_kit.report.chapters.book import (
    community_and_nature,
    comparisons,
    evidence_and_method,
    farming,
    general_information,
    household_economy,
)
from planning_kit.report.chapters.comparison import comparison
from planning_kit.report.chapters.contents import contents
from planning_kit.report.chapters.cover import cover
from planning_kit.report.chapters.diversity import diversity
from planning_kit.report.chapters.environment import environment
from planning_kit.report.chapters.foreword import foreword
from planning_kit.report.chapters.groups import groups
from planning_kit.report.chapters.hazards import hazards
from planning_kit.report.chapters.income import income
from planning_kit.report.chapters.inequality import inequality
from planning_kit.report.chapters.land import land
from planning_kit.report.chapters.local_answers import local_answers
from planning_kit.report.chapters.margins import margins
from planning_kit.report.chapters.method import method
from planning_kit.report.chapters.next_steps import next_steps
from planning_kit.report.chapters.people import people
from planning_kit.report.chapters.place import place
from planning_kit.report.chapters.production import production
from planning_kit.report.chapters.progress import progress
from planning_kit.report.chapters.quality import quality
from planning_kit.report.chapters.season import season
from planning_kit.report.chapters.sources import sources
from planning_kit.report.chapters.standards import standards
from planning_kit.report.chapters.village_summary import village_summary
from planning_kit.report.chapters.villages import villages
from planning_kit.report.chapters.water import water

__all__ = [
    "community_and_nature",
    "comparison",
    "comparisons",
    "contents",
    "cover",
    "diversity",
    "environment",
    "evidence_and_method",
    "farming",
    "foreword",
    "general_information",
    "groups",
    "hazards",
    "household_economy",
    "income",
    "inequality",
    "land",
    "local_answers",
    "margins",
    "method",
    "next_steps",
    "people",
    "place",
    "production",
    "progress",
    "quality",
    "season",
    "sources",
    "standards",
    "village_summary",
    "villages",
    "water",
]
