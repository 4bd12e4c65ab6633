"""Problems of several plan areas that people found to be one, and the proposal it became."""

from __future__ import annotations

from typing import Any

from planning_kit.language import N_, Words
from planning_kit.records.area_ref import not_refs
from planning_kit.records.kinds import Code, Codes, Date, LongText, Text, YesNo
from planning_kit.records.plan_fields import FORUM_LINK, forum_field, open_field
from planning_kit.records.record import Check, Link, Noun, Record, Severity


def _named(record: Any) -> tuple[str, ...]:
    return (*(record.member_refs or ()), *(record.left_out_refs or ()))


def _not_refs(record: Any) -> tuple[str, ...]:
    return not_refs(_named(record))


PROPOSAL_LINK = Link("proposal_code", "proposal", "proposal_code")


class ProblemGroup(Record):
    """A problem that recurs: which problems of which plan areas, and what people said to it.

    A suggestion that people looked at and found to be different problems is kept too, with
    ``is_confirmed`` false, so that nobody is asked twice.
    """

    noun = Noun(
        name="problem_group",
        title=Words("ปัญหาร่วม", "Recurring problems"),
        help=Words(
            "ปัญหาของหลายตำบลที่ผู้แทนยืนยันว่าเป็นเรื่องเดียวกัน หนึ่งเรื่องต่อหนึ่งแถว",
            "Problems of several tambons that people found to be one; one a row",
        ),
        key=("group_code",),
        links=(FORUM_LINK, PROPOSAL_LINK),
        checks=(
            Check(
                "problem-group.not-a-ref",
                ("member_refs", "left_out_refs"),
                lambda r: not _not_refs(r),
                N_(
                    "{refs}: write each problem as the code of its plan area, a stroke and its own "
                    "code, such as 670101/P01"
                ),
                Severity.REFUSE,
                values=lambda r: {"refs": ", ".join(_not_refs(r))},
            ),
            Check(
                "problem-group.member-twice",
                ("member_refs", "left_out_refs"),
                lambda r: len(set(_named(r))) == len(_named(r)),
                N_("A problem stands in the group twice, or in it and left out; correct the list"),
            ),
            Check(
                "problem-group.alone",
                ("member_refs",),
                lambda r: r.member_refs is None or len(set(r.member_refs)) > 1,
                N_("One problem is no group; add those of other plan areas, or take the row out"),
            ),
            Check(
                "problem-group.confirmed-nowhere",
                ("is_confirmed", "forum_code", "confirmed_on"),
                lambda r: not r.is_confirmed or bool(r.forum_code or r.confirmed_on),
                N_("The group is confirmed, but not where or when; state the meeting or the date"),
            ),
            Check(
                "problem-group.proposed-unconfirmed",
                ("proposal_code", "is_confirmed"),
                lambda r: r.proposal_code is None or r.is_confirmed is True,
                N_("A proposal was made of a group that people have not confirmed; confirm it"),
            ),
        ),
        in_template=False,
        is_typed=True,
        book="plan",
    )

    group_code: Code = open_field(
        "รหัสปัญหาร่วม",
        "Group code",
        help=("ตั้งเอง สั้น ๆ เช่น G01", "Your own short code, such as G01"),
        example="G01",
        required=True,
    )
    title: Text = open_field("เรื่อง", "Title", example="น้ำทำเกษตรไม่พอในหน้าแล้ง", required=True)
    theme: Code = open_field("กลุ่มปัญหา", "Theme", example="water", taxonomy="problem_theme")
    member_refs: Codes = open_field(
        "ปัญหาที่อยู่ในกลุ่ม",
        "Problems in the group",
        help=(
            "เขียน รหัสพื้นที่/รหัสปัญหา คั่นด้วยเครื่องหมายจุลภาค เช่น 670101/P01, 670202/P03",
            "Area/problem with commas between, such as 670101/P01, 670202/P03",
        ),
        example=("670101/P01", "670202/P03"),
        required=True,
    )
    left_out_refs: Codes = open_field(
        "ปัญหาที่ดูแล้วว่าเป็นคนละเรื่อง",
        "Looked at and left out",
        help=(
            "เขียนคล้ายกัน แต่ที่ประชุมเห็นว่าไม่ใช่เรื่องเดียวกับกลุ่มนี้ จะไม่ถามซ้ำอีก",
            "Worded alike, but found to differ from the group; not asked again",
        ),
    )
    is_confirmed: YesNo = open_field(
        "ยืนยันว่าเป็นเรื่องเดียวกัน",
        "Found to be one problem",
        help=(
            "ใช่ = ที่ประชุมเห็นว่าเรื่องเดียวกัน ไม่ใช่ = คนละเรื่อง เว้นว่าง = ยังไม่ได้พิจารณา",
            "Yes: the meeting found them one; no: different; blank: not looked at yet",
        ),
        example=True,
    )
    forum_code: Code = forum_field()
    confirmed_on: Date = open_field("วันที่ยืนยัน", "Confirmed on", example="20 พ.ย. 2569")
    reason: LongText = open_field(
        "เหตุผล", "Reason", example="ทุกตำบลขาดน้ำช่วงเดียวกันเพราะแหล่งเก็บน้ำตื้นเขิน"
    )
    proposal_code: Code = open_field(
        "กลายเป็นข้อเสนอ",
        "Became proposal",
        help=("รหัสข้อเสนอเชิงนโยบายของสมุดงานนี้", "The code of a policy proposal of this workbook"),
        example="N01",
    )
