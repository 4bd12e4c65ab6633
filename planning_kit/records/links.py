"""The fields by which rows of different types name one another, declared once."""

from __future__ import annotations

from typing import Any

from planning_kit.records.field import field
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Link

SOURCE_LINK = Link("source_code", "source", "source_code")
VILLAGE_LINK = Link("village_code", "village", "village_code")


def source_field() -> Any:
    """Declare the column that says which source a row comes from."""
    return field(
        "แหล่งข้อมูล",
        "Source",
        help=(
            "รหัสจากแผ่นงานแหล่งข้อมูล เว้นว่างได้ถ้ามีแหล่งเดียว",
            "A code from the Sources sheet; may be blank where there is only one source",
        ),
        example="S1",
        privacy=Privacy.PUBLIC,
    )


def village_field(*, required: bool = False) -> Any:
    """Declare the column that places a row in a village."""
    return field(
        "รหัสหมู่บ้าน",
        "Village code",
        help=(
            "8 หลัก คือรหัสตำบล 6 หลักตามด้วยหมู่ที่ 2 หลัก",
            "8 digits: the 6-digit tambon code, then the 2-digit village number",
        ),
        example="99010103",
        required=required,
        privacy=Privacy.PUBLIC,
    )


def household_field() -> Any:
    """Declare the column that ties a row to a household."""
    return field(
        "รหัสครัวเรือน",
        "Household code",
        help=(
            "รหัสเดียวกับแผ่นงานครัวเรือน ห้ามใช้ชื่อคนหรือเลขบัตรประชาชน",
            "The same code as in the Households sheet; never a name or a citizen number",
        ),
        example="03-012",
        required=True,
    )


HOUSEHOLD_LINK = Link("household_id", "household", "household_id")
