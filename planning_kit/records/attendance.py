"""Who came to a meeting, by village, group or organisation: numbers, never names."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.forum_choices import AttendanceBy
from planning_kit.records.kinds import Choice, Code, Integer, Text
from planning_kit.records.plan_fields import FORUM_LINK, count_field, forum_field, open_field
from planning_kit.records.plan_rules import parts_within
from planning_kit.records.record import Check, Link, Noun, Record, Severity


class Attendance(Record):
    """How many came to one meeting from one village or group."""

    noun = Noun(
        name="attendance",
        title=Words("ผู้เข้าร่วมเวที", "Attendance"),
        help=Words(
            "เวทีหนึ่งมีได้หลายแถว แยกตามหมู่บ้าน กลุ่ม หรือองค์กร ใช้ดูว่ามาครบทุกหมู่บ้านหรือไม่",
            "Several rows per forum, by village, group or organisation; shows who was missing",
        ),
        key=("forum_code", "by", "name"),
        links=(FORUM_LINK, Link("name", "village", "village_code", when=("by", ("village",)))),
        checks=(
            Check(
                "attendance.women-above-present",
                ("women", "present"),
                parts_within(("women",), "present"),
                N_("More women than people present; check both counts"),
                Severity.REFUSE,
            ),
        ),
        book="plan",
    )

    forum_code: Code = forum_field(required=True)
    by: Choice = open_field(
        "นับตาม", "Counted by", choices=AttendanceBy, example=AttendanceBy.VILLAGE, required=True
    )
    name: Text = open_field(
        "ชื่อกลุ่มหรือรหัสหมู่บ้าน",
        "Group, or village code",
        help=(
            "ถ้านับตามหมู่บ้านให้ใส่รหัสหมู่บ้าน 8 หลัก นอกนั้นใส่ชื่อกลุ่ม ไม่ใช่ชื่อบุคคล",
            "The 8-digit code of a village, else the group’s name; never a person’s",
        ),
        example="99010103",
        required=True,
    )
    invited: Integer = count_field("เชิญ", "Invited", 60)
    present: Integer = count_field("มาร่วม", "Present", 42)
    women: Integer = count_field("ในจำนวนนี้เป็นหญิง", "Of these women", 24)
