"""JSON of a bundle, written so that the same facts give the same bytes, and read with caution."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

# Far beyond what any figure of a plan has.
_MOST_DIGITS = 30
_LONGEST_LINE = 20 * 1024 * 1024


class BadJsonError(ValueError):
    """A text is no JSON, or JSON made to harm its reader."""


def lines_of(rows: Iterable[Any]) -> bytes:
    """Return rows as JSON lines; names keep their order, which may mean something."""
    return b"".join(
        json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for row in rows
    )


def pretty(content: Any) -> bytes:
    """Return content as JSON that a person can read."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_lines(data: bytes) -> Iterator[tuple[int, Any]]:
    """Yield (number, content) of every line. Raises ``BadJsonError``."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield number, read_json(line)


def read_json(data: bytes) -> Any:
    """Return the content of a text.

    Raises ``BadJsonError``: no JSON, nested too deep, a number of endless digits, no number at
    all (NaN), one name twice.
    """
    if len(data) > _LONGEST_LINE:
        raise BadJsonError("too long")
    try:
        return json.loads(
            data.decode("utf-8"),
            parse_int=_integer,
            parse_float=_number,
            parse_constant=_no_number,
            object_pairs_hook=_once_each,
        )
    except (ValueError, RecursionError) as error:
        raise BadJsonError("no JSON") from error


def _integer(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise BadJsonError("too many digits")
    return int(text)


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise BadJsonError("no number")
    return number


def _no_number(text: str) -> Any:
    raise BadJsonError(text)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadJsonError("a name stands twice")
    return found
