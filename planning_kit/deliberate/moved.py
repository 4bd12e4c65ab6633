"""What changes among the first places between two orders."""

from __future__ import annotations

from typing import NamedTuple

from planning_kit.deliberate.ranking import Ranking


class Moved(NamedTuple):
    """How the first places of another order differ.

    ``same_set``: the same options; ``same_order``: at the same places too. ``entered``,
    ``left``: codes that come in or drop out.
    """

    same_set: bool
    same_order: bool
    entered: tuple[str, ...]
    left: tuple[str, ...]


def moved(usual: Ranking, other: Ranking, top: int) -> Moved:
    """Return what ``other`` changes among the first ``top`` places of ``usual``."""
    before, after = usual.top(top), other.top(top)
    entered = tuple(one for one in after if one not in before)
    left = tuple(one for one in before if one not in after)
    same_places = all(usual.place_of(one) == other.place_of(one) for one in before)
    same_set = not entered and not left
    return Moved(same_set, same_set and same_places, entered, left)
