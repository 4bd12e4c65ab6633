"""What a partner was asked for, and what it answered."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Choice, Code, Date, LongText, Money, Text
from planning_kit.records.plan_choices import PledgeState
from planning_kit.records.plan_fields import BAHT, PROJECT_LINK, open_field, project_field
from planning_kit.records.plan_rules import in_order
from planning_kit.records.record import Check, Noun, Record, Severity


class Pledge(Record):
    """One thing that one agency was asked to bring to a project."""

    noun = Noun(
        name="pledge",
        title=Words("ภาคีและคำรับปาก", "Partners and pledges"),
        help=Words(
            "สิ่งที่ขอจากภาคีละหนึ่งแถว บอกว่าขออะไร ภายในเมื่อไร ตอบแล้วหรือยัง",
            "One row per request to a partner: what, by when, and whether answered",
        ),
        key=("project_code", "agency", "what"),
        links=(PROJECT_LINK,),
        checks=(
            Check(
                "pledge.answered-before-asked",
                ("answered_on", "asked_on"),
                in_order("asked_on", "answered_on"),
                N_("The answer is dated before the request; check both dates"),
                Severity.REFUSE,
            ),
            Check(
                "pledge.needed-before-asked",
                ("by_date", "asked_on"),
                in_order("asked_on", "by_date"),
                N_("It is needed by a date before it was asked for; check both dates"),
            ),
        ),
        book="plan",
    )

    project_code: Code = project_field()
    agency: Code = open_field(
        "ภาคี",
        "Partner",
        help=("เลือกจากรายการหน่วยงาน หรือเพิ่มในแผ่นงานรายการเลือก", "From the list of agencies"),
        example="sao",
        required=True,
        taxonomy="agency",
    )
    what: Text = open_field("ขออะไร", "What is asked", example="รถขุด 5 วัน", required=True)
    role: Text = open_field("บทบาท", "Role", example="สนับสนุนเครื่องจักร")
    amount: Money = open_field("คิดเป็นเงิน", "Worth", unit=BAHT, low=0, example=60000)
    asked_on: Date = open_field("วันที่ขอ", "Asked on", example="15 พ.ย. 2569")
    by_date: Date = open_field("ต้องการภายใน", "Needed by", example="1 ก.พ. 2571")
    state: Choice = open_field("สถานะ", "State", choices=PledgeState, example=PledgeState.PROMISED)
    answered_on: Date = open_field("วันที่ตอบ", "Answered on", example="20 ธ.ค. 2569")
    answer: LongText = open_field("คำตอบ", "Answer", example="ให้ใช้รถขุดได้หลังปีใหม่")
