"""Conditions on a row: which rows a mapping takes, and why it leaves the others out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from planning_kit import thai
from planning_kit.collect.mapping_keys import is_listed
from planning_kit.collect.mapping_rules import Filter
from planning_kit.errors import ReadingError
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank

FILTERED = N_("The mapping’s conditions leave this row out")


def why_left_out(conditions: Iterable[Filter], cell_of: Callable[[Filter], Any]) -> str | None:
    """Return the reason of the first condition the row does not meet; ``None`` if it meets all."""
    for condition in conditions:
        if not meets(condition, cell_of(condition)):
            return condition.reason or FILTERED
    return None


def meets(condition: Filter, cell: Any) -> bool:
    """Tell whether a cell meets a condition; a cell that is no number is in no range."""
    blank = is_blank(cell)
    if condition.blank is not None and blank != condition.blank:
        return False
    # A blank cell is in the list only where the list names the empty text.
    if condition.is_in is not None and not is_listed("" if blank else cell, condition.is_in):
        return False
    if not blank and is_listed(cell, condition.is_not):
        return False
    return _in_range(condition, cell)


def _in_range(condition: Filter, cell: Any) -> bool:
    if condition.at_least is None and condition.at_most is None:
        return True
    try:
        number = thai.read_number(cell)
    except ReadingError:
        return False
    if number is None:
        return False
    if condition.at_least is not None and number < condition.at_least:
        return False
    return condition.at_most is None or number <= condition.at_most
