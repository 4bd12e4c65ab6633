"""Choosing a pilot tambon in a province: candidates, the weights agreed, and the scores given."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Code, Integer, LongText, Number, Text, YesNo
from planning_kit.records.plan_fields import (
    CITED_SOURCE_LINK,
    FORUM_LINK,
    cited_source_field,
    forum_field,
    open_field,
)
from planning_kit.records.record import Check, Link, Noun, Record

LOWEST, HIGHEST = 1, 4
_EXAMPLE = "670101"


class PilotCandidate(Record):
    """A tambon that somebody proposes as pilot; withdrawn ones stay on the list, with the reason."""

    noun = Noun(
        name="pilot_candidate",
        title=Words("ตำบลที่เสนอเป็นพื้นที่นำร่อง", "Candidates for pilot"),
        help=Words(
            "ตำบลละหนึ่งแถว บอกว่าใครเสนอและเพราะอะไร ใช้ในสมุดของจังหวัด",
            "One row per tambon: who proposes it and why; kept in the province’s workbook",
        ),
        key=("tambon_code",),
        links=(FORUM_LINK, CITED_SOURCE_LINK),
        checks=(
            Check(
                "pilot.withdrawn-without-reason",
                ("is_withdrawn", "withdrawn_reason"),
                lambda r: r.is_withdrawn is not True or r.withdrawn_reason is not None,
                N_("The candidate is withdrawn without a reason; write it down"),
            ),
        ),
        in_template=False,
        book="plan",
    )

    tambon_code: Code = open_field(
        "รหัสตำบล",
        "Tambon code",
        help=("6 หลัก เป็นตำบลในจังหวัดนี้", "6 digits, a tambon of this province"),
        example=_EXAMPLE,
        required=True,
    )
    proposed_by: Text = open_field(
        "ผู้เสนอ (องค์กร)",
        "Proposed by (organisation)",
        help=("เขียนชื่อองค์กร ไม่ใช่ชื่อบุคคล", "An organisation, not a person’s name"),
        example="สภาองค์กรชุมชนตำบล",
        required=True,
    )
    reason: LongText = open_field(
        "เหตุผลที่เสนอ",
        "Why it is proposed",
        example="สภาทำงานต่อเนื่อง และมีปัญหาน้ำกับหนี้ที่ตำบลอื่นก็มี",
        required=True,
    )
    facts: LongText = open_field(
        "ข้อเท็จจริงประกอบ",
        "Facts",
        help=("ตัวเลขหรือเรื่องที่ตรวจสอบได้", "Figures, or what can be checked"),
        example="มีข้อมูลครัวเรือนเกษตรกรครบทุกหมู่บ้าน ปี 2569",
    )
    source_code: Code = cited_source_field()
    forum_code: Code = forum_field()
    is_withdrawn: YesNo = open_field("ถอนตัวแล้ว", "Withdrawn", example=False)
    withdrawn_reason: LongText = open_field(
        "เหตุผลที่ถอนตัว", "Why it was withdrawn", show_if=("is_withdrawn", ("yes",))
    )


class PilotWeight(Record):
    """How much one criterion counts, as a meeting agreed; all of them together make 100."""

    noun = Noun(
        name="pilot_weight",
        title=Words("น้ำหนักเกณฑ์เลือกตำบลนำร่อง", "Weights for choosing a pilot"),
        help=Words(
            "เกณฑ์ละหนึ่งแถว น้ำหนักทุกเกณฑ์รวมกันได้ 100 ไม่ใช้เกณฑ์ใดให้ใส่ 0",
            "One row per criterion; all weights make 100. Write 0 for one that does not count",
        ),
        key=("criterion",),
        links=(FORUM_LINK,),
        in_template=False,
        book="plan",
    )

    criterion: Code = open_field(
        "เกณฑ์", "Criterion", example="readiness", required=True, declared="pilot_criterion"
    )
    weight: Number = open_field(
        "น้ำหนัก", "Weight", low=0, high=100, unit=("ใน 100", "of 100"), example=20, required=True
    )
    forum_code: Code = forum_field(required=True)
    reason: LongText = open_field("เหตุผล", "Reason", example="ที่ประชุมเห็นว่าความพร้อมสำคัญที่สุด")


class PilotScore(Record):
    """What one organisation or table gives one candidate on one criterion."""

    noun = Noun(
        name="pilot_score",
        title=Words("คะแนนตำบลที่เสนอ", "Scores of the candidates"),
        help=Words(
            "ผู้ให้คะแนน ตำบล และเกณฑ์ ละหนึ่งแถว ให้ 1 ถึง 4 พร้อมหลักฐาน",
            "One row per scorer, tambon and criterion: 1 to 4, with what it rests on",
        ),
        key=("tambon_code", "criterion", "scored_by"),
        links=(Link("tambon_code", "pilot_candidate", "tambon_code"), FORUM_LINK),
        in_template=False,
        book="plan",
    )

    tambon_code: Code = open_field("รหัสตำบล", "Tambon code", example=_EXAMPLE, required=True)
    criterion: Code = open_field(
        "เกณฑ์", "Criterion", example="readiness", required=True, declared="pilot_criterion"
    )
    scored_by: Text = open_field(
        "ผู้ให้คะแนน (องค์กรหรือโต๊ะ)",
        "Scored by (organisation or table)",
        help=("ไม่ใช่ชื่อบุคคล เช่น โต๊ะ 2", "Not a person’s name; such as Table 2"),
        example="สภาเกษตรกรจังหวัด",
        required=True,
    )
    score: Integer = open_field(
        "คะแนน",
        "Score",
        help=("1 ถึง 4 ตามคำบรรยายของเกณฑ์", "1 to 4, by the words of the criterion"),
        low=LOWEST,
        high=HIGHEST,
        example=3,
        required=True,
    )
    forum_code: Code = forum_field()
    note: LongText = open_field(
        "หลักฐานหรือหมายเหตุ", "Evidence or note", example="รายงานการประชุมสภา 6 ครั้งในปี 2569"
    )
