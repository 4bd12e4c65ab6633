"""The hazard chapter and the crop budgets on the public rows of ต.บางปลา อ.บางเลน."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planning_kit.report.chapters.comparison import comparison
from planning_kit.report.chapters.hazards import hazards

DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "nakhon_pathom"
HAZARDS = DATA / "disasters_by_village_seed.json"
COSTS = DATA / "production_costs_2567.json"
pytestmark = pytest.mark.skipif(not HAZARDS.exists(), reason="the public data are not here")


def bang_pla() -> list[dict[str, Any]]:
    """Return the raw rows of the tambon."""
    every = json.loads(HAZARDS.read_text(encoding="utf-8"))
    return [row for row in every if row["district"] == "บางเลน" and row["subdistrict"] == "บางปลา"]


def as_hazard(row: dict[str, Any]) -> dict[str, Any]:
    """Return a raw row as a hazard."""
    return {
        "year_be": row["year"],
        "village_code": f"730502{int(row['village_no']):02d}",
        "crop_group": row["activity_group"] or None,
        "crop": row["crop_type"] or None,
        "variety": row["variety"] or None,
        "planted_area": float(row["planted_area_rai"]),
        "affected_area": float(row["affected_area_rai"]),
        "utm_east": row["utm_x"] if row["utm_x"] != "-" else None,
        "utm_north": row["utm_y"] if row["utm_y"] != "-" else None,
    }


@pytest.fixture
def section(workbook_of: Callable[..., Any]) -> Any:
    """Return the hazard chapter of the tambon."""
    return hazards(workbook_of({"hazard": [as_hazard(row) for row in bang_pla()]}))


def test_known_and_unknown_are_both_said(section: Any) -> None:
    unique = {json.dumps({k: v for k, v in row.items() if k != "id"}) for row in bang_pla()}
    area = sum(float(json.loads(row)["affected_area_rai"]) for row in unique)
    said = " ".join(section.sentences)
    assert len(unique) == 95 and "มีบันทึกภัย 95 รายการ จาก 11 หมู่บ้าน" in said
    assert f"รวม {area:,.1f} ไร่" in said
    assert "มี 2 แถวที่ซ้ำ" in said
    assert "ไม่มีบันทึกใดบอกชนิดของภัย" in said
    assert "พ.ศ. 2566" in said and "พ.ศ. 2567" in said


def test_small_villages_show_records_but_no_area(section: Any) -> None:
    table = next(one for one in section.walk() if one.key == "hazards-villages").tables[0]
    shown = {row[0]: row for row in table.cells()}
    assert shown["หมู่ 14"][1:3] == ["1", "ปกปิด"]
    assert shown["หมู่ 13"][1] == "54" and shown["หมู่ 13"][2] != "ปกปิด"


def test_published_budgets_are_said_to_be_the_provinces(workbook_of: Callable[..., Any]) -> None:
    rows = [
        {
            "area_code": "73",
            "product": row["crop_name"],
            "year_be": row["data_year"],
            "yield_kg": row["yield_kg_per_rai"],
            "revenue": row["revenue_baht_per_rai"],
            "cost_total": row["total_cost_baht"],
        }
        for row in json.loads(COSTS.read_text(encoding="utf-8"))
    ]
    part = comparison(workbook_of({"crop_budget": rows})).parts[0]
    assert "ไม่ใช่ของตำบล" in part.title
    assert any("เป็นของจังหวัดนครปฐม ไม่ใช่ของตำบลนี้" in line for line in part.sentences)
    margins = {row[0]: row[4] for row in part.tables[0].cells()}
    assert margins["ข้าวนาปี"] == "3,026" and margins["กล้วยไม้"] == "−69,660"
