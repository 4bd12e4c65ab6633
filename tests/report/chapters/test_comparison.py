"""The tambon beside published figures and crop budgets."""

from __future__ import annotations

from collections.abc import Callable
from statistics import mean
from typing import Any

from planning_kit.language import speaking
from planning_kit.report.chapters.comparison import comparison


def figure(measure: str, value: float, area: str = "7305", year: int = 2567) -> dict[str, Any]:
    """Return one published figure."""
    return {"area_code": area, "measure": measure, "value": value, "year_be": year}


def account(number: int, baht: float) -> dict[str, Any]:
    """Return one whole-year account."""
    return {
        "household_id": str(number),
        "year_be": 2568,
        "months_recorded": 12,
        "income_crops": baht,
    }


def test_own_mean_stands_beside_the_published_one(practice: Any) -> None:
    owed = [
        float(one.debt_formal)
        for one in practice.records("household_account")
        if one.months_recorded == 12 and one.debt_formal is not None
    ]
    said = " ".join(comparison(practice).sentences)
    assert f"ตำบลนี้ {mean(owed):,.0f} ส่วนอำเภอสมมติ 187,400 (พ.ศ. 2567)" in said
    assert f"คิดเป็น {100 * mean(owed) / 187_400:.0f}%" in said


def test_totals_are_shown_without_a_ratio(practice: Any) -> None:
    rows = [row for row in comparison(practice).tables[0].cells() if row[0] == "ประชากร"]
    assert rows and all(row[4] == "–" for row in rows)
    people = sum(one.males + one.females for one in practice.records("village"))
    assert {row[2] for row in rows} == {f"{people:,}"}


def test_the_nearest_area_stands_first(workbook_of: Callable[..., Any]) -> None:
    name = "income_per_household"
    figures = [figure(name, 3, "00"), figure(name, 1, "73"), figure(name, 2, "7305")]
    table = comparison(workbook_of({"reference_figure": figures})).tables[0]
    assert [row[1] for row in table.cells()] == ["อำเภอบางเลน", "จังหวัดนครปฐม", "ทั้งประเทศ"]


def test_own_figure_of_four_households_is_hidden(workbook_of: Callable[..., Any]) -> None:
    rows = {
        "reference_figure": [figure("income_per_household", 200_000)],
        "household_account": [account(i, 90_000) for i in range(4)],
    }
    section = comparison(workbook_of(rows))
    row = section.tables[0].cells()[0]
    assert row[2] == row[6] == "ปกปิด" and row[3] == "200,000"
    assert not any("90,000" in line for line in section.sentences)


def test_figures_without_own_ones_are_said_to_stand_alone(workbook_of: Callable[..., Any]) -> None:
    section = comparison(workbook_of({"reference_figure": [figure("income_per_household", 5)]}))
    assert "ยังไม่มีตัวเลขของตำบลเองมาเทียบ" in section.sentences[0]
    assert not section.pictures


def test_own_crops_stand_beside_published_budgets(workbook_of: Callable[..., Any]) -> None:
    budget = {
        "area_code": "73",
        "product": "ข้าวนาปี",
        "year_be": 2567,
        "yield_kg": 700,
        "revenue": 8000,
        "cost_total": 5000,
    }
    # 10 rai, 6,000 kg sold at 10 baht, 40,000 baht of cash cost: 600 kg, 6,000 and 4,000 a rai
    grown = [
        {
            "household_id": str(i),
            "product": "ข้าวนาปี",
            "product_kind": "annual",
            "season": "main",
            "year_be": 2568,
            "planted_area": 10,
            "quantity": 6000,
            "quantity_unit": "kg",
            "quantity_sold": 6000,
            "quantity_home": 0,
            "price": 10,
            "cost_seed": 40_000,
        }
        for i in range(6)
    ]
    part = comparison(workbook_of({"crop_budget": [budget], "production": grown})).parts[0]
    own, published = part.tables
    assert own.cells()[0][:5] == ["ข้าวนาปี", "600", "6,000", "4,000", "2,000"]
    assert published.cells()[0][1:5] == ["700", "8,000", "5,000", "3,000"]
    assert any("น้อยกว่า" in line and "ข้าวนาปี" in line for line in part.sentences)


def test_nothing_known(workbook_of: Callable[..., Any]) -> None:
    section = comparison(workbook_of({}))
    assert not section.tables and not section.parts[0].tables
    assert "ตัวเลขอ้างอิง" in section.sentences[0]


def test_english(practice: Any) -> None:
    with speaking("en"):
        labels = [column.label for column in comparison(practice).tables[0].columns]
    assert labels[:2] == ["Measure", "Compared with"]
