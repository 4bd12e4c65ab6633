"""The chapter on land: holdings from the rows, rights as counts only."""

from __future__ import annotations

from collections.abc import Callable
from statistics import mean, median
from typing import Any

from planning_kit.report.chapters.land import land


def part(section: Any, key: str) -> Any:
    """Return the part of a chapter with this key."""
    return next(one for one in section.walk() if one.key == key)


def household(number: int, **values: Any) -> dict[str, Any]:
    """Return one household of village 1."""
    return {"household_id": str(number), "village_code": "73050201", **values}


def test_holdings_equal_those_of_the_rows(practice: Any) -> None:
    rows = practice.records("household")
    areas = [
        float(sum(a for a in (one.land_owned, one.land_rented, one.land_free_use) if a)) / 400
        for one in rows
    ]
    said = part(land(practice), "land-holding").sentences[0]
    assert f"เฉลี่ย {mean(areas):.1f} ไร่" in said
    assert f"ไม่เกิน {median(areas):.1f} ไร่" in said


def test_size_classes_put_the_edge_into_the_class_above(workbook_of: Callable[..., Any]) -> None:
    # Six of exactly 5 rai, six of 4.9975 (4-3-99), six without land.
    areas = ["5-0-0"] * 6 + ["4-3-99"] * 6 + ["0"] * 6
    rows = [household(i, land_owned=area) for i, area in enumerate(areas)]
    table = part(land(workbook_of({"household": rows})), "land-sizes").tables[0]
    assert [row[:2] for row in table.cells()] == [
        ["ไม่มีที่ดินทำกิน", "6"],
        ["ต่ำกว่า 5 ไร่", "6"],
        ["5 ถึงต่ำกว่า 10 ไร่", "6"],
    ]


def test_tenure_shares_add_areas_not_households(workbook_of: Callable[..., Any]) -> None:
    # 6 own 10 rai, 6 rent 30 rai: 60 of 240 rai own, 180 rented.
    rows = [household(i, land_owned="10", land_rented="0") for i in range(6)]
    rows += [household(i, land_owned="0", land_rented="30") for i in range(6, 12)]
    section = part(land(workbook_of({"household": rows})), "land-tenure")
    assert "6 ครัวเรือน เช่าที่ดินทำกิน" in section.sentences[0]
    assert "75.0%" in section.sentences[0]
    assert "180 ไร่" in section.sentences[0]


def test_rights_are_counts_without_area_or_village(practice: Any) -> None:
    section = part(land(practice), "land-rights")
    asked = [r.land_reform for r in practice.records("household") if r.land_reform is not None]
    reform = section.tables[0].cells()[0]
    assert reform[1] == str(sum(asked))
    assert reform[-1] == str(len(asked))
    assert "ไร่" not in section._repr_html_()
    assert "หมู่ที่" not in section._repr_html_()
    assert "เดือดร้อน" in section.sentences[0]


def test_few_on_forest_land_are_hidden_everywhere(workbook_of: Callable[..., Any]) -> None:
    rows = [household(i, land_forest=i < 3) for i in range(20)]
    section = part(land(workbook_of({"household": rows})), "land-rights")
    assert section.tables[0].cells() == [["ทำกินในเขตป่าหรือที่สาธารณะ", "ปกปิด", "ปกปิด", "20"]]
    assert "15.0%" not in section._repr_html_()


def test_irrigated_share_is_of_those_who_stated_both(workbook_of: Callable[..., Any]) -> None:
    # Ten of 10 rai with 4 irrigated, ten of 10 rai without; one stated no irrigation at all.
    rows = [household(i, land_owned="10", land_irrigated="4") for i in range(10)]
    rows += [household(i, land_owned="10", land_irrigated="0") for i in range(10, 20)]
    rows.append(household(20, land_owned="900"))
    said = " ".join(part(land(workbook_of({"household": rows})), "land-irrigated").sentences)
    assert "จากที่ดินทำกิน 200 ไร่ อยู่ในเขตชลประทาน 40 ไร่ คิดเป็น 20.0%" in said
    assert "20 ครัวเรือน" in said
    assert "80.0%" in said


def test_land_not_stated_is_not_landless(workbook_of: Callable[..., Any]) -> None:
    rows = [household(i, land_owned="0") for i in range(5)]
    rows += [household(i) for i in range(5, 12)]
    section = part(land(workbook_of({"household": rows})), "land-sizes")
    assert section.tables[0].cells()[0][:2] == ["ไม่มีที่ดินทำกิน", "5"]
    assert any("7 ครัวเรือน" in note for note in section.notes)


def test_nothing_known_is_one_sentence(workbook_of: Callable[..., Any]) -> None:
    section = land(workbook_of({"household": [household(1)]}))
    assert len(section.sentences) == 1
    assert not section.parts
