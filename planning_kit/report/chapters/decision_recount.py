"""Whether the votes, counted today, still give what they gave on the day of the decision."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit.deliberate import Ranking
from planning_kit.deliberate.poll_counting import Counted
from planning_kit.language import _
from planning_kit.report.chapters.option_names import OptionNames


def likest(now: Counted, computed: Sequence[str]) -> Ranking:
    """Return the order of today to lay beside the one kept: the one that equals it, if any.

    Where there are two ways to count, the decision does not say which was used.
    """
    same = (order for order in now.orders if not moved_since(order, computed))
    return next(same, now.leading)


def recount_said(now: Counted, computed: Sequence[str], names: OptionNames) -> list[str]:
    """Say whether counting today gives another order than was kept with the decision.

    Options that share a place today may stand in either order without a difference.
    """
    if not computed:
        return []
    moved = moved_since(likest(now, computed), computed)
    if not moved:
        if likest(now, computed) is not now.leading and moved_since(now.leading, computed):
            return [
                _(
                    "Counted today in the other way, which is not the order shown above in this "
                    "chapter, the votes still give the order of that day."
                )
            ]
        return [_("Counted today, the votes still give the order of that day.")]
    return [
        _(
            "Counted today, the votes give another order than on that day: {options} stand "
            "elsewhere. Votes or weights were changed since. The decision stands as it was made.",
            options=names.listed(moved),
        )
    ]


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
