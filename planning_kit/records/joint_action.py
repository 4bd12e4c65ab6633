"""The action plan of the three parties, quarter by quarter."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.follow_choices import ActionState, Party
from planning_kit.records.kinds import Choice, Code, Integer, LongText, Several, Text, YearBE
from planning_kit.records.plan_fields import (
    FORUM_LINK,
    fiscal_year_field,
    forum_field,
    open_field,
)
from planning_kit.records.record import Check, Noun, Record


class JointAction(Record):
    """What farmers’ council, community councils and CODI do in one quarter, and its result."""

    noun = Noun(
        name="joint_action",
        title=Words("แผนปฏิบัติการสามฝ่าย", "Action plan of three parties"),
        help=Words(
            "เรื่องละหนึ่งแถวต่อไตรมาส สภาเกษตรกร สภาองค์กรชุมชน และ พอช. ใครทำอะไร ได้ผลอย่างไร",
            "One row per action and quarter: farmers’ council, community councils, CODI",
        ),
        key=("action_code",),
        links=(FORUM_LINK,),
        checks=(
            Check(
                "joint.lead-takes-no-part",
                ("lead", "parties"),
                lambda r: r.lead is None or r.parties is None or r.lead in r.parties,
                N_("The party that leads is not among those who take part; correct one of the two"),
            ),
        ),
        book="plan",
    )

    action_code: Code = open_field(
        "รหัสกิจกรรมร่วม",
        "Action code",
        help=("ตั้งเอง สั้น ๆ เช่น JA01", "Your own short code, such as JA01"),
        example="JA01",
        required=True,
    )
    fiscal_year_be: YearBE = fiscal_year_field()
    quarter: Integer = open_field("ไตรมาส", "Quarter", low=1, high=4, example=1, required=True)
    what: Text = open_field(
        "ทำอะไรร่วมกัน", "What is done together", example="อบรมวิทยากรกระบวนการของตำบล", required=True
    )
    parties: Several = open_field(
        "ใครร่วมทำ",
        "Who takes part",
        choices=Party,
        example=(Party.FARMERS_COUNCIL, Party.COMMUNITY_COUNCILS),
    )
    lead: Choice = open_field("ใครนำ", "Who leads", choices=Party, example=Party.FARMERS_COUNCIL)
    state: Choice = open_field("สถานะ", "State", choices=ActionState, example=ActionState.DONE)
    result: LongText = open_field("ผลที่เกิดขึ้น", "Result", example="วิทยากร 6 คน ใช้สมุดงานเป็น")
    forum_code: Code = forum_field()
