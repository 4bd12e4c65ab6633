"""A place found by what was typed, and the workbook that is made for it."""

from __future__ import annotations

from dataclasses import dataclass

from planning_kit import areas
from planning_kit.areas import Level
from planning_kit.language import _
from planning_kit.records import PlanArea
from planning_kit.records.plan_choices import PolicyLevel
from planning_kit.thai.normalize import clean
from planning_kit.workbook import create_unless_there, period_of, whole_tambon
from planning_kit.workbook.higher_places import NATION, higher_place, title_of
from planning_kit.workbook.plan_areas import id_of

_MOST = 8
_SHORTEST = 3


@dataclass(frozen=True)
class Found:
    """A place that a workbook may be made for: its code, and its name in full."""

    code: str
    title: str


def found_tambons(text: str) -> list[Found]:
    """Return the tambons that fit what was typed."""
    return _places(text, Level.TAMBON)


def found_above(text: str) -> list[Found]:
    """Return the province, the region or the nation that fits what was typed."""
    typed = clean(text).strip().casefold()
    if not typed:
        return []
    higher = [
        place
        for place in _higher()
        if typed == str(place.above_code).casefold()
        or (len(typed) >= _SHORTEST and any(typed in name.casefold() for name in _names(place)))
    ]
    return [
        *_places(text, Level.PROVINCE)[:2],
        *(Found(id_of(one), title_of(one)) for one in higher),
    ]


def make_workbook(code: str, plan_start: int, store_url: str, who: str) -> str:
    """Make the workbook of a place, or find it made; return its id.

    ``code``: of a tambon or a province, ``codi-N``, or ``TH``. Raises ``KitError`` as
    ``workbook.create`` and ``higher_place``.
    """
    plan_area = _place(code)
    period, why = period_of(plan_area, plan_start), _("new workbook made in the hall")
    return create_unless_there(plan_area, period, store=store_url, who=who, why=why)


def _place(code: str) -> PlanArea:
    if code == NATION:
        return higher_place(PolicyLevel.NATION)
    if "-" in code:
        return higher_place(PolicyLevel.REGION, code)
    if len(code) == len("67"):
        return higher_place(PolicyLevel.PROVINCE, code)
    return whole_tambon(code)


def _places(text: str, level: Level) -> list[Found]:
    matches = areas.find(text, level=level, limit=_MOST) if text.strip() else []
    return [Found(match.area.code, match.area.full_title()) for match in matches]


def _higher() -> list[PlanArea]:
    """Return the regions of every scheme, and the nation."""
    regions = [
        higher_place(PolicyLevel.REGION, f"{scheme}-{region.code}")
        for scheme in areas.schemes()
        for region in areas.regions(scheme)
    ]
    return [*regions, higher_place(PolicyLevel.NATION)]


def _names(place: PlanArea) -> tuple[str, str]:
    return title_of(place, "th"), title_of(place, "en")
