"""Rows judged against their records and one another: marked, never mended, never dropped."""

from planning_kit.validate.check import check
from planning_kit.validate.checked import Checked, CheckedRow, State
from planning_kit.validate.facts import LOOKED_BACK_AT, Held
from planning_kit.validate.finding import Finding, Level
from planning_kit.validate.scope import AreaScope

__all__ = [
    "LOOKED_BACK_AT",
    "AreaScope",
    "Checked",
    "CheckedRow",
    "Finding",
    "Held",
    "Level",
    "State",
    "check",
]
