"""Columns that hold one area in parts, ไร่, งาน and ตร.ว. side by side, seen as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planning_kit import thai
from planning_kit.collect.column_content import Column, is_number, stated_only
from planning_kit.collect.land_headings import group_of, parts_from

_AREA = "เนื้อที่"
_MOSTLY = 0.5


def with_parts_joined(columns: Sequence[Column]) -> list[Column]:
    """Return the columns, each run of ไร่, งาน (and ตร.ว.) of one area made one column.

    Such a column is named by the group heading over its parts, has their cells as
    ``"5-2-30"``, stands at the place of the first, and lists its ``parts`` by unit.
    """
    found: list[Column] = []
    rest = list(columns)
    while rest:
        units = parts_from([column.heading for column in rest[:3]])
        run = rest[: len(units)] if all(map(_holds_numbers, rest[: len(units)])) else []
        found.append(_joined(units, run) if run else rest[0])
        rest = rest[max(1, len(run)) :]
    return found


def _holds_numbers(column: Column) -> bool:
    return not column.stated or column.numbers >= _MOSTLY


def _joined(units: list[str], run: list[Column]) -> Column:
    first = run[0]
    cells = tuple(map(_area, zip(*(column.cells for column in run), strict=False)))
    parts = tuple(zip(units, run, strict=True))
    return Column(first.at, group_of(first.heading) or _AREA, cells, parts=parts)


def _area(cells: tuple[Any, ...]) -> str | None:
    stated = stated_only(cells)
    if not stated:
        return None
    if not all(is_number(cell) for cell in stated):
        return " ".join(str(cell) for cell in stated)
    written = [_plain(cell) if stated_only([cell]) else "0" for cell in cells]
    return "-".join([*written, "0"][:3])


def _plain(cell: Any) -> str:
    number = thai.read_number(cell)
    return "0" if number is None else f"{number.normalize():f}"
