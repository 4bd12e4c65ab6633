"""Twenty-five invented pilot workbooks in real tambons, to try roll-up and board on.

The places are real, everything told of them is invented and says so: the practice tambon's rows,
thinned and changed by lot, under the codes of another tambon. Nothing here may be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from planning_kit import areas
from planning_kit.practice.area import INVENTED, TAMBON
from planning_kit.practice.chance import Chance
from planning_kit.practice.pilot_differences import told_apart
from planning_kit.practice.pilot_stages import STAGES, rows_at
from planning_kit.practice.plan import practice_plan_rows
from planning_kit.practice.plan_projects import (
    pledge_rows_when_endorsed,
    status_rows_when_endorsed,
)
from planning_kit.practice.plan_texts import Row
from planning_kit.practice.rows import practice_rows
from planning_kit.records import Link, PlanArea, PlanPeriod, record_type

_STAGE_OF = (8, 8, 7, 6, 5, 5, 7, 8, 6, 5, 4, 4, 5, 6, 8, 5, 3, 5, 7, 6, 5, 2, 5, 1, 0)
"""A stage for each pilot province, in the order of its list: nineteen have a plan endorsed."""
_VOTES = ("poll", "ballot_mark", "vote_total", "pair_total")
_AMOUNTS = ("amount", "total_cost", "price")
_SCALES = ((1, 2), (1, 1), (1, 1), (3, 2), (2, 1))
_LONG_CODE = re.compile(rf"{TAMBON}(\d\d)")
_NAME = "ทุ่งฝึกหัด"


@dataclass(frozen=True)
class PilotTambon:
    """An invented workbook: ``rows`` as people type them, ``stage`` one of ``STAGES``."""

    plan_area: PlanArea
    period: PlanPeriod
    rows: dict[str, list[Row]]
    stage: str


def pilot_tambons() -> tuple[PilotTambon, ...]:
    """Return one invented workbook for each pilot province, the same on every machine."""
    survey = practice_rows()
    plan = practice_plan_rows() | {
        "pledge": pledge_rows_when_endorsed(),
        "project_status": status_rows_when_endorsed(),
    }
    whole = {**survey, **{name: rows for name, rows in plan.items() if name not in _VOTES}}
    return tuple(
        _pilot(province.area.code, STAGES[stage], whole)
        for province, stage in zip(areas.pilot_provinces(), _STAGE_OF, strict=True)
    )


def _pilot(province: str, stage: str, whole: dict[str, list[Row]]) -> PilotTambon:
    chance = Chance("pilot", province)
    tambons = areas.tambons(province)
    place = tambons[chance.below(len(tambons))]
    rows = told_apart(_thinned(whole, chance), province)
    rows = {name: [_moved(row, place) for row in part] for name, part in rows.items()}
    return PilotTambon(_area(place), _period(place), rows_at(stage, rows), stage)


def _area(place: areas.Area) -> PlanArea:
    title = place.title("th")
    return PlanArea(
        plan_area_id=place.code,
        name=title,
        tambon_codes=(place.code,),
        council=f"สภาองค์กรชุมชน{title} {INVENTED}",
        setting="rural",
        note="พื้นที่จริง แต่ข้อมูลทั้งหมดสมมติ ห้ามนำไปอ้างอิง / A real place, all data invented",
    )


def _period(place: areas.Area) -> PlanPeriod:
    return PlanPeriod(
        plan_area_id=place.code,
        plan_start_be=2571,
        plan_end_be=2575,
        team=f"คณะทำงาน {INVENTED}",
        foreword="ข้อมูลสมมติทั้งหมด ใช้ฝึกหัดเท่านั้น ห้ามนำไปอ้างอิง",
    )


def _thinned(whole: dict[str, list[Row]], chance: Chance) -> dict[str, list[Row]]:
    """Leave out villages, households, problems and projects by lot, and what hangs on them."""
    villages = {f"{TAMBON}{moo:02}" for moo in range(1, chance.between(6, 8) + 1)}
    share = chance.between(15, 40)
    homes = {
        row["household_id"]
        for row in whole["household"]
        if row["village_code"] in villages and chance.yes(share)
    }
    problems = {row["problem_code"] for row in whole["problem"] if chance.yes(75)}
    projects = {row["project_code"] for row in whole["project"] if chance.yes(70)}
    scales = {code: _SCALES[chance.below(len(_SCALES))] for code in sorted(projects)}
    kept = {"village": villages, "household": homes, "problem": problems, "project": projects}
    return {
        name: [
            _scaled(row, scales, chance)
            for row in (_without(row, name, kept) for row in part)
            if row is not None
        ]
        for name, part in whole.items()
    }


def _without(row: Row, name: str, kept: Mapping[str, set[str]]) -> Row | None:
    """Return a row without the codes that were left out, ``None`` where it is about one of them."""
    kind, found = record_type(name), dict(row)
    if name in kept and row[kind.noun.key[0]] not in kept[name]:
        return None
    for link in kind.noun.links:
        codes = _codes(row, link)
        if link.to not in kept or not codes:
            continue
        left = [code for code in codes if code in kept[link.to]]
        is_needed = link.field in (*kind.noun.key, "village_code")
        if not left and (is_needed or kind.field(link.field).required):
            return None
        found[link.field] = ", ".join(left) or None
    return found


def _codes(row: Row, link: Link) -> list[str]:
    if link.when is not None and row.get(link.when[0]) not in link.when[1]:
        return []
    return [code.strip() for code in str(row.get(link.field) or "").split(",") if code.strip()]


def _scaled(row: Row, scales: Mapping[str, tuple[int, int]], chance: Chance) -> Row:
    found = dict(row)
    up, down = scales.get(str(row.get("project_code")), (1, 1))
    if "project_code" in row:
        found |= {
            name: row[name] * up // down for name in _AMOUNTS if isinstance(row.get(name), int)
        }
    if isinstance(row.get("households_affected"), int):
        found["households_affected"] = max(5, chance.about(int(row["households_affected"]), 40))
    if "poll_code" in found:
        found["poll_code"] = None
    return found


def _moved(row: Row, place: areas.Area) -> Row:
    """Return a row with the codes and the name of another tambon."""
    return {
        name: _LONG_CODE.sub(rf"{place.code}\1", value).replace(_NAME, place.name_th)
        if isinstance(value, str)
        else value
        for name, value in row.items()
    }
