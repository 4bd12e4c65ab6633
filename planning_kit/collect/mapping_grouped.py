"""Several rows made one: what is taken of the values they state."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.collect.mapping import FieldRule, GroupRule
from planning_kit.collect.mapping_keys import heading, plain_key
from planning_kit.collect.tables import Row
from planning_kit.errors import KitError, ReadingError
from planning_kit.language import N_
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.kinds import is_blank

NUMERIC = ("sum", "max", "min")
_NO = frozenset({"", "0", "n", "no", "false", "ไม่", "ไม่ใช่", "ไม่มี", "ไม่เป็น"})


def group_key(group: GroupRule, row: Row) -> tuple[str, ...]:
    """Return what tells the group of a row: its cells in the columns ``by``."""
    cells = (row.get(heading(name)) for name in group.by)
    return tuple("" if is_blank(cell) else plain_key(cell) for cell in cells)


def only(values: list[Any], columns: tuple[str, ...]) -> Any:
    """Return the one value that all rows state; ``None`` where none states any.

    Raises ``KitError`` ``collect.rows-disagree`` where they state several.
    """
    stated = [value for value in values if not is_blank(value)]
    if len({str(value) for value in stated}) > 1:
        raise KitError(
            "collect.rows-disagree",
            N_(
                "{rows} rows state different values in {columns} ({values}); say in the mapping "
                "which to take (take = …), or correct the rows"
            ),
            rows=len(stated),
            columns=", ".join(f"“{name}”" for name in columns),
            values=", ".join(list(dict.fromkeys(str(value) for value in stated))[:5]),
        )
    return stated[0] if stated else None


def taken(rule: FieldRule, spec: FieldSpec, values: list[Any], *, of_any: bool) -> Any:
    """Return what ``rule.take`` makes of the values of several rows.

    ``count`` counts the rows that state a value, ``sum``, ``max`` and ``min`` take numbers,
    ``any`` is yes where one row says yes, ``join`` lists the different values. Where no row
    belongs (``of_any`` false) nothing is stated; where rows belong but none meets the
    condition, their count and sum are 0. A value that is no number is returned as it is.
    """
    stated = [value for value in values if not is_blank(value)]
    if rule.take == "count":
        return len(stated) if of_any else None
    if rule.take == "sum" and of_any and not values:
        return Decimal(0)
    if not stated:
        return None
    if rule.take == "first":
        return stated[0]
    if rule.take == "last":
        return stated[-1]
    if rule.take == "any":
        return any(plain_key(value) not in _NO for value in stated)
    if rule.take == "join":
        return _joined(rule, spec, stated)
    return _of_numbers(rule, stated)


def _joined(rule: FieldRule, spec: FieldSpec, stated: list[Any]) -> Any:
    several = [part for one in stated for part in (one if isinstance(one, tuple) else (one,))]
    parts = list(dict.fromkeys(str(part) for part in several))
    return tuple(parts) if spec.kind is Kind.CHOICES else rule.separator.join(parts)


def _of_numbers(rule: FieldRule, stated: list[Any]) -> Any:
    numbers: list[Decimal] = []
    for one in stated:
        try:
            number = thai.read_number(one)
        except ReadingError:
            return one
        numbers += [] if number is None else [number]
    if not numbers:
        return None
    if rule.take == "sum":
        return sum(numbers, Decimal(0))
    return max(numbers) if rule.take == "max" else min(numbers)
