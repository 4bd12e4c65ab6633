"""The hazard chapter: what the records say, and what they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from planning_kit.language import speaking
from planning_kit.report.chapters.hazards import hazards


def plot(
    village: int, year: int, rai: float, crop: str = "กะเพรา", **values: Any
) -> dict[str, Any]:
    """Return one stricken plot of ต.บางปลา; the variety keeps plots apart."""
    return {
        "village_code": f"730502{village:02d}",
        "year_be": year,
        "crop": crop,
        "planted_area": rai,
        "affected_area": rai,
        **values,
    }


def plots(count: int, village: int, year: int, **values: Any) -> list[dict[str, Any]]:
    """Return different plots of 2 rai each."""
    return [plot(village, year, 2, variety=f"{village}-{year}-{i}", **values) for i in range(count)]


def part(section: Any, key: str) -> Any:
    """Return the part of a chapter with this key."""
    return next(one for one in section.walk() if one.key == key)


def rows_of(table: Any) -> dict[str, list[str]]:
    """Return the cells of a table by their row heading."""
    return {row[0]: row[1:] for row in table.cells()}


def test_counts_equal_those_of_the_rows(practice: Any) -> None:
    records = practice.records("hazard")
    years = Counter(one.year_be for one in records)
    section = hazards(practice)
    assert f"มีบันทึกภัย {len(records)} รายการ จาก 8 หมู่บ้าน" in section.sentences[0]
    shown = rows_of(part(section, "hazards-years").tables[0])
    assert {key: int(row[0]) for key, row in shown.items()} == {
        f"พ.ศ. {year}": n for year, n in years.items()
    }
    area = sum(float(one.affected_area) for one in records) / 400
    assert f"รวม {area:,.1f} ไร่" in " ".join(section.sentences)


def test_a_year_without_record_is_no_zero(workbook_of: Callable[..., Any]) -> None:
    section = hazards(workbook_of({"hazard": plots(6, 1, 2563) + plots(6, 1, 2565)}))
    shown = rows_of(part(section, "hazards-years").tables[0])
    assert shown["พ.ศ. 2564"] == ["–"] * len(shown["พ.ศ. 2564"])
    assert any("ไม่มีบันทึกของ พ.ศ. 2564" in line for line in section.sentences)
    assert "พ.ศ. 2564: ไม่มีบันทึก" in part(section, "hazards-years").pictures[0].alt
    grid = part(section, "hazards-villages").tables[1]
    assert rows_of(grid)["หมู่ 1"] == ["6", "–", "6", "12"]


def test_exact_copies_are_counted_apart(workbook_of: Callable[..., Any]) -> None:
    rows = plots(6, 1, 2564)
    section = hazards(workbook_of({"hazard": [*rows, rows[0], rows[1]]}))
    assert "มีบันทึกภัย 6 รายการ" in section.sentences[0]
    assert any(line.startswith("มี 2 แถวที่ซ้ำ") for line in section.sentences)
    assert "รวม 12.0 ไร่" in " ".join(section.sentences)
    table = part(section, "hazards-years").tables[0]
    assert rows_of(table)["พ.ศ. 2564"][-1] == "2"


def test_a_kind_not_stated_is_not_other(workbook_of: Callable[..., Any]) -> None:
    rows = [*plots(7, 1, 2564, kind="flood"), *plots(5, 1, 2565, kind="other"), *plots(6, 2, 2565)]
    section = hazards(workbook_of({"hazard": rows}))
    shown = rows_of(part(section, "hazards-kinds").tables[0])
    assert {key: row[0] for key, row in shown.items()} == {
        "น้ำท่วม": "7",
        "อื่น ๆ": "5",
        "ไม่ได้ระบุ": "6",
    }
    assert any("6 จาก 18 รายการไม่บอกชนิดของภัย" in line for line in section.sentences)


def test_no_kind_at_all_is_said_and_draws_nothing(workbook_of: Callable[..., Any]) -> None:
    section = hazards(workbook_of({"hazard": plots(6, 1, 2564)}))
    kinds = part(section, "hazards-kinds")
    assert not kinds.tables and not kinds.pictures
    assert any("ไม่มีบันทึกใดบอกชนิดของภัย" in line for line in section.sentences)


def test_areas_behind_four_plots_are_hidden(workbook_of: Callable[..., Any]) -> None:
    rows = plots(20, 1, 2564) + plots(20, 2, 2564) + plots(4, 3, 2564)
    table = part(hazards(workbook_of({"hazard": rows})), "hazards-villages").tables[0]
    shown = rows_of(table)
    assert shown["หมู่ 3"][0] == "4"
    assert shown["หมู่ 3"][1] == shown["หมู่ 3"][3] == "ปกปิด"
    assert table.hides()
    # 88 rai in all less the one village that stays visible must leave two unknown.
    assert sum(row[1] == "ปกปิด" for row in shown.values()) == 2


def test_villages_without_record_are_named(workbook_of: Callable[..., Any]) -> None:
    villages = [
        {"village_code": "73050201", "name": "บ้านหนึ่ง"},
        {"village_code": "73050202", "name": "บ้านสอง"},
    ]
    section = hazards(workbook_of({"hazard": plots(6, 1, 2564), "village": villages}))
    said = part(section, "hazards-villages").sentences
    assert said and "หมู่ 2 บ้านสอง" in said[0] and "บ้านหนึ่ง" not in said[0]


def test_shared_first_places_are_not_named(workbook_of: Callable[..., Any]) -> None:
    rows = plots(6, 1, 2564) + plots(6, 2, 2565)
    said = " ".join(hazards(workbook_of({"hazard": rows})).sentences)
    assert "มากที่สุด" not in said


def test_nothing_known(workbook_of: Callable[..., Any]) -> None:
    section = hazards(workbook_of({}))
    assert len(section.sentences) == 1 and "ภัยธรรมชาติ" in section.sentences[0]
    assert not section.parts and not section.tables and not section.pictures


def test_english_names_both_eras(workbook_of: Callable[..., Any]) -> None:
    rows = plots(6, 1, 2564, crop="basil")
    with speaking("en"):
        section = hazards(workbook_of({"hazard": rows}))
        assert "B.E. 2564 (2021)" in section.sentences[0]
        cells = [row for one in section.walk() for table in one.tables for row in table.cells()]
    assert not any(
        "\u0e00" <= letter <= "\u0e7f" for row in cells for cell in row for letter in cell
    )
