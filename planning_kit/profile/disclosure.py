"""The attack on a table with hidden cells, and the cells to hide so that it fails.

A table with its totals is a circulation: each cell is an edge from its row to its column,
each total an edge back. What a reader who knows the shown cells can say of a hidden one is
how far its value can move while all sums hold: a maximum flow through the hidden edges
(Gusfield 1988, SIAM J. Computing 17; Cox 1995, JASA 90: 1453). The reader is assumed to
know that zeros are never hidden, so that a hidden cell is at least 1.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from planning_kit.records.privacy import WIDTH

_UNBOUNDED = 10**9


@dataclass(frozen=True)
class Cell:
    """One number of a table, as an edge; at every node what comes in goes out."""

    tail: Hashable
    head: Hashable
    value: int


def movement(cells: Sequence[Cell], hidden: set[int], index: int, limit: int = WIDTH) -> int:
    """Return by how much hidden cell ``index`` could differ from the truth, at most ``limit``.

    0 means that the shown cells give it away.
    """
    cell = cells[index]
    others = hidden - {index}
    up = _flow(cells, others, cell.head, cell.tail, limit)
    if up >= limit:
        return limit
    down = _flow(cells, others, cell.tail, cell.head, min(limit - up, cell.value - 1))
    return up + down


def protect(
    cells: Sequence[Cell], primary: set[int], fixed: frozenset[int] = frozenset()
) -> set[int]:
    """Return ``primary`` and the further cells to hide, so that each can move by ``WIDTH``.

    Greedy, the largest primary cell first; the cheapest loop of cells (least value hidden)
    is chosen, ties by position, so the result is always the same. Cells in ``fixed`` stay
    visible; where that leaves no loop, all cells above zero are hidden.
    """
    hidden = set(primary)
    for index in sorted(primary, key=lambda i: (-cells[i].value, i)):
        if movement(cells, hidden, index) < WIDTH:
            hidden |= _cheapest_loop(cells, hidden, index, fixed)
    return hidden


def _room(cell: Cell, moved: int, forward: bool) -> int:
    return _UNBOUNDED if forward else cell.value + moved - 1


def _edges(
    cells: Sequence[Cell], usable: set[int]
) -> dict[Hashable, list[tuple[int, Hashable, bool]]]:
    at: dict[Hashable, list[tuple[int, Hashable, bool]]] = {}
    for i in sorted(usable):
        at.setdefault(cells[i].tail, []).append((i, cells[i].head, True))
        at.setdefault(cells[i].head, []).append((i, cells[i].tail, False))
    return at


def _flow(
    cells: Sequence[Cell], usable: set[int], start: Hashable, end: Hashable, limit: int
) -> int:
    """Return the largest flow from ``start`` to ``end`` through ``usable``, up to ``limit``."""
    at = _edges(cells, usable)
    moved = dict.fromkeys(usable, 0)
    total = 0
    while total < limit:
        path = _shortest_path(cells, at, moved, start, end)
        if path is None:
            break
        step = min(limit - total, *(_room(cells[i], moved[i], forward) for i, forward in path))
        for i, forward in path:
            moved[i] += step if forward else -step
        total += step
    return total


def _shortest_path(
    cells: Sequence[Cell],
    at: dict[Hashable, list[tuple[int, Hashable, bool]]],
    moved: dict[int, int],
    start: Hashable,
    end: Hashable,
) -> list[tuple[int, bool]] | None:
    came: dict[Hashable, tuple[Hashable, int, bool] | None] = {start: None}
    queue = deque([start])
    while queue and end not in came:
        node = queue.popleft()
        for i, there, forward in at.get(node, ()):
            if there not in came and _room(cells[i], moved[i], forward) > 0:
                came[there] = (node, i, forward)
                queue.append(there)
    return list(_walk_back(came, end)) if end in came else None


def _walk_back(
    came: dict[Hashable, tuple[Hashable, int, bool] | None], end: Hashable
) -> Iterator[tuple[int, bool]]:
    step = came[end]
    while step is not None:
        node, i, forward = step
        yield i, forward
        step = came[node]


def _cheapest_loop(
    cells: Sequence[Cell], hidden: set[int], index: int, fixed: frozenset[int]
) -> set[int]:
    """Return the cells of the cheapest way back from the cell's head to its tail."""
    above_zero = {i for i, cell in enumerate(cells) if cell.value > 0} - fixed
    at = _edges(cells, above_zero - {index})
    start, end = cells[index].head, cells[index].tail
    came: dict[Hashable, tuple[Hashable, int, bool] | None] = {}
    queue: list[tuple[int, int, Hashable, tuple[Hashable, int, bool] | None]] = []
    heappush(queue, (0, 0, start, None))
    count = 0
    while queue and end not in came:
        cost, _order, node, step = heappop(queue)
        if node in came:
            continue
        came[node] = step
        for i, there, forward in at.get(node, ()):
            if there not in came and _room(cells[i], 0, forward) >= WIDTH:
                count += 1
                price = 0 if i in hidden else cells[i].value + 1
                heappush(queue, (cost + price, count, there, (node, i, forward)))
    if end not in came:
        return above_zero
    return {i for i, _forward in _walk_back(came, end)}
