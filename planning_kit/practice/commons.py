"""What the invented tambon shares and builds on: forest, water, soil, knowledge, works."""

from __future__ import annotations

from typing import Any

from planning_kit.practice.area import INVENTED, TAMBON
from planning_kit.practice.sources import FORUM

_RESOURCE_FIELDS = (
    "name",
    "kind",
    "moo",
    "area",
    "months_with_water",
    "condition",
    "trend",
    "has_rules",
    "keeper",
    "households_using",
    "issue",
)
_RESOURCES: tuple[tuple[Any, ...], ...] = (
    ("ป่าชุมชนโคกทดลอง", "community_forest", 5, "320-0-0", None, "fair", "better", "ใช่",
     "คณะกรรมการป่าชุมชน", 74, "ไฟป่าทุกหน้าแล้ง"),
    ("ป่าชุมชนเนินแบบฝึก", "community_forest", 6, "145-2-0", None, "fair", "same", "ใช่",
     "คณะกรรมการป่าชุมชน", 52, "แนวเขตยังไม่ชัด"),
    ("หนองตัวอย่าง", "water_body", 2, "86-0-0", 9, "fair", "worse", "ใช่",
     "คณะกรรมการหมู่บ้าน", 96, "ตื้นเขินและมีผักตบชวา"),
    ("คลองเรียนรู้", "water_body", 4, None, 11, "good", "same", "ใช่",
     "กลุ่มผู้ใช้น้ำ", 121, "ตลิ่งพังบางช่วง"),
    ("ห้วยโคกทดลอง", "water_body", 5, None, 5, "poor", "worse", "ไม่ใช่",
     None, 60, "แห้งตั้งแต่เดือนมกราคม"),
    ("ฝายท่าลองทำ", "water_work", 7, None, 10, "fair", "same", "ใช่",
     "อบต. และกลุ่มผู้ใช้น้ำ", 88, "ประตูน้ำชำรุด 1 บาน"),
    ("สระสาธารณะบ้านไร่ลองคิด", "water_work", 8, "6-2-0", 7, "poor", "worse", "ไม่ใช่",
     "คณะกรรมการหมู่บ้าน", 30, "เก็บน้ำไม่อยู่"),
    ("ดินเนินเขาแถบหมู่ 5 และ 6", "soil", 6, None, None, "poor", "worse", "ไม่ใช่",
     None, None, "หน้าดินถูกชะล้าง อินทรียวัตถุต่ำ"),
    ("ดินนาลุ่มแถบหมู่ 4 และ 7", "soil", 4, None, None, "good", "same", "ไม่ใช่",
     None, None, "เผาฟางบางแปลง"),
    ("ทุ่งเลี้ยงสัตว์สาธารณะ", "public_land", 3, "112-0-0", None, "fair", "same", "ใช่",
     "คณะกรรมการหมู่บ้าน", 23, None),
    ("ขยะครัวเรือนและขวดสารเคมี", "waste", None, None, None, "poor", "better", "ใช่",
     "อบต.ทุ่งฝึกหัด", None, "ยังไม่มีจุดทิ้งขวดสารเคมี"),
)  # fmt: skip

_CAPITAL_FIELDS = ("name", "kind", "moo", "description", "potential")
_CAPITALS: tuple[tuple[Any, ...], ...] = (
    ("ความรู้ทำปุ๋ยหมักไม่กลับกอง", "human", 7, "ทำใช้เองได้ 12 ครัวเรือน", "ทำขายในตำบล"),
    ("ช่างซ่อมเครื่องสูบน้ำและรถไถ", "human", 1, "มีช่าง 6 คน", "หน่วยซ่อมเคลื่อนที่ก่อนฤดูปลูก"),
    ("เกษตรกรรุ่นใหม่ใช้โดรน", "human", 4, "รับจ้างพ่น 5 ราย", "บริการของแปลงใหญ่"),
    ("ประเพณีลงแขกเกี่ยวข้าว", "cultural", 3, "ยังทำกันปีละครั้ง", "งานเรียนรู้ของเด็กในโรงเรียน"),
    ("เครือข่ายอาสาสมัครทุกหมู่บ้าน", "social", None, "ทำงานร่วมกันมากว่าสิบปี", "ทีมเก็บข้อมูลตำบล"),
    ("ตลาดนัดชุมชนวันเสาร์", "physical", 1, "แผงค้า 45 แผง", "มุมผักปลอดภัย"),
    ("คูส่งน้ำสายหลัก 11 สาย", "physical", 4, "ส่งน้ำได้ราว 2,900 ไร่", "ซ่อมร่วมกันก่อนฤดูฝน"),
    ("กองทุนสวัสดิการชุมชนตำบล", "financial", None, "สมาชิก 486 คน", "กองทุนภัยพิบัติ"),
    ("ป่าชุมชนโคกทดลอง", "natural", 5, "เห็ดและผักป่าตามฤดู", "ฝายชะลอน้ำ"),
)  # fmt: skip


def resource_rows() -> list[dict[str, Any]]:
    """Return one row per shared resource."""
    return [_row(_RESOURCE_FIELDS, values) for values in _RESOURCES]


def capital_rows() -> list[dict[str, Any]]:
    """Return one row per strength of the community."""
    return [_row(_CAPITAL_FIELDS, values) for values in _CAPITALS]


def _row(names: tuple[str, ...], values: tuple[Any, ...]) -> dict[str, Any]:
    row = dict(zip(names, values, strict=True))
    moo = row.pop("moo")
    row["name"] = f"{row['name']} {INVENTED}"
    row["village_code"] = f"{TAMBON}{moo:02d}" if moo else None
    return {**row, "source_code": FORUM}
