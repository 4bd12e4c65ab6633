"""General facts: where the area is, its villages, and how many were surveyed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planning_kit.report.chapters.place import place

VILLAGES = [
    {
        "village_code": "73050201",
        "name": "บ้านหนึ่ง",
        "households": 100,
        "farm_households": 60,
        "males": 150,
        "females": 160,
        "area": "1200 ไร่",
    },
    {
        "village_code": "73050202",
        "name": "บ้านสอง",
        "households": 50,
        "farm_households": 40,
        "males": 80,
        "females": 90,
        "area": "800-2-0",
    },
]
HOUSEHOLDS = [{"household_id": f"1-{i}", "village_code": "73050201"} for i in range(20)] + [
    {"household_id": f"2-{i}", "village_code": "73050202"} for i in range(10)
]


def test_the_place_is_named_with_amphoe_province_and_region(
    workbook_of: Callable[..., Any],
) -> None:
    said = " ".join(place(workbook_of({})).sentences)
    assert "ตำบลบางปลา อำเภอบางเลน จังหวัดนครปฐม" in said
    assert "ภาคกลาง" in said
    assert "สภาองค์กรชุมชนตำบลบางปลา" in said
    assert "ชนบท" in said


def test_totals_and_coverage_are_those_of_the_rows(workbook_of: Callable[..., Any]) -> None:
    section = place(workbook_of({"village": VILLAGES, "household": HOUSEHOLDS}))
    said = " ".join(section.sentences)
    assert "150 ครัวเรือน เป็นครัวเรือนเกษตรกร 100 คิดเป็น 66.7%" in said
    assert "480 คน เป็นชาย 230 และหญิง 250" in said
    assert "สำรวจแล้ว 30 ครัวเรือน จากทั้งหมด 150 ครัวเรือน คิดเป็น 20.0%" in said
    total = section.tables[0].cells()[-1]
    assert total[1:5] == ["150", "100", "230", "250"]
    # 1,200 + 800.5 rai
    assert total[5] == "2,001"
    surveyed = section.tables[1].cells()
    assert surveyed[-1][1:] == ["30", "150", "20.0%"]
    assert "บ้านหนึ่ง" in surveyed[0][0]
    assert surveyed[0][1:] == ["20", "100", "20.0%"]


def test_a_village_without_totals_is_a_dash_and_said_below(workbook_of: Callable[..., Any]) -> None:
    silent = {"village_code": "73050203", "name": "บ้านสาม"}
    section = place(workbook_of({"village": [*VILLAGES, silent], "household": HOUSEHOLDS}))
    table = section.tables[0]
    assert table.cells()[2][1:5] == ["–", "–", "–", "–"]
    assert section.tables[1].cells()[2][1:] == ["0", "–", "–"]
    assert section.tables[1].cells()[3][1:] == ["30", "–", "–"]
    assert "1 หมู่บ้าน" in table.note
    said = " ".join(section.sentences)
    assert "ไม่มีข้อมูลว่าทั้งหมดมีกี่ครัวเรือน" in said
    assert "คิดเป็น" not in said


def test_without_villages_it_says_so_and_shows_no_table(workbook_of: Callable[..., Any]) -> None:
    section = place(workbook_of({}))
    assert not section.tables
    assert "“หมู่บ้าน”" in section.sentences[-1]


def test_some_villages_of_a_tambon_are_not_called_the_whole(
    workbook_of: Callable[..., Any],
) -> None:
    workbook = workbook_of({}, tambon_codes=None, village_codes=("73050201", "73050202"))
    said = " ".join(place(workbook).sentences)
    assert "2 หมู่บ้าน จากตำบลบางปลา" in said
    assert "ทั้งตำบล" not in said


def test_the_invented_area_is_called_invented(practice: Any) -> None:
    assert any("ไม่มีอยู่จริง" in sentence for sentence in place(practice).sentences)
