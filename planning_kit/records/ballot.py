"""What is written on one anonymous ballot paper, one row for each option marked."""

from __future__ import annotations

from typing import Any

from planning_kit.language import N_, Words
from planning_kit.records.field import field
from planning_kit.records.household_choices import Sex
from planning_kit.records.kinds import Choice, Code, Integer, YesNo
from planning_kit.records.links import VILLAGE_LINK
from planning_kit.records.plan_fields import POLL_LINK
from planning_kit.records.poll_choices import VoterAge
from planning_kit.records.record import Check, Noun, Record, Severity

_SCORES = ("คะแนน 1 ถึง 4", "Scores 1 to 4")
_VOTER = ("ผู้ลงคะแนน (ไม่บังคับ)", "The voter (may be blank)")


def _score(th: str, en: str, help_th: str, help_en: str, example: int) -> Any:
    return field(th, en, low=1, high=4, help=(help_th, help_en), example=example, group=_SCORES)


class BallotMark(Record):
    """One mark of one ballot: an option’s scores, dots or tick, or one pair compared.

    The ballot’s number is printed on the paper and says nothing of the person.
    """

    noun = Noun(
        name="ballot_mark",
        title=Words("บัตรลงคะแนน", "Ballots"),
        help=Words(
            "บัตรหนึ่งใบมีหลายแถว แถวละหนึ่งตัวเลือก บัตรไม่มีชื่อคน ใช้เลขที่พิมพ์บนบัตร",
            "Several rows per ballot, one for each option; known by the printed number, no names",
        ),
        key=("poll_code", "ballot_no", "entry", "option_code", "against_code"),
        links=(POLL_LINK, VILLAGE_LINK),
        checks=(
            Check(
                "ballot.against-itself",
                ("against_code", "option_code"),
                lambda r: r.against_code is None or r.against_code != r.option_code,
                N_("The option is compared with itself; write the code of the other option"),
                Severity.REFUSE,
            ),
            Check(
                "ballot.prefers-a-third",
                ("preferred", "option_code", "against_code"),
                lambda r: r.preferred is None or r.preferred in (r.option_code, r.against_code),
                N_("The option preferred is neither of the two compared; check the three codes"),
                Severity.REFUSE,
            ),
        ),
        book="plan",
    )

    poll_code: Code = field("รหัสการลงคะแนน", "Vote code", example="V01", required=True)
    ballot_no: Code = field(
        "เลขที่บัตร",
        "Ballot number",
        help=("เลขที่พิมพ์บนบัตร ไม่ใช่ชื่อคน", "The number printed on it, never a name"),
        example="017",
        required=True,
    )
    entry: Integer = field(
        "พิมพ์รอบที่",
        "Typed for the time",
        low=1,
        high=2,
        help=("1 หรือ 2 เว้นว่างนับเป็นรอบที่ 1", "1 or 2; blank counts as 1"),
        example=1,
    )
    option_code: Code = field("ตัวเลือก", "Option", example="P01", required=True)
    against_code: Code = field(
        "เทียบกับ", "Compared with", help=("ใช้กับวิธีเทียบทีละคู่", "Where voting is pair by pair")
    )
    size: Integer = _score(
        "ขนาด",
        "Size",
        "3 = เกือบทุกหมู่บ้าน 4 = ทุกหมู่บ้าน",
        "3 = nearly every village, 4 = every village",
        3,
    )
    severity: Integer = _score("ความรุนแรง", "Severity", "4 = เดือดร้อนมากที่สุด", "4 = hurts most", 4)
    ease: Integer = _score("ความง่ายในการแก้", "Ease", "4 = ทำง่ายที่สุด", "4 = easiest to do", 2)
    concern: Integer = _score(
        "ความตระหนัก", "Concern", "4 = คนอยากแก้มากที่สุด", "4 = people most want it solved", 4
    )
    dots: Integer = field("จำนวนจุด", "Dots", low=0, high=50)
    approved: YesNo = field("กาเห็นด้วย", "Ticked")
    preferred: Code = field(
        "ข้อที่เลือก",
        "Preferred",
        help=("ใช้กับวิธีเทียบทีละคู่ เว้นว่างถ้าเท่ากัน", "Pair by pair; blank where equal"),
    )
    village_code: Code = field("รหัสหมู่บ้าน", "Village code", example="99010103", group=_VOTER)
    sex: Choice = field("เพศ", "Sex", choices=Sex, example=Sex.FEMALE, group=_VOTER)
    age_group: Choice = field(
        "ช่วงอายุ", "Age group", choices=VoterAge, example=VoterAge.FROM_25_TO_59, group=_VOTER
    )
    is_landless: YesNo = field("ไม่มีที่ทำกินของตนเอง", "Landless", example=False, group=_VOTER)
