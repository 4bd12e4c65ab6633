"""What a meeting decided, beside what was computed, with reasons and dissent."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Choice, Code, Codes, Date, Integer, LongText, Text, YesNo
from planning_kit.records.plan_fields import (
    FORUM_LINK,
    POLL_LINK,
    forum_field,
    open_field,
    votes_field,
)
from planning_kit.records.poll_choices import DecisionAbout
from planning_kit.records.record import Check, Link, Noun, Record, Severity

_PROBLEMS = ("problem_order",)
_PROJECTS = ("project_order", "project")


class Decision(Record):
    """A decision of people; a computed order is advice and never overwrites it."""

    noun = Noun(
        name="decision",
        title=Words("มติและการตัดสินใจ", "Decisions"),
        help=Words(
            "มติละหนึ่งแถว ถ้าต่างจากผลคะแนนให้บอกเหตุผล และเก็บเสียงที่ไม่เห็นด้วย",
            "One row per decision; where it departs from the votes say why, and keep dissent",
        ),
        key=("decision_code",),
        links=(
            POLL_LINK,
            FORUM_LINK,
            Link("adopted_codes", "problem", "problem_code", when=("about", _PROBLEMS)),
            Link("adopted_codes", "project", "project_code", when=("about", _PROJECTS)),
            Link("adopted_codes", "strategy", "strategy_code", when=("about", ("strategy",))),
            Link("adopted_codes", "pilot_candidate", "tambon_code", when=("about", ("pilot",))),
        ),
        checks=(
            Check(
                "decision.adopted-twice",
                ("adopted_codes",),
                lambda r: not r.adopted_codes or len(set(r.adopted_codes)) == len(r.adopted_codes),
                N_("A code stands in the order adopted twice; leave each code once"),
                Severity.REFUSE,
            ),
            Check(
                "decision.departs-without-reason",
                ("follows_computed", "reason"),
                lambda r: r.follows_computed is not False or r.reason is not None,
                N_("The decision departs from the computed order without a reason; write it down"),
            ),
        ),
        book="plan",
    )

    decision_code: Code = open_field(
        "รหัสมติ",
        "Decision code",
        help=("ตั้งเอง สั้น ๆ เช่น D01", "Your own short code, such as D01"),
        example="D01",
        required=True,
    )
    about: Choice = open_field(
        "ตัดสินเรื่อง",
        "About",
        choices=DecisionAbout,
        example=DecisionAbout.PROBLEM_ORDER,
        required=True,
    )
    poll_code: Code = open_field(
        "รหัสการลงคะแนน",
        "Vote code",
        help=("ถ้ามีการลงคะแนนก่อนตัดสิน", "Where a vote came before"),
        example="V01",
    )
    forum_code: Code = forum_field(required=True)
    date: Date = open_field("วันที่มีมติ", "Date", example="10 ต.ค. 2569", required=True)
    subject: Text = open_field("เรื่อง", "Subject", example="รับรองลำดับปัญหาของตำบล", required=True)
    adopted_codes: Codes = open_field(
        "ลำดับที่รับรอง",
        "Order adopted",
        help=("รหัสเรียงจากสำคัญที่สุด คั่นด้วยเครื่องหมายจุลภาค", "Codes, most important first"),
        example=("P01", "P03", "P02"),
    )
    computed_codes: Codes = open_field(
        "ลำดับตามคะแนน",
        "Order computed",
        help=("ลำดับที่คำนวณได้ ณ วันนั้น", "The order computed on that day"),
        example=("P01", "P02", "P03"),
    )
    method: Text = open_field("วิธีที่ใช้", "Method used", example="ให้คะแนนสี่ด้านแล้วพูดคุยในที่ประชุม")
    reason: LongText = open_field(
        "เหตุผลที่ต่างจากคะแนน",
        "Why it departs from the votes",
        example="ที่ประชุมให้ทำเรื่องที่เริ่มได้ทันก่อนฤดูแล้ง",
    )
    votes_for: Integer = votes_field("เห็นชอบ", "Votes for", 38)
    votes_against: Integer = votes_field("ไม่เห็นชอบ", "Votes against", 3)
    votes_abstain: Integer = votes_field("งดออกเสียง", "Abstentions", 1)
    dissent: LongText = open_field(
        "ความเห็นที่ไม่เห็นด้วย",
        "Dissent",
        help=("เขียนว่ากลุ่มใดเห็นต่างเรื่องอะไร ไม่ระบุชื่อ", "Which group differed on what; no names"),
        example="หมู่ 5 เห็นว่าเรื่องราคาข้าวควรมาก่อน",
    )
    follows_computed: YesNo = open_field("ตรงตามผลคะแนน", "Follows the votes", example=False)
