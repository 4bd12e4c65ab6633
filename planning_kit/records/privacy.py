"""How far a value may travel."""

from __future__ import annotations

from enum import StrEnum

MINIMUM = 5
"""The smallest group of persons or households of which a figure may be shown."""

WIDTH = 3
"""A hidden cell must be able to move by this much: at least four values stay possible."""


class Privacy(StrEnum):
    """The privacy class of a field, from open to strictest.

    ``PUBLIC`` may be shown as it is. ``GROUPED`` is shown only as an aggregate of five
    or more. ``COUNT_ONLY`` is shown only as a count of five or more, never as an amount
    or a row. ``PERSONAL`` identifies a person and never leaves the store.
    """

    PUBLIC = "public"
    GROUPED = "grouped"
    COUNT_ONLY = "count_only"
    PERSONAL = "personal"


def too_few(n: float) -> bool:
    """Tell whether ``n`` is a group of one to four. Zero is not: it tells of nobody."""
    return 0 < n < MINIMUM
