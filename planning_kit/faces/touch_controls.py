"""Controls of the tools: codes of a record are touched or chosen by name, never typed."""

from __future__ import annotations

from planning_kit.faces.control import Control
from planning_kit.faces.inputs import named_control
from planning_kit.records import Record
from planning_kit.workbook import Workbook

_EVERY_LIST = 40


def touch_control(kind: type[Record], name: str, workbook: Workbook) -> Control:
    """Return the control of one field; lists of the area are buttons."""
    return named_control(kind, name, workbook, most_buttons=_EVERY_LIST)
