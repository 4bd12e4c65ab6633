"""Raw cells and message values as JSON, and back; wordings keep both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from planning_kit.language import Words

_WORDS = "words"


def to_json(values: Mapping[str, object]) -> dict[str, Any]:
    """Return values that JSON can hold; numbers stay numbers, dates become ISO text."""
    return {key: _plain(value) for key, value in values.items()}


def from_json(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values with their wordings restored."""
    return {
        key: Words(*value[_WORDS]) if isinstance(value, dict) and _WORDS in value else value
        for key, value in values.items()
    }


def _plain(value: object) -> Any:
    if isinstance(value, Words):
        return {_WORDS: [value.th, value.en]}
    if value is None or isinstance(value, (bool, int, float)):
        # NaN is no JSON, and means not stated.
        return None if value != value else value
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    if isinstance(value, (tuple, list, set, frozenset)):
        return [_plain(item) for item in value]
    words = getattr(value, "words", None)
    return _plain(words) if isinstance(words, Words) else str(value)
