"""The 25 pilot provinces, in the order and grouping of the founding report."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from planning_kit.areas.area import Area
from planning_kit.areas.codes import read_code
from planning_kit.areas.gazetteer import get
from planning_kit.language import Words
from planning_kit.shipped import shipped

PILOT_GROUPING = Words(
    "การจัดกลุ่มจังหวัดนำร่องเรียงตามลำดับในรายงานตั้งต้นของโครงการ",
    "The grouping of the pilot provinces follows the order of the founding report",
)


@dataclass(frozen=True)
class PilotProvince:
    """One pilot province: its place in the report (from 1), the province, and its group."""

    order: int
    area: Area
    group: Words


@cache
def pilot_provinces() -> tuple[PilotProvince, ...]:
    """Return the 25 pilot provinces in the order of the founding report."""
    path = shipped("data", "areas", "pilot_provinces.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(
            PilotProvince(
                int(row["order"]),
                get(row["province_code"]),
                Words(row["group_th"], row["group_en"]),
            )
            for row in csv.DictReader(file)
        )


def is_pilot(code: str) -> bool:
    """Tell whether the area with this code (of any level) lies in a pilot province.

    Raises ``ReadingError`` for what is no area code.
    """
    province = read_code(code)[:2]
    return any(pilot.area.code == province for pilot in pilot_provinces())
