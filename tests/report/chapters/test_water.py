"""The chapter on water and labour."""

from __future__ import annotations

from collections.abc import Callable
from statistics import mean, median
from typing import Any

from planning_kit.report.chapters.water import water


def part(section: Any, key: str) -> Any:
    """Return the part of a chapter with this key."""
    return next(one for one in section.walk() if one.key == key)


def household(number: int, **values: Any) -> dict[str, Any]:
    """Return one household of village 1."""
    return {"household_id": str(number), "village_code": "73050201", **values}


def test_months_short_equal_counts_from_the_rows(practice: Any) -> None:
    months = [
        one.water_short_months
        for one in practice.records("household")
        if one.water_short_months is not None
    ]
    short = sum(one > 0 for one in months)
    said = part(water(practice), "water-short").sentences
    assert f"มี {short} จาก {len(months)} ครัวเรือน" in said[0]
    assert f"{100 * short / len(months):.1f}%" in said[0]
    assert f"{mean(months):.1f} เดือน" in said[1]


def test_labour_equals_counts_from_the_rows(practice: Any) -> None:
    rows = practice.records("household")
    workers = [one.farm_workers for one in rows if one.farm_workers is not None]
    hired = [float(one.hired_days) for one in rows if one.hired_days is not None]
    young = [one.young_farmers for one in rows if one.young_farmers is not None]
    said = " ".join(part(water(practice), "water-labour").sentences)
    assert f"เฉลี่ย {mean(workers):.1f} คน" in said
    assert f"ไม่เกิน {median(hired):.0f} วัน" in said
    assert f"{sum(one > 0 for one in young)} จาก {len(young)} ครัวเรือน" in said


def test_a_household_with_two_sources_counts_in_both(workbook_of: Callable[..., Any]) -> None:
    rows = [household(i, water_sources=("rain", "pond")) for i in range(6)]
    rows += [household(i, water_sources=("rain",)) for i in range(6, 12)]
    table = part(water(workbook_of({"household": rows})), "water-sources").tables[0]
    assert [row[:2] for row in table.cells()] == [["น้ำฝน", "12"], ["สระในไร่นา", "6"]]


def test_three_households_short_of_water_are_not_told(workbook_of: Callable[..., Any]) -> None:
    rows = [household(i, water_short_months=0) for i in range(17)]
    rows += [household(i, water_short_months=2) for i in range(17, 20)]
    section = part(water(workbook_of({"household": rows})), "water-short")
    assert not any("มี 3 จาก" in sentence for sentence in section.sentences)
    assert {row[1] for row in section.tables[0].cells()} == {"ปกปิด"}


def test_nothing_known_is_one_sentence(workbook_of: Callable[..., Any]) -> None:
    section = water(workbook_of({"household": [household(1)]}))
    assert len(section.sentences) == 1
    assert not section.parts
