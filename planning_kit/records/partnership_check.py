"""The yearly check of the partnership: five questions, each scored with a word why."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.kinds import Code, Date, Integer, LongText, Text, YearBE
from planning_kit.records.plan_fields import FORUM_LINK, fiscal_year_field, forum_field, open_field
from planning_kit.records.record import Noun, Record


class PartnershipCheck(Record):
    """One answer of one organisation to one question of one year."""

    noun = Noun(
        name="partnership_check",
        title=Words("ตรวจความร่วมมือประจำปี", "Yearly check of partnership"),
        help=Words(
            "คำถามละหนึ่งแถว ตอบในนามองค์กรหรือตำแหน่ง คำถามเป็นค่าเริ่มต้น แก้ได้ ไม่ใช่แบบของทางราชการ",
            "One row per question, answered for an organisation; the questions are an editable default",
        ),
        key=("fiscal_year_be", "answered_as", "question"),
        links=(FORUM_LINK,),
        book="plan",
    )

    fiscal_year_be: YearBE = fiscal_year_field()
    answered_as: Text = open_field(
        "ตอบในนาม (องค์กรหรือตำแหน่ง)",
        "Answered for (organisation or role)",
        help=("ไม่ใช่ชื่อบุคคล", "Not a person’s name"),
        example="สภาเกษตรกรจังหวัด",
        required=True,
    )
    question: Code = open_field(
        "คำถาม",
        "Question",
        example="same_plan",
        declared="partnership_question",
        required=True,
    )
    score: Integer = open_field(
        "คะแนน",
        "Score",
        low=1,
        high=4,
        help=("1 ยังไม่เป็นเช่นนั้น ถึง 4 เป็นเช่นนั้นเต็มที่", "1 not at all, to 4 fully so"),
        example=3,
    )
    why: LongText = open_field("เพราะอะไร", "Why", example="ใช้แผนเล่มเดียวกันแล้ว แต่ยังประชุมแยก")
    answered_on: Date = open_field("วันที่ตอบ", "Answered on", example="20 ก.ย. 2570")
    forum_code: Code = forum_field()
