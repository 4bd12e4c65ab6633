"""The chapters on crops, animals, costs and the calendar, against sums made by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest

from planning_kit.report.chapters.margins import margins
from planning_kit.report.chapters.production import production
from planning_kit.report.chapters.season import season

PLANTS = ("annual", "perennial")


def part(section: Any, key: str) -> Any:
    """Return the part of a chapter with this key."""
    return next(one for one in section.walk() if one.key == key)


def harvest(number: int, product: str = "ข้าวนาปี", **values: Any) -> dict[str, Any]:
    """Return 10 rai that gave 6,000 kg, 5,000 sold at 9 baht, for 30,000 baht cash."""
    return {
        "household_id": str(number),
        "year_be": 2568,
        "season": "main",
        "product_kind": "annual",
        "product": product,
        "plot": 1,
        "planted_area": "10",
        "quantity": 6000,
        "quantity_unit": "kg",
        "quantity_sold": 5000,
        "quantity_home": 1000,
        "price": 9,
        "cost_seed": 10000,
        "cost_machine": 20000,
        "cost_own_labour": 30000,
        "planting_months": (5, 6),
        "harvest_months": (11,),
        **values,
    }


def rows_of(table: Any) -> dict[str, list[str]]:
    """Return the cells of a table by their first column."""
    return {row[0]: row[1:] for row in table.cells()}


def test_growers_and_areas_equal_sums_of_the_rows(practice: Any) -> None:
    areas: dict[str, float] = defaultdict(float)
    growers: dict[str, set[str]] = defaultdict(set)
    for one in practice.records("production"):
        if one.product_kind in PLANTS:
            growers[one.product].add(one.household_id)
            areas[one.product] += float(one.planted_area or 0) / 400
    section = part(production(practice), "production-crops")
    shown = rows_of(section.tables[0])
    assert set(shown) == set(growers)
    for product, cells in shown.items():
        if cells[0] != "ปกปิด":
            assert cells[0] == str(len(growers[product]))
        if cells[1] != "ปกปิด":
            assert abs(float(cells[1].replace(",", "")) - areas[product]) <= 0.5
    widest = max(areas, key=lambda product: areas[product])
    assert any(widest in s and f"{areas[widest]:,.0f} ไร่" in s for s in section.sentences)


def test_yield_price_and_margin_by_hand(workbook_of: Callable[..., Any]) -> None:
    # 600 kg per rai at 9 baht: 5,400; cash 3,000, left 2,400; own labour 3,000 more: −600.
    # 30,000 baht for 6,000 kg is 5 baht per kg.
    workbook = workbook_of({"production": [harvest(i) for i in range(6)]})
    crops = part(production(workbook), "production-crops")
    assert rows_of(crops.tables[0])["ข้าวนาปี"] == ["6", "60", "6", "600", "600", "6"]
    assert rows_of(crops.tables[1])["ข้าวนาปี"] == ["9.00", "6", "324,000", "100.0%"]
    section = margins(workbook)
    assert rows_of(section.tables[0])["ข้าวนาปี"] == ["5,400", "3,000", "2,400", "5.00", "6"]
    assert rows_of(section.tables[1])["ข้าวนาปี"] == ["6,000", "−600", "6"]
    said = " ".join(section.sentences)
    assert "2,400 บาทต่อไร่" in said
    assert "พืชที่ขาดทุน" in said
    assert "(−600)" in said


def test_land_planted_twice_is_told_apart_from_cropped_area(
    workbook_of: Callable[..., Any],
) -> None:
    twice = [harvest(i) for i in range(6)]
    twice += [harvest(i, "ข้าวนาปรัง", season="second") for i in range(6)]
    homes = [
        {"household_id": str(i), "village_code": "73050201", "land_owned": "10"} for i in range(6)
    ]
    section = production(workbook_of({"production": twice, "household": homes}))
    said = " ".join(part(section, "production-crops").sentences)
    assert "รวมทุกฤดูปลูก 120 ไร่ บนที่ดิน 60 ไร่" in said
    assert "2.00 ครั้ง" in said


def test_a_crop_of_three_households_is_hidden_in_every_column(
    workbook_of: Callable[..., Any],
) -> None:
    rows = [harvest(i) for i in range(9)] + [harvest(i, "พริก") for i in range(3)]
    rows += [harvest(i, "ถั่ว") for i in range(7)]
    workbook = workbook_of({"production": rows})
    crops = part(production(workbook), "production-crops")
    hidden = [rows_of(table)["พริก"] for table in crops.tables]
    hidden += [rows_of(table)["พริก"] for table in margins(workbook).tables]
    assert {cell for cells in hidden for cell in cells} == {"ปกปิด"}
    # One more crop hides its area and revenue, or the total would give พริก away.
    assert [cells[1] for cells in rows_of(crops.tables[0]).values()].count("ปกปิด") == 2


def test_another_year_is_counted_but_not_added(workbook_of: Callable[..., Any]) -> None:
    rows = [harvest(i) for i in range(6)] + [harvest(0, year_be=2569)]
    section = production(workbook_of({"production": rows}))
    assert "2568" in section.sentences[0]
    assert any("1 แถว" in note for note in section.notes)
    assert rows_of(part(section, "production-crops").tables[0])["ข้าวนาปี"][1] == "60"


def test_output_without_a_weight_is_listed(workbook_of: Callable[..., Any]) -> None:
    sacks = [harvest(i, "ถั่ว", quantity_unit="kasop") for i in range(5)]
    section = production(workbook_of({"production": sacks}))
    table = part(section, "production-unconverted").tables[0]
    assert table.cells() == [["ถั่ว", "กระสอบ", "5", "5"]]
    assert rows_of(part(section, "production-crops").tables[0])["ถั่ว"][3] == "–"


def test_costs_without_own_labour_say_that_full_cost_is_unknown(
    workbook_of: Callable[..., Any],
) -> None:
    rows = [harvest(i, cost_own_labour=None) for i in range(6)]
    section = margins(workbook_of({"production": rows}))
    assert len(section.tables) == 1
    assert "ยังไม่ทราบต้นทุนทั้งหมด" in section.sentences[-1]


def test_calendar_names_the_months_of_most(workbook_of: Callable[..., Any]) -> None:
    # Of 20, 16 harvest in November and 4 of them too few to be told: 5 in December.
    rows = [harvest(i) for i in range(15)]
    rows += [harvest(i, harvest_months=(12,)) for i in range(15, 20)]
    section = season(workbook_of({"production": rows}))
    assert "ข้าวนาปี: ปลูก พ.ค.–มิ.ย. เก็บเกี่ยว พ.ย.–ธ.ค." in section.sentences
    harvested = section.tables[0].cells()[1]
    assert harvested == ["ข้าวนาปี", "เก็บเกี่ยวหรือจับ", "พ.ย.–ธ.ค.", "พ.ย. (75%)", "20"]


def test_a_hidden_month_is_marked_and_not_named(workbook_of: Callable[..., Any]) -> None:
    rows = [harvest(i) for i in range(17)]
    rows += [harvest(i, harvest_months=(1,)) for i in range(17, 20)]
    section = season(workbook_of({"production": rows}))
    assert "ม.ค." not in section.tables[0].cells()[1][2]
    assert any("ปกปิด" in note for note in section.notes)


@pytest.mark.parametrize("chapter", [production, margins, season])
def test_nothing_known_is_one_sentence(
    workbook_of: Callable[..., Any], chapter: Callable[[Any], Any]
) -> None:
    section = chapter(workbook_of({}))
    assert len(section.sentences) == 1
    assert "“การผลิต”" in section.sentences[0]
    assert not section.tables
    assert not section.parts
