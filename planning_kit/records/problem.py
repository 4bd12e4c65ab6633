"""A problem as people put it, and the figures that speak for it."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Code, Codes, Date, Integer, LongText, Number, Text, YesNo
from planning_kit.records.plan_fields import (
    CITED_SOURCE_LINK,
    FORUM_LINK,
    PROBLEM_LINK,
    VILLAGES_LINK,
    cited_source_field,
    forum_field,
    open_field,
    problem_field,
    villages_field,
)
from planning_kit.records.plan_rules import not_itself
from planning_kit.records.record import Check, Link, Noun, Record, Severity


class Problem(Record):
    """One problem, in the words in which it was told; merged ones keep their own row."""

    noun = Noun(
        name="problem",
        title=Words("ปัญหา", "Problems"),
        help=Words(
            "ปัญหาละหนึ่งแถว เขียนตามที่ชาวบ้านพูด ปัญหาที่รวมกันแล้วยังเก็บแถวเดิมไว้",
            "One row per problem, as people put it; a merged problem keeps its row",
        ),
        key=("problem_code",),
        links=(
            FORUM_LINK,
            VILLAGES_LINK,
            Link("merged_into", "problem", "problem_code"),
            Link("different_from", "problem", "problem_code"),
        ),
        checks=(
            Check(
                "problem.merged-into-itself",
                ("merged_into", "problem_code"),
                not_itself("problem_code", "merged_into"),
                N_(
                    "The problem is merged into itself; write the code of the other problem, or "
                    "leave the cell blank"
                ),
                Severity.REFUSE,
            ),
            Check(
                "problem.different-from-itself",
                ("different_from", "problem_code"),
                not_itself("problem_code", "different_from"),
                N_(
                    "The problem is said to differ from itself; write the codes of the other "
                    "problems only"
                ),
                Severity.REFUSE,
            ),
            Check(
                "problem.set-aside-without-reason",
                ("is_set_aside", "set_aside_reason"),
                lambda r: not r.is_set_aside or r.set_aside_reason is not None,
                N_("The problem is set aside without a reason; write why the meeting did so"),
            ),
        ),
        book="plan",
    )

    problem_code: Code = open_field(
        "รหัสปัญหา",
        "Problem code",
        help=("ตั้งเอง สั้น ๆ เช่น P01", "Your own short code, such as P01"),
        example="P01",
        required=True,
    )
    statement: LongText = open_field(
        "ปัญหา",
        "Problem",
        help=("เขียนว่าใครเดือดร้อนเรื่องอะไร ที่ไหน เมื่อไร", "Who has what trouble, where and when"),
        example="น้ำทำนาปรังไม่พอในเดือนกุมภาพันธ์ถึงเมษายน เพราะคลองส่งน้ำตื้นเขิน",
        required=True,
    )
    theme: Code = open_field(
        "กลุ่มปัญหา",
        "Theme",
        help=("เลือกจากรายการ หรือเพิ่มในแผ่นงานรายการเลือก", "From the list, which you may widen"),
        example="water",
        taxonomy="problem_theme",
    )
    village_codes: Codes = villages_field()
    households_affected: Integer = open_field(
        "ครัวเรือนที่เดือดร้อน",
        "Households affected",
        low=0,
        unit=("ครัวเรือน", "households"),
        example=180,
    )
    households_basis: Text = open_field(
        "รู้จำนวนนี้ได้อย่างไร", "How this number is known", example="นับจากทะเบียนผู้ใช้น้ำ"
    )
    forum_code: Code = forum_field()
    said_by: Text = open_field(
        "กลุ่มที่เสนอ",
        "Told by (group)",
        help=("ชื่อกลุ่ม ไม่ใช่ชื่อบุคคล", "A group, never a person"),
        example="กลุ่มผู้ใช้น้ำคลองบ้านทุ่ง",
    )
    detail: LongText = open_field(
        "รายละเอียด", "Detail", example="ท้ายคลองได้น้ำช้ากว่าหัวคลองประมาณสองสัปดาห์"
    )
    merged_into: Code = open_field(
        "รวมเข้ากับปัญหา",
        "Merged into",
        help=(
            "รหัสปัญหาที่ประชุมตกลงให้รวมเข้าด้วย เว้นว่างถ้าไม่ได้รวม",
            "The code of the problem the meeting merged it into; else blank",
        ),
    )
    merged_reason: Text = open_field("เหตุผลที่รวม", "Why merged")
    different_from: Codes = open_field(
        "ตกลงแล้วว่าคนละเรื่องกับ",
        "Agreed to differ from",
        help=(
            "รหัสปัญหาที่เขียนคล้ายกัน แต่ที่ประชุมเห็นว่าเป็นคนละเรื่อง จะไม่ถามซ้ำอีก",
            "Codes of problems worded alike that people found to be others; not asked again",
        ),
    )
    is_set_aside: YesNo = open_field("พักไว้", "Set aside", example=False)
    set_aside_reason: Text = open_field("เหตุผลที่พักไว้", "Why set aside")


class ProblemEvidence(Record):
    """A figure of the profile that speaks for a problem, as it stood when it was cited."""

    noun = Noun(
        name="problem_evidence",
        title=Words("หลักฐานของปัญหา", "Evidence of problems"),
        help=Words(
            "ตัวเลขจากข้อมูลตำบลที่ยืนยันปัญหา หนึ่งตัวเลขต่อหนึ่งแถว",
            "Figures of the profile that speak for a problem; one a row",
        ),
        key=("problem_code", "figure"),
        links=(PROBLEM_LINK, CITED_SOURCE_LINK),
        book="plan",
    )

    problem_code: Code = problem_field()
    figure: Text = open_field(
        "ตัวเลขเรื่อง",
        "Figure",
        help=("เลือกตัวเลขในข้อมูลตำบล", "A figure of the profile, chosen from the list"),
        example="water.short_share",
        declared="figure",
        required=True,
    )
    statement: LongText = open_field(
        "ข้อความตามที่พิมพ์", "As printed", example="ครัวเรือนที่น้ำทำเกษตรไม่พอ ร้อยละ 41"
    )
    value: Number = open_field("ค่า", "Value", example=41)
    unit: Text = open_field("หน่วย", "Unit", example="ร้อยละ")
    n: Integer = open_field("จำนวนที่ได้ข้อมูล (n)", "Number that answered (n)", low=0, example=300)
    as_of: Date = open_field("ข้อมูล ณ วันที่", "As of", example="30 ก.ย. 2569")
    source_code: Code = cited_source_field()
