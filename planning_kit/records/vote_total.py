"""Votes counted in the hall: raised hands, stickers, sums of scores, pairs compared."""

from __future__ import annotations

from typing import Any

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Code, Integer, Text, YesNo
from planning_kit.records.links import VILLAGE_LINK, village_field
from planning_kit.records.plan_fields import (
    PERSONS,
    POLL_LINK,
    count_field,
    open_field,
    votes_field,
)
from planning_kit.records.plan_rules import not_itself
from planning_kit.records.record import Check, Noun, Record, Severity

SCORE_SUMS = ("size_sum", "severity_sum", "ease_sum", "concern_sum")
_MOST = 4
_SUMS = ("ผลรวมคะแนน (วิธีสี่ด้าน)", "Sums of scores (four criteria)")


def _sums_possible(record: VoteTotal) -> bool:
    voters = record.voters
    stated = [value for name in SCORE_SUMS if (value := getattr(record, name)) is not None]
    return voters is None or all(voters <= value <= _MOST * voters for value in stated)


def _poll_code(example: str) -> Any:
    return open_field(
        "รหัสการลงคะแนน",
        "Vote code",
        help=("รหัสจากแผ่นงานการลงคะแนน", "A code from the sheet of votes held"),
        example=example,
        required=True,
    )


def _beside() -> Any:
    return open_field(
        "นับเพิ่มจากบัตร",
        "Added to the ballots",
        help=(
            "ใช่ = คนเหล่านี้ไม่ได้ลงบัตร ให้นับรวมกับบัตร เว้นว่าง = ใช้ตรวจว่าตรงกับบัตรหรือไม่",
            "Yes: these people cast no ballot, add them; blank: only compared with the ballots",
        ),
    )


def _sum(th: str, en: str) -> Any:
    return open_field(th, en, low=0, unit=("คะแนน", "points"), group=_SUMS)


class VoteTotal(Record):
    """What one option got, in all or from one village or group."""

    noun = Noun(
        name="vote_total",
        title=Words("คะแนนรวมรายตัวเลือก", "Totals by option"),
        help=Words(
            "ใช้เมื่อยกมือหรือติดสติกเกอร์แล้วนับรวม แยกตามหมู่บ้านได้",
            "Where hands or stickers were counted; by village if you can",
        ),
        key=("poll_code", "option_code", "village_code", "group"),
        links=(POLL_LINK, VILLAGE_LINK),
        checks=(
            Check(
                "vote-total.sums-impossible",
                (*SCORE_SUMS, "voters"),
                _sums_possible,
                N_(
                    "A sum of scores cannot come from so many voters, who give 1 to 4 each; check "
                    "the sums and the number of voters"
                ),
                Severity.REFUSE,
            ),
        ),
        book="plan",
    )

    poll_code: Code = _poll_code("V02")
    option_code: Code = open_field("ตัวเลือก", "Option", example="P01", required=True)
    village_code: Code = village_field()
    group: Text = open_field(
        "กลุ่มคน",
        "Group of people",
        help=("เช่น สตรี เยาวชน เว้นว่างถ้านับทุกคน", "Such as women, youth; blank for all"),
    )
    votes: Integer = votes_field("คะแนนหรือจำนวนมือ", "Votes, hands or dots", 17)
    voters: Integer = open_field("ผู้มีสิทธิ", "People who could vote", low=0, unit=PERSONS, example=20)
    size_sum: Integer = _sum("รวมขนาด", "Sum of size")
    severity_sum: Integer = _sum("รวมความรุนแรง", "Sum of severity")
    ease_sum: Integer = _sum("รวมความง่าย", "Sum of ease")
    concern_sum: Integer = _sum("รวมความตระหนัก", "Sum of concern")
    is_besides_ballots: YesNo = _beside()


class PairTotal(Record):
    """How a hall chose between two options."""

    noun = Noun(
        name="pair_total",
        title=Words("คะแนนรวมรายคู่", "Totals by pair"),
        help=Words(
            "ใช้เมื่อเทียบทีละคู่แล้วนับรวม คู่ละหนึ่งแถว",
            "Where pairs were compared and counted; one row per pair",
        ),
        key=("poll_code", "option_code", "against_code", "village_code"),
        links=(POLL_LINK, VILLAGE_LINK),
        checks=(
            Check(
                "pair-total.against-itself",
                ("against_code", "option_code"),
                not_itself("option_code", "against_code"),
                N_("The option is compared with itself; write the code of the other option"),
                Severity.REFUSE,
            ),
        ),
        book="plan",
    )

    poll_code: Code = _poll_code("V03")
    option_code: Code = open_field("ตัวเลือก", "Option", example="P01", required=True)
    against_code: Code = open_field("เทียบกับ", "Compared with", example="P02", required=True)
    village_code: Code = village_field()
    votes_for: Integer = count_field("เลือกข้อแรก", "Chose the first", 12)
    votes_against: Integer = count_field("เลือกข้อหลัง", "Chose the second", 7)
    votes_equal: Integer = count_field("เห็นว่าเท่ากัน", "Called them equal", 1)
    is_besides_ballots: YesNo = _beside()
