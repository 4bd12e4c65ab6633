"""What 112 invented people of the practice tambon said they want to learn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from planning_kit.practice.chance import Chance
from planning_kit.practice.plan_texts import Row
from planning_kit.records.household_choices import AgeGroup, FarmingType, Sex
from planning_kit.records.training_choices import (
    Hindrance,
    LearnerRole,
    LearningTime,
    LearningWay,
    Skill,
)

T = TypeVar("T")
_VILLAGES = 8
_OF_EACH = 14
_MOST = 5
_OFTEN: Mapping[Skill, int] = {
    Skill.INTEGRATED: 46, Skill.ACCOUNT: 52, Skill.TECHNOLOGY: 38, Skill.SOIL: 40,
    Skill.WATER: 44, Skill.PESTS: 34, Skill.SEED: 14, Skill.ANIMALS: 26, Skill.STANDARDS: 14,
    Skill.PROCESSING: 22, Skill.SELLING: 36, Skill.RESIDUE: 14, Skill.MONEY: 30,
    Skill.GROUPS: 10, Skill.MEETINGS: 6, Skill.PROJECTS: 8,
}  # fmt: skip
"""In how many of a hundred sheets of farmers a skill is ticked; leaders tick three more often."""
_LEADERS: Mapping[Skill, int] = {Skill.GROUPS: 45, Skill.MEETINGS: 50, Skill.PROJECTS: 60}
_HINDERED = {Hindrance.TIME: 45, Hindrance.FAR: 25, Hindrance.COST: 30, Hindrance.CARE: 25,
             Hindrance.READING: 30, Hindrance.UNTOLD: 35, Hindrance.USELESS: 15}  # fmt: skip
_WAYS = {LearningWay.FIELD: 70, LearningWay.VISIT: 55, LearningWay.HALL: 25,
         LearningWay.HOME: 20, LearningWay.PHONE: 30}  # fmt: skip
_TIMES = {LearningTime.MORNING: 50, LearningTime.AFTERNOON: 25, LearningTime.EVENING: 30,
          LearningTime.DAY: 15, LearningTime.HOLIDAY: 20}  # fmt: skip
_MONTHS = {"ก.พ.-เม.ย.": 4, "มี.ค.-เม.ย.": 4, "ก.พ.": 2, "ส.ค.": 1}


def need_rows() -> list[Row]:
    """Return the sheets, fourteen of each village; the same on every machine."""
    return [
        _sheet(village, place) for village in range(1, _VILLAGES + 1) for place in range(_OF_EACH)
    ]


def _sheet(village: int, place: int) -> Row:
    draw = Chance("training need", village, place)
    role = LearnerRole.BOTH if place < 2 else LearnerRole.FARMER
    often = {**_OFTEN, **(_LEADERS if role is LearnerRole.BOTH else {})}
    # The order is drawn before the limit is met, so that the last of the list have their chance.
    ticked = _ticked(draw, often) or [Skill.ACCOUNT]
    while len(ticked) > _MOST:
        ticked.pop(draw.below(len(ticked)))
    age = {AgeGroup.FROM_17_TO_45: 20, AgeGroup.FROM_46_TO_59: 45, AgeGroup.OVER_59: 35}
    return {
        "sheet_no": f"T{(village - 1) * _OF_EACH + place + 1:03d}",
        "asked_on": f"{2 + village} ส.ค. 2569",
        "village_code": f"990101{village:02d}",
        "sex": draw.pick({Sex.FEMALE: 56, Sex.MALE: 44}),
        "age_group": draw.pick(age),
        "role": role,
        "farming_type": draw.pick(
            {FarmingType.SINGLE: 6, FarmingType.SEVERAL: 4, FarmingType.INTEGRATED: 1}
        ),
        "wanted": tuple(ticked),
        "wanted_most": draw.pick({skill: often[skill] for skill in ticked}),
        "can_teach": tuple(_ticked(draw, {skill: 8 for skill in Skill if skill not in ticked}))
        or None,
        "hindrances": tuple(_ticked(draw, _HINDERED)) or (Hindrance.NONE,),
        "ways": tuple(_ticked(draw, _WAYS)) or (LearningWay.FIELD,),
        "times": tuple(_ticked(draw, _TIMES)) or (LearningTime.MORNING,),
        "free_months": draw.pick(_MONTHS),
    }


def _ticked(draw: Chance, often: Mapping[T, int]) -> list[T]:
    return [answer for answer, percent in often.items() if draw.yes(percent)]
