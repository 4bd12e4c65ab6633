"""The places of activities: amphoe where a plan spans several, else tambons and villages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from planning_kit import areas
from planning_kit.language import _
from planning_kit.records.plain_rows import Row
from planning_kit.report.chapters.plan_names import PlanNames

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_PROVINCE, _AMPHOE, _VILLAGE = 2, 4, 8


def place_key(rows: Iterable[Row]) -> Callable[[Row], str | None]:
    """Return what groups activities by place: by amphoe if they lie in several, else as told."""
    told = {row["area_code"][:_AMPHOE] for row in rows if row["area_code"]}
    several = len({code for code in told if len(code) == _AMPHOE}) > 1
    digits = _AMPHOE if several else _VILLAGE
    return lambda row: row["area_code"][:digits] if row["area_code"] else None


def place_words(code: str | None, workbook: Workbook) -> str:
    """Return what a place is called; money of a whole province or plan area says so."""
    if code is None:
        return _("the whole plan area, or not told")
    if len(code) == _VILLAGE:
        return PlanNames(workbook).villages([code])[0]
    title = areas.get(code).title()
    return _("{province} as a whole", province=title) if len(code) == _PROVINCE else title
