"""One product of one household in one season: area, output, price, cost."""

from __future__ import annotations

from typing import Any

from planning_kit.language import Words
from planning_kit.records.field import field
from planning_kit.records.kinds import (
    Choice,
    Code,
    Integer,
    Land,
    LongText,
    Money,
    Months,
    Number,
    Several,
    Text,
    YearBE,
)
from planning_kit.records.links import HOUSEHOLD_LINK, SOURCE_LINK, household_field, source_field
from planning_kit.records.privacy import Privacy
from planning_kit.records.production_checks import PRODUCTION_CHECKS
from planning_kit.records.production_choices import (
    FarmUnit,
    ProductKind,
    SaleChannel,
    Season,
    Standard,
    Technology,
)
from planning_kit.records.record import Noun, Record

_LAND = ("ไร่-งาน-ตร.ว.", "rai-ngan-sq wah")
_BAHT = ("บาท", "baht")
_YEARS = ("ปี", "years")
_SAME_UNIT = ("หน่วยเดียวกับผลผลิต", "in the unit of output")
_CROP = ("พืชและสัตว์", "Crops and animals")
_OUT = ("ผลผลิตและการขาย", "Output and sale")
_CASH = ("ต้นทุนที่จ่ายเป็นเงินสด", "Costs paid in cash")
_OWN = ("ต้นทุนของตนเองที่ไม่ได้จ่ายเงิน", "Own inputs, not paid in cash")
_HOW = ("วิธีผลิต", "How it is grown")

_ANIMAL = ("livestock", "fish")


def _cost(th: str, en: str, example: int, *, cash: bool = True) -> Any:
    return field(
        th,
        en,
        low=0,
        plausible=(0, 2_000_000),
        example=example,
        unit=_BAHT,
        group=_CASH if cash else _OWN,
    )


def _amount(th: str, en: str, example: int, unit: tuple[str, str] | None = None) -> Any:
    return field(th, en, low=0, example=example, unit=unit, group=_OUT)


def _months(th: str, en: str, example: str) -> Any:
    return field(th, en, example=example, unit=("เดือน", "months"), group=_CROP)


