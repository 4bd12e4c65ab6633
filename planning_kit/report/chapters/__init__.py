"""The chapters, one file each: a workbook in, a ``Section`` out."""

from planning_kit.report.chapters.book import (
    community_and_nature,
    comparisons,
    evidence_and_method,
    farming,
    general_information,
    household_economy,
    listening,
    taking_part,
)
from planning_kit.report.chapters.comparison import comparison
from planning_kit.report.chapters.contents import contents
from planning_kit.report.chapters.cover import cover
from planning_kit.report.chapters.diversity import diversity
from planning_kit.report.chapters.endorsement import endorsement
from planning_kit.report.chapters.environment import environment
from planning_kit.report.chapters.foreword import foreword
from planning_kit.report.chapters.groups import groups
from planning_kit.report.chapters.hazards import hazards
from planning_kit.report.chapters.income import income
from planning_kit.report.chapters.inequality import inequality
from planning_kit.report.chapters.land import land
from planning_kit.report.chapters.local_answers import local_answers
from planning_kit.report.chapters.local_knowledge import local_knowledge
from planning_kit.report.chapters.margins import margins
from planning_kit.report.chapters.merge_suggestions import merge_suggestions
from planning_kit.report.chapters.method import method
from planning_kit.report.chapters.minutes_appendix import minutes_and_photos
from planning_kit.report.chapters.next_steps import next_steps
from planning_kit.report.chapters.participation import participation
from planning_kit.report.chapters.people import people
from planning_kit.report.chapters.place import place
from planning_kit.report.chapters.plan_book import indicator_chapter, proposals_and_lessons
from planning_kit.report.chapters.problem_trees import problem_trees
from planning_kit.report.chapters.problems import problems
from planning_kit.report.chapters.production import production
from planning_kit.report.chapters.progress import progress
from planning_kit.report.chapters.quality import quality
from planning_kit.report.chapters.resource_maps import resource_maps
from planning_kit.report.chapters.season import season
from planning_kit.report.chapters.season_year import season_year
from planning_kit.report.chapters.sources import sources
from planning_kit.report.chapters.standards import standards
from planning_kit.report.chapters.swot import swot
from planning_kit.report.chapters.timeline import timeline
from planning_kit.report.chapters.village_summary import village_summary
from planning_kit.report.chapters.villages import villages
from planning_kit.report.chapters.water import water
from planning_kit.report.chapters.working_group import working_group

__all__ = [
    "community_and_nature",
    "comparison",
    "comparisons",
    "contents",
    "cover",
    "diversity",
    "endorsement",
    "environment",
    "evidence_and_method",
    "farming",
    "foreword",
    "general_information",
    "groups",
    "hazards",
    "household_economy",
    "income",
    "indicator_chapter",
    "inequality",
    "land",
    "listening",
    "local_answers",
    "local_knowledge",
    "margins",
    "merge_suggestions",
    "method",
    "minutes_and_photos",
    "next_steps",
    "participation",
    "people",
    "place",
    "problem_trees",
    "problems",
    "production",
    "progress",
    "proposals_and_lessons",
    "quality",
    "resource_maps",
    "season",
    "season_year",
    "sources",
    "standards",
    "swot",
    "taking_part",
    "timeline",
    "village_summary",
    "villages",
    "water",
    "working_group",
]
