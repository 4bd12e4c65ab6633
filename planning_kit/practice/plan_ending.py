"""What ends the making of the practice plan: its pictures attached, version 1 endorsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.practice.area import INVENTED
from planning_kit.shipped import shipped

if TYPE_CHECKING:
    from planning_kit.workbook import Version, Workbook

MEETING = "C2"
PLAN_TITLE = f"แผนพัฒนาเกษตรกรรมระดับตำบลทุ่งฝึกหัด พ.ศ. 2571–2575 {INVENTED}"
# file, kind, caption, further fields
_PICTURES: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    (
        "resource_map.png",
        "resource_map",
        f"แผนที่ทรัพยากรตำบลทุ่งฝึกหัด วาดในเวทีตำบล ครั้งที่ 1 {INVENTED}",
        {"about": "forum", "about_code": "F09", "taken_on": "10 ต.ค. 2569"},
    ),
    ("logo.png", "logo", f"ตราสภาองค์กรชุมชนตำบลทุ่งฝึกหัด {INVENTED}", {}),
)
_CREDIT = f"ภาพวาดประกอบการฝึกหัด {INVENTED}"


def finish_practice_plan(workbook: Workbook, *, who: str, why: str = "") -> Version:
    """Attach the map and the logo, and endorse version 1 in the second council meeting.

    A plan that was endorsed before stays as it is: its last version is returned.
    """
    from planning_kit.workbook import attach, endorse, versions

    earlier = versions(workbook)
    if earlier:
        return earlier[-1]
    for file, kind, caption, about in _PICTURES:
        path = shipped("data", "practice", "pictures", file)
        more = {"credit": _CREDIT, **about}
        attach(workbook, path, kind=kind, caption=caption, who=who, why=why, **more)
    return endorse(workbook, MEETING, who=who, why=why, plan_title=PLAN_TITLE)
