"""The drawn map and the emblem of the practice tambon, and which meeting endorses its plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from planning_kit.practice.area import INVENTED
from planning_kit.shipped import shipped

ENDORSING_MEETING = "C2"
PLAN_TITLE = f"แผนพัฒนาเกษตรกรรมระดับตำบลทุ่งฝึกหัด พ.ศ. 2571–2575 {INVENTED}"
_CREDIT = f"ภาพวาดประกอบการฝึกหัด {INVENTED}"


@dataclass(frozen=True)
class PracticePicture:
    """A picture drawn for the practice plan: its file, its kind, and what its record says."""

    path: Path
    kind: str
    caption: str
    about: dict[str, str]


def practice_pictures() -> tuple[PracticePicture, ...]:
    """Return the resource map of the first tambon forum and the council's emblem."""
    folder = shipped("data", "practice", "pictures")
    forum = {"about": "forum", "about_code": "F09", "taken_on": "10 ต.ค. 2569"}
    return (
        PracticePicture(
            folder / "resource_map.png",
            "resource_map",
            f"แผนที่ทรัพยากรตำบลทุ่งฝึกหัด วาดในเวทีตำบล ครั้งที่ 1 {INVENTED}",
            {"credit": _CREDIT, **forum},
        ),
        PracticePicture(
            folder / "logo.png",
            "logo",
            f"ตราสภาองค์กรชุมชนตำบลทุ่งฝึกหัด {INVENTED}",
            {"credit": _CREDIT},
        ),
    )
