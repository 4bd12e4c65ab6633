"""The community’s own history, year by year."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.forum_choices import EventKind
from planning_kit.records.kinds import Choice, Code, Codes, Integer, LongText, Text, YearBE
from planning_kit.records.plan_fields import (
    BE,
    FORUM_LINK,
    VILLAGES_LINK,
    forum_field,
    open_field,
    villages_field,
)
from planning_kit.records.record import Noun, Record


class TimelineEvent(Record):
    """Something that happened, and what it changed."""

    noun = Noun(
        name="timeline_event",
        title=Words("เส้นเวลาของชุมชน", "Timeline"),
        help=Words(
            "เหตุการณ์ละหนึ่งแถว เรียงตามปี บอกว่าเปลี่ยนอะไรในชุมชน",
            "One row per event, by year, with what it changed",
        ),
        key=("year_be", "event"),
        links=(VILLAGES_LINK, FORUM_LINK),
        book="plan",
    )

    year_be: YearBE = open_field(
        "ปี", "Year", low=2300, high=2700, unit=BE, example=2554, required=True
    )
    month: Integer = open_field(
        "เดือนที่",
        "Month",
        help=("1 ถึง 12 เว้นว่างได้", "1 to 12; may be blank"),
        low=1,
        high=12,
        example=10,
    )
    event: Text = open_field("เหตุการณ์", "Event", example="น้ำท่วมใหญ่ทั้งตำบล", required=True)
    effect: LongText = open_field(
        "เปลี่ยนอะไรในชุมชน", "What it changed", example="นาเสียหายเกือบหมด หลายบ้านเริ่มเป็นหนี้"
    )
    kind: Choice = open_field("เป็นเรื่อง", "Kind", choices=EventKind, example=EventKind.BAD)
    village_codes: Codes = villages_field()
    forum_code: Code = forum_field()
