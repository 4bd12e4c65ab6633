"""What a person touches: forms, tables and the tools of each step, made from the records. The
only door to ipywidgets and anywidget."""

from planning_kit.faces.attendance import attendance
from planning_kit.faces.form import Form, form
from planning_kit.faces.problem_cards import problem_cards
from planning_kit.faces.season_painter import season_painter
from planning_kit.faces.swot_board import swot_board
from planning_kit.faces.table import Table, table
from planning_kit.faces.tree_editor import tree_editor

__all__ = [
    "Form",
    "Table",
    "attendance",
    "form",
    "problem_cards",
    "season_painter",
    "swot_board",
    "table",
    "tree_editor",
]
