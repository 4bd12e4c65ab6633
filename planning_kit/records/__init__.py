"""The nouns, each declared once; forms, sheets, tables and checks are made from them."""

from planning_kit.records.account import HouseholdAccount
from planning_kit.records.activity import Activity
from planning_kit.records.attachment import Attachment
from planning_kit.records.attendance import Attendance
from planning_kit.records.ballot import BallotMark
from planning_kit.records.budget import BudgetLine
from planning_kit.records.capital import Capital
from planning_kit.records.cash import CashItem
from planning_kit.records.channel_step import ProjectStatus
from planning_kit.records.choices import Choices
from planning_kit.records.community import Group
from planning_kit.records.contact import Contact
from planning_kit.records.council_resolution import CouncilResolution
from planning_kit.records.dataset_holding import DatasetHolding
from planning_kit.records.decision import Decision
from planning_kit.records.declared_lists import declared_names, offered_names
from planning_kit.records.endorsement import Endorsement
from planning_kit.records.environment import NaturalResource
from planning_kit.records.evidence import Source
from planning_kit.records.field import FieldSpec, field
from planning_kit.records.forum import Forum
from planning_kit.records.frames import to_frame
from planning_kit.records.hazard import Hazard
from planning_kit.records.household import Household
from planning_kit.records.indicator import Indicator, IndicatorValue
from planning_kit.records.joint_action import JointAction
from planning_kit.records.kinds import Kind
from planning_kit.records.lesson import Lesson
from planning_kit.records.local_answers import carrying, local_answers
from planning_kit.records.local_knowledge import LocalKnowledge
from planning_kit.records.local_questions import LocalQuestion, extended, is_local
from planning_kit.records.model_tambon import ModelScore
from planning_kit.records.narrative import Narrative
from planning_kit.records.partner import Pledge
from planning_kit.records.partnership_check import PartnershipCheck
from planning_kit.records.pilot import PilotCandidate, PilotScore, PilotWeight
from planning_kit.records.plan_area import PlanArea, PlanPeriod, is_above, provinces_within
from planning_kit.records.poll import Poll
from planning_kit.records.privacy import Privacy
from planning_kit.records.problem import Problem, ProblemEvidence
from planning_kit.records.problem_group import ProblemGroup
from planning_kit.records.production import Production
from planning_kit.records.project import Project
from planning_kit.records.project_progress import ProjectProgress
from planning_kit.records.proposal import PolicyProposal
from planning_kit.records.proposal_path import ProposalOrigin, ProposalStep
from planning_kit.records.record import Check, Link, Noun, Record, Severity
from planning_kit.records.reference import CropBudget, ReferenceFigure
from planning_kit.records.registry import record_type, record_types, template_types
from planning_kit.records.request_answer import RequestAnswer
from planning_kit.records.season import CalendarEntry
from planning_kit.records.strategy import PlanStatement, Strategy
from planning_kit.records.swot import SwotItem
from planning_kit.records.taxon import Taxon
from planning_kit.records.taxonomies import codes_below, merged_taxa, shipped_taxa, taxon_label
from planning_kit.records.timeline import TimelineEvent
from planning_kit.records.todo import Todo
from planning_kit.records.training_need import TrainingNeed
from planning_kit.records.tree import TreeNode
from planning_kit.records.village import Village
from planning_kit.records.vote_total import PairTotal, VoteTotal
from planning_kit.records.working_group import WorkingGroupSeat

__all__ = [
    "Activity",
    "Attachment",
    "Attendance",
    "BallotMark",
    "BudgetLine",
    "CalendarEntry",
    "Capital",
    "CashItem",
    "Check",
    "Choices",
    "Contact",
    "CouncilResolution",
    "CropBudget",
    "DatasetHolding",
    "Decision",
    "Endorsement",
    "FieldSpec",
    "Forum",
    "Group",
    "Hazard",
    "Household",
    "HouseholdAccount",
    "Indicator",
    "IndicatorValue",
    "JointAction",
    "Kind",
    "Lesson",
    "Link",
    "LocalKnowledge",
    "LocalQuestion",
    "ModelScore",
    "Narrative",
    "NaturalResource",
    "Noun",
    "PairTotal",
    "PartnershipCheck",
    "PilotCandidate",
    "PilotScore",
    "PilotWeight",
    "PlanArea",
    "PlanPeriod",
    "PlanStatement",
    "Pledge",
    "PolicyProposal",
    "Poll",
    "Privacy",
    "Problem",
    "ProblemEvidence",
    "ProblemGroup",
    "Production",
    "Project",
    "ProjectProgress",
    "ProjectStatus",
    "ProposalOrigin",
    "ProposalStep",
    "Record",
    "ReferenceFigure",
    "RequestAnswer",
    "Severity",
    "Source",
    "Strategy",
    "SwotItem",
    "Taxon",
    "TimelineEvent",
    "Todo",
    "TrainingNeed",
    "TreeNode",
    "Village",
    "VoteTotal",
    "WorkingGroupSeat",
    "carrying",
    "codes_below",
    "declared_names",
    "extended",
    "field",
    "is_above",
    "is_local",
    "local_answers",
    "merged_taxa",
    "offered_names",
    "provinces_within",
    "record_type",
    "record_types",
    "shipped_taxa",
    "taxon_label",
    "template_types",
    "to_frame",
]
