"""Sums of the number columns over any stretch of rows, total rows left out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from planning_kit.collect.number_columns import number_in

# Digits beyond these come from the computer, not from the person.
_MOST_DECIMALS = 6
_HALF = Decimal("0.5")


class RunningSums:
    """Adds up each column once, so that any stretch costs one subtraction."""

    def __init__(
        self, rows: Sequence[list[Any]], columns: Sequence[int], left_out: frozenset[int]
    ) -> None:
        self._sums: dict[int, list[Decimal]] = {}
        self._counts: dict[int, list[int]] = {}
        self._decimals: dict[int, int] = {}
        self._rows = _counted(
            at not in left_out and any(cell not in (None, "") for cell in cells)
            for at, cells in enumerate(rows)
        )
        for column in columns:
            numbers = [
                None if at in left_out or column >= len(cells) else number_in(cells[column])
                for at, cells in enumerate(rows)
            ]
            self._sums[column] = _summed(numbers)
            self._counts[column] = _counted(number is not None for number in numbers)
            scales = (_decimals(number) for number in numbers if number is not None)
            self._decimals[column] = max(scales, default=0)

    def count(self, first: int, end: int) -> int:
        """Return how many filled rows of the table lie in a stretch."""
        return self._rows[end] - self._rows[first]

    def between(self, column: int, first: int, end: int) -> Decimal | None:
        """Return the sum of a column from row ``first`` to before ``end``.

        ``None`` where it states no number there.
        """
        if self._counts[column][end] == self._counts[column][first]:
            return None
        return self._sums[column][end] - self._sums[column][first]

    def rounding(self, column: int, total: Decimal, first: int, end: int) -> Decimal:
        """Return how far a right total may lie from the sum of rounded rows; 0 if whole."""
        places = self._decimals[column]
        allowed = Decimal(0)
        if places:
            n = self._counts[column][end] - self._counts[column][first]
            allowed = n * _HALF.scaleb(-places)
            if _decimals(total) < places:
                allowed += _HALF.scaleb(-_decimals(total))
        return allowed


def _summed(numbers: list[Decimal | None]) -> list[Decimal]:
    sums = [Decimal(0)]
    for number in numbers:
        sums.append(sums[-1] + (number or 0))
    return sums


def _counted(marks: Any) -> list[int]:
    counts = [0]
    for mark in marks:
        counts.append(counts[-1] + bool(mark))
    return counts


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return min(_MOST_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0
