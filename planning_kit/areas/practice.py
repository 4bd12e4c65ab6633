"""The practice area: a province, an amphoe and a tambon that exist nowhere.

Learners need a place whose figures offend nobody. Its codes start with 99, which no real
area has or had, and its names say in both languages that it is invented.
"""

from __future__ import annotations

from planning_kit.areas.area import Area, Level

PRACTICE_PROVINCE = "99"
PRACTICE_AMPHOE = "9901"
PRACTICE_TAMBON = "990101"
PRACTICE_WORDS = ("practice", "practise", "ฝึกหัด", "พื้นที่ฝึกหัด", "ตำบลฝึกหัด")


def practice_areas() -> tuple[Area, ...]:
    """Return the invented province, amphoe and tambon, widest first."""
    province = Area(PRACTICE_PROVINCE, Level.PROVINCE, "สมมติ", "Invented", True)
    amphoe = Area(PRACTICE_AMPHOE, Level.AMPHOE, "สมมติ", "Invented", True, province)
    tambon = Area(
        PRACTICE_TAMBON,
        Level.TAMBON,
        "ทุ่งฝึกหัด (สมมติ)",
        "Thung Fuek Hat (invented)",
        True,
        amphoe,
    )
    return province, amphoe, tambon


def is_practice(code: str) -> bool:
    """Tell whether ``code`` lies in the practice area."""
    return code.startswith(PRACTICE_PROVINCE)
