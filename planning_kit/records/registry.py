"""Every record type by name, in the order in which a field team meets them."""

from __future__ import annotations

from functools import cache

from planning_kit.records.account import HouseholdAccount
from planning_kit.records.capital import Capital
from planning_kit.records.community import Group
from planning_kit.records.environment import NaturalResource
from planning_kit.records.evidence import Source
from planning_kit.records.hazard import Hazard
from planning_kit.records.household import Household
from planning_kit.records.local_questions import LocalQuestion
from planning_kit.records.plan_area import PlanArea, PlanPeriod
from planning_kit.records.production import Production
from planning_kit.records.record import Record
from planning_kit.records.reference import CropBudget, ReferenceFigure
from planning_kit.records.village import Village

_TYPES: tuple[type[Record], ...] = (
    PlanArea,
    PlanPeriod,
    Source,
    Village,
    Household,
    Production,
    HouseholdAccount,
    Group,
    Hazard,
    NaturalResource,
    Capital,
    CropBudget,
    ReferenceFigure,
    LocalQuestion,
)


@cache
def _by_name() -> dict[str, type[Record]]:
    return {kind.noun.name: kind for kind in _TYPES}


def record_types() -> tuple[type[Record], ...]:
    """Return every record type."""
    return _TYPES


def template_types() -> tuple[type[Record], ...]:
    """Return the record types a field team fills in, in the order of the sheets."""
    return tuple(kind for kind in _TYPES if kind.noun.in_template)


def record_type(name: str) -> type[Record]:
    """Return the record type called ``name``. Raises ``KeyError`` for an unknown one."""
    return _by_name()[name]
