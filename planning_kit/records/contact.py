"""The log of letters, calls and meetings with agencies."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.follow_choices import ContactKind, ContactWay
from planning_kit.records.kinds import Choice, Code, Date, LongText, Text
from planning_kit.records.plan_fields import (
    INDICATOR_LINK,
    PROJECT_LINK,
    open_field,
    project_field,
)
from planning_kit.records.plan_rules import in_order
from planning_kit.records.record import Check, Link, Noun, Record


class Contact(Record):
    """One letter, call or meeting: about what, what was asked and what was said."""

    noun = Noun(
        name="contact",
        title=Words("บันทึกการติดต่อหน่วยงาน", "Contacts with agencies"),
        help=Words(
            "หนังสือ โทรศัพท์ หรือการพบกันละหนึ่งแถว ไม่ลบแถวเก่า",
            "One row per letter, call or meeting; keep the old rows",
        ),
        key=("contact_code",),
        links=(
            PROJECT_LINK,
            Link("proposal_code", "proposal", "proposal_code"),
            INDICATOR_LINK,
        ),
        checks=(
            Check(
                "contact.due-before-date",
                ("due", "date"),
                in_order("date", "due"),
                N_("The next step is due before this contact was made; check both dates"),
            ),
        ),
        book="plan",
    )

    contact_code: Code = open_field(
        "รหัสการติดต่อ",
        "Contact code",
        help=("ตั้งเอง สั้น ๆ เช่น CT01", "Your own short code, such as CT01"),
        example="CT01",
        required=True,
    )
    date: Date = open_field("วันที่", "Date", example="18 พ.ย. 2569", required=True)
    agency: Code = open_field("หน่วยงาน", "Agency", example="sao", taxonomy="agency", required=True)
    kind: Choice = open_field("วิธี", "Kind", choices=ContactKind, example=ContactKind.LETTER)
    way: Choice = open_field("ใครติดต่อ", "Who turned to whom", choices=ContactWay,
                             example=ContactWay.TO_AGENCY)  # fmt: skip
    project_code: Code = project_field(required=False)
    proposal_code: Code = open_field(
        "รหัสข้อเสนอ",
        "Proposal code",
        help=("ถ้าคุยเรื่องข้อเสนอเชิงนโยบาย", "Where it is about a policy proposal"),
    )
    indicator_code: Code = open_field(
        "รหัสตัวชี้วัด",
        "Indicator code",
        help=("ถ้าคุยเรื่องตัวชี้วัดร่วม", "Where it is about a joint indicator"),
    )
    asked: LongText = open_field("ขอหรือแจ้งเรื่องใด", "What was asked", example="ขอให้บรรจุโครงการในแผน")
    said: LongText = open_field(
        "หน่วยงานว่าอย่างไร", "What the agency said", example="รับเรื่องแล้ว จะเข้าประชุมเดือนหน้า"
    )
    document: Text = open_field("เลขที่หนังสือ", "Document no.", example="สอช. 21/2569")
    next_step: Text = open_field("ขั้นต่อไป", "Next step", example="ส่งแผนที่คลองเพิ่ม")
    due: Date = open_field("ภายในวันที่", "Due", example="30 พ.ย. 2569")
