"""What tambons hand over, added up to amphoe, province, region and nation: pure.

Frames of ``PARTS`` in, frames of ``TOTALS`` out, and a total can be a part of the next level.
No total stands without its coverage, and each leads back to its parts.
"""

from planning_kit.rollup.climbing import climb, parts_of, roll_up
from planning_kit.rollup.conflicts import CONFLICTS, disagreeing, say_conflict
from planning_kit.rollup.first_to_last import FIRST_TO_LAST, first_to_last
from planning_kit.rollup.part import PARTS, TOTALS, as_parts
from planning_kit.rollup.reasons import LEFT_OUT, say_why_left_out, say_why_not
from planning_kit.rollup.result import RollUp
from planning_kit.rollup.successors import NOTICES, say_notice
from planning_kit.rollup.trend import TREND, trend

__all__ = [
    "CONFLICTS",
    "FIRST_TO_LAST",
    "LEFT_OUT",
    "NOTICES",
    "PARTS",
    "TOTALS",
    "TREND",
    "RollUp",
    "as_parts",
    "climb",
    "disagreeing",
    "first_to_last",
    "parts_of",
    "roll_up",
    "say_conflict",
    "say_notice",
    "say_why_left_out",
    "say_why_not",
    "trend",
]
