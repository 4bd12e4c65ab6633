"""Strengths, weaknesses, opportunities, threats, and what to do about them."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.forum_choices import SwotQuadrant
from planning_kit.records.kinds import Choice, Code, Codes, LongText
from planning_kit.records.plan_fields import FORUM_LINK, forum_field, open_field
from planning_kit.records.plan_rules import not_itself
from planning_kit.records.record import Check, Link, Noun, Record, Severity


class SwotItem(Record):
    """One line of the SWOT table, or one way (TOWS) that joins lines of it."""

    noun = Noun(
        name="swot_item",
        title=Words("จุดแข็ง จุดอ่อน โอกาส อุปสรรค", "SWOT"),
        help=Words(
            "ข้อละหนึ่งแถว ทั้งสี่ช่องของ SWOT และแนวทางที่คิดต่อ (TOWS)",
            "One row per item: the four fields of SWOT, and the ways that follow (TOWS)",
        ),
        key=("item_code",),
        links=(FORUM_LINK, Link("linked_codes", "swot_item", "item_code")),
        checks=(
            Check(
                "swot.linked-to-itself",
                ("linked_codes", "item_code"),
                not_itself("item_code", "linked_codes"),
                N_("The item is linked to itself; write the codes of the other items only"),
                Severity.REFUSE,
            ),
        ),
        book="plan",
    )

    item_code: Code = open_field(
        "รหัสข้อ",
        "Item code",
        help=("ตั้งเอง เช่น S1 W1 O1 T1", "Your own, such as S1, W1, O1, T1"),
        example="S1",
        required=True,
    )
    quadrant: Choice = open_field(
        "ช่อง", "Field", choices=SwotQuadrant, example=SwotQuadrant.STRENGTH, required=True
    )
    statement: LongText = open_field(
        "ข้อความ",
        "Statement",
        example="มีกลุ่มผู้ใช้น้ำที่เก็บเงินบำรุงคลองได้ทุกปี",
        required=True,
    )
    linked_codes: Codes = open_field(
        "คิดต่อจากข้อ",
        "Follows from items",
        help=(
            "ใช้กับแนวทาง SO ST WO WT ใส่รหัสข้อที่นำมาจับคู่ เช่น S1, O2",
            "For SO, ST, WO and WT: the items brought together, such as S1, O2",
        ),
    )
    evidence: LongText = open_field("หลักฐาน", "Evidence", example="บัญชีกลุ่มปี 2567–2569")
    forum_code: Code = forum_field()
