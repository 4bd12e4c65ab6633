"""For which plan areas a file is imported, and to which of them each place belongs."""

from __future__ import annotations

from dataclasses import dataclass, field

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.records import PlanArea, Record, is_above, record_types
from planning_kit.store import Store
from planning_kit.validate import LOOKED_BACK_AT, AreaScope
from planning_kit.workbook.creating import whole_tambon
from planning_kit.workbook.plan_areas import (
    find_plan_area,
    id_of,
    plan_areas,
    scope_of,
    touches,
)

# The record types whose codes other rows may name.
_NAMED = tuple(dict.fromkeys(link.to for kind in record_types() for link in kind.noun.links))


@dataclass
class Target:
    """One plan area, or all those of an amphoe or province.

    ``title`` names the amphoe or province in messages. ``above`` is the province's own workbook,
    for its plan and the figures about it; no row of a village goes there. ``made`` collects the
    whole-tambon plan areas that the file calls for; ``shared`` the villages of the file that
    several plan areas hold, the one that gets the rows first.
    """

    scope: AreaScope
    plan_areas: list[PlanArea]
    is_wide: bool
    title: object = ""
    above: PlanArea | None = None
    made: list[PlanArea] = field(default_factory=list)
    shared: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _area_of: dict[str, str | None] = field(default_factory=dict)

    @property
    def ids(self) -> list[str]:
        """Return the ids of all plan areas, those to be made and that above included."""
        return [id_of(plan_area) for plan_area in self._concerned()]

    def only(self) -> str | None:
        """Return the id of the plan area where there is just one; that above is none of them."""
        found = self._all()
        return id_of(found[0]) if len(found) == 1 else None

    def area_of_village(self, code: str) -> str | None:
        """Return the plan area that a village's rows go to; make that of its tambon if need be.

        ``None`` where its tambon is partly in a plan area but this village is in none: a
        plan area of the whole tambon would count the other villages twice.
        """
        if code not in self._area_of:
            self._area_of[code] = self._look_up(code)
        return self._area_of[code]

    def area_if_any(self, code: str) -> str:
        """Return the plan area that holds a village, ``""`` where there is none; makes none."""
        found = [id_of(one) for one in self._all() if scope_of(one).holds(code)]
        return found[0] if found else ""

    def areas_concerned(self, area_code: str) -> list[str]:
        """Return the plan areas that a figure about a wider area bears on."""
        return [id_of(one) for one in self._concerned() if scope_of(one).concerns(area_code)]

    def _concerned(self) -> list[PlanArea]:
        return [*self._all(), *([self.above] if self.above else [])]

    def _all(self) -> list[PlanArea]:
        return [*self.plan_areas, *self.made]

    def _look_up(self, code: str) -> str | None:
        tambon = code[:6]
        holding = [id_of(one) for one in self._all() if scope_of(one).holds(code)]
        if holding:
            chosen = tambon if tambon in holding else holding[0]
            if len(holding) > 1:
                self.shared[code] = (chosen, *(own for own in holding if own != chosen))
            return chosen
        if not self.is_wide or any(touches(one, tambon) for one in self._all()):
            return None
        self.made.append(whole_tambon(tambon))
        return tambon


def own_target(plan_area: PlanArea) -> Target:
    """Return one plan area as what is saved to: a tambon's, or a province's own workbook."""
    return Target(scope_of(plan_area), [plan_area], is_wide=False)


def find_target(store: Store, area: str) -> Target:
    """Return the plan areas that a file for ``area`` goes to.

    ``area`` is a plan area's id, a tambon code, or the code of an amphoe (4 digits) or
    province (2 digits): then every tambon of it that the file names, and the province's own
    workbook where it has one. Raises what ``find_plan_area`` raises.
    """
    wide = _wide_area(store, area)
    if wide is None:
        return own_target(find_plan_area(store, area))
    scope = AreaScope.within(wide.code)
    known = plan_areas(store)
    inside = [one for one in known if touches(one, wide.code)]
    above = next((one for one in known if id_of(one) == wide.code and is_above(one)), None)
    return Target(scope, inside, is_wide=True, title=wide.full_words, above=above)


def known_codes(store: Store, target: Target) -> dict[str, set[str]]:
    """Return the codes kept already of every type that others name, by record type."""
    known: dict[str, set[str]] = {name: set() for name in _NAMED}
    for own_id in target.ids:
        for name in _NAMED:
            for stored in store.latest(name, own_id):
                known[name].add(str((stored.record.natural_key() or ("",))[0]))
    return known


def held_records(store: Store, target: Target) -> dict[str, list[Record]]:
    """Return what was kept before and a new file is compared with, by record type."""
    ids = set(target.ids)
    return {
        name: [one.record for one in store.latest(name) if one.revision.plan_area_id in ids]
        for name in LOOKED_BACK_AT
    }


def homes(store: Store, target: Target) -> dict[str, str]:
    """Return the plan area of every household kept already."""
    return {
        str(getattr(stored.record, "household_id", "")): own_id
        for own_id in target.ids
        for stored in store.latest("household", own_id)
    }


def _wide_area(store: Store, area: str) -> areas.Area | None:
    # A province's own workbook holds no households: a file for the province is of its tambons.
    if any(id_of(one) == area and not is_above(one) for one in plan_areas(store)):
        return None
    try:
        place = areas.get(area)
    except KitError:
        return None
    return place if place.level in (areas.Level.PROVINCE, areas.Level.AMPHOE) else None
