"""A meeting in which people told, chose or decided: a forum, hearing or council meeting."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.forum_choices import ForumKind
from planning_kit.records.kinds import Choice, Code, Date, Integer, LongText, Text, YesNo
from planning_kit.records.links import VILLAGE_LINK, village_field
from planning_kit.records.plan_fields import (
    CITED_SOURCE_LINK,
    cited_source_field,
    count_field,
    open_field,
    votes_field,
)
from planning_kit.records.plan_rules import parts_within
from planning_kit.records.record import Check, Noun, Record, Severity

_SEXES = ("men", "women", "other_sex")
_AGES = ("under_25", "age_25_59", "age_60_up")
_VOTES = ("votes_for", "votes_against", "votes_abstain")
_COUNTS = ("จำนวนผู้เข้าร่วม", "Attendance")
_COUNCIL = ("เฉพาะประชุมสภาองค์กรชุมชน", "Only for a council meeting")


def _votes_within_room(record: Forum) -> bool:
    base = "members_present" if record.members_present is not None else "present"
    return parts_within(_VOTES, base)(record)


class Forum(Record):
    """A meeting, who came and what it resolved; people are counted, not named."""

    noun = Noun(
        name="forum",
        title=Words("เวทีและการประชุม", "Forums and meetings"),
        help=Words(
            "เวทีหรือการประชุมละหนึ่งแถว นับจำนวนคน ไม่เก็บชื่อ",
            "One row per forum or meeting; people are counted, not named",
        ),
        key=("forum_code",),
        links=(VILLAGE_LINK, CITED_SOURCE_LINK),
        checks=(
            Check(
                "forum.sexes-above-present",
                ("present", *_SEXES),
                parts_within(_SEXES, "present"),
                N_("Men, women and others together are more than those present; check the counts"),
                Severity.REFUSE,
            ),
            Check(
                "forum.ages-above-present",
                ("present", *_AGES),
                parts_within(_AGES, "present"),
                N_("The age groups together are more than those present; check the counts"),
                Severity.REFUSE,
            ),
            Check(
                "forum.members-present-above-members",
                ("members_present", "members"),
                parts_within(("members_present",), "members"),
                N_("More council members are present than there are; check both counts"),
                Severity.REFUSE,
            ),
            Check(
                "forum.members-present-above-present",
                ("members_present", "present"),
                parts_within(("members_present",), "present"),
                N_("More council members are present than people in all; check both counts"),
                Severity.REFUSE,
            ),
            Check(
                "forum.votes-above-present",
                _VOTES,
                _votes_within_room,
                N_("The votes together are more than those who could vote; count them again"),
            ),
            Check(
                "forum.casting-vote-not-due",
                ("chair_voted_to_break_tie", "votes_for", "votes_against"),
                lambda r: (
                    r.chair_voted_to_break_tie is None
                    or None in (r.votes_for, r.votes_against)
                    or r.votes_for == r.votes_against
                ),
                N_(
                    "The votes are not equal, so the chair has no casting vote; check the votes, or "
                    "leave that cell blank"
                ),
            ),
        ),
        book="plan",
    )

    forum_code: Code = open_field(
        "รหัสเวที",
        "Forum code",
        help=("ตั้งเอง สั้น ๆ เช่น F01", "Your own short code, such as F01"),
        example="F01",
        required=True,
    )
    kind: Choice = open_field(
        "ประเภท", "Kind", choices=ForumKind, example=ForumKind.VILLAGE_FORUM, required=True
    )
    title: Text = open_field(
        "ชื่อเวที", "Title", example="ประชาคมหมู่ 3 เรื่องน้ำทำนาและหนี้สิน", required=True
    )
    date: Date = open_field("วันที่จัด", "Date", example="10 ต.ค. 2569", required=True)
    place: Text = open_field("สถานที่", "Place", example="ศาลากลางบ้าน หมู่ 3")
    village_code: Code = village_field()
    purpose: LongText = open_field("จัดเพื่ออะไร", "Purpose", example="ทบทวนข้อมูลและบอกปัญหาของหมู่บ้าน")
    agenda: LongText = open_field(
        "ระเบียบวาระ",
        "Agenda",
        help=("หนึ่งเรื่องต่อหนึ่งบรรทัด", "One item a line"),
        example="นำเสนอข้อมูลหมู่บ้าน\nพูดคุยปัญหาและสาเหตุ\nลงมติ",
    )
    invited: Integer = count_field("เชิญ", "Invited", 60, group=_COUNTS)
    present: Integer = count_field("มาร่วม", "Present", 42, group=_COUNTS)
    men: Integer = count_field("ชาย", "Men", 18, group=_COUNTS)
    women: Integer = count_field("หญิง", "Women", 24, group=_COUNTS)
    other_sex: Integer = count_field("เพศอื่น ๆ", "Other sex", 0, group=_COUNTS)
    under_25: Integer = count_field("อายุต่ำกว่า 25 ปี", "Under 25", 4, group=_COUNTS)
    age_25_59: Integer = count_field("อายุ 25–59 ปี", "Aged 25–59", 23, group=_COUNTS)
    age_60_up: Integer = count_field("อายุ 60 ปีขึ้นไป", "Aged 60 and over", 15, group=_COUNTS)
    members: Integer = count_field("สมาชิกสภาทั้งหมด", "Council members in all", help=_COUNCIL)
    members_present: Integer = count_field("สมาชิกสภาที่มา", "Council members present", help=_COUNCIL)
    votes_for: Integer = votes_field("เห็นชอบ", "Votes for", 40)
    votes_against: Integer = votes_field("ไม่เห็นชอบ", "Votes against", 0)
    votes_abstain: Integer = votes_field("งดออกเสียง", "Abstentions", 2)
    chair_voted_to_break_tie: YesNo = open_field(
        "ประธานชี้ขาดให้เห็นชอบ",
        "Chair’s casting vote for it",
        help=(
            "เฉพาะประชุมสภาเมื่อคะแนนเท่ากัน ใช่ คือเห็นชอบ ไม่ใช่ คือไม่เห็นชอบ",
            "Only for a council meeting with equal votes: yes is for, no is against",
        ),
    )
    convener: Text = open_field(
        "ผู้เชิญประชุม (ตำแหน่ง)",
        "Called by (role)",
        help=("เขียนตำแหน่ง ไม่ใช่ชื่อบุคคล", "A role, not a person’s name"),
        example="ผู้ใหญ่บ้าน หมู่ 3",
    )
    minutes: LongText = open_field(
        "สรุปการพูดคุย",
        "Minutes",
        help=("เขียนเนื้อหา ไม่ระบุชื่อผู้พูด", "What was said, without the speakers’ names"),
        example="ที่ประชุมเห็นว่าคลองส่งน้ำตื้นเขิน น้ำไม่ถึงท้ายคลองในเดือนมีนาคม",
    )
    resolution: LongText = open_field("มติ", "Resolution", example="ให้เสนอปัญหาน้ำทำนาเข้าเวทีตำบล")
    source_code: Code = cited_source_field()
