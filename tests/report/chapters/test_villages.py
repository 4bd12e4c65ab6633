"""The chapter that sets the villages side by side."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import Any

from planning_kit.records.account import INCOME_FIELDS
from planning_kit.report.chapters.villages import villages


def household(number: int, village: int, **values: Any) -> dict[str, Any]:
    """Return one household."""
    return {"household_id": str(number), "village_code": f"730502{village:02d}", **values}


def rows_of(table: Any) -> dict[str, list[str]]:
    """Return the cells of a table by their row heading."""
    return {row[0]: row[1:] for row in table.cells()}


def test_median_income_of_each_village_equals_that_of_the_rows(practice: Any) -> None:
    place = {one.household_id: one.village_code for one in practice.records("household")}
    incomes: dict[str, list[float]] = {}
    for one in practice.records("household_account"):
        if one.months_recorded == 12:
            money = float(sum(getattr(one, name) or 0 for name in INCOME_FIELDS))
            incomes.setdefault(place[one.household_id], []).append(money)
    shown = rows_of(villages(practice).tables[0])
    for code, values in incomes.items():
        row = next(
            cells for label, cells in shown.items() if label.startswith(f"หมู่ {int(code[6:])} ")
        )
        assert row[:2] == [f"{median(values):,.0f}", str(len(values))]
    whole = [value for values in incomes.values() for value in values]
    assert shown["ทุกหมู่บ้าน"][:2] == [f"{median(whole):,.0f}", str(len(whole))]


def test_a_clear_difference_is_named_with_its_n(workbook_of: Callable[..., Any]) -> None:
    rows = [household(i, 1, water_short_months=i % 2) for i in range(20)]
    rows += [household(20 + i, 2, water_short_months=6 + i % 2) for i in range(20)]
    said = " ".join(villages(workbook_of({"household": rows})).sentences)
    assert "สูงสุดที่ หมู่ 2 คือ 6.5 (n = 20) ต่ำสุดที่ หมู่ 1 คือ 0.5 (n = 20)" in said


def test_a_difference_that_may_be_chance_names_no_village(workbook_of: Callable[..., Any]) -> None:
    # Means 6.0 and 5.5 of 10 households that lie between 0 and 12.
    rows = [household(i, 1, water_short_months=12 * (i % 2)) for i in range(10)]
    rows += [household(10 + i, 2, water_short_months=11 * (i % 2)) for i in range(10)]
    said = " ".join(villages(workbook_of({"household": rows})).sentences)
    assert "สูงสุดที่" not in said
    assert "ต่างกันไม่ชัดเจน" in said and "บังเอิญ" in said


def test_a_village_of_four_households_is_hidden(workbook_of: Callable[..., Any]) -> None:
    rows = [household(i, 1, water_short_months=2) for i in range(20)]
    rows += [household(20 + i, 2, water_short_months=3) for i in range(20)]
    rows += [household(40 + i, 3, water_short_months=9) for i in range(4)]
    section = villages(workbook_of({"household": rows}))
    table = next(one for one in section.tables if any("น้ำ" in c.label for c in one.columns))
    assert rows_of(table)["หมู่ 3"][:2] == ["ปกปิด", "ปกปิด"]
    assert "หมู่ 3" not in " ".join(section.sentences)


def test_nothing_known(workbook_of: Callable[..., Any]) -> None:
    section = villages(workbook_of({"village": [{"village_code": "73050201"}]}))
    assert len(section.sentences) == 1 and not section.tables and not section.pictures
