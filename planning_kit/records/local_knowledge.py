"""What the community knows and has invented."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.forum_choices import KnowledgeKind
from planning_kit.records.kinds import Choice, Code, LongText, Text
from planning_kit.records.links import VILLAGE_LINK, village_field
from planning_kit.records.plan_fields import open_field
from planning_kit.records.record import Noun, Record


class LocalKnowledge(Record):
    """An innovation, a piece of local knowledge or a fitting technology."""

    noun = Noun(
        name="local_knowledge",
        title=Words("นวัตกรรมและภูมิปัญญา", "Innovation, local knowledge"),
        help=Words(
            "เรื่องละหนึ่งแถว บอกว่าใครใช้ ได้ประโยชน์อะไร ต่อยอดอะไรได้",
            "One row each: who uses it, what it brings, what it could lead to",
        ),
        key=("name",),
        links=(VILLAGE_LINK,),
        book="plan",
    )

    name: Text = open_field(
        "ชื่อเรื่อง",
        "Name",
        help=("ไม่ใช่ชื่อบุคคล", "Not a person’s name"),
        example="ปุ๋ยหมักไม่กลับกองจากฟางข้าว",
        required=True,
    )
    kind: Choice = open_field(
        "ประเภท",
        "Kind",
        choices=KnowledgeKind,
        example=KnowledgeKind.LOCAL_KNOWLEDGE,
        required=True,
    )
    what: LongText = open_field(
        "ทำอย่างไร", "What it is", example="หมักฟางกับมูลวัวเป็นชั้น รดน้ำสองเดือน ไม่ต้องกลับกอง"
    )
    used_by: Text = open_field(
        "กลุ่มที่ใช้",
        "Used by (group)",
        help=("ชื่อกลุ่ม ไม่ใช่ชื่อบุคคล", "A group, never a person"),
        example="กลุ่มปุ๋ยหมักบ้านทุ่ง 12 ครัวเรือน",
    )
    village_code: Code = village_field()
    benefit: LongText = open_field("ได้ประโยชน์อะไร", "Benefit", example="ค่าปุ๋ยลดลงไร่ละ 400 บาท")
    could_lead_to: LongText = open_field(
        "ต่อยอดทำอะไรได้", "What it could lead to", example="ทำขายและเป็นจุดเรียนรู้ของตำบล"
    )
