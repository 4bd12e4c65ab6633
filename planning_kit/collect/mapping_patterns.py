"""Regular expressions of a mapping that could search for hours are found before they search."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

with warnings.catch_warnings():
    # Python has no other way to look inside an expression than its own parser.
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_constants as parts
    import sre_parse as parser

_LONGEST_PATTERN = 500
_MOST_OPEN_REPEATS = 4
_MOST_CHOICES = 12
# As many tries at one place multiply; fewer are as good as a fixed number.
_OPEN_FROM = 20
_REPEATS = (parts.MAX_REPEAT, parts.MIN_REPEAT)


def is_too_slow(pattern: str) -> bool:
    """Tell whether an expression (a sound one) may take beyond all measure on some text.

    So may a repetition of something that can be matched in two ways, such as ``(a+)+`` or
    ``(a|a)*``, a reference back to a group, more than four repetitions without end one
    after another, and more than a dozen choices (``a?a?a?…``).
    """
    if len(pattern) > _LONGEST_PATTERN:
        return True
    parsed = parser.parse(pattern)
    return _open_repeats(parsed) > _MOST_OPEN_REPEATS or _choices(parsed) > _MOST_CHOICES


def compiled_or_why(pattern: str) -> str | None:
    """Return why ``pattern`` is no regular expression; ``None`` for a sound one."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    return None


def _choices(part: Any) -> int:
    """Return at how many places, one after another, there is more than one way to go on."""
    if isinstance(part, parser.SubPattern):
        steps: Any = part
        return sum(_choices_of(kind, value) for kind, value in steps)
    if isinstance(part, (list, tuple)):
        return sum(map(_choices, part))
    return 0


def _choices_of(kind: Any, value: Any) -> int:
    if kind in _REPEATS:
        least, most, body = value
        inside = _choices(body)
        if inside and most - least > _OPEN_FROM:
            return _MOST_CHOICES + 1
        return int(least != most) + inside * min(int(most), _MOST_CHOICES + 1)
    if kind in (parts.GROUPREF, parts.GROUPREF_EXISTS):
        return _MOST_CHOICES + 1
    return _choices(value) + int(kind is parts.BRANCH)


def _open_repeats(part: Any) -> int:
    return sum(
        int(kind in _REPEATS and value[1] - value[0] > _OPEN_FROM) for kind, value in _steps(part)
    )


def _steps(part: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every step of a parsed expression, those inside others too."""
    if isinstance(part, parser.SubPattern):
        steps: Any = part
        for kind, value in steps:
            yield kind, value
            yield from _steps(value)
    elif isinstance(part, (list, tuple)):
        for inner in part:
            yield from _steps(inner)
