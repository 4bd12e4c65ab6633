"""Controls of the tools: codes of a record are touched or chosen by name, never typed."""

from __future__ import annotations

from planning_kit.faces.answer_control import Option
from planning_kit.faces.control import Control
from planning_kit.faces.inputs import named_control
from planning_kit.faces.named import named_records
from planning_kit.language import Words
from planning_kit.records import Record
from planning_kit.workbook import Workbook

_EVERY_LIST = 40


def touch_control(kind: type[Record], name: str, workbook: Workbook) -> Control:
    """Return the control of one field; lists of the area are buttons."""
    return named_control(kind, name, workbook, most_buttons=_EVERY_LIST)


def village_options(workbook: Workbook) -> list[Option]:
    """Return the villages that are listed, by number and name."""
    return [(code, Words(said, said)) for said, code in named_records("village", workbook)]
