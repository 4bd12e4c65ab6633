"""What a project does, year by year and month by month."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.kinds import Code, Integer, Money, Months, Text, YearBE, YesNo
from planning_kit.records.plan_fields import (
    BAHT,
    PROJECT_LINK,
    fiscal_year_field,
    open_field,
    project_field,
)
from planning_kit.records.record import Noun, Record


class Activity(Record):
    """One activity of a project in one fiscal year."""

    noun = Noun(
        name="activity",
        title=Words("กิจกรรมของโครงการ", "Activities"),
        help=Words(
            "กิจกรรมละหนึ่งแถว บอกปีงบประมาณและเดือนที่ทำ",
            "One row per activity, with its fiscal year and months",
        ),
        key=("project_code", "activity_no"),
        links=(PROJECT_LINK,),
        book="plan",
    )

    project_code: Code = project_field()
    activity_no: Integer = open_field("กิจกรรมที่", "Activity no.", low=1, example=1, required=True)
    name: Text = open_field(
        "กิจกรรม", "Activity", example="สำรวจและวัดความลึกคลองร่วมกัน", required=True
    )
    fiscal_year_be: YearBE = fiscal_year_field()
    area_code: Code = open_field(
        "พื้นที่",
        "Area",
        help=(
            "รหัสอำเภอ ตำบล หรือหมู่บ้านที่ทำ เว้นว่างถ้าทำทั้งพื้นที่แผน",
            "Code of the amphoe, tambon or village; blank for the whole plan area",
        ),
        example="99010101",
    )
    months: Months = open_field(
        "เดือนที่ทำ",
        "Months",
        help=("เช่น ต.ค.–ธ.ค.", "Such as Oct–Dec"),
        example="ต.ค.–ธ.ค.",
    )
    amount: Money = open_field("งบประมาณ", "Amount", unit=BAHT, low=0, example=20000)
    output: Text = open_field("ผลผลิต", "Output", example="แผนที่ความลึกคลอง 1 ชุด")
    responsible: Text = open_field(
        "ผู้รับผิดชอบ (องค์กรหรือตำแหน่ง)",
        "Responsible (organisation or role)",
        help=("ไม่ใช่ชื่อบุคคล", "Not a person’s name"),
        example="กลุ่มผู้ใช้น้ำคลองบ้านทุ่ง",
    )
    works_in_season: YesNo = open_field(
        "ตั้งใจทำในช่วงเก็บเกี่ยว",
        "Meant for harvest time",
        help=("ตอบใช่ถ้าจงใจ จะไม่เตือน", "Yes if it is meant so; no warning then"),
    )
