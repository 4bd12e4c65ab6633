"""What one person wants to learn: a sheet of twelve questions without a name."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.field import field
from planning_kit.records.household_choices import AgeGroup, FarmingType, Sex
from planning_kit.records.kinds import Choice, Code, Date, Months, Several
from planning_kit.records.links import VILLAGE_LINK
from planning_kit.records.record import Check, Noun, Record
from planning_kit.records.training_choices import (
    Hindrance,
    LearnerRole,
    LearningTime,
    LearningWay,
    Skill,
)


class TrainingNeed(Record):
    """One person's answers. Households are not named: a leader's house may be in no survey."""

    noun = Noun(
        name="training_need",
        title=Words("อยากเรียนรู้เรื่องใด", "What people want to learn"),
        help=Words(
            "หนึ่งคนหนึ่งแถว ไม่เขียนชื่อ มี 12 คำถาม ใช้เลือกการอบรมของตำบล",
            "One row per person, without a name: twelve questions, to choose the tambon’s trainings",
        ),
        key=("sheet_no",),
        links=(VILLAGE_LINK,),
        checks=(
            Check(
                "training-need.most-not-wanted",
                ("wanted_most", "wanted"),
                lambda r: not r.wanted_most or not r.wanted or r.wanted_most in r.wanted,
                N_("What is wanted most is not among what is wanted; check both answers"),
            ),
        ),
        book="plan",
    )

    sheet_no: Code = field(
        "เลขที่แบบ",
        "Sheet number",
        help=(
            "เลขเรียงลำดับ ห้ามใช้ชื่อหรือเลขบัตรประชาชน",
            "A running number, never a name or citizen number",
        ),
        example="T001",
        required=True,
    )
    asked_on: Date = field("วันที่ตอบ", "Answered on", example="20 ส.ค. 2569")
    village_code: Code = field(
        "รหัสหมู่บ้าน",
        "Village code",
        help=("8 หลัก คือรหัสตำบลตามด้วยหมู่ที่ 2 หลัก", "8 digits: tambon code and village number"),
        example="99010103",
    )
    sex: Choice = field("เพศ", "Sex", choices=Sex, example=Sex.FEMALE)
    age_group: Choice = field("อายุ", "Age", choices=AgeGroup, example=AgeGroup.FROM_46_TO_59)
    role: Choice = field(
        "มาเรียนในฐานะ", "Learns as", choices=LearnerRole, example=LearnerRole.FARMER
    )
    farming_type: Choice = field(
        "ตอนนี้ทำเกษตรแบบใด", "Farms how today", choices=FarmingType, example=FarmingType.SINGLE
    )
    wanted: Several = field(
        "อยากเรียนรู้เรื่องใด",
        "Wants to learn",
        help=("เลือกได้ไม่เกินห้าเรื่อง", "Choose up to five"),
        choices=Skill,
        example=(Skill.ACCOUNT, Skill.INTEGRATED),
    )
    wanted_most: Choice = field(
        "เรื่องใดอยากเรียนที่สุด", "Wants most", choices=Skill, example=Skill.ACCOUNT
    )
    can_teach: Several = field(
        "เรื่องใดทำได้ดีและสอนเพื่อนได้",
        "Does well and could teach",
        choices=Skill,
        example=(Skill.SOIL,),
    )
    hindrances: Several = field(
        "อะไรทำให้ไปอบรมไม่ได้",
        "What keeps from trainings",
        choices=Hindrance,
        example=(Hindrance.TIME,),
    )
    ways: Several = field(
        "อยากเรียนแบบใด", "Likes to learn by", choices=LearningWay, example=(LearningWay.FIELD,)
    )
    times: Several = field(
        "มาได้เวลาใด", "Can come", choices=LearningTime, example=(LearningTime.MORNING,)
    )
    free_months: Months = field("เดือนที่ว่าง", "Free months", example="มี.ค.-เม.ย.")


QUESTIONS = tuple(
    name for name in TrainingNeed.model_fields if name not in ("sheet_no", "asked_on")
)
"""What a person answers; number and date are the recorder's."""
