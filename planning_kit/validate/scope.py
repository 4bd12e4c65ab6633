"""Which villages belong to the plan area that a file is imported for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from planning_kit import areas
from planning_kit.records import PlanArea, provinces_within

WHOLE_COUNTRY = "00"


@dataclass(frozen=True)
class AreaScope:
    """The tambons that belong wholly, and the single villages of other tambons.

    ``province_codes`` are those that a place above the tambon takes in: rows of households never
    lie there, candidates and plans of tambons do.
    """

    tambon_codes: frozenset[str] = field(default_factory=frozenset)
    village_codes: frozenset[str] = field(default_factory=frozenset)
    province_codes: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, plan_area: PlanArea) -> Self:
        """Return the scope of a plan area."""
        return cls(
            frozenset(plan_area.tambon_codes or ()),
            frozenset(plan_area.village_codes or ()),
            frozenset(provinces_within(plan_area)),
        )

    @classmethod
    def within(cls, code: str) -> Self:
        """Return the scope of every tambon of a province or amphoe, or of one tambon.

        Raises ``KitError`` for a code that is no area's.
        """
        area = areas.get(code)
        if area.level is areas.Level.VILLAGE:
            return cls(village_codes=frozenset({area.code}))
        if area.level is areas.Level.TAMBON:
            return cls(tambon_codes=frozenset({area.code}))
        return cls(tambon_codes=frozenset(tambon.code for tambon in areas.tambons(area.code)))

    def holds(self, village_code: str) -> bool:
        """Tell whether a village (8 digits) belongs."""
        return village_code in self.village_codes or village_code[:6] in self.tambon_codes

    def concerns(self, area_code: str) -> bool:
        """Tell whether a figure about ``area_code`` (2 to 8 digits, 00 the country) bears on it.

        It does where the area is the country, holds a part of this one, or lies inside it.
        """
        if area_code == WHOLE_COUNTRY or self.holds(area_code):
            return True
        if any(area_code.startswith(province) for province in self.province_codes):
            return True
        inside = self.tambon_codes | self.village_codes
        return any(code.startswith(area_code) for code in inside)
