"""Where the invented figures say they come from: all four sources are invented too."""

from __future__ import annotations

from typing import Any

from planning_kit.practice.villages import VILLAGES

SURVEY, REGISTER, FORUM, PUBLISHED = "S1", "S2", "S3", "S4"
_LICENCE = "ข้อมูลสมมติ ใช้ฝึกหัดได้โดยอิสระ ห้ามนำไปอ้างเป็นข้อมูลจริง"


def source_rows() -> list[dict[str, Any]]:
    """Return the sources; the survey is a random sample with its n and N."""
    return [{**row, "licence": _LICENCE} for row in (_survey(), *_other_sources())]


def _survey() -> dict[str, Any]:
    asked = sum(village.surveyed for village in VILLAGES)
    return {
        "source_code": SURVEY,
        "title": "สำรวจครัวเรือนตำบลทุ่งฝึกหัด ปี 2569 (ข้อมูลสมมติ)",
        "publisher": "คณะทำงานสภาองค์กรชุมชนตำบลทุ่งฝึกหัด (สมมติ)",
        "method": "random",
        "date_from": "1 ก.ย. 2569",
        "date_to": "30 ก.ย. 2569",
        "sample_size": asked,
        "population": sum(village.households for village in VILLAGES),
        "note": "สุ่มอย่างง่ายในแต่ละหมู่บ้านตามสัดส่วนครัวเรือน ถามผลผลิตและบัญชีของปี 2568",
    }


def _other_sources() -> list[dict[str, Any]]:
    households = sum(village.households for village in VILLAGES)
    return [
        {
            "source_code": REGISTER,
            "title": "ทะเบียนหมู่บ้านตำบลทุ่งฝึกหัด (ข้อมูลสมมติ)",
            "publisher": "อบต.ทุ่งฝึกหัด (สมมติ)",
            "method": "register",
            "date_to": "31 ส.ค. 2569",
            "sample_size": households,
            "population": households,
        },
        {
            "source_code": FORUM,
            "title": "เวทีข้อมูลตำบลทุ่งฝึกหัด 8 หมู่บ้าน (ข้อมูลสมมติ)",
            "publisher": "คณะทำงานสภาองค์กรชุมชนตำบลทุ่งฝึกหัด (สมมติ)",
            "method": "meeting",
            "date_from": "3 ส.ค. 2569",
            "date_to": "21 ส.ค. 2569",
        },
        {
            "source_code": PUBLISHED,
            "title": "ตัวเลขอ้างอิงอำเภอและจังหวัดสมมติ (ข้อมูลสมมติ)",
            "publisher": "หน่วยงานสมมติ",
            "method": "other",
            "date_to": "31 ธ.ค. 2568",
        },
    ]
