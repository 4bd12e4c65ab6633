"""Every sheet of the practice tambon's plan, as its working group would have typed it."""

from __future__ import annotations

from pathlib import Path

from planning_kit.practice import (
    plan_analysis,
    plan_ballots,
    plan_followed,
    plan_indicators,
    plan_meetings,
    plan_needs,
    plan_projects,
    plan_votes,
)
from planning_kit.practice.flaws import Flaw
from planning_kit.practice.plan_texts import Row, plan_texts
from planning_kit.practice.sheet import worded
from planning_kit.records import record_type

_AS_WRITTEN = ("poll", "decision", "strategy", "plan_statement", "proposal", "lesson", "narrative")

DELIBERATE_NOTICES = (
    Flaw("activity", "plan.activity-in-season", 1, "the market stall is agreed on in harvest"),
)
"""All that the checks of the plan find; on import nothing of it is flagged."""


def practice_plan_rows() -> dict[str, list[Row]]:
    """Return the rows of the plan: record name -> list of field -> value as people type it.

    The same rows come out on every machine. Costs are sums of budget lines; ballots come
    from seeded draws; words come from data/practice/plan.
    """
    return {
        "working_group_seat": plan_meetings.seat_rows(),
        "forum": plan_meetings.forum_rows(),
        "attendance": plan_meetings.attendance_rows(),
        "problem": plan_analysis.problem_rows(),
        "problem_evidence": plan_analysis.evidence_rows(),
        "tree_node": plan_analysis.tree_rows(),
        "swot_item": plan_analysis.swot_rows(),
        "local_knowledge": plan_analysis.knowledge_rows(),
        "training_need": plan_needs.need_rows(),
        "timeline_event": plan_analysis.timeline_rows(),
        "calendar_entry": plan_analysis.calendar_rows(),
        **{name: [dict(row) for row in plan_texts()[name]] for name in _AS_WRITTEN},
        "ballot_mark": plan_ballots.ballot_rows(),
        "vote_total": plan_votes.dot_rows(),
        "pair_total": plan_votes.pair_rows(),
        "project": plan_projects.project_rows(),
        "activity": plan_projects.activity_rows(),
        "budget_line": plan_projects.budget_rows(),
        "pledge": plan_projects.pledge_rows(),
        "project_status": plan_projects.status_rows(),
        "cash_item": plan_projects.cash_rows(),
        "indicator": plan_indicators.indicator_rows(),
        "indicator_value": [*plan_indicators.value_rows(), *plan_followed.actual_rows()],
        "model_score": plan_indicators.score_rows(),
        "project_progress": plan_followed.progress_rows(),
        "contact": plan_followed.contact_rows(),
        "todo": plan_followed.todo_rows(),
        "joint_action": plan_followed.joint_rows(),
        "partnership_check": plan_followed.partnership_rows(),
        "dataset_holding": plan_followed.holding_rows(),
    }


def write_practice_plan(path: str | Path, *, language: str = "th") -> None:
    """Write the practice plan into the planning workbook (the kit's second template) at ``path``.

    Answers stand in the cells as they are worded in ``language`` ("th" or "en").
    """
    from planning_kit.collect import write_template

    filled = {
        name: [worded(record_type(name), row, language) for row in rows]
        for name, rows in practice_plan_rows().items()
    }
    write_template(path, language=language, filled=filled, book="plan")
