"""The eight invented villages: how many live there, how dry they are, how many were asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planning_kit.practice.area import INVENTED, TAMBON


@dataclass(frozen=True)
class PracticeVillage:
    """One village; areas in rai, shares in percent."""

    moo: int
    name: str
    households: int
    farm_households: int
    males: int
    females: int
    area: int
    farm_area: int
    surveyed: int
    irrigated: int

    @property
    def code(self) -> str:
        """Return the 8-digit village code."""
        return f"{TAMBON}{self.moo:02d}"

    @property
    def full_name(self) -> str:
        """Return the name with the mark that says it is invented."""
        return f"{self.name} {INVENTED}"

    @property
    def is_dry(self) -> bool:
        """Tell whether next to nothing of its land has canal water."""
        return self.irrigated < 15

    @property
    def is_wet(self) -> bool:
        """Tell whether most of its land has canal water."""
        return self.irrigated > 60


VILLAGES = (
    PracticeVillage(1, "บ้านทุ่งฝึกหัด", 168, 132, 252, 271, 3450, 2610, 48, 40),
    PracticeVillage(2, "บ้านหนองตัวอย่าง", 152, 124, 231, 246, 3120, 2480, 43, 30),
    PracticeVillage(3, "บ้านดอนสมมติ", 141, 118, 215, 224, 2980, 2350, 40, 35),
    PracticeVillage(4, "บ้านคลองเรียนรู้", 158, 127, 236, 259, 2760, 2190, 45, 85),
    PracticeVillage(5, "บ้านโคกทดลอง", 124, 108, 189, 196, 3890, 2740, 36, 5),
    PracticeVillage(6, "บ้านเนินแบบฝึก", 117, 101, 178, 181, 3640, 2530, 33, 5),
    PracticeVillage(7, "บ้านท่าลองทำ", 144, 113, 219, 230, 2590, 1960, 41, 80),
    PracticeVillage(8, "บ้านไร่ลองคิด", 48, 42, 71, 74, 1710, 1180, 14, 5),
)


def village_rows() -> list[dict[str, Any]]:
    """Return one row per village, as a field team would type it."""
    return [
        {
            "village_code": village.code,
            "name": village.full_name,
            "households": village.households,
            "farm_households": village.farm_households,
            "males": village.males,
            "females": village.females,
            "area": f"{village.area} ไร่",
            "farm_area": f"{village.farm_area} ไร่",
            "note": "หมู่บ้านสมมติ ไม่มีอยู่จริง",
            "source_code": "S2",
        }
        for village in VILLAGES
    ]
