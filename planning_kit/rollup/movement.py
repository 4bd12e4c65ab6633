"""What a reader can work out of hidden cells in a ladder of totals, and what to hide besides.

Each total is the sum of its parts, and these of theirs: a tree. The reader knows the shown
cells and that a hidden one is no zero. In a tree each cell stands in at most two sums, and no
two sums share more than one cell, so how far a cell can move follows exactly by carrying bounds
once up and once down. A test holds the result against ``profile.disclosure``, which finds it
as a maximum flow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planning_kit.records.privacy import WIDTH


@dataclass(frozen=True)
class Tree:
    """Cells of all totals. ``parent`` position of the total each is part of, −1 = none ·
    ``tiers`` positions of the cells of each level, lowest first; a parent stands in a later
    tier than its parts."""

    parent: np.ndarray
    tiers: tuple[np.ndarray, ...]

    def children(self) -> dict[int, list[int]]:
        """Return the parts of each total, in order."""
        found: dict[int, list[int]] = {}
        for cell in np.flatnonzero(self.parent >= 0).tolist():
            found.setdefault(int(self.parent[cell]), []).append(cell)
        return found


def movement(tree: Tree, amounts: np.ndarray, hidden: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the lowest and the highest value each cell can have for the reader (float).

    ``amounts`` the counts, zero or more · ``hidden`` bool. Shown cells cannot move. What a
    total has beyond its parts in the table counts as known.
    """
    parent, size = tree.parent, len(amounts)
    low = np.where(hidden, np.minimum(amounts, 1.0), amounts)
    high = np.where(hidden, np.inf, amounts)
    below = np.bincount(parent[parent >= 0], weights=amounts[parent >= 0], minlength=size)
    rest = amounts - below
    has_parts = np.bincount(parent[parent >= 0], minlength=size) > 0
    lows, highs, endless = np.zeros(size), np.zeros(size), np.zeros(size)
    for tier in tree.tiers:
        own = tier[has_parts[tier]]
        low[own] = np.maximum(low[own], lows[own] + rest[own])
        top = np.where(endless[own] > 0, np.inf, highs[own] + rest[own])
        high[own] = np.minimum(high[own], top)
        below_another = tier[parent[tier] >= 0]
        is_endless = np.isinf(high[below_another])
        to = parent[below_another]
        np.add.at(lows, to, low[below_another])
        np.add.at(highs, to, np.where(is_endless, 0.0, high[below_another]))
        np.add.at(endless, to, is_endless)
    for tier in reversed(tree.tiers):
        own = tier[parent[tier] >= 0]
        to = parent[own]
        is_endless = np.isinf(high[own])
        others_low = lows[to] - low[own]
        others_high = highs[to] - np.where(is_endless, 0.0, high[own])
        is_open = endless[to] - is_endless > 0
        ceiling = high[to] - rest[to] - others_low
        floor = np.where(is_open, -np.inf, low[to] - rest[to] - others_high)
        high[own], low[own] = np.minimum(high[own], ceiling), np.maximum(low[own], floor)
    return low, high


def hide_more(
    tree: Tree, amounts: np.ndarray, hidden: np.ndarray, guarded: np.ndarray
) -> np.ndarray:
    """Return ``hidden`` with the further cells without which ``guarded`` ones could be told.

    Beside a cell that could be told, its smallest neighbour is hidden, with the smallest of
    that one's parts down to the lowest level; where no neighbour is left, the total above.
    Greedy and always the same; it ends, as with all cells hidden nothing can be told.
    """
    hidden = hidden.copy()
    children = tree.children()
    while True:
        low, high = movement(tree, amounts, hidden)
        can_be_told = hidden & (high - low < WIDTH)
        told = np.flatnonzero(can_be_told & guarded)
        if not len(told):
            return hidden
        tops = {_top(int(cell), tree.parent, can_be_told) for cell in told}
        done: set[int] = set()
        before = int(hidden.sum())
        for cell in sorted(tops, key=lambda at: (-amounts[at], at)):
            above = int(tree.parent[cell])
            if above not in done or above < 0:
                _hide_beside(cell, above, children, amounts, hidden)
                done.add(above)
        if int(hidden.sum()) == before:
            return hidden


def _top(cell: int, parent: np.ndarray, can_be_told: np.ndarray) -> int:
    """Return the widest total above that can be told as well: mended first, it frees the rest."""
    while parent[cell] >= 0 and can_be_told[parent[cell]]:
        cell = int(parent[cell])
    return cell


def _hide_beside(
    cell: int, above: int, children: dict[int, list[int]], amounts: np.ndarray, hidden: np.ndarray
) -> None:
    parts = [part for part in children.get(cell, []) if amounts[part] > 0]
    if parts and not any(hidden[part] for part in parts):
        _hide_down(cell, children, amounts, hidden)
        return
    beside = [at for at in children.get(above, []) if amounts[at] > 0 and not hidden[at]]
    if beside:
        _hide_down(min(beside, key=lambda at: (amounts[at], at)), children, amounts, hidden)
    elif above >= 0:
        hidden[above] = True
    else:
        for part in parts:
            hidden[part] = True


def _hide_down(
    cell: int, children: dict[int, list[int]], amounts: np.ndarray, hidden: np.ndarray
) -> None:
    """Hide a cell and one line of its parts: a total is told by parts that are all shown."""
    hidden[cell] = True
    parts = [part for part in children.get(cell, []) if amounts[part] > 0]
    if parts and not any(hidden[part] for part in parts):
        _hide_down(min(parts, key=lambda at: (amounts[at], at)), children, amounts, hidden)
