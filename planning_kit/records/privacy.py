"""How far a value may travel."""

from __future__ import annotations

from enum import StrEnum


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
