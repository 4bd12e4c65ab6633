"""Wide tables: columns that repeat (plot1_crop, plot2_crop, …) give one record each."""

from __future__ import annotations

from typing import Any

from planning_kit.collect.mapping import RepeatRule, Scalar, TableRule
from planning_kit.collect.mapping_keys import heading, is_listed
from planning_kit.collect.tables import Row
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank

MARK = "{n}"
MOST_REPETITIONS = 500
NOT_FILLED = N_("None of the repeated columns is filled in")


def repetitions(repeat: RepeatRule) -> tuple[Scalar, ...]:
    """Return what ``{n}`` stands for, in turn."""
    if repeat.each:
        return repeat.each
    if repeat.first is None or repeat.last is None:
        return ()
    return tuple(range(repeat.first, repeat.last + 1))


def spread(rule: TableRule) -> list[TableRule]:
    """Return one rule for each repetition, with ``{n}`` filled in; the rule itself if none."""
    if rule.repeat is None:
        return [rule]
    written = rule.model_dump(by_alias=True, exclude_defaults=True)
    written["repeat"]["filled"] = list(_filled(rule))
    return [TableRule.model_validate(_replaced(written, n)) for n in repetitions(rule.repeat)]


def is_filled(rule: TableRule, row: Row, missing: tuple[Scalar, ...]) -> bool:
    """Tell whether a repetition states anything, codes for “not stated” not counted."""
    if rule.repeat is None:
        return True
    codes = (*missing, *rule.missing)
    cells = (row.get(heading(name)) for name in rule.repeat.filled)
    return any(not is_blank(cell) and not is_listed(cell, codes) for cell in cells)


def _filled(rule: TableRule) -> tuple[str, ...]:
    assert rule.repeat is not None
    return rule.repeat.filled or tuple(name for name in rule.columns() if MARK in name)


def _replaced(part: Any, n: Scalar) -> Any:
    if isinstance(part, str):
        return n if part == MARK else part.replace(MARK, str(n))
    if isinstance(part, dict):
        return {_replaced(key, n): _replaced(item, n) for key, item in part.items()}
    if isinstance(part, (list, tuple)):
        return [_replaced(item, n) for item in part]
    return part
