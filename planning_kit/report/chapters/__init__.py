"""The chapters, one file each: a workbook in, a ``Section`` out."""

from planning_kit.report.chapters.action_plan import action_plan
from planning_kit.report.chapters.agencies_convergence import agencies_convergence
from planning_kit.report.chapters.ballot_checks import ballot_checks, ballots_to_look_at
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
from planning_kit.report.chapters.choosing import choosing, choosing_in_the_hall
from planning_kit.report.chapters.choosing_the_pilot import choosing_the_pilot
from planning_kit.report.chapters.comparison import comparison
from planning_kit.report.chapters.contents import contents
from planning_kit.report.chapters.cover import cover
from planning_kit.report.chapters.criteria_scale import criteria_scale
from planning_kit.report.chapters.data_holders import data_holders
from planning_kit.report.chapters.deadlines import deadlines
from planning_kit.report.chapters.decisions import decisions
from planning_kit.report.chapters.diversity import diversity
from planning_kit.report.chapters.endorsement import endorsement
from planning_kit.report.chapters.environment import environment
from planning_kit.report.chapters.five_year_budget import five_year_budget
from planning_kit.report.chapters.follow_book import convergence_record, following_up
from planning_kit.report.chapters.foreword import foreword
from planning_kit.report.chapters.groups import groups
from planning_kit.report.chapters.hazards import hazards
from planning_kit.report.chapters.income import income
from planning_kit.report.chapters.income_projects import income_projects
from planning_kit.report.chapters.indicator_signals import indicator_signals
from planning_kit.report.chapters.inequality import inequality
from planning_kit.report.chapters.land import land
from planning_kit.report.chapters.level_requests import level_requests
from planning_kit.report.chapters.local_answers import local_answers
from planning_kit.report.chapters.local_knowledge import local_knowledge
from planning_kit.report.chapters.logframe import logframe
from planning_kit.report.chapters.margins import margins
from planning_kit.report.chapters.merge_suggestions import merge_suggestions
from planning_kit.report.chapters.method import method
from planning_kit.report.chapters.minutes_appendix import minutes_and_photos
from planning_kit.report.chapters.money_order import money_order
from planning_kit.report.chapters.money_vote import money_vote
from planning_kit.report.chapters.next_steps import next_steps
from planning_kit.report.chapters.participation import participation
from planning_kit.report.chapters.partners import partners
from planning_kit.report.chapters.people import people
from planning_kit.report.chapters.pilot_board import pilot_board
from planning_kit.report.chapters.place import place
from planning_kit.report.chapters.plan_book import indicator_chapter, proposals_and_lessons
from planning_kit.report.chapters.plan_checks import must_be_mended, plan_checks
from planning_kit.report.chapters.planning_book import (
    carrying_out,
    direction,
    draft_checks,
    project_appendix,
    projects_and_budget,
)
from planning_kit.report.chapters.priorities import priorities
from planning_kit.report.chapters.problem_evidence import problem_evidence
from planning_kit.report.chapters.problem_trees import problem_tree_of, problem_trees
from planning_kit.report.chapters.problems import problems, problems_told
from planning_kit.report.chapters.production import production
from planning_kit.report.chapters.progress import progress
from planning_kit.report.chapters.progress_sheet import progress_sheet
from planning_kit.report.chapters.project_details import project_details
from planning_kit.report.chapters.project_progress import project_progress
from planning_kit.report.chapters.project_register import project_register
from planning_kit.report.chapters.project_sheets import project_sheets
from planning_kit.report.chapters.proposal_brief import proposal_brief
from planning_kit.report.chapters.proposal_path import proposal_path
from planning_kit.report.chapters.quality import quality
from planning_kit.report.chapters.recurring_problems import recurring_problems
from planning_kit.report.chapters.reminders import reminders
from planning_kit.report.chapters.resource_maps import resource_maps
from planning_kit.report.chapters.robustness import robustness
from planning_kit.report.chapters.rolled_up import roll_up_findings, rolled_up
from planning_kit.report.chapters.season import season
from planning_kit.report.chapters.season_year import season_year
from planning_kit.report.chapters.solved_problem import solved_problem
from planning_kit.report.chapters.sources import sources
from planning_kit.report.chapters.standards import standards
from planning_kit.report.chapters.swot import swot
from planning_kit.report.chapters.three_parties import three_parties
from planning_kit.report.chapters.timeline import timeline
from planning_kit.report.chapters.todos import todos
from planning_kit.report.chapters.village_summary import village_summary
from planning_kit.report.chapters.villages import villages
from planning_kit.report.chapters.vision_strategies import vision_strategies
from planning_kit.report.chapters.voices import voices
from planning_kit.report.chapters.voting_method import voting_method
from planning_kit.report.chapters.water import water
from planning_kit.report.chapters.what_if import what_if
from planning_kit.report.chapters.working_group import working_group

__all__ = [
    "action_plan",
    "agencies_convergence",
    "ballot_checks",
    "ballots_to_look_at",
    "carrying_out",
    "choosing",
    "choosing_in_the_hall",
    "choosing_the_pilot",
    "community_and_nature",
    "comparison",
    "comparisons",
    "contents",
    "convergence_record",
    "cover",
    "criteria_scale",
    "data_holders",
    "deadlines",
    "decisions",
    "direction",
    "diversity",
    "draft_checks",
    "endorsement",
    "environment",
    "evidence_and_method",
    "farming",
    "five_year_budget",
    "following_up",
    "foreword",
    "general_information",
    "groups",
    "hazards",
    "household_economy",
    "income",
    "income_projects",
    "indicator_chapter",
    "indicator_signals",
    "inequality",
    "land",
    "level_requests",
    "listening",
    "local_answers",
    "local_knowledge",
    "logframe",
    "margins",
    "merge_suggestions",
    "method",
    "minutes_and_photos",
    "money_order",
    "money_vote",
    "must_be_mended",
    "next_steps",
    "participation",
    "partners",
    "people",
    "pilot_board",
    "place",
    "plan_checks",
    "priorities",
    "problem_evidence",
    "problem_tree_of",
    "problem_trees",
    "problems",
    "problems_told",
    "production",
    "progress",
    "progress_sheet",
    "project_appendix",
    "project_details",
    "project_progress",
    "project_register",
    "project_sheets",
    "projects_and_budget",
    "proposal_brief",
    "proposal_path",
    "proposals_and_lessons",
    "quality",
    "recurring_problems",
    "reminders",
    "resource_maps",
    "robustness",
    "roll_up_findings",
    "rolled_up",
    "season",
    "season_year",
    "solved_problem",
    "sources",
    "standards",
    "swot",
    "taking_part",
    "three_parties",
    "timeline",
    "todos",
    "village_summary",
    "villages",
    "vision_strategies",
    "voices",
    "voting_method",
    "water",
    "what_if",
    "working_group",
]
