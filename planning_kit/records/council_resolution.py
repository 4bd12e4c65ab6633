"""What each council resolved on a decision that several of them make together."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.choices import Choices
from planning_kit.records.kinds import Choice, Code, Date, Integer, LongText, Text
from planning_kit.records.plan_fields import FORUM_LINK, forum_field, open_field, votes_field
from planning_kit.records.record import Check, Link, Noun, Record


class CouncilKind(Choices):
    """Whose resolution it is."""

    COMMUNITY = "community", "สภาองค์กรชุมชน", "community organization councils"
    FARMERS = "farmers", "สภาเกษตรกร", "farmers’ council"
    OTHER = "other", "ฝ่ายอื่น", "another party"


class CouncilAnswer(Choices):
    """What it resolved; silence is an answer that is still waited for."""

    AGREES = "agrees", "เห็นชอบ", "agrees"
    CONDITIONS = "conditions", "เห็นชอบโดยมีเงื่อนไข", "agrees on conditions"
    DISAGREES = "disagrees", "ไม่เห็นชอบ", "does not agree"
    NOT_YET = "not_yet", "ยังไม่มีมติ", "has not resolved yet"


class CouncilResolution(Record):
    """One council’s own resolution; a joint decision is joint when each has its own."""

    noun = Noun(
        name="council_resolution",
        title=Words("มติของแต่ละสภา", "Resolutions of the councils"),
        help=Words(
            "มติร่วมเรื่องหนึ่ง สภาละหนึ่งแถว",
            "One row per council on a decision that they make together",
        ),
        key=("decision_code", "organisation"),
        links=(Link("decision_code", "decision", "decision_code"), FORUM_LINK),
        checks=(
            Check(
                "council-resolution.no-words",
                ("answer", "words"),
                lambda r: (
                    r.answer not in (CouncilAnswer.CONDITIONS, CouncilAnswer.DISAGREES)
                    or r.words is not None
                ),
                N_("Which conditions, or why not? Write down what the council said"),
            ),
        ),
        in_template=False,
        book="plan",
    )

    decision_code: Code = open_field(
        "รหัสมติ",
        "Decision code",
        help=("รหัสจากแผ่นงานมติและการตัดสินใจ", "A code from the sheet of decisions"),
        example="D01",
        required=True,
    )
    organisation: Text = open_field(
        "สภาหรือองค์กร", "Council or organisation", example="สภาเกษตรกรจังหวัด", required=True
    )
    council: Choice = open_field(
        "เป็นฝ่ายใด", "Which side", choices=CouncilKind, example=CouncilKind.FARMERS, required=True
    )
    answer: Choice = open_field(
        "มติว่า",
        "Resolved",
        choices=CouncilAnswer,
        example=CouncilAnswer.AGREES,
        required=True,
    )
    date: Date = open_field("วันที่มีมติ", "Date", example="10 ต.ค. 2569")
    forum_code: Code = forum_field()
    document: Text = open_field(
        "รายงานการประชุมหรือหนังสือ",
        "Minutes or letter",
        help=("เลขที่หรือครั้งที่ประชุม", "Its number, or which meeting"),
        example="รายงานการประชุมครั้งที่ 4/2569",
    )
    votes_for: Integer = votes_field("เห็นชอบ", "Votes for", 18)
    votes_against: Integer = votes_field("ไม่เห็นชอบ", "Votes against", 2)
    votes_abstain: Integer = votes_field("งดออกเสียง", "Abstentions", 0)
    words: LongText = open_field(
        "เงื่อนไขหรือเหตุผล", "Conditions or reasons", example="ขอให้สภาเกษตรกรร่วมเก็บข้อมูลด้วย"
    )
