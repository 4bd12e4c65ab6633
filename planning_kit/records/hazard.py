"""A hazard that struck farming: where, when, what crop, how large an area."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.choices import Choices
from planning_kit.records.field import field
from planning_kit.records.kinds import (
    Choice,
    Code,
    Date,
    Integer,
    Land,
    LongText,
    Money,
    Number,
    Text,
    YearBE,
)
from planning_kit.records.links import SOURCE_LINK, VILLAGE_LINK, source_field, village_field
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Check, Noun, Record
from planning_kit.thai.years import BE_OFFSET

_LAND = ("ไร่-งาน-ตร.ว.", "rai-ngan-sq wah")
_METRES = ("เมตร", "metres")


class HazardKind(Choices):
    """What struck."""

    FLOOD = "flood", "น้ำท่วม", "flood"
    DROUGHT = "drought", "ภัยแล้ง", "drought"
    STORM = "storm", "พายุหรือลมแรง", "storm or strong wind"
    PEST = "pest", "แมลงศัตรูพืช", "pests"
    DISEASE = "disease", "โรคพืชหรือโรคสัตว์", "plant or animal disease"
    FIRE = "fire", "ไฟป่าหรือหมอกควัน", "fire or haze"
    SALT = "salt", "น้ำเค็มหรือดินเค็ม", "salt water or salt soil"
    COLD = "cold", "ภัยหนาว", "cold"
    LANDSLIDE = "landslide", "ดินถล่ม", "landslide"
    OTHER = "other", "อื่น ๆ", "other"


class Hazard(Record):
    """One stricken plot, or one event in one village. Kind not stated is not “other”."""

    noun = Noun(
        name="hazard",
        title=Words("ภัยธรรมชาติ", "Hazards"),
        help=Words(
            "หนึ่งแถวต่อหนึ่งครั้งที่เกิดในหนึ่งหมู่บ้านและหนึ่งพืช ไม่ต้องใส่ชื่อเจ้าของแปลง",
            "One row per event, village and crop; no owners’ names",
        ),
        links=(VILLAGE_LINK, SOURCE_LINK),
        checks=(
            Check(
                "hazard.affected-above-planted",
                ("affected_area", "planted_area"),
                lambda r: (
                    r.affected_area is None
                    or r.planted_area is None
                    or r.affected_area <= r.planted_area
                ),
                N_("The stricken area is larger than the planted area; check both"),
            ),
            Check(
                "hazard.zero-area",
                ("affected_area",),
                lambda r: r.affected_area is None or r.affected_area > 0,
                N_("The stricken area is zero; write the area, or leave it blank if unknown"),
            ),
            Check(
                "hazard.date-outside-year",
                ("date_from", "year_be"),
                lambda r: (
                    r.date_from is None
                    or r.year_be is None
                    or abs(r.date_from.year + BE_OFFSET - r.year_be) <= 1
                ),
                N_("The date lies outside the year stated; check both"),
            ),
            Check(
                "hazard.half-a-coordinate",
                ("utm_east", "utm_north"),
                lambda r: (r.utm_east is None) == (r.utm_north is None),
                N_("Only one of the two UTM values is stated; write both or neither"),
            ),
        ),
    )

    year_be: YearBE = field(
        "ปีที่เกิด",
        "Year",
        low=2450,
        high=2700,
        example=2567,
        unit=("พ.ศ.", "B.E."),
        required=True,
        privacy=Privacy.PUBLIC,
    )
    date_from: Date = field("วันที่เกิด", "Date", example="15 ก.ย. 2567", privacy=Privacy.PUBLIC)
    kind: Choice = field(
        "ชนิดของภัย",
        "Kind of hazard",
        choices=HazardKind,
        example=HazardKind.FLOOD,
        privacy=Privacy.PUBLIC,
    )
    village_code: Code = village_field(required=True)
    crop_group: Text = field("กลุ่มพืชหรือสัตว์", "Crop group", example="ข้าว", privacy=Privacy.PUBLIC)
    crop: Text = field("พืชหรือสัตว์ที่เสียหาย", "Crop", example="ข้าวนาปี", privacy=Privacy.PUBLIC)
    variety: Text = field("พันธุ์", "Variety", privacy=Privacy.GROUPED)
    planted_area: Land = field(
        "พื้นที่ปลูก", "Planted area", low=0, plausible=(0, 4_000_000), example="12-0-0", unit=_LAND
    )
    affected_area: Land = field(
        "พื้นที่เสียหาย", "Stricken area", low=0, plausible=(0, 4_000_000), example="10-0-0", unit=_LAND
    )
    households: Integer = field(
        "ครัวเรือนที่เดือดร้อน", "Households affected", low=0, example=6, unit=("ครัวเรือน", "households")
    )
    damage: Money = field("มูลค่าเสียหาย", "Damage", low=0, example=45000, unit=("บาท", "baht"))
    aid: Money = field("เงินช่วยเหลือที่ได้", "Aid received", low=0, unit=("บาท", "baht"))
    utm_zone: Integer = field("โซน UTM", "UTM zone", low=1, high=60, plausible=(46, 48), example=47)
    utm_east: Number = field(
        "พิกัดตะวันออก (X)",
        "UTM easting (X)",
        example=626690,
        plausible=(166_000, 834_000),
        unit=_METRES,
    )
    utm_north: Number = field(
        "พิกัดเหนือ (Y)",
        "UTM northing (Y)",
        example=1544664,
        plausible=(620_000, 2_265_000),
        unit=_METRES,
    )
    response: LongText = field(
        "ชุมชนแก้ไขอย่างไร",
        "What was done",
        privacy=Privacy.PUBLIC,
        help=("อย่าเขียนชื่อคน", "No names of people"),
    )
    source_code: Code = source_field()