class Production(Record):
    """A harvest, herd or pond. Amounts cover the whole season, not one rai."""

    noun = Noun(
        name="production",
        title=Words("การผลิต", "Production"),
        help=Words(
            "หนึ่งแถวต่อหนึ่งอย่างที่ปลูกหรือเลี้ยงในหนึ่งฤดู ต้นทุนคิดทั้งแปลงทั้งฤดู",
            "One row for each thing grown or raised in a season; costs are for the whole plot "
            "and season",
        ),
        key=("household_id", "year_be", "season", "product", "plot"),
        links=(HOUSEHOLD_LINK, SOURCE_LINK),
        checks=PRODUCTION_CHECKS,
    )

    household_id: Code = household_field()
    year_be: YearBE = field(
        "ปีการผลิต",
        "Production year",
        low=2500,
        high=2700,
        example=2569,
        unit=("พ.ศ.", "B.E."),
        required=True,
        privacy=Privacy.PUBLIC,
    )
    season: Choice = field(
        "ฤดู", "Season", choices=Season, example=Season.MAIN, required=True, group=_CROP
    )
    product_kind: Choice = field(
        "ประเภท",
        "Kind",
        choices=ProductKind,
        example=ProductKind.ANNUAL,
        required=True,
        group=_CROP,
    )
    product: Text = field("ชนิดพืชหรือสัตว์", "Product", example="ข้าวนาปี", required=True, group=_CROP)
    variety: Text = field("พันธุ์", "Variety", example="กข43", group=_CROP)
    plot: Integer = field(
        "แปลงที่",
        "Plot",
        low=1,
        example=1,
        group=_CROP,
        help=("ถ้ามีแปลงเดียวใส่ 1", "Write 1 where there is one plot"),
    )
    planted_area: Land = field(
        "พื้นที่ปลูกหรือพื้นที่บ่อ",
        "Planted or pond area",
        low=0,
        plausible=(0, 80_000),
        example="8-2-0",
        unit=_LAND,
        group=_CROP,
    )
    bearing_area: Land = field(
        "พื้นที่ให้ผลแล้ว",
        "Bearing area",
        low=0,
        plausible=(0, 80_000),
        unit=_LAND,
        show_if=("product_kind", ("perennial",)),
        group=_CROP,
    )
    plant_age: Number = field(
        "อายุไม้ผลไม้ยืนต้น",
        "Age of the trees",
        low=0,
        high=200,
        unit=_YEARS,
        show_if=("product_kind", ("perennial",)),
        group=_CROP,
    )
    animals: Integer = field(
        "จำนวนสัตว์",
        "Animals",
        low=0,
        plausible=(0, 200_000),
        unit=("ตัว", "head"),
        show_if=("product_kind", _ANIMAL),
        group=_CROP,
    )
    planting_months: Months = _months("เดือนที่ปลูกหรือปล่อย", "Planted or stocked in", "พ.ค.-มิ.ย.")
    harvest_months: Months = _months("เดือนที่เก็บเกี่ยวหรือจับ", "Harvested in", "พ.ย.-ธ.ค.")
    quantity: Number = _amount("ผลผลิตที่ได้", "Output", 5100)
    quantity_unit: Choice = field(
        "หน่วยของผลผลิต", "Unit of output", choices=FarmUnit, example=FarmUnit.KG, group=_OUT
    )
    unit_weight_kg: Number = field(
        "หนึ่งหน่วยหนักกี่กิโลกรัม",
        "Weight of one unit",
        low=0,
        plausible=(0, 2000),
        unit=("กก.", "kg"),
        group=_OUT,
        help=("ใส่เมื่อหน่วยเป็นกระสอบ ผล เครือ หรือตัว", "For sacks, fruits, bunches or head"),
    )
    quantity_sold: Number = _amount("ขาย", "Sold", 4700, _SAME_UNIT)
    quantity_home: Number = _amount("กินหรือใช้เอง", "Used at home", 400, _SAME_UNIT)
    price: Money = field(
        "ราคาที่ขายได้ต่อหน่วย",
        "Price per unit",
        low=0,
        plausible=(0, 200_000),
        example=9.5,
        unit=_BAHT,
        group=_OUT,
        adds_up=False,
    )
    sale_channel: Choice = field(
        "ขายให้ใครเป็นหลัก",
        "Mainly sold to",
        choices=SaleChannel,
        example=SaleChannel.MILL,
        group=_OUT,
    )
    cost_seed: Money = _cost("ค่าพันธุ์", "Seed or stock", 4800)
    cost_fertilizer: Money = _cost("ค่าปุ๋ย", "Fertiliser", 9600)
    cost_chemical: Money = _cost("ค่ายาและสารเคมี", "Pesticides", 3200)
    cost_feed: Money = _cost("ค่าอาหารสัตว์", "Feed", 0)
    cost_labour: Money = _cost("ค่าจ้างแรงงาน", "Hired labour", 2400)
    cost_machine: Money = _cost("ค่าจ้างเครื่องจักร", "Hired machines", 8500)
    cost_water_fuel: Money = _cost("ค่าน้ำ น้ำมัน ไฟฟ้า", "Water, fuel and power", 2100)
    cost_rent: Money = _cost("ค่าเช่าที่ดิน", "Land rent", 0)
    cost_other: Money = _cost("ต้นทุนเงินสดอื่น", "Other cash costs", 500)
    own_labour_days: Number = field(
        "แรงงานตนเอง",
        "Own labour",
        low=0,
        plausible=(0, 1500),
        example=24,
        unit=("วันแรงงาน", "person-days"),
        group=_OWN,
        adds_up=True,
    )
    cost_own_labour: Money = _cost("ค่าแรงตนเอง (ประเมิน)", "Own labour, valued", 7200, cash=False)
    cost_own_inputs: Money = _cost("ของตนเองที่นำมาใช้ (ประเมิน)", "Own inputs, valued", 0, cash=False)
    cost_depreciation: Money = _cost("ค่าเสื่อม (ประเมิน)", "Depreciation, valued", 600, cash=False)
    standard: Choice = field(
        "มาตรฐาน", "Standard", choices=Standard, example=Standard.GAP, group=_HOW
    )
    technology: Several = field(
        "เทคโนโลยีที่ใช้",
        "Technology used",
        choices=Technology,
        example=(Technology.GOOD_SEED, Technology.DRONE),
        group=_HOW,
    )
    note: LongText = field(
        "หมายเหตุ",
        "Note",
        privacy=Privacy.PERSONAL,
        help=("อย่าเขียนชื่อหรือเบอร์โทรศัพท์", "No names or phone numbers"),
    )
    source_code: Code = source_field()


CASH_COSTS = (
    "cost_seed",
    "cost_fertilizer",
    "cost_chemical",
    "cost_feed",
    "cost_labour",
    "cost_machine",
    "cost_water_fuel",
    "cost_rent",
    "cost_other",
)
NON_CASH_COSTS = ("cost_own_labour", "cost_own_inputs", "cost_depreciation")
