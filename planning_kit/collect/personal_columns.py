"""The columns of a table that tell who a person is, seen beside one another."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit.collect.column_content import Column
from planning_kit.collect.personal import NAMES, are_names_of_people, why_personal

_SHORT = 40


def personal_columns(columns: Sequence[Column]) -> dict[int, str]:
    """Return why columns, by their place, tell who a person is (message ids)."""
    why = {column.at: _why_personal(column) for column in columns}
    found = {at: reason for at, reason in why.items() if reason is not None}
    reasons = set(found.values())
    for column in columns:
        if column.at not in found and are_names_of_people(reasons, column.heading):
            found[column.at] = NAMES
    return found


def _why_personal(column: Column) -> str | None:
    # A long question speaks of many things; only a short one names what it asks for.
    names = (name for name in column.names if name == column.heading or len(name) <= _SHORT)
    return next((why for name in names if (why := why_personal(name, column.stated))), None)
