"""How a cell is compared with a code: 1, 1.0, "1" and " ๑ " are the same."""

from __future__ import annotations

from functools import cache
from typing import Any

from planning_kit import thai


def plain_key(value: Any) -> str:
    """Return a cell as text to compare with a code: 1, 1.0 and " ๑ " are all "1"."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return thai.to_arabic_digits(thai.clean(str(value))).casefold()


def spellings(value: Any) -> frozenset[str]:
    """Return the texts under which a code is looked up: as written, and as a plain number."""
    key = plain_key(value)
    whole = key.removesuffix(".0")
    return frozenset((key, whole)) if whole.lstrip("-").isdigit() else frozenset((key,))


def is_listed(value: Any, codes: tuple[str | int | float | bool, ...]) -> bool:
    """Tell whether a cell is one of some codes, as text or as a number ("98.0" is 98)."""
    return bool(codes) and not _keys(codes).isdisjoint(spellings(value))


@cache
def _keys(codes: tuple[str | int | float | bool, ...]) -> frozenset[str]:
    return frozenset(key for code in codes for key in spellings(code))


@cache
def heading(name: str) -> str:
    """Return the name of a column as the tables' headings are written: clean, one space."""
    return thai.clean(name)
