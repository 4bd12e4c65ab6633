"""Whether votes counted anew still give the order that was kept with a decision."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit.deliberate.poll_counting import Counted
from planning_kit.deliberate.ranking import Ranking


def likest(now: Counted, computed: Sequence[str]) -> Ranking:
    """Return the order of today to lay beside the one kept: the one that equals it, if any.

    Where there are two ways to count, the decision does not say which was used.
    """
    same = (order for order in now.orders if not moved_since(order, computed))
    return next(same, now.leading)


def moved_since(now: Ranking, computed: Sequence[str]) -> list[str]:
    """Return the options whose place today is not the one they had in ``computed``."""
    order = now.order
    # Of n options at place p, the places p to p + n - 1 are all theirs.
    sharing = order.groupby("place")["option"].transform("size")
    moved = []
    for option, first, many in zip(order["option"], order["place"], sharing, strict=True):
        if option not in computed:
            # Where only the first places were kept, the later ones are not compared.
            if first + many - 1 <= len(computed):
                moved.append(str(option))
            continue
        then = list(computed).index(option) + 1
        if not first <= then < first + many:
            moved.append(str(option))
    gone = [one for one in computed if one not in set(order["option"])]
    return [*moved, *gone]
