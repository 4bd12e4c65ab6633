"""Rows judged against their records and one another: marked, never mended, never dropped."""

from planning_kit.validate.check import check
from planning_kit.validate.checked import Checked, CheckedRow, State
from planning_kit.validate.finding import Finding, Level
from planning_kit.validate.scope import AreaScope

__all__ = ["AreaScope", "Checked", "CheckedRow", "Finding", "Level", "State", "check"]
