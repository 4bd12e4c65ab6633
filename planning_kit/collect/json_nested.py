"""Rows of a JSON file that hold more: objects become columns, lists inside rows tables."""

from __future__ import annotations

from typing import Any

from planning_kit.collect import refusals
from planning_kit.collect.limits import MOST_CELLS

BETWEEN = "."
_DEEPEST = 5
_TOP = "parent"


def flattened(item: dict[str, Any]) -> dict[str, Any]:
    """Return the cells of one row; an object in it becomes columns such as ``place.moo``."""
    cells: dict[str, Any] = {}
    _flatten(item, "", 0, cells)
    return cells


def nested_lists(items: list[Any]) -> list[str]:
    """Return the names under which rows hold lists of objects of their own."""
    cells = [flattened(item) for item in items if isinstance(item, dict)]
    named = dict.fromkeys(name for one in cells for name, cell in one.items() if _is_list(cell))
    return list(named)


def nested_rows(items: list[Any], name: str, parent: str, file: str) -> list[dict[str, Any]]:
    """Return the rows of the lists that the rows ``items`` hold under ``name``.

    Each has the cells of the row it lies in beside its own; where both have a name, that of the
    outer one is said with ``parent`` before it. Raises ``KitError`` ``collect.too-many-cells``.
    """
    found: list[dict[str, Any]] = []
    held = 0
    for item in items:
        outer = flattened(item) if isinstance(item, dict) else {}
        inner = outer.get(name)
        if not isinstance(inner, list) or not _is_list(inner):
            continue
        around = {key: cell for key, cell in outer.items() if not _is_list(cell)}
        held += sum(len(around) + len(one) for one in inner)
        if held > MOST_CELLS:
            raise refusals.too_many_cells(file, file, MOST_CELLS)
        found += [_together(flattened(one), around, parent or _TOP) for one in inner]
    return found


def _together(own: dict[str, Any], around: dict[str, Any], parent: str) -> dict[str, Any]:
    outer = {f"{parent}{BETWEEN}{key}" if key in own else key: cell for key, cell in around.items()}
    return {**outer, **own}


def _flatten(item: dict[str, Any], at: str, depth: int, cells: dict[str, Any]) -> None:
    for key, cell in item.items():
        name = f"{at}{BETWEEN}{key}" if at else str(key)
        if isinstance(cell, dict) and cell and depth < _DEEPEST:
            _flatten(cell, name, depth + 1, cells)
        else:
            cells[name] = cell


def _is_list(cell: Any) -> bool:
    return isinstance(cell, list) and bool(cell) and all(isinstance(one, dict) for one in cell)
