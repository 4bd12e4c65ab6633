"""An invented tambon with an invented survey, to learn and to try the kit on."""

from planning_kit.practice.area import practice_period, practice_plan_area
from planning_kit.practice.flaws import DELIBERATE_FLAWS, Flaw
from planning_kit.practice.rows import practice_rows
from planning_kit.practice.sheet import write_practice_workbook

__all__ = [
    "DELIBERATE_FLAWS",
    "Flaw",
    "practice_period",
    "practice_plan_area",
    "practice_rows",
    "write_practice_workbook",
]
