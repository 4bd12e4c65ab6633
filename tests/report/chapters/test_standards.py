"""Safe area, each standard apart, technology, and how many crops."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest

from planning_kit.report.chapters.diversity import diversity
from planning_kit.report.chapters.standards import standards


def part(section: Any, key: str) -> Any:
    """Return the part of a chapter with this key."""
    return next(one for one in section.walk() if one.key == key)


def field_of(number: int, product: str, area: str, **values: Any) -> dict[str, Any]:
    """Return one planted field."""
    return {
        "household_id": str(number),
        "year_be": 2568,
        "season": "main",
        "product_kind": "annual",
        "product": product,
        "planted_area": area,
        **values,
    }


def test_area_of_each_standard_equals_the_rows(practice: Any) -> None:
    areas: dict[str, float] = defaultdict(float)
    for one in practice.records("production"):
        if one.product_kind in ("annual", "perennial") and one.standard and one.planted_area:
            areas[one.standard] += float(one.planted_area) / 400
    said = part(standards(practice), "standards-area").sentences
    safe = areas["gap"] + areas["organic"] + areas["pgs"]
    assert f"มี {safe:,.1f} ไร่ คิดเป็น {100 * safe / sum(areas.values()):.1f}%" in said[0]
    gap = next(sentence for sentence in said if sentence.startswith("GAP:"))
    assert abs(float(gap.split()[1].replace(",", "")) - areas["gap"]) <= 0.05 + 1e-9


def test_conversion_to_organic_is_not_safe_area(workbook_of: Callable[..., Any]) -> None:
    rows = [field_of(i, "ผัก", "10", standard="transition") for i in range(5)]
    rows += [field_of(i, "ผัก", "10", standard="gap") for i in range(5, 10)]
    said = part(standards(workbook_of({"production": rows})), "standards-area").sentences[0]
    assert "มี 50.0 ไร่ คิดเป็น 50.0% ของเนื้อที่ปลูก 100.0 ไร่" in said


def test_one_organic_household_is_not_told(workbook_of: Callable[..., Any]) -> None:
    rows = [field_of(i, "ผัก", "10", standard="none") for i in range(20)]
    rows += [field_of(20, "ผัก", "7", standard="organic")]
    section = part(standards(workbook_of({"production": rows})), "standards-area")
    assert not any("อินทรีย์ (ได้รับรอง):" in sentence for sentence in section.sentences)
    assert "7.0" not in section._repr_html_()


def test_technology_counts_a_household_once(workbook_of: Callable[..., Any]) -> None:
    rows = [field_of(i, "ผัก", "1", technology=("drone",)) for i in range(6)]
    rows += [field_of(i, "ถั่ว", "1", technology=("drone", "drip")) for i in range(6)]
    table = part(standards(workbook_of({"production": rows})), "standards-technology").tables[0]
    assert [row[1] for row in table.cells()] == ["6", "6"]


def test_share_of_single_crops_by_hand(workbook_of: Callable[..., Any]) -> None:
    # 6 households grow rice only (10 rai each), 6 grow rice and beans (5 + 5).
    rows = [field_of(i, "ข้าว", "10") for i in range(6)]
    for i in range(6, 12):
        rows += [field_of(i, "ข้าว", "5"), field_of(i, "ถั่ว", "5")]
    section = part(diversity(workbook_of({"production": rows})), "diversity-planted")
    assert "12 ครัวเรือน ปลูกพืชเพียงชนิดเดียว 50.0%" in section.sentences[0]
    assert "50.0% ของเนื้อที่ปลูก" in section.sentences[1]
    values = {row[0]: row[1] for row in section.tables[0].cells()}
    # Rice 90 of 120 rai, beans 30: 1 − 0.75² − 0.25² = 0.375; −Σ p ln p = 0.562.
    assert values["ความหลากหลายของเนื้อที่ (ดัชนีซิมป์สัน 0–1)"] in ("0.37", "0.38")
    assert values["ความหลากหลายของเนื้อที่ (ดัชนีแชนนอน)"] == "0.56"
    assert values["จำนวนชนิดพืช"] == "2"


def test_three_single_croppers_are_not_told(workbook_of: Callable[..., Any]) -> None:
    rows = [field_of(i, "ข้าว", "10") for i in range(3)]
    for i in range(3, 12):
        rows += [field_of(i, "ข้าว", "5"), field_of(i, "ถั่ว", "5")]
    section = part(diversity(workbook_of({"production": rows})), "diversity-planted")
    assert "25.0%" not in section._repr_html_()
    assert "น้อยเกินไป" in section.sentences[0]


@pytest.mark.parametrize("chapter", [standards, diversity])
def test_nothing_known_is_one_sentence(
    workbook_of: Callable[..., Any], chapter: Callable[[Any], Any]
) -> None:
    section = chapter(workbook_of({}))
    assert len(section.sentences) == 1
    assert not section.tables
    assert not section.parts
