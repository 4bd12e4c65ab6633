"""What a person touches: forms, tables and the tools of the steps, made from the records. The
only door to ipywidgets and anywidget."""

from planning_kit.faces.ballot_entry import BallotEntry, ballot_entry
from planning_kit.faces.budget_editor import BudgetEditor, budget_editor
from planning_kit.faces.decision_recorder import DecisionRecorder, decision_recorder
from planning_kit.faces.form import Form, form
from planning_kit.faces.gantt_editor import GanttEditor, gantt_editor
from planning_kit.faces.hand_count import HandCount, hand_count
from planning_kit.faces.table import Table, table
from planning_kit.faces.vote_setup import VoteSetup, vote_setup

__all__ = [
    "BallotEntry",
    "BudgetEditor",
    "DecisionRecorder",
    "Form",
    "GanttEditor",
    "HandCount",
    "Table",
    "VoteSetup",
    "ballot_entry",
    "budget_editor",
    "decision_recorder",
    "form",
    "gantt_editor",
    "hand_count",
    "table",
    "vote_setup",
]
