"""Tables of one file that hang together by keys: the children of a form's repeats, and their parent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planning_kit.collect.column_content import Column
from planning_kit.collect.draft_tables import LookedAt
from planning_kit.collect.mapping_keys import plain_key

# How exports of forms name the key of the parent, and the parent's own: ODK, Kobo.
_PAIRS = (
    ("PARENT_KEY", "KEY"),
    ("_parent_index", "_index"),
    ("_submission__id", "_id"),
    ("_submission__uuid", "_uuid"),
)
_MOSTLY = 0.8


@dataclass(frozen=True)
class Tie:
    """A child table whose ``key`` names a row of the parent by the parent's ``its_key``."""

    child: LookedAt
    parent: LookedAt
    key: str
    its_key: str


def ties_of(looked: Sequence[LookedAt]) -> list[Tie]:
    """Return how the tables of a file hang together, by headings and by the keys themselves."""
    return [
        tie
        for child in looked
        for parent in looked
        if child is not parent and (tie := _tie(child, parent)) is not None
    ]


def root_of(looked: Sequence[LookedAt], ties: Sequence[Tie]) -> LookedAt:
    """Return the table of which the others are children; the fullest where none is."""
    children = [tie.child for tie in ties]
    roots = [tie.parent for tie in ties if tie.parent not in children]
    return max(roots, key=roots.count) if roots else looked[0]


def is_key(column: Column) -> bool:
    """Tell whether a column holds keys of a form's export, which no field takes."""
    names = {name.casefold() for pair in _PAIRS for name in pair}
    heading = column.heading.casefold()
    return heading in names or heading.startswith("set-of")


def _tie(child: LookedAt, parent: LookedAt) -> Tie | None:
    for key, its_key in _PAIRS:
        mine, theirs = _column(child, key), _column(parent, its_key)
        if mine is None or theirs is None or not mine.stated:
            continue
        known = {plain_key(cell) for cell in theirs.cells}
        found = sum(plain_key(cell) in known for cell in mine.stated)
        if found >= _MOSTLY * len(mine.stated):
            return Tie(child, parent, mine.heading, theirs.heading)
    return None


def _column(table: LookedAt, name: str) -> Column | None:
    wanted = name.casefold()
    return next((one for one in table.columns if one.heading.casefold() == wanted), None)
