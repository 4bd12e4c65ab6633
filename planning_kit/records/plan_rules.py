"""Tests that many records of the plan share; silence never breaks one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planning_kit.records.record import Record


def in_order(first: str, then: str) -> Callable[[Any], bool]:
    """Return the test that ``first`` does not come after ``then``."""

    def holds(record: Record) -> bool:
        one, other = getattr(record, first), getattr(record, then)
        return one is None or other is None or bool(one <= other)

    return holds


def parts_within(parts: tuple[str, ...], whole: str) -> Callable[[Any], bool]:
    """Return the test that the stated ``parts`` add up to no more than ``whole``."""

    def holds(record: Record) -> bool:
        limit = getattr(record, whole)
        stated = [getattr(record, name) for name in parts]
        return limit is None or sum(part for part in stated if part is not None) <= limit

    return holds


def not_itself(own: str, other: str) -> Callable[[Any], bool]:
    """Return the test that a code does not name its own row."""

    def holds(record: Record) -> bool:
        named = getattr(record, other)
        mine = getattr(record, own)
        return mine not in named if isinstance(named, tuple) else named is None or named != mine

    return holds


def all_or_none(names: tuple[str, ...]) -> Callable[[Any], bool]:
    """Return the test that the fields are stated together or not at all."""

    def holds(record: Record) -> bool:
        return len({getattr(record, name) is None for name in names}) == 1

    return holds
