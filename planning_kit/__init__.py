"""The front door: ``import planning_kit as kit``.

Names are fetched when first asked for (PEP 562), so that a light command such as
``planning-kit areas`` loads no analysis stack.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# jsonschema, which looks over every notebook, builds a grammar of web addresses with it, in 2 s
# and 20 MB; our notebooks hold none, and where it is absent they are not looked for.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

CHAPTERS = (
    "cover",
    "foreword",
    "contents",
    "village_summary",
    "place",
    "people",
    "land",
    "water",
    "production",
    "margins",
    "standards",
    "income",
    "inequality",
    "diversity",
    "groups",
    "hazards",
    "environment",
    "season",
    "villages",
    "comparison",
    "local_answers",
    "sources",
    "method",
    "quality",
    "two_versions",
    "progress",
    "next_steps",
    "general_information",
    "farming",
    "household_economy",
    "community_and_nature",
    "comparisons",
    "evidence_and_method",
    "indicator_chapter",
    "proposals_and_lessons",
    "endorsement",
    "minutes_and_photos",
    "taking_part",
    "participation",
    "working_group",
    "listening",
    "problems",
    "problem_evidence",
    "merge_suggestions",
    "problem_trees",
    "swot",
    "timeline",
    "season_year",
    "local_knowledge",
    "training_needs",
    "resource_maps",
    "ballot_checks",
    "ballots_to_look_at",
    "choosing",
    "choosing_in_the_hall",
    "choosing_the_pilot",
    "criteria_scale",
    "decisions",
    "money_vote",
    "priorities",
    "robustness",
    "voices",
    "voting_method",
    "action_plan",
    "deadlines",
    "five_year_budget",
    "income_projects",
    "logframe",
    "money_order",
    "partners",
    "plan_checks",
    "project_details",
    "project_register",
    "project_sheets",
    "vision_strategies",
    "what_if",
    "direction",
    "projects_and_budget",
    "carrying_out",
    "project_appendix",
    "draft_checks",
    "pilot_board",
    "rolled_up",
    "level_plan",
    "own_records",
    "level_requests",
    "model_tambons",
    "recurring_problems",
    "proposal_path",
    "proposal_brief",
    "following_up",
    "convergence_record",
    "working_together",
    "progress_sheet",
    "project_progress",
    "indicator_signals",
    "reminders",
    "todos",
    "solved_problem",
    "agencies_convergence",
    "three_parties",
    "data_holders",
)
"""What shows a part of the report and does nothing else."""

_TOOLS = (
    "form",
    "table",
    "vote_setup",
    "hand_count",
    "ballot_entry",
    "decision_recorder",
    "gantt_editor",
    "budget_editor",
    "record_book",
    "group_problems",
    "settle_versions",
)

_HOME = {
    "ballots_to_look_at": "ballot_checks",
    **dict.fromkeys(
        (
            "community_and_nature",
            "comparisons",
            "evidence_and_method",
            "farming",
            "general_information",
            "household_economy",
            "listening",
            "taking_part",
        ),
        "book",
    ),
    "choosing_in_the_hall": "choosing",
    **dict.fromkeys(("convergence_record", "following_up", "working_together"), "follow_book"),
    "minutes_and_photos": "minutes_appendix",
    **dict.fromkeys(("indicator_chapter", "proposals_and_lessons"), "plan_book"),
    "must_be_mended": "plan_checks",
    **dict.fromkeys(
        ("carrying_out", "direction", "draft_checks", "project_appendix", "projects_and_budget"),
        "planning_book",
    ),
    "problem_tree_of": "problem_trees",
    "problems_told": "problems",
}
"""The file of a chapter whose file has another name."""


def _chapter(name: str) -> str:
    return f"planning_kit.report.chapters.{_HOME.get(name, name)}"


_DOOR = {
    "open_workbook": "planning_kit.workbook",
    "set_language": "planning_kit.language",
    "Technology": "planning_kit.plan.what_if",
    **dict.fromkeys(
        ("Gathered", "gathered", "gathered_below"), "planning_kit.report.chapters.gathered"
    ),
    **dict.fromkeys(_TOOLS, "planning_kit.faces"),
    **{name: _chapter(name) for name in CHAPTERS},
}

# Tools show and count what the report does; only this door stands above both rooms.
_SHOWS = {
    "problem_cards": "problems_told",
    "tree_editor": "problem_tree_of",
    "swot_board": "swot",
    "season_painter": "season_year",
    "attendance": "taking_part",
    "endorsing": "must_be_mended",
}
_DOOR |= dict.fromkeys(_SHOWS, "planning_kit.faces")

TOOLS = (*_TOOLS, *_SHOWS)
"""What people touch: forms, tables and the tools of the steps."""

__all__ = ["__version__", *_DOOR]


def __getattr__(name: str) -> Any:
    if name not in _DOOR:
        raise AttributeError(f"planning_kit has no {name!r}")
    found = getattr(import_module(_DOOR[name]), name)
    if name not in _SHOWS:
        return found
    return partial(found, section=getattr(import_module(_chapter(_SHOWS[name])), _SHOWS[name]))


def __dir__() -> list[str]:
    return sorted(__all__)
