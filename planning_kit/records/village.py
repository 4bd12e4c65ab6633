"""A village (หมู่บ้าน) and how many people and households it has in all."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.field import field
from planning_kit.records.kinds import Code, Integer, Land, LongText, Text
from planning_kit.records.links import SOURCE_LINK, source_field, village_field
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Noun, Record


class Village(Record):
    """The whole of a village: what “N” means when “n of N” is said."""

    noun = Noun(
        name="village",
        title=Words("หมู่บ้าน", "Villages"),
        help=Words(
            "หมู่บ้านละหนึ่งแถว จำนวนทั้งหมดใช้เทียบกับจำนวนที่สำรวจได้",
            "One row per village; the totals are what the survey is compared with",
        ),
        key=("village_code",),
        links=(SOURCE_LINK,),
    )

    village_code: Code = village_field(required=True)
    name: Text = field(
        "ชื่อหมู่บ้าน",
        "Village name",
        example="บ้านทุ่งฝึกหัด",
        privacy=Privacy.PUBLIC,
        names_place=True,
    )
    households: Integer = field(
        "ครัวเรือนทั้งหมด",
        "Households",
        low=0,
        plausible=(5, 5000),
        example=150,
        unit=("ครัวเรือน", "households"),
        privacy=Privacy.PUBLIC,
    )
    farm_households: Integer = field(
        "ครัวเรือนเกษตรกร",
        "Farm households",
        low=0,
        example=90,
        unit=("ครัวเรือน", "households"),
        privacy=Privacy.PUBLIC,
    )
    males: Integer = field(
        "ประชากรชาย", "Males", low=0, example=240, unit=("คน", "persons"), privacy=Privacy.PUBLIC
    )
    females: Integer = field(
        "ประชากรหญิง", "Females", low=0, example=255, unit=("คน", "persons"), privacy=Privacy.PUBLIC
    )
    area: Land = field(
        "พื้นที่ทั้งหมด",
        "Total area",
        low=0,
        example="3200 ไร่",
        unit=("ไร่-งาน-ตร.ว.", "rai-ngan-sq wah"),
        privacy=Privacy.PUBLIC,
    )
    farm_area: Land = field(
        "พื้นที่เกษตร",
        "Farm area",
        low=0,
        example="2100 ไร่",
        unit=("ไร่-งาน-ตร.ว.", "rai-ngan-sq wah"),
        privacy=Privacy.PUBLIC,
    )
    note: LongText = field("หมายเหตุ", "Note", privacy=Privacy.PUBLIC)
    source_code: Code = source_field()
