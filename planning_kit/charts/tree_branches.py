"""A problem tree as branches: who hangs on whom, wrapped and stacked, cut where a sheet ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planning_kit import design
from planning_kit.charts.blocks import PAD, fitted, height_of
from planning_kit.charts.frame_rows import said, truth
from planning_kit.language import N_, _

GAP = 0.22
INDENT = 0.45
_NARROWEST = 2.6
_ROOT_CAUSE = N_("root cause")
_AGAIN = N_("(continued) {statement}")


@dataclass(frozen=True)
class Node:
    """One statement of the tree, ``depth`` steps from the branch that it begins."""

    code: str
    statement: str
    is_root_cause: bool
    depth: int
    parent: str = ""


@dataclass(frozen=True)
class Leaf:
    """A node as it is drawn: indent, width and height in cm, its lines."""

    node: Node
    x: float
    width: float
    height: float
    tag: tuple[str, ...]
    lines: tuple[str, ...]


Branch = tuple[Node, ...]
"""A direct cause (or effect) and all that hangs on it, every node after the one it hangs on."""


def branches(rows: Sequence[dict], side: str) -> list[Branch]:
    """Return the branches of one ``side`` ("cause" or "effect") in the order of ``rows``.

    Nothing is dropped: a node whose parent is not there begins a branch of its own, and so
    does the first node of a circle (the checks of the plan say what is wrong with it).
    """
    mine = {str(row["node_code"]): row for row in rows if said(row, "side") == side}
    hanging: dict[str, list[str]] = {}
    for code, row in mine.items():
        parent = said(row, "parent_code")
        hanging.setdefault(parent if parent in mine and parent != code else "", []).append(code)
    left = dict.fromkeys(mine)
    found = []
    while left:
        starts = [code for code in hanging.get("", []) if code in left] or list(left)[:1]
        found += [tuple(_walk(start, mine, hanging, left)) for start in starts]
    return found


def _walk(
    start: str, mine: dict[str, dict], hanging: dict[str, list[str]], left: dict[str, None]
) -> list[Node]:
    found: list[Node] = []
    waiting = [(start, 0, "")]
    while waiting:
        code, depth, parent = waiting.pop()
        if code not in left:
            continue
        del left[code]
        row = mine[code]
        words = said(row, "statement", code)
        found.append(Node(code, words, truth(row, "is_root_cause"), depth, parent))
        waiting += [(one, depth + 1, code) for one in reversed(hanging.get(code, []))]
    return found


def leaf(node: Node, width: float) -> Leaf:
    """Wrap one node into a column of ``width`` cm; deep ones are indented as far as it allows."""
    x = min(node.depth * INDENT, max(width - _NARROWEST, 0.0))
    room = width - x
    tag = fitted(_(_ROOT_CAUSE), room - 2 * PAD, design.CHART_SMALL, bold=True)
    tag = tag if node.is_root_cause else ()
    lines = fitted(node.statement, room - 2 * PAD)
    height = height_of(tag, design.CHART_SMALL) + height_of(lines) + PAD
    return Leaf(node, x, room, height, tag, lines)


def stack_height(leaves: Sequence[Leaf]) -> float:
    """Return the height in cm of ``leaves`` stacked with gaps."""
    return sum(one.height + GAP for one in leaves)


def cut(branch: Branch, width: float, room: float) -> list[tuple[Leaf, ...]]:
    """Stack a branch into pieces within ``room`` cm; each further piece repeats the way to it."""
    pieces: list[tuple[Leaf, ...]] = []
    piece: list[Leaf] = []
    for node in branch:
        one = leaf(node, width)
        if piece and stack_height(piece) + one.height + GAP > room:
            pieces.append(tuple(piece))
            piece = [leaf(_again(before), width) for before in _way(branch, node)]
        piece.append(one)
    return [*pieces, tuple(piece)]


def _way(branch: Branch, node: Node) -> list[Node]:
    by_code = {one.code: one for one in branch}
    way: list[Node] = []
    while node.parent:
        node = by_code[node.parent]
        way.insert(0, node)
    return way


def _again(node: Node) -> Node:
    return replace(node, statement=_(_AGAIN, statement=node.statement), is_root_cause=False)
