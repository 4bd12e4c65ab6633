"""The seasonal calendar: what falls in which month."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.forum_choices import CalendarKind
from planning_kit.records.kinds import Choice, Code, Codes, LongText, Months, Text
from planning_kit.records.plan_fields import (
    FORUM_LINK,
    VILLAGES_LINK,
    forum_field,
    open_field,
    villages_field,
)
from planning_kit.records.record import Check, Noun, Record


class CalendarEntry(Record):
    """A crop, a job, a shortage, a debt or a feast with its months."""

    noun = Noun(
        name="calendar_entry",
        title=Words("ปฏิทินฤดูกาล", "Seasonal calendar"),
        help=Words(
            "เรื่องละหนึ่งแถว บอกว่าเกิดในเดือนใด เดือนใดมากที่สุด",
            "One row each: in which months it falls, and in which it is heaviest",
        ),
        key=("kind", "name"),
        links=(VILLAGES_LINK, FORUM_LINK),
        checks=(
            Check(
                "calendar.peak-outside-months",
                ("peak_months", "months"),
                lambda r: not r.peak_months or not r.months or set(r.peak_months) <= set(r.months),
                N_("A heaviest month is not among the months; check both"),
            ),
        ),
        book="plan",
    )

    kind: Choice = open_field(
        "ประเภท", "Kind", choices=CalendarKind, example=CalendarKind.WATER, required=True
    )
    name: Text = open_field("เรื่อง", "What", example="น้ำในคลองไม่พอ", required=True)
    months: Months = open_field(
        "เดือน",
        "Months",
        help=("เช่น ม.ค.–เม.ย. หรือ พ.ย., ธ.ค.", "Such as Jan–Apr, or Nov, Dec"),
        example="ก.พ.–พ.ค.",
    )
    peak_months: Months = open_field("เดือนที่มากที่สุด", "Heaviest months", example="มี.ค.–เม.ย.")
    note: LongText = open_field("หมายเหตุ", "Note", example="ท้ายคลองขาดน้ำก่อน")
    village_codes: Codes = villages_field()
    forum_code: Code = forum_field()
