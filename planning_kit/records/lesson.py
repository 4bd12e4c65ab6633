"""What was learnt on the way."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.kinds import Code, Date, LongText, Text
from planning_kit.records.plan_fields import (
    FORUM_LINK,
    PROJECT_LINK,
    forum_field,
    open_field,
    project_field,
)
from planning_kit.records.record import Noun, Record


class Lesson(Record):
    """What helped, what stood in the way, and the way out."""

    noun = Noun(
        name="lesson",
        title=Words("บทเรียน", "Lessons"),
        help=Words(
            "บทเรียนละหนึ่งแถว อะไรช่วย อะไรติดขัด แก้อย่างไร",
            "One row per lesson: what helped, the obstacle, the way out",
        ),
        key=("lesson_code",),
        links=(PROJECT_LINK, FORUM_LINK),
        book="plan",
    )

    lesson_code: Code = open_field(
        "รหัสบทเรียน",
        "Lesson code",
        help=("ตั้งเอง สั้น ๆ เช่น L01", "Your own short code, such as L01"),
        example="L01",
        required=True,
    )
    title: Text = open_field("เรื่อง", "Title", example="ขุดลอกคลองก่อนเก็บเกี่ยวไม่สำเร็จ", required=True)
    project_code: Code = project_field(required=False)
    what_helped: LongText = open_field(
        "อะไรช่วยให้ได้ผล", "What helped", example="กลุ่มผู้ใช้น้ำมีกองทุนของตนเอง"
    )
    obstacle: LongText = open_field(
        "อะไรติดขัด", "Obstacle", example="นัดทำงานตรงกับช่วงเกี่ยวข้าว คนมาน้อย"
    )
    way_out: LongText = open_field("แก้อย่างไร", "Way out", example="ย้ายไปทำเดือนมกราคม")
    date: Date = open_field("วันที่", "Date", example="20 พ.ย. 2569")
    forum_code: Code = forum_field()
