"""The nouns, each declared once; forms, sheets, tables and checks are made from them."""

from planning_kit.records.account import HouseholdAccount
from planning_kit.records.capital import Capital
from planning_kit.records.choices import Choices
from planning_kit.records.community import Group
from planning_kit.records.environment import NaturalResource
from planning_kit.records.evidence import Source
from planning_kit.records.field import FieldSpec, field
from planning_kit.records.frames import to_frame
from planning_kit.records.hazard import Hazard
from planning_kit.records.household import Household
from planning_kit.records.kinds import Kind
from planning_kit.records.local_answers import carrying, local_answers
from planning_kit.records.local_questions import LocalQuestion, extended, is_local
from planning_kit.records.plan_area import PlanArea, PlanPeriod
from planning_kit.records.privacy import Privacy
from planning_kit.records.production import Production
from planning_kit.records.record import Check, Link, Noun, Record, Severity
from planning_kit.records.reference import CropBudget, ReferenceFigure
from planning_kit.records.registry import record_type, record_types, template_types
from planning_kit.records.village import Village

__all__ = [
    "Capital",
    "Check",
    "Choices",
    "CropBudget",
    "FieldSpec",
    "Group",
    "Hazard",
    "Household",
    "HouseholdAccount",
    "Kind",
    "Link",
    "LocalQuestion",
    "NaturalResource",
    "Noun",
    "PlanArea",
    "PlanPeriod",
    "Privacy",
    "Production",
    "Record",
    "ReferenceFigure",
    "Severity",
    "Source",
    "Village",
    "carrying",
    "extended",
    "field",
    "is_local",
    "local_answers",
    "record_type",
    "record_types",
    "template_types",
    "to_frame",
]
