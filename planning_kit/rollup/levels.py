"""The ladder of places: from a tambon's code to amphoe, province, region and nation."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from planning_kit import areas
from planning_kit.areas import Level
from planning_kit.areas.practice import practice_areas
from planning_kit.areas.regions import DEFAULT_SCHEME
from planning_kit.errors import KitError
from planning_kit.language import N_

NATION = "TH"
LEVELS = (Level.TAMBON, Level.AMPHOE, Level.PROVINCE, Level.REGION, Level.COUNTRY)
"""Lowest first. Codes of the lower three are the first 6, 4 and 2 digits of one another."""

_DIGITS = {Level.TAMBON: 6, Level.AMPHOE: 4, Level.PROVINCE: 2}
_OF_DIGITS = {digits: level for level, digits in _DIGITS.items()}


@cache
def every_tambon() -> tuple[str, ...]:
    """Return the codes of all real tambons in the list in use, sorted."""
    return tuple(
        tambon.code for province in areas.provinces() for tambon in areas.tambons(province.code)
    )


@cache
def _below() -> dict[str, tuple[str, ...]]:
    """Return province, amphoe or tambon, invented ones too -> its tambons, sorted."""
    invented = [area.code for area in practice_areas() if area.level is Level.TAMBON]
    found: dict[str, list[str]] = {}
    for tambon in (*every_tambon(), *invented):
        for digits in _OF_DIGITS:
            found.setdefault(tambon[:digits], []).append(tambon)
    return {place: tuple(codes) for place, codes in found.items()}


class Places:
    """Which place holds which, with the regions of one scheme.

    Raises ``KitError`` ``areas.unknown-scheme``, or ``rollup.region-code`` for a scheme whose
    region codes could be mistaken for those of another level.
    """

    def __init__(self, scheme: str = DEFAULT_SCHEME) -> None:
        self.scheme = scheme
        self._region = {
            province.code: region.code
            for region in areas.regions(scheme)
            for province in areas.provinces_in(region.code, scheme)
        }
        for code in set(self._region.values()):
            if code.isdigit() or code == NATION:
                raise KitError(
                    "rollup.region-code",
                    N_(
                        "The scheme “{scheme}” calls a region “{code}”, which is also the code of "
                        "another kind of place. Give the region a code of letters."
                    ),
                    scheme=scheme,
                    code=code,
                )
        self._regions = frozenset(self._region.values())

    def level_of(self, place: str) -> Level | None:
        """Return the level of a place in use, ``None`` for a code that no place has."""
        if place == NATION:
            return Level.COUNTRY
        if place in self._regions:
            return Level.REGION
        return _OF_DIGITS.get(len(place)) if place in _below() else None

    def above(self, place: str, level: Level) -> str | None:
        """Return the place of ``level`` that holds ``place``, or ``place`` itself at its level.

        ``None`` where there is none: a level below, or the region and nation of an invented
        area, which belongs to neither.
        """
        digits = _DIGITS.get(level)
        if digits is not None:
            return place[:digits] if place.isdigit() and len(place) >= digits else None
        region = self._region.get(place[:2]) if place.isdigit() else place
        if level is Level.REGION:
            return region if region in self._regions else None
        return NATION if region is not None else None

    def tambons_in(self, place: str) -> tuple[str, ...]:
        """Return the codes of every tambon of a place, sorted; empty for an unknown one."""
        if place == NATION:
            return every_tambon()
        if place in self._regions:
            return tuple(t for t in every_tambon() if self._region[t[:2]] == place)
        return _below().get(place, ())

    def smallest(self, tambons: Iterable[str]) -> str | None:
        """Return the smallest place that holds all ``tambons``, ``None`` if none does."""
        listed = list(tambons)
        for level in LEVELS:
            found = {self.above(tambon, level) for tambon in listed}
            if len(found) == 1:
                return found.pop()
        return None

    def holds(self, place: str, tambon: str) -> bool:
        """Tell whether a known tambon lies in ``place``."""
        level = self.level_of(place)
        return level is not None and tambon in _below() and self.above(tambon, level) == place


def ladder_rank(level: Level | str) -> int:
    """Return 0 for the tambon … 4 for the nation. Raises ``KitError`` ``rollup.no-such-level``."""
    try:
        return LEVELS.index(Level(level))
    except ValueError as error:
        raise KitError(
            "rollup.no-such-level",
            N_("Nothing is added up to the level “{level}”. There are: {known}."),
            level=str(level),
            known=", ".join(known.value for known in LEVELS),
        ) from error
