"""What grows in the invented tambon: yield, price, cost per rai, months and buyers.

The figures are invented; their size follows what Thai agencies publish for such crops.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_TRADER = {"trader": 60, "market": 25, "cooperative": 15}


@dataclass(frozen=True, eq=False)
class Crop:
    """One crop. Yield in kg per rai, price in satang per kg, costs in baht per rai."""

    name: str
    kind: str
    season: str
    planted: str
    harvested: str
    yield_kg: int
    price: int
    costs: Mapping[str, int]
    own_days: int
    varieties: Mapping[str, int]
    channels: Mapping[str, int]
    home_percent: int = 0
    unit: str = "kg"
    unit_kg: int = 1
    dry_yield: int = 80


def _costs(
    seed: int, fertilizer: int, chemical: int, labour: int, machine: int, fuel: int, other: int
) -> dict[str, int]:
    return {
        "cost_seed": seed,
        "cost_fertilizer": fertilizer,
        "cost_chemical": chemical,
        "cost_labour": labour,
        "cost_machine": machine,
        "cost_water_fuel": fuel,
        "cost_other": other,
    }


RICE = Crop(
    "ข้าวนาปี", "annual", "main", "พ.ค.-มิ.ย.", "พ.ย.-ธ.ค.", 620, 890,
    _costs(520, 1240, 560, 240, 1280, 250, 180), 3,
    {"กข49": 30, "กข85": 30, "พิษณุโลก 2": 20, "ขาวดอกมะลิ 105": 20},
    {"mill": 62, "trader": 30, "cooperative": 8}, 12, dry_yield=78,
)  # fmt: skip
SECOND_RICE = Crop(
    "ข้าวนาปรัง", "annual", "second", "ธ.ค.-ม.ค.", "เม.ย.", 720, 790,
    _costs(540, 1390, 640, 240, 1330, 470, 200), 3,
    {"กข49": 45, "กข85": 40, "ชัยนาท 1": 15},
    {"mill": 70, "trader": 30}, 3,
)  # fmt: skip
CANE = Crop(
    "อ้อยโรงงาน", "annual", "all_year", "พ.ย.-ธ.ค.", "ธ.ค.-มี.ค.", 10_600, 124,
    _costs(1700, 2300, 750, 2050, 2100, 450, 200), 4,
    {"ขอนแก่น 3": 75, "LK92-11": 25},
    {"mill": 80, "contract": 20}, 0, "tonne", 1000, 82,
)  # fmt: skip
CASSAVA = Crop(
    "มันสำปะหลัง", "annual", "all_year", "มี.ค.-พ.ค.", "ม.ค.-มี.ค.", 3350, 246,
    _costs(520, 1150, 480, 1350, 950, 230, 120), 5,
    {"เกษตรศาสตร์ 50": 60, "ระยอง 72": 40},
    {"trader": 70, "mill": 30}, 0, dry_yield=90,
)  # fmt: skip
MAIZE = Crop(
    "ข้าวโพดเลี้ยงสัตว์", "annual", "main", "พ.ค.-มิ.ย.", "ก.ย.-ต.ค.", 740, 815,
    _costs(690, 1010, 430, 380, 980, 160, 90), 3,
    {"ลูกผสม": 1}, {"trader": 85, "cooperative": 15}, 0, dry_yield=88,
)  # fmt: skip
MANGO = Crop(
    "มะม่วงน้ำดอกไม้", "perennial", "all_year", "มิ.ย.", "มี.ค.-พ.ค.", 980, 2150,
    _costs(0, 2250, 2050, 1900, 400, 620, 780), 14,
    {"น้ำดอกไม้สีทอง": 1}, _TRADER, 4, dry_yield=85,
)  # fmt: skip
BANANA = Crop(
    "กล้วยน้ำว้า", "perennial", "all_year", "พ.ค.-มิ.ย.", "ตลอดปี", 1900, 950,
    _costs(350, 1100, 150, 950, 300, 380, 200), 12,
    {"มะลิอ่อง": 1}, {"market": 55, "trader": 30, "cooperative": 15}, 8, "bunch", 12,
)  # fmt: skip
LIME = Crop(
    "มะนาว", "perennial", "all_year", "มิ.ย.", "ตลอดปี", 1050, 2600,
    _costs(0, 2600, 2100, 2900, 300, 900, 500), 18,
    {"แป้นรำไพ": 70, "ตาฮิติ": 30}, _TRADER, 3,
)  # fmt: skip
CHILLI = Crop(
    "พริก", "annual", "second", "พ.ย.", "ก.พ.-เม.ย.", 1180, 4100,
    _costs(1900, 4900, 3200, 12_500, 1400, 1500, 800), 36,
    {"พริกขี้หนูผลใหญ่": 1}, _TRADER, 2,
)  # fmt: skip
LONG_BEAN = Crop(
    "ถั่วฝักยาว", "annual", "second", "ม.ค.", "มี.ค.-เม.ย.", 1320, 2050,
    _costs(1300, 3100, 2200, 4300, 1100, 1200, 1500), 34,
    {"พันธุ์การค้า": 1}, _TRADER, 3,
)  # fmt: skip
CUCUMBER = Crop(
    "แตงกวา", "annual", "second", "ม.ค.", "ก.พ.-มี.ค.", 2150, 1150,
    _costs(1500, 3000, 1900, 3700, 1100, 1100, 1300), 30,
    {"ลูกผสม": 1}, _TRADER, 3,
)  # fmt: skip

FIELD_CROPS = frozenset(crop.name for crop in (RICE, SECOND_RICE, CANE, CASSAVA, MAIZE))
