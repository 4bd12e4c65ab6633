"""The plan areas of a store: which one is meant, and which share a village."""

from __future__ import annotations

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import PlanArea, is_above, provinces_within
from planning_kit.store import Store
from planning_kit.validate import AreaScope

Notice = tuple[str, dict[str, object]]
DEFAULT_START_BE = 2571
PERIOD_YEARS = 5


def plan_areas(store: Store) -> list[PlanArea]:
    """Return every plan area of the store, by id."""
    found = [stored.record for stored in store.latest(PlanArea.noun.name)]
    listed = [record for record in found if isinstance(record, PlanArea)]
    return sorted(listed, key=id_of)


def id_of(plan_area: PlanArea) -> str:
    """Return the id, which every plan area has."""
    return str(plan_area.plan_area_id)


def codes_of(plan_area: PlanArea) -> tuple[str, ...]:
    """Return its whole tambons (6 digits), then its single villages (8 digits)."""
    return (*(plan_area.tambon_codes or ()), *(plan_area.village_codes or ()))


def is_within(plan_area: PlanArea, provinces: set[str]) -> bool:
    """Tell whether a plan area lies in ``provinces``; a place above the tambon, if it is smaller."""
    if is_above(plan_area):
        return set(provinces_within(plan_area)) < provinces
    return any(code[:2] in provinces for code in codes_of(plan_area))


def touches(plan_area: PlanArea, code: str) -> bool:
    """Tell whether a plan area shares ground with a tambon or village."""
    return any(own.startswith(code) or code.startswith(own) for own in codes_of(plan_area))


def overlap_notices(plan_area: PlanArea, others: list[PlanArea]) -> list[Notice]:
    """Return one notice for each other plan area that counts the same villages."""
    notices: list[Notice] = []
    for other in others:
        shared = [code for code in codes_of(plan_area) if touches(other, code)]
        if id_of(other) == id_of(plan_area) or not shared:
            continue
        values: dict[str, object] = {
            "codes": ", ".join(shared),
            "id": id_of(other),
            "name": other.name,
        }
        notices.append((_OVERLAP, values))
    return notices


_OVERLAP = N_(
    "Villages of {codes} are also counted in plan area {id} ({name}); when plan areas are added "
    "up they would be counted twice"
)


def find_plan_area(store: Store, area: str) -> PlanArea:
    """Return the plan area with this id, else the only one that shares ground with the tambon.

    Raises ``KitError``: what ``areas.get`` raises for a code that is none,
    ``workbook.area-too-wide``, ``workbook.none-yet``, ``workbook.several-plan-areas``.
    """
    known = plan_areas(store)
    wanted = str(area).strip()
    for plan_area in known:
        if id_of(plan_area) == wanted:
            return plan_area
    place = areas.get(area)
    if place.level not in (areas.Level.TAMBON, areas.Level.VILLAGE):
        raise KitError("workbook.area-too-wide", _TOO_WIDE, code=place.code, place=place.full_words)
    found = [plan_area for plan_area in known if touches(plan_area, place.code)]
    if len(found) == 1:
        return found[0]
    if found:
        raise KitError(
            "workbook.several-plan-areas",
            N_("{place} lies in several plan areas; name the one you mean: {ids}"),
            place=place.full_words,
            ids=", ".join(id_of(plan_area) for plan_area in found),
        )
    raise none_yet(place.code)


def none_yet(code: str, start: int = DEFAULT_START_BE) -> KitError:
    """Return the error that tells how to make the first workbook of a place."""
    place = areas.get(code)
    return KitError(
        "workbook.none-yet",
        N_(
            "There is no workbook for {place} yet; make one with: "
            "planning-kit new --area {code} --start {start}"
        ),
        place=place.full_words,
        code=(place.tambon_code or place.code),
        start=start,
    )


_TOO_WIDE = N_(
    "{code} is {place}; a workbook is of one tambon or plan area, so give a 6-digit tambon code"
)


def scope_of(plan_area: PlanArea) -> AreaScope:
    """Return which villages belong to a plan area."""
    return AreaScope.of(plan_area)
