"""How far a project has come in its channel, step by step."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Code, Date, LongText, Money, Text
from planning_kit.records.plan_fields import BAHT, PROJECT_LINK, open_field, project_field
from planning_kit.records.plan_rules import in_order
from planning_kit.records.record import Check, Noun, Record


class ProjectStatus(Record):
    """A status a project reached on a day, on the ladder of its channel."""

    noun = Noun(
        name="project_status",
        title=Words("สถานะโครงการ", "Status of projects"),
        help=Words(
            "เพิ่มหนึ่งแถวทุกครั้งที่สถานะเปลี่ยน ไม่ลบแถวเก่า",
            "Add a row whenever the status changes; keep the old rows",
        ),
        key=("project_code", "date", "status"),
        links=(PROJECT_LINK,),
        checks=(
            Check(
                "status.due-before-date",
                ("due", "date"),
                in_order("date", "due"),
                N_("The next step is due before this status was reached; check both dates"),
            ),
        ),
        book="plan",
    )

    project_code: Code = project_field()
    date: Date = open_field("วันที่", "Date", example="15 พ.ย. 2569", required=True)
    status: Code = open_field(
        "สถานะ",
        "Status",
        help=("ขั้นของช่องทางนั้น", "A step of the channel’s ladder"),
        example="sent",
        declared="channel_step",
        required=True,
    )
    channel: Code = open_field("ช่องทาง", "Channel", example="local_gov", declared="channel")
    amount: Money = open_field("จำนวนเงิน", "Amount", unit=BAHT, low=0, example=250000)
    reason: LongText = open_field(
        "เหตุผล", "Reason", help=("จำเป็นเมื่อถูกปฏิเสธ", "Needed where it was refused")
    )
    document: Text = open_field("เอกสาร", "Document", example="หนังสือที่ สอช. 12/2569")
    next_step: Text = open_field("ขั้นต่อไป", "Next step", example="เข้าประชาคมท้องถิ่น")
    due: Date = open_field("ภายในวันที่", "Due", example="30 ธ.ค. 2569")
