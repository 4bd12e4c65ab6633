"""The working group that makes the plan: seats and duties, never names."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.kinds import Integer, LongText, Text
from planning_kit.records.plan_fields import open_field, position_field
from planning_kit.records.record import Noun, Record


class WorkingGroupSeat(Record):
    """Seats of one organisation in one role; names are written on paper only."""

    noun = Noun(
        name="working_group_seat",
        title=Words("คณะทำงาน", "Working group"),
        help=Words(
            "ตำแหน่งละหนึ่งแถว ใส่องค์กรและหน้าที่ ไม่ใส่ชื่อบุคคล",
            "One row per seat: organisation and duty, no person’s name",
        ),
        key=("organisation", "role"),
        book="plan",
    )

    organisation: Text = open_field(
        "องค์กรหรือหน่วยงาน", "Organisation", example="สภาองค์กรชุมชนตำบล", required=True
    )
    role: Text = open_field("ตำแหน่งในคณะทำงาน", "Role", example="ประธาน", required=True)
    seats: Integer = open_field("จำนวนที่นั่ง", "Seats", low=1, unit=("คน", "persons"), example=1)
    duty: LongText = open_field("หน้าที่", "Duty", example="เรียกประชุมและลงนามในแผน")
    position: Integer = position_field()
