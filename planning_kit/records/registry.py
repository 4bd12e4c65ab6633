"""Every record type by name, in the order in which a tambon meets them."""

from __future__ import annotations

from functools import cache

from planning_kit.records.account import HouseholdAccount
from planning_kit.records.activity import Activity
from planning_kit.records.attachment import Attachment
from planning_kit.records.attendance import Attendance
from planning_kit.records.ballot import BallotMark
from planning_kit.records.budget import BudgetLine
from planning_kit.records.capital import Capital
from planning_kit.records.cash import CashItem
from planning_kit.records.channel_step import ProjectStatus
from planning_kit.records.community import Group
from planning_kit.records.contact import Contact
from planning_kit.records.council_resolution import CouncilResolution
from planning_kit.records.dataset_holding import DatasetHolding
from planning_kit.records.decision import Decision
from planning_kit.records.endorsement import Endorsement
from planning_kit.records.environment import NaturalResource
from planning_kit.records.evidence import Source
from planning_kit.records.forum import Forum
from planning_kit.records.hazard import Hazard
from planning_kit.records.household import Household
from planning_kit.records.indicator import Indicator, IndicatorValue
from planning_kit.records.joint_action import JointAction
from planning_kit.records.lesson import Lesson
from planning_kit.records.local_knowledge import LocalKnowledge
from planning_kit.records.local_questions import LocalQuestion
from planning_kit.records.model_tambon import ModelScore
from planning_kit.records.narrative import Narrative
from planning_kit.records.partner import Pledge
from planning_kit.records.partnership_check import PartnershipCheck
from planning_kit.records.pilot import PilotCandidate, PilotScore, PilotWeight
from planning_kit.records.plan_area import PlanArea, PlanPeriod
from planning_kit.records.poll import Poll
from planning_kit.records.problem import Problem, ProblemEvidence
from planning_kit.records.problem_group import ProblemGroup
from planning_kit.records.production import Production
from planning_kit.records.project import Project
from planning_kit.records.project_progress import ProjectProgress
from planning_kit.records.proposal import PolicyProposal
from planning_kit.records.proposal_path import ProposalOrigin, ProposalStep
from planning_kit.records.record import Record
from planning_kit.records.reference import CropBudget, ReferenceFigure
from planning_kit.records.request_answer import RequestAnswer
from planning_kit.records.season import CalendarEntry
from planning_kit.records.strategy import PlanStatement, Strategy
from planning_kit.records.swot import SwotItem
from planning_kit.records.taxon import Taxon
from planning_kit.records.timeline import TimelineEvent
from planning_kit.records.todo import Todo
from planning_kit.records.training_need import TrainingNeed
from planning_kit.records.tree import TreeNode
from planning_kit.records.village import Village
from planning_kit.records.vote_total import PairTotal, VoteTotal
from planning_kit.records.working_group import WorkingGroupSeat

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
    WorkingGroupSeat,
    Forum,
    Attendance,
    Problem,
    ProblemEvidence,
    TreeNode,
    SwotItem,
    LocalKnowledge,
    TrainingNeed,
    TimelineEvent,
    CalendarEntry,
    Poll,
    BallotMark,
    VoteTotal,
    PairTotal,
    PilotCandidate,
    PilotWeight,
    PilotScore,
    Decision,
    CouncilResolution,
    Strategy,
    PlanStatement,
    Indicator,
    IndicatorValue,
    Project,
    Activity,
    BudgetLine,
    CashItem,
    Pledge,
    ProjectStatus,
    ProjectProgress,
    Contact,
    Todo,
    JointAction,
    PartnershipCheck,
    DatasetHolding,
    RequestAnswer,
    ModelScore,
    PolicyProposal,
    ProblemGroup,
    ProposalStep,
    ProposalOrigin,
    Lesson,
    Narrative,
    Taxon,
    Attachment,
    Endorsement,
)


@cache
def _by_name() -> dict[str, type[Record]]:
    return {kind.noun.name: kind for kind in _TYPES}


def record_types() -> tuple[type[Record], ...]:
    """Return every record type."""
    return _TYPES


def template_types(book: str | None = "survey") -> tuple[type[Record], ...]:
    """Return the record types of an Excel workbook (``survey`` or ``plan``), in sheet order.

    ``None`` asks for those of both.
    """
    return tuple(k for k in _TYPES if k.noun.in_template and book in (None, k.noun.book))


def record_type(name: str) -> type[Record]:
    """Return the record type called ``name``. Raises ``KeyError`` for an unknown one."""
    return _by_name()[name]
