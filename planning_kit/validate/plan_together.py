"""The rules between the records of a plan, one after another."""

from __future__ import annotations

from planning_kit.validate.ballots import ballots
from planning_kit.validate.channel_steps import channel_steps
from planning_kit.validate.decided import decided
from planning_kit.validate.frozen_values import frozen_values
from planning_kit.validate.meetings import meetings
from planning_kit.validate.pilot_weights import pilot_weights
from planning_kit.validate.plan_years import plan_years
from planning_kit.validate.problem_trees import problem_trees
from planning_kit.validate.progress_reports import progress_reports
from planning_kit.validate.project_money import project_money
from planning_kit.validate.swot_ways import swot_ways
from planning_kit.validate.typed_twice import typed_twice
from planning_kit.validate.voters import voters

PLAN_RULES = (
    problem_trees,
    ballots,
    typed_twice,
    voters,
    project_money,
    progress_reports,
    channel_steps,
    plan_years,
    decided,
    meetings,
    frozen_values,
    swot_ways,
    pilot_weights,
)
"""What would corrupt a result is refused; what people must look at is flagged."""
