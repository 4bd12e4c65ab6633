"""The ladder from tambons up to a place: which levels its totals climb through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.areas import Level
from planning_kit.areas.regions import DEFAULT_SCHEME
from planning_kit.report.chapters.level_plans import LevelPlans
from planning_kit.rollup import RollUp, climb

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

LADDER = (Level.TAMBON, Level.AMPHOE, Level.PROVINCE, Level.REGION, Level.COUNTRY)
_TOP = {"province": Level.PROVINCE, "region": Level.REGION, "nation": Level.COUNTRY}


def top_of(workbook: Workbook) -> Level:
    """Return the level of a workbook above the tambon in the roll-up."""
    return _TOP[str(workbook.plan_area.level)]


def scheme_of(workbook: Workbook) -> str:
    """Return the scheme of regions that a workbook goes by: that of its own region."""
    scheme, _dash, _own = str(workbook.plan_area.above_code).rpartition("-")
    return scheme or DEFAULT_SCHEME


def climbed(workbook: Workbook, held: LevelPlans) -> RollUp:
    """Add what tambons handed over up to the place of ``workbook``, through every level.

    A place has the same total on the pages of all places above it.
    """
    levels = LADDER[: LADDER.index(top_of(workbook)) + 1]
    return climb(held.parts, levels, expected=held.expected, scheme=scheme_of(workbook))
