"""Invented figures of the invented amphoe and province, to compare the tambon with."""

from __future__ import annotations

from typing import Any

from planning_kit.practice.sources import PUBLISHED

_AMPHOE, _PROVINCE, _YEAR_BE = "9901", "99", 2567
_NOTE = "ตัวเลขสมมติ ไม่ใช่ของพื้นที่ใด"

# measure: amphoe, province
_FIGURES: dict[str, tuple[int | float, int | float]] = {
    "population": (41_870, 486_300),
    "households": (13_420, 158_900),
    "farm_households": (9_610, 92_400),
    "farm_area_rai": (176_200, 1_784_000),
    "farm_area_per_household": (18.3, 19.3),
    "income_per_household": (268_000, 281_500),
    "debt_per_household": (187_400, 194_800),
    "persons_per_household": (3.1, 3.1),
}

_BUDGET_FIELDS = (
    "yield_kg",
    "revenue",
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
# crop: yield kg per rai, revenue and cost items in baht per rai, in the order above
_BUDGETS: dict[str, tuple[int, ...]] = {
    "ข้าวนาปี": (640, 5540, 530, 1260, 600, 1490, 30, 300, 70, 0, 260),
    "ข้าวนาปรัง": (735, 5860, 550, 1400, 660, 1560, 30, 450, 70, 0, 300),
    "อ้อยโรงงาน": (10_900, 13_400, 1900, 2450, 820, 3900, 180, 620, 90, 0, 240),
    "มันสำปะหลัง": (3420, 8380, 560, 1190, 500, 2250, 60, 250, 60, 0, 150),
    "ข้าวโพดเลี้ยงสัตว์": (730, 5990, 700, 1040, 450, 1330, 30, 190, 50, 0, 110),
    "มะม่วงน้ำดอกไม้": (1010, 21_300, 120, 2300, 2050, 2250, 310, 640, 160, 420, 350),
    "กล้วยน้ำว้า": (1850, 17_100, 380, 1150, 180, 1220, 140, 390, 80, 90, 150),
}


def reference_rows() -> list[dict[str, Any]]:
    """Return the invented published figures of amphoe and province."""
    return [
        {
            "area_code": area,
            "measure": measure,
            "year_be": _YEAR_BE,
            "value": value,
            "note": _NOTE,
            "source_code": PUBLISHED,
        }
        for measure, values in _FIGURES.items()
        for area, value in zip((_AMPHOE, _PROVINCE), values, strict=True)
    ]


def budget_rows() -> list[dict[str, Any]]:
    """Return the invented published crop budgets of the province, per rai."""
    rows = []
    for crop, values in _BUDGETS.items():
        row: dict[str, Any] = dict(zip(_BUDGET_FIELDS, values, strict=True))
        row["cost_total"] = sum(value for name, value in row.items() if name.startswith("cost_"))
        place = {"area_code": _PROVINCE, "product": crop, "year_be": _YEAR_BE}
        rows.append({**place, **row, "source_code": PUBLISHED})
    return rows
