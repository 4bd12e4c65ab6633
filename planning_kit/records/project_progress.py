"""How far a project or one of its activities has come at the end of a quarter."""

from __future__ import annotations

from typing import Any

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Code, Date, Integer, LongText, Money, Share, Text, YearBE
from planning_kit.records.plan_fields import (
    BAHT,
    PROJECT_LINK,
    fiscal_year_field,
    open_field,
    project_field,
)
from planning_kit.records.record import Check, Link, Noun, Record
from planning_kit.thai import fiscal_quarter_bounds


def _after_its_quarter_began(record: Any) -> bool:
    if record.reported_on is None:
        return True
    first, _last = fiscal_quarter_bounds(record.fiscal_year_be, record.quarter)
    return bool(record.reported_on >= first)


class ProjectProgress(Record):
    """One report of one quarter; work and money both counted since the project began.

    A quarter without a row is *not reported*, which is not zero; so is a blank cell.
    """

    noun = Noun(
        name="project_progress",
        title=Words("ความก้าวหน้าโครงการ", "Progress of projects"),
        help=Words(
            "รายงานไตรมาสละหนึ่งแถว เว้นกิจกรรมไว้ถ้ารายงานทั้งโครงการ ช่องว่างคือยังไม่รายงาน ไม่ใช่ศูนย์",
            "One row a quarter; no activity means the whole project. Blank is not reported, not zero",
        ),
        key=("project_code", "activity_no", "fiscal_year_be", "quarter"),
        links=(PROJECT_LINK, Link("attachment", "attachment", "fingerprint")),
        checks=(
            Check(
                "progress.reported-before-quarter",
                ("reported_on", "quarter"),
                _after_its_quarter_began,
                N_("The report is dated before its quarter began; check the day and the quarter"),
            ),
        ),
        book="plan",
    )

    project_code: Code = project_field()
    activity_no: Integer = open_field(
        "กิจกรรมที่",
        "Activity no.",
        low=1,
        help=("เว้นว่างถ้ารายงานทั้งโครงการ", "Blank where the report is on the whole project"),
        example=1,
    )
    fiscal_year_be: YearBE = fiscal_year_field()
    quarter: Integer = open_field(
        "ไตรมาส",
        "Quarter",
        low=1,
        high=4,
        help=("1 คือ ต.ค.–ธ.ค. 4 คือ ก.ค.–ก.ย.", "1 is Oct–Dec, 4 is Jul–Sep"),
        example=2,
        required=True,
    )
    physical: Share = open_field(
        "ผลงานสะสม",
        "Work done so far",
        unit=("ร้อยละ", "per cent"),
        low=0,
        plausible=(0, 100),
        help=(
            "ร้อยละของงานทั้งหมดตั้งแต่เริ่ม ถ้ายังไม่ได้ทำเลยเขียน 0 ถ้าไม่รู้เว้นว่าง",
            "Share of all the work since it began; write 0 if nothing is done, nothing if unknown",
        ),
        example=45,
    )
    spent: Money = open_field(
        "จ่ายไปแล้วสะสม",
        "Spent so far",
        unit=BAHT,
        low=0,
        help=("ตั้งแต่เริ่มโครงการ ไม่ใช่เฉพาะไตรมาสนี้", "Since the project began, not this quarter only"),
        example=20000,
    )
    evidence: Text = open_field(
        "หลักฐาน",
        "Evidence",
        help=("เอกสารหรือภาพที่ดูได้", "A paper or photo that can be looked at"),
        example="ภาพก่อนและหลังขุดลอก 6 ภาพ",
    )
    attachment: Code = open_field(
        "ลายนิ้วมือของภาพหรือเอกสารแนบ",
        "Fingerprint of the attached file",
        help=("ได้จากคำสั่ง planning-kit attach", "As “planning-kit attach” tells it"),
    )
    obstacle: LongText = open_field("ติดขัดเรื่องใด", "Obstacle", example="น้ำในคลองยังสูง รถขุดลงไม่ได้")
    solution: LongText = open_field("แก้อย่างไร", "Solution", example="เลื่อนไปขุดเดือนมกราคม")
    next_step: LongText = open_field("ขั้นต่อไป", "Next step", example="ขุดช่วงที่สอง 800 เมตร")
    reported_by: Text = open_field(
        "ผู้รายงาน (องค์กรหรือตำแหน่ง)",
        "Reported by (organisation or role)",
        help=("ไม่ใช่ชื่อบุคคล", "Not a person’s name"),
        example="กลุ่มผู้ใช้น้ำคลองบ้านทุ่ง",
    )
    reported_on: Date = open_field("วันที่รายงาน", "Reported on", example="5 เม.ย. 2571")
