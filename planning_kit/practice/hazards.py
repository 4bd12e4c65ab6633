"""Drought, flood and other hazards of B.E. 2563–2568, as the villages told them in the forum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planning_kit.practice.chance import Chance
from planning_kit.practice.sources import FORUM
from planning_kit.practice.villages import VILLAGES, PracticeVillage

_GRAIN_GROUP, _FIELD_GROUP = "ข้าว", "พืชไร่"
_DRY, _WET = (5, 6, 8), (4, 7)
_ONE_FIELD = 980  # rai; larger tracts are told of field by field


@dataclass(frozen=True)
class _Event:
    """One event: its shares are percent of the crop's area, the damage baht per rai."""

    year_be: int
    kind: str
    date: str
    moos: tuple[int, ...]
    group: str
    crop: str
    crop_percent: int
    hurt_percent: int
    damage: int
    aid: int
    response: str


_EVENTS = (
    _Event(2563, "drought", "ก.ค. 2563", (*_DRY, 2, 3), _GRAIN_GROUP, "ข้าวนาปี", 30, 45, 2600, 1113,
           "ขอรถบรรทุกน้ำและเลื่อนปลูก"),
    _Event(2563, "drought", "ก.ค. 2563", _DRY, _FIELD_GROUP, "มันสำปะหลัง", 28, 25, 2300, 1148, ""),
    _Event(2564, "flood", "28 ก.ย. 2564", (*_WET, 1), _GRAIN_GROUP, "ข้าวนาปี", 55, 40, 3900, 1340,
           "ระดมเครื่องสูบน้ำของ อบต."),
    _Event(2565, "flood", "6 ต.ค. 2565", _WET, _GRAIN_GROUP, "ข้าวนาปี", 55, 28, 3800, 1340,
           "เปิดประตูน้ำก่อนฤดูฝน"),
    _Event(2565, "storm", "18 เม.ย. 2565", (3, 4), "ไม้ผล", "กล้วยน้ำว้า", 2, 55, 7400, 0,
           "ค้ำต้นและปลูกซ่อม"),
    _Event(2566, "drought", "ส.ค. 2566", (*_DRY, 3), _GRAIN_GROUP, "ข้าวนาปี", 30, 38, 2700, 1340, ""),
    _Event(2566, "disease", "มิ.ย. 2566", (5, 6), _FIELD_GROUP, "มันสำปะหลัง", 28, 17, 3000, 0,
           "ทำลายต้นเป็นโรค ใช้ท่อนพันธุ์สะอาด"),
    _Event(2567, "drought", "พ.ค. 2567", _DRY, _FIELD_GROUP, "อ้อยโรงงาน", 25, 34, 3200, 1980,
           "ขุดสระในไร่นา 9 บ่อ"),
    _Event(2567, "flood", "20 ก.ย. 2567", (*_WET, 1, 2), _GRAIN_GROUP, "ข้าวนาปี", 50, 36, 4000, 1340,
           "ตั้งจุดเตือนภัยทางหอกระจายข่าว"),
    _Event(2567, "pest", "ส.ค. 2567", (1, 2), _GRAIN_GROUP, "ข้าวนาปี", 50, 9, 1500, 0,
           "เปลี่ยนพันธุ์และใช้ชีวภัณฑ์"),
    _Event(2568, "drought", "ก.ค. 2568", (*_DRY, 2), _GRAIN_GROUP, "ข้าวนาปี", 30, 30, 2800, 1340,
           "ปลูกพืชใช้น้ำน้อยทดแทน"),
    _Event(2568, "flood", "2 ต.ค. 2568", (7,), _GRAIN_GROUP, "ข้าวนาปี", 55, 22, 4100, 1340, ""),
    _Event(2568, "fire", "ก.พ. 2568", (5, 8), _FIELD_GROUP, "อ้อยโรงงาน", 25, 6, 2100, 0,
           "ทำแนวกันไฟรอบป่าชุมชน"),
)  # fmt: skip


def hazard_rows() -> list[dict[str, Any]]:
    """Return one row per event, village and crop; without coordinates, for the place is none."""
    by_moo = {village.moo: village for village in VILLAGES}
    return [_row(event, by_moo[moo]) for event in _EVENTS for moo in event.moos]


def _row(event: _Event, village: PracticeVillage) -> dict[str, Any]:
    chance = Chance("hazard", event.year_be, event.kind, event.crop, village.moo)
    planted = max(chance.about(village.farm_area * event.crop_percent // 100, 20), 8)
    planted = min(planted, _ONE_FIELD - chance.between(0, 9) * 10)
    hurt = max(chance.about(planted * event.hurt_percent // 100, 35), 2)
    told_day = event.date[0].isdigit()
    return {
        "year_be": event.year_be,
        "date_from": event.date if told_day else None,
        "kind": event.kind,
        "village_code": village.code,
        "crop_group": event.group,
        "crop": event.crop,
        "planted_area": f"{planted}-0-0",
        "affected_area": f"{hurt}-{chance.between(0, 3)}-0" if hurt < planted else f"{hurt}-0-0",
        "households": max(hurt // chance.between(6, 11), 1),
        "damage": chance.about(hurt * event.damage, 20) // 1000 * 1000,
        "aid": hurt * event.aid // 2 // 100 * 100 if chance.yes(85) else None,
        "response": event.response or None,
        "source_code": FORUM,
    }
