"""Where the area wants to go: vision, mission and goals, and the issues it works on."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.kinds import Choice, Code, Codes, Integer, LongText, Text
from planning_kit.records.plan_choices import StatementKind
from planning_kit.records.plan_fields import (
    FORUM_LINK,
    PROBLEMS_LINK,
    STRATEGY_LINK,
    forum_field,
    higher_field,
    open_field,
    position_field,
    problems_field,
    strategy_field,
)
from planning_kit.records.record import Noun, Record


class Strategy(Record):
    """A development issue (ประเด็นการพัฒนา): the heading under which projects stand."""

    noun = Noun(
        name="strategy",
        title=Words("ประเด็นการพัฒนา", "Development issues"),
        help=Words(
            "ประเด็นการพัฒนาหรือยุทธศาสตร์ละหนึ่งแถว โครงการทุกโครงการอยู่ใต้ประเด็นใดประเด็นหนึ่ง",
            "One row per development issue (strategy); every project stands under one",
        ),
        key=("strategy_code",),
        links=(PROBLEMS_LINK,),
        book="plan",
    )

    strategy_code: Code = open_field(
        "รหัสประเด็นการพัฒนา",
        "Development issue code",
        help=("ตั้งเอง สั้น ๆ เช่น ST1", "Your own short code, such as ST1"),
        example="ST1",
        required=True,
    )
    name: Text = open_field(
        "ชื่อประเด็นการพัฒนา", "Name", example="จัดการน้ำเพื่อการเกษตรร่วมกัน", required=True
    )
    objective: LongText = open_field(
        "วัตถุประสงค์", "Objective", example="ให้ทุกหมู่บ้านมีน้ำทำการเกษตรพอตลอดฤดู"
    )
    position: Integer = position_field()
    higher_codes: Codes = higher_field()
    problem_codes: Codes = problems_field()


class PlanStatement(Record):
    """A sentence of direction: the vision, a mission or a goal."""

    noun = Noun(
        name="plan_statement",
        title=Words("วิสัยทัศน์ พันธกิจ เป้าประสงค์", "Vision, mission, goals"),
        help=Words("ข้อความละหนึ่งแถว", "One sentence a row"),
        key=("kind", "statement_code"),
        links=(STRATEGY_LINK, FORUM_LINK),
        book="plan",
    )

    kind: Choice = open_field(
        "เป็น", "Kind", choices=StatementKind, example=StatementKind.VISION, required=True
    )
    statement_code: Code = open_field(
        "รหัสข้อความ",
        "Statement code",
        help=("ตั้งเอง เช่น V1 M1 G1", "Your own, such as V1, M1, G1"),
        example="V1",
        required=True,
    )
    statement: LongText = open_field(
        "ข้อความ",
        "Statement",
        example="ทุ่งฝึกหัดน้ำพอ ดินดี หนี้ลด คนรุ่นใหม่อยากทำเกษตร",
        required=True,
    )
    strategy_code: Code = strategy_field()
    forum_code: Code = forum_field()
