"""Free words for a chapter of the printed plan."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.kinds import Code, Integer, LongText, Text
from planning_kit.records.plan_fields import open_field, position_field
from planning_kit.records.record import Noun, Record


class Narrative(Record):
    """What people want to say in their own words in one chapter."""

    noun = Noun(
        name="narrative",
        title=Words("เรื่องเล่าประกอบแผน", "Narrative"),
        help=Words(
            "ข้อความที่อยากให้พิมพ์ในเล่ม บทละหนึ่งแถว เช่น ประวัติตำบล คำนำ",
            "Text to print in the plan, one row per chapter: the tambon’s history, a foreword",
        ),
        key=("chapter",),
        book="plan",
    )

    chapter: Code = open_field(
        "บท",
        "Chapter",
        help=("รหัสบทในเล่มแผน เช่น place people", "A chapter of the plan, such as place, people"),
        example="place",
        required=True,
    )
    title: Text = open_field("หัวเรื่อง", "Heading", example="ประวัติตำบลทุ่งฝึกหัด")
    text: LongText = open_field(
        "ข้อความ",
        "Text",
        example="คนรุ่นแรกมาบุกเบิกทำนาริมคลองเมื่อราวปี 2470",
        required=True,
    )
    position: Integer = position_field()
