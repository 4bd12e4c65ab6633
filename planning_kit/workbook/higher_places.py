"""Workbooks above the tambon: of a province, a region or the nation, where plans are added up."""

from __future__ import annotations

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records import PlanArea, is_above
from planning_kit.records.plan_choices import PolicyLevel
from planning_kit.workbook.plan_areas import codes_of

NATION = "TH"
_NATION_WORDS = Words("ประเทศไทย", "Thailand")


def higher_place(level: str, code: str = NATION) -> PlanArea:
    """Return the plan area of a province (two digits), a region (``codi-N``) or the nation.

    Raises ``KitError``: what ``areas.get`` raises, ``workbook.not-a-province``,
    ``workbook.unknown-region``, ``workbook.no-such-level``.
    """
    if level == PolicyLevel.PROVINCE:
        return _named(level, _province(code).code, areas.get(code).full_title("th"))
    if level == PolicyLevel.REGION:
        return _named(level, code, region_at(code).words.th)
    if level == PolicyLevel.NATION:
        return _named(level, NATION, _NATION_WORDS.th)
    raise KitError(
        "workbook.no-such-level",
        N_("“{level}” is no level above the tambon; write province, region or nation"),
        level=level,
    )


def region_at(code: str) -> areas.Region:
    """Return the region with a code ``SCHEME-REGION``; raises ``workbook.unknown-region``."""
    scheme, _dash, own = code.rpartition("-")
    known = areas.regions(scheme) if scheme in areas.schemes() else ()
    for region in known:
        if region.code == own:
            return region
    offered = [f"{name}-{one.code}" for name in areas.schemes() for one in areas.regions(name)]
    raise KitError(
        "workbook.unknown-region",
        N_("“{code}” is no region; write one of {codes}"),
        code=code,
        codes=", ".join(offered),
    )


def title_of(plan_area: PlanArea, language: str | None = None) -> str:
    """Return the full title: of the tambon if the area is just one, else the area's own name.

    ``"ตำบลบางปลา อำเภอบางเลน จังหวัดนครปฐม"``; a place above the tambon by its name.
    """
    if is_above(plan_area):
        return place_words(plan_area).say(language)
    whole = plan_area.tambon_codes or ()
    if len(whole) == 1 and not plan_area.village_codes:
        return areas.get(whole[0]).full_title(language)
    return str(plan_area.name)


def is_invented(plan_area: PlanArea) -> bool:
    """Tell whether any of its ground is invented, for practice."""
    if is_above(plan_area):
        return plan_area.level == PolicyLevel.PROVINCE and _is_invented(str(plan_area.above_code))
    return any(map(_is_invented, codes_of(plan_area)))


def _is_invented(code: str) -> bool:
    return areas.get(code[:6]).invented


def place_words(plan_area: PlanArea) -> Words:
    """Return what a place above the tambon is called."""
    code = str(plan_area.above_code)
    if plan_area.level == PolicyLevel.PROVINCE:
        place = areas.get(code)
        return Words(place.full_title("th"), place.full_title("en"))
    return region_at(code).words if plan_area.level == PolicyLevel.REGION else _NATION_WORDS


def _province(code: str) -> areas.Area:
    place = areas.get(code)
    if place.level is not areas.Level.PROVINCE:
        raise KitError(
            "workbook.not-a-province",
            N_("{code} is {place}; write the two digits of a province"),
            code=code,
            place=place.full_words,
        )
    return place


def _named(level: str, code: str, name: str) -> PlanArea:
    return PlanArea(plan_area_id=code, name=name, level=level, above_code=code)
