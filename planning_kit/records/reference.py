"""Figures that others published about an area: for comparison, never mixed with the survey."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from planning_kit.language import N_, Words
from planning_kit.records.choices import Choices
from planning_kit.records.field import field
from planning_kit.records.kinds import Choice, Code, Integer, LongText, Money, Number, Text, YearBE
from planning_kit.records.links import SOURCE_LINK, source_field
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Check, Noun, Record

_PER_RAI = ("บาทต่อไร่", "baht per rai")


class Measure(Choices):
    """What a reference figure measures."""

    POPULATION = "population", "ประชากร", "population"
    HOUSEHOLDS = "households", "ครัวเรือน", "households"
    FARM_HOUSEHOLDS = "farm_households", "ครัวเรือนเกษตรกร", "farm households"
    FARM_AREA_RAI = "farm_area_rai", "พื้นที่เกษตร (ไร่)", "farm area (rai)"
    FARM_AREA_PER_HOUSEHOLD = (
        "farm_area_per_household",
        "พื้นที่เกษตรต่อครัวเรือน (ไร่)",
        "farm area per household (rai)",
    )
    INCOME_PER_HOUSEHOLD = (
        "income_per_household",
        "รายได้ต่อครัวเรือนต่อปี (บาท)",
        "income per household (baht a year)",
    )
    DEBT_PER_HOUSEHOLD = (
        "debt_per_household",
        "หนี้สินต่อครัวเรือน (บาท)",
        "debt per household (baht)",
    )
    PERSONS_PER_HOUSEHOLD = (
        "persons_per_household",
        "จำนวนคนต่อครัวเรือน",
        "persons per household",
    )
    OTHER = "other", "อื่น ๆ", "other"


class ReferenceFigure(Record):
    """One published figure about an amphoe, province or tambon."""

    noun = Noun(
        name="reference_figure",
        title=Words("ตัวเลขอ้างอิง", "Reference figures"),
        help=Words(
            "ตัวเลขของอำเภอ จังหวัด หรือประเทศ จากแหล่งที่เผยแพร่ ไว้เปรียบเทียบ",
            "Published figures of the amphoe, province or country, to compare with",
        ),
        key=("area_code", "measure", "detail", "year_be", "source_code"),
        links=(SOURCE_LINK,),
    )

    area_code: Code = field(
        "รหัสพื้นที่",
        "Area code",
        example="9901",
        required=True,
        help=(
            "จังหวัด 2 อำเภอ 4 ตำบล 6 หลัก ทั้งประเทศใส่ 00",
            "2 digits province, 4 amphoe, 6 tambon; 00 the country",
        ),
        privacy=Privacy.PUBLIC,
    )
    measure: Choice = field(
        "เรื่อง",
        "Measure",
        choices=Measure,
        example=Measure.FARM_HOUSEHOLDS,
        required=True,
        privacy=Privacy.PUBLIC,
    )
    detail: Text = field(
        "รายละเอียดของเรื่อง",
        "Detail",
        privacy=Privacy.PUBLIC,
        help=("จำเป็นเมื่อเลือก “อื่น ๆ”", "Needed where the measure is “other”"),
    )
    year_be: YearBE = field(
        "ปีของข้อมูล",
        "Year",
        low=2450,
        high=2700,
        example=2567,
        unit=("พ.ศ.", "B.E."),
        required=True,
        privacy=Privacy.PUBLIC,
    )
    value: Number = field("ค่า", "Value", example=5210, required=True, privacy=Privacy.PUBLIC)
    n: Integer = field("จำนวนที่ได้ข้อมูล (n)", "n", low=0, privacy=Privacy.PUBLIC)
    note: LongText = field("หมายเหตุ", "Note", privacy=Privacy.PUBLIC)
    source_code: Code = source_field()


_COST_PARTS = (
    "cost_seed",
    "cost_fertilizer",
    "cost_chemical",
    "cost_service",
    "cost_equipment",
    "cost_fuel",
    "cost_repair",
    "cost_packaging",
    "cost_other",
)


def _adds_up(r: CropBudget) -> bool:
    parts = [getattr(r, name) for name in _COST_PARTS]
    if r.cost_total is None or any(part is None for part in parts):
        return True
    return abs(sum(parts, Decimal(0)) - r.cost_total) <= 1


def _per_rai(th: str, en: str) -> Any:
    return field(
        th,
        en,
        low=0,
        plausible=(0, 1_000_000),
        unit=_PER_RAI,
        privacy=Privacy.PUBLIC,
        adds_up=False,
    )


class CropBudget(Record):
    """Published cost and revenue of one crop, per rai."""

    noun = Noun(
        name="crop_budget",
        title=Words("ต้นทุนพืชอ้างอิง", "Reference crop budgets"),
        help=Words(
            "ต้นทุนและรายได้ต่อไร่ที่หน่วยงานเผยแพร่ ไว้เทียบกับของตำบล",
            "Published cost and revenue per rai, to compare with the tambon’s own",
        ),
        key=("area_code", "product", "year_be", "source_code"),
        links=(SOURCE_LINK,),
        checks=(
            Check(
                "crop-budget.parts-disagree",
                (*_COST_PARTS, "cost_total"),
                lambda r: _adds_up(r),
                N_("The cost items do not add up to the total stated; check the items"),
            ),
        ),
    )

    area_code: Code = field(
        "รหัสพื้นที่",
        "Area code",
        example="99",
        required=True,
        help=(
            "จังหวัด 2 อำเภอ 4 ตำบล 6 หลัก ทั้งประเทศใส่ 00",
            "2 digits province, 4 amphoe, 6 tambon; 00 the country",
        ),
        privacy=Privacy.PUBLIC,
    )
    product: Text = field("พืช", "Crop", example="ข้าวนาปี", required=True, privacy=Privacy.PUBLIC)
    year_be: YearBE = field(
        "ปีของข้อมูล",
        "Year",
        low=2450,
        high=2700,
        example=2567,
        unit=("พ.ศ.", "B.E."),
        required=True,
        privacy=Privacy.PUBLIC,
    )
    yield_kg: Number = field(
        "ผลผลิต",
        "Yield",
        low=0,
        example=774,
        privacy=Privacy.PUBLIC,
        unit=("กก. ต่อไร่", "kg per rai"),
    )
    revenue: Money = _per_rai("รายได้", "Revenue")
    cost_seed: Money = _per_rai("ค่าพันธุ์", "Seed or stock")
    cost_fertilizer: Money = _per_rai("ค่าปุ๋ย", "Fertiliser")
    cost_chemical: Money = _per_rai("ค่ายาและสารเคมี", "Pesticides")
    cost_service: Money = _per_rai("ค่าจ้างแรงงานและบริการ", "Hired labour and services")
    cost_equipment: Money = _per_rai("ค่าอุปกรณ์", "Equipment")
    cost_fuel: Money = _per_rai("ค่าน้ำมันและพลังงาน", "Fuel and power")
    cost_repair: Money = _per_rai("ค่าซ่อมและค่าเสื่อม", "Repair and depreciation")
    cost_packaging: Money = _per_rai("ค่าบรรจุ", "Packaging")
    cost_other: Money = _per_rai("ต้นทุนอื่น", "Other costs")
    cost_total: Money = _per_rai("ต้นทุนรวม", "Total cost")
    source_code: Code = source_field()
