"""The way of a proposal: what each level resolved, and what it came out of."""

from __future__ import annotations

from typing import Any

from planning_kit.language import N_, Words
from planning_kit.records.area_ref import read_ref
from planning_kit.records.kinds import Choice, Code, Date, Integer, LongText, Text
from planning_kit.records.plan_choices import PolicyLevel
from planning_kit.records.plan_fields import FORUM_LINK, forum_field, open_field, votes_field
from planning_kit.records.problem_group import PROPOSAL_LINK
from planning_kit.records.proposal_choices import OriginKind, Resolution
from planning_kit.records.record import Check, Noun, Record, Severity


def _proposal_field() -> Any:
    return open_field(
        "รหัสข้อเสนอ",
        "Proposal code",
        help=("รหัสข้อเสนอเชิงนโยบายของสมุดงานนี้", "The code of a policy proposal of this workbook"),
        example="N01",
        required=True,
    )


class ProposalStep(Record):
    """A meeting's resolution on a proposal. Roles and offices only, never a person."""

    noun = Noun(
        name="proposal_step",
        title=Words("มติต่อข้อเสนอ", "Resolutions on proposals"),
        help=Words(
            "มติละหนึ่งแถว ระดับใด วันใด มีมติว่าอะไร ส่งต่อให้ใคร",
            "One row per resolution: level, date, what was resolved, sent to whom",
        ),
        key=("proposal_code", "level", "date"),
        links=(PROPOSAL_LINK, FORUM_LINK),
        checks=(
            Check(
                "proposal-step.no-reason",
                ("reason", "resolution"),
                lambda r: (
                    r.resolution not in (Resolution.RETURNED, Resolution.REJECTED)
                    or r.reason is not None
                ),
                N_("The proposal was sent back or rejected; write the reason that was given"),
            ),
            Check(
                "proposal-step.lost-vote",
                ("votes_for", "votes_against", "resolution"),
                lambda r: (
                    r.resolution != Resolution.PASSED
                    or r.votes_for is None
                    or r.votes_against is None
                    or r.votes_for >= r.votes_against
                ),
                N_("More voted against than for, yet it is written as passed; check the votes"),
            ),
        ),
        in_template=False,
        is_typed=True,
        book="plan",
    )

    proposal_code: Code = _proposal_field()
    level: Choice = open_field(
        "ระดับที่ประชุม",
        "Level of the meeting",
        choices=PolicyLevel,
        example=PolicyLevel.PROVINCE,
        required=True,
    )
    date: Date = open_field(
        "วันที่ประชุม", "Date of the meeting", example="20 พ.ย. 2569", required=True
    )
    forum_code: Code = forum_field()
    resolution: Choice = open_field(
        "มติ", "Resolution", choices=Resolution, example=Resolution.PASSED, required=True
    )
    votes_for: Integer = votes_field("เห็นชอบ", "For", 31)
    votes_against: Integer = votes_field("ไม่เห็นชอบ", "Against", 2)
    votes_abstain: Integer = votes_field("งดออกเสียง", "Abstaining", 3)
    sent_to: Text = open_field(
        "ส่งต่อให้",
        "Sent on to",
        help=("หน่วยงานหรือตำแหน่ง ไม่ใช่ชื่อบุคคล", "An office or role, not a person"),
        example="ที่ประชุมระดับภาค",
    )
    reason: LongText = open_field("เหตุผล", "Reason", example="หลายตำบลเดือดร้อนเรื่องเดียวกัน")
    document: Text = open_field(
        "เอกสารอ้างอิง",
        "Document",
        help=("เลขที่หนังสือหรือรายงานการประชุม", "Number of the letter or of the minutes"),
        example="รายงานการประชุมครั้งที่ 2/2569",
    )


class ProposalOrigin(Record):
    """What a proposal came out of: one of another workbook, or problems; one a row."""

    noun = Noun(
        name="proposal_origin",
        title=Words("ที่มาของข้อเสนอ", "Where proposals come from"),
        help=Words(
            "ข้อเสนอนี้มาจากข้อเสนอหรือปัญหาใดของพื้นที่ใด หนึ่งที่มาต่อหนึ่งแถว",
            "Which proposal or problem of which area it came out of; one a row",
        ),
        key=("proposal_code", "from_ref"),
        links=(PROPOSAL_LINK,),
        checks=(
            Check(
                "proposal-origin.not-a-ref",
                ("from_ref",),
                lambda r: r.from_ref is None or read_ref(r.from_ref) is not None,
                N_(
                    "“{ref}”: write the code of the plan area, a stroke and the code of the "
                    "proposal, such as 670101/N01"
                ),
                Severity.REFUSE,
                values=lambda r: {"ref": r.from_ref},
            ),
        ),
        in_template=False,
        is_typed=True,
        book="plan",
    )

    proposal_code: Code = _proposal_field()
    from_ref: Code = open_field(
        "มาจาก",
        "Comes from",
        help=("เขียน รหัสพื้นที่/รหัสข้อเสนอ เช่น 670101/N01", "Area/proposal, such as 670101/N01"),
        example="670101/N01",
        required=True,
    )
    how: Choice = open_field(
        "มาอย่างไร", "How", choices=OriginKind, example=OriginKind.MERGED, required=True
    )
    date: Date = open_field("วันที่", "Date", example="20 พ.ย. 2569")
    note: LongText = open_field("หมายเหตุ", "Note", example="รวมสามตำบลลุ่มน้ำเดียวกัน")
