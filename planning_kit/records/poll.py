"""One vote: what is chosen between, how, and with which weights."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import (
    Choice,
    Code,
    Codes,
    Date,
    Integer,
    Money,
    Number,
    Text,
    YesNo,
)
from planning_kit.records.plan_fields import (
    BAHT,
    FORUM_LINK,
    PERSONS,
    forum_field,
    open_field,
)
from planning_kit.records.plan_rules import all_or_none
from planning_kit.records.poll_choices import PollAbout, PollMethod, TiePolicy
from planning_kit.records.record import Check, Link, Noun, Record, Severity

WEIGHTS = ("weight_size", "weight_severity", "weight_ease", "weight_concern")
_WHOLE = 100
_WEIGHTS = ("น้ำหนักของสี่ด้าน รวมกันได้ 100", "Weights of the four criteria, 100 together")


def _weights_add_up(record: Poll) -> bool:
    stated = [getattr(record, name) for name in WEIGHTS]
    return None in stated or sum(stated) == _WHOLE


def _without_weight(record: Poll) -> str:
    return next(name for name in WEIGHTS if getattr(record, name) is None)


def _weight(th: str, en: str) -> Number:
    return open_field(
        th, en, low=0, high=_WHOLE, example=25, group=_WEIGHTS, show_if=("method", ("criteria",))
    )


_CHECKS = (
    Check(
        "poll.weight-missing",
        WEIGHTS,
        all_or_none(WEIGHTS),
        N_("“{label}” is blank; state all four weights, or none for equal weights"),
        Severity.REFUSE,
        values=lambda r: {"label": r.field(_without_weight(r)).label},
        blames=lambda r: _without_weight(r),
    ),
    Check(
        "poll.weights-not-100",
        WEIGHTS,
        _weights_add_up,
        N_("The four weights add up to {total}, not 100; correct them"),
        Severity.REFUSE,
        values=lambda r: {"total": f"{sum(getattr(r, name) for name in WEIGHTS):g}"},
    ),
    Check(
        "poll.option-twice",
        ("option_codes",),
        lambda r: not r.option_codes or len(set(r.option_codes)) == len(r.option_codes),
        N_("An option stands in the list twice; leave each code once"),
        Severity.REFUSE,
    ),
    Check(
        "poll.no-dots",
        ("method", "dots_each"),
        lambda r: r.method != PollMethod.DOTS or r.dots_each is not None,
        N_("It is not stated how many dots each person has; fill it in, so that too many show"),
    ),
)


class Poll(Record):
    """A vote on problems or projects; its result is advice, the meeting decides."""

    noun = Noun(
        name="poll",
        title=Words("การลงคะแนน", "Votes held"),
        help=Words(
            "การลงคะแนนครั้งละหนึ่งแถว บอกตัวเลือก วิธี และจำนวนผู้มีสิทธิ",
            "One row per vote: its options, the way of voting and how many may vote",
        ),
        key=("poll_code",),
        links=(
            Link("option_codes", "problem", "problem_code", when=("about", ("problem",))),
            Link("option_codes", "project", "project_code", when=("about", ("project",))),
            FORUM_LINK,
        ),
        checks=_CHECKS,
        book="plan",
    )

    poll_code: Code = open_field(
        "รหัสการลงคะแนน",
        "Vote code",
        help=("ตั้งเอง สั้น ๆ เช่น V01", "Your own short code, such as V01"),
        example="V01",
        required=True,
    )
    title: Text = open_field("เรื่องที่ลงคะแนน", "Title", example="จัดลำดับปัญหาของตำบล", required=True)
    about: Choice = open_field(
        "ลงคะแนนเรื่อง", "About", choices=PollAbout, example=PollAbout.PROBLEM, required=True
    )
    method: Choice = open_field(
        "วิธีลงคะแนน", "Way of voting", choices=PollMethod, example=PollMethod.CRITERIA, required=True
    )
    option_codes: Codes = open_field(
        "ตัวเลือก",
        "Options",
        help=("รหัสปัญหาหรือรหัสโครงการ คั่นด้วยเครื่องหมายจุลภาค", "Codes, with commas between"),
        example=("P01", "P02", "P03"),
        required=True,
    )
    forum_code: Code = forum_field()
    date: Date = open_field("วันที่ลงคะแนน", "Date", example="10 ต.ค. 2569")
    eligible: Integer = open_field(
        "ผู้มีสิทธิในที่ประชุม", "People who may vote", low=0, unit=PERSONS, example=42
    )
    dots_each: Integer = open_field(
        "จุดต่อคน", "Dots each", low=1, high=50, show_if=("method", ("dots",))
    )
    max_approvals: Integer = open_field(
        "กาได้ไม่เกิน",
        "Most ticks each",
        low=1,
        unit=("ข้อ", "options"),
        show_if=("method", ("approval",)),
    )
    budget: Money = open_field(
        "วงเงินที่จะจัดสรร",
        "Money to allot",
        low=0,
        unit=BAHT,
        help=("ใช้เมื่อเลือกโครงการภายในวงเงิน", "Where projects are chosen within a sum"),
        show_if=("about", ("project",)),
    )
    weight_size: Number = _weight("น้ำหนักขนาด", "Weight of size")
    weight_severity: Number = _weight("น้ำหนักความรุนแรง", "Weight of severity")
    weight_ease: Number = _weight("น้ำหนักความง่าย", "Weight of ease")
    weight_concern: Number = _weight("น้ำหนักความตระหนัก", "Weight of concern")
    tie_policy: Choice = open_field(
        "ถ้าคะแนนเท่ากัน", "Where results are equal", choices=TiePolicy, example=TiePolicy.SHARED
    )
    is_double_entry: YesNo = open_field(
        "พิมพ์บัตรสองรอบ",
        "Typed twice",
        help=("คนสองคนพิมพ์แยกกันแล้วเทียบกัน", "Two people type apart, then compare"),
        example=False,
    )
    is_closed: YesNo = open_field("ปิดการลงคะแนนแล้ว", "Closed", example=True)
