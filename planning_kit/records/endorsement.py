"""The endorsing of a version of the plan."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.kinds import Choice, Code, Date, Integer, LongText, Text, YearBE
from planning_kit.records.plan_choices import AmendmentType
from planning_kit.records.plan_fields import FORUM_LINK, forum_field, open_field, votes_field
from planning_kit.records.record import Noun, Record


class Endorsement(Record):
    """A version that a meeting endorsed; its content is frozen under its fingerprint."""

    noun = Noun(
        name="endorsement",
        title=Words("การรับรองแผน", "Endorsement"),
        help=Words(
            "ฉบับที่ที่ประชุมรับรอง ตรึงเนื้อหาไว้ด้วยลายนิ้วมือ",
            "A version endorsed by a meeting, frozen under its fingerprint",
        ),
        key=("plan_start_be", "version"),
        links=(FORUM_LINK,),
        in_template=False,
        book="plan",
    )

    plan_start_be: YearBE = open_field(
        "ปีเริ่มแผน", "First year of the plan", unit=("พ.ศ.", "B.E."), example=2571, required=True
    )
    version: Integer = open_field("ฉบับที่", "Version", low=1, example=1, required=True)
    date: Date = open_field("วันที่รับรอง", "Date", example="20 พ.ย. 2569", required=True)
    forum_code: Code = forum_field(required=True)
    fingerprint: Code = open_field(
        "ลายนิ้วมือของแผน (SHA-256)", "Fingerprint (SHA-256)", example="cd" * 32, required=True
    )
    resolution: LongText = open_field("มติ", "Resolution", example="รับรองแผนตามที่เสนอ")
    votes_for: Integer = votes_field("เห็นชอบ", "Votes for", 21)
    votes_against: Integer = votes_field("ไม่เห็นชอบ", "Votes against", 0)
    votes_abstain: Integer = votes_field("งดออกเสียง", "Abstentions", 1)
    plan_title: Text = open_field(
        "ชื่อแผน", "Title of the plan", example="แผนพัฒนาเกษตรกรรมระดับตำบล พ.ศ. 2571–2575"
    )
    amendment: Choice = open_field("เป็นการ", "Amendment", choices=AmendmentType)
    reason: LongText = open_field("เหตุผลความจำเป็น", "Reason")
