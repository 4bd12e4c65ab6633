"""Whether the votes, counted today, still give what they gave on the day of the decision."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit.deliberate.poll_counting import Counted
from planning_kit.deliberate.recount import likest, moved_since
from planning_kit.language import _
from planning_kit.report.chapters.option_names import OptionNames


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
