"""What a person touches: forms, tables and the tools of the steps, made from the records. The
only door to ipywidgets and anywidget."""

from planning_kit.faces.attendance import attendance
from planning_kit.faces.ballot_entry import BallotEntry, ballot_entry
from planning_kit.faces.budget_editor import BudgetEditor, budget_editor
from planning_kit.faces.decision_recorder import DecisionRecorder, decision_recorder
from planning_kit.faces.endorsing import Endorser, endorsing
from planning_kit.faces.form import Form, form
from planning_kit.faces.gantt_editor import GanttEditor, gantt_editor
from planning_kit.faces.group_problems import GroupProblems, group_problems
from planning_kit.faces.hand_count import HandCount, hand_count
from planning_kit.faces.problem_cards import problem_cards
from planning_kit.faces.record_book import RecordBook, record_book
from planning_kit.faces.season_painter import season_painter
from planning_kit.faces.settle_versions import SettleVersions, settle_versions
from planning_kit.faces.swot_board import swot_board
from planning_kit.faces.table import Table, table
from planning_kit.faces.tree_editor import tree_editor
from planning_kit.faces.vote_setup import VoteSetup, vote_setup

__all__ = [
    "BallotEntry",
    "BudgetEditor",
    "DecisionRecorder",
    "Endorser",
    "Form",
    "GanttEditor",
    "GroupProblems",
    "HandCount",
    "RecordBook",
    "SettleVersions",
    "Table",
    "VoteSetup",
    "attendance",
    "ballot_entry",
    "budget_editor",
    "decision_recorder",
    "endorsing",
    "form",
    "gantt_editor",
    "group_problems",
    "hand_count",
    "problem_cards",
    "record_book",
    "season_painter",
    "settle_versions",
    "swot_board",
    "table",
    "tree_editor",
    "vote_setup",
]
