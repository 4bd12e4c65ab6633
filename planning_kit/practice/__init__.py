"""An invented tambon with an invented survey, to learn and to try the kit on."""

from planning_kit.practice.area import practice_period, practice_plan_area
from planning_kit.practice.flaws import DELIBERATE_FLAWS, Flaw
from planning_kit.practice.plan import DELIBERATE_NOTICES, practice_plan_rows, write_practice_plan
from planning_kit.practice.plan_pictures import (
    ENDORSING_MEETING,
    PLAN_TITLE,
    PracticePicture,
    practice_pictures,
)
from planning_kit.practice.rows import practice_rows
from planning_kit.practice.sheet import write_practice_workbook

__all__ = [
    "DELIBERATE_FLAWS",
    "DELIBERATE_NOTICES",
    "ENDORSING_MEETING",
    "PLAN_TITLE",
    "Flaw",
    "PracticePicture",
    "practice_period",
    "practice_pictures",
    "practice_plan_area",
    "practice_plan_rows",
    "practice_rows",
    "write_practice_plan",
    "write_practice_workbook",
]
