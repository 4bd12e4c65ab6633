"""A policy proposal: what the community asks of higher levels, and what came of it."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Choice, Code, Codes, Date, LongText, Money, Text
from planning_kit.records.plan_choices import AskKind, PolicyLevel, ProposalState
from planning_kit.records.plan_fields import BAHT, PROBLEMS_LINK, open_field, problems_field
from planning_kit.records.plan_rules import in_order
from planning_kit.records.record import Check, Noun, Record, Severity


class PolicyProposal(Record):
    """A proposal with the problems and figures behind it."""

    noun = Noun(
        name="proposal",
        title=Words("ข้อเสนอเชิงนโยบาย", "Policy proposals"),
        help=Words(
            "ข้อเสนอละหนึ่งแถว บอกว่าเสนอใคร ขออะไร และคำตอบ",
            "One row per proposal: to whom, what is asked, and the answer",
        ),
        key=("proposal_code",),
        links=(PROBLEMS_LINK,),
        checks=(
            Check(
                "proposal.answered-before-sent",
                ("answered_on", "sent_on"),
                in_order("sent_on", "answered_on"),
                N_("The answer is dated before the proposal was sent; check both dates"),
                Severity.REFUSE,
            ),
        ),
        book="plan",
    )

    proposal_code: Code = open_field(
        "รหัสข้อเสนอ",
        "Proposal code",
        help=("ตั้งเอง สั้น ๆ เช่น N01", "Your own short code, such as N01"),
        example="N01",
        required=True,
    )
    statement: LongText = open_field(
        "ข้อเสนอ", "Proposal", example="ให้กลุ่มผู้ใช้น้ำมีส่วนกำหนดรอบส่งน้ำของโครงการชลประทาน", required=True
    )
    theme: Code = open_field(
        "ประเด็นนโยบาย", "Policy theme", example="water", taxonomy="policy_theme"
    )
    problem_codes: Codes = problems_field()
    figures: LongText = open_field(
        "ตัวเลขสนับสนุน", "Figures behind it", example="ครัวเรือนที่น้ำทำเกษตรไม่พอ ร้อยละ 41"
    )
    level: Choice = open_field(
        "เสนอต่อระดับ", "Level", choices=PolicyLevel, example=PolicyLevel.PROVINCE, required=True
    )
    addressee: Text = open_field(
        "เสนอต่อ (หน่วยงาน)",
        "Addressee (office)",
        help=("หน่วยงานหรือตำแหน่ง ไม่ใช่ชื่อบุคคล", "An office or role, not a person"),
        example="โครงการชลประทานจังหวัด",
    )
    ask: LongText = open_field("ขออะไร", "What is asked", example="ให้ผู้แทนกลุ่มร่วมประชุมจัดรอบน้ำทุกฤดู")
    ask_kind: Choice = open_field(
        "เป็นเรื่อง", "Kind of request", choices=AskKind, example=AskKind.SERVICE
    )
    amount: Money = open_field("วงเงินที่ขอ", "Amount asked", unit=BAHT, low=0)
    state: Choice = open_field("สถานะ", "State", choices=ProposalState, example=ProposalState.SENT)
    sent_on: Date = open_field("วันที่ส่ง", "Sent on", example="15 พ.ย. 2569")
    answer: LongText = open_field("คำตอบ", "Answer")
    answered_on: Date = open_field("วันที่ตอบ", "Answered on")
