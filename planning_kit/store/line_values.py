"""The values of a record as JSON writes them in a bundle, and back: exact, and trusted in nothing."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from planning_kit.records import FieldSpec, Kind, is_local
from planning_kit.store.columns import MOST_DIGITS
from planning_kit.store.rows import fits

_NUMBER = re.compile(r"-?\d{1,320}(\.\d{1,40})?([eE][+-]?\d{1,3})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?\+00:00")
# Leaves room on both sides of what a clock can be set to by mistake.
_YEARS = range(1900, 9900)


class BadLineError(ValueError):
    """A line of a bundle holds what no store wrote; its text names the field."""


def written(value: Any) -> Any:
    """Return a value of a row as JSON holds it; a decimal as text, so that no digit is lost."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, (tuple, list)):
        return [written(item) for item in value]
    if isinstance(value, (dt.datetime, dt.date)):
        return value.isoformat()
    return str(getattr(value, "value", value))


def read_value(spec: FieldSpec, value: Any) -> Any:
    """Return what ``written`` wrote of a field. Raises ``BadLineError``."""
    if value is None:
        return None
    try:
        return _READERS[spec.kind](value)
    except (ValueError, ArithmeticError, TypeError) as error:
        raise BadLineError(spec.name) from error


def read_answers(value: Any) -> dict[str, Any] | None:
    """Return the answers to local questions of a line. Raises ``BadLineError``."""
    if value is None:
        return None
    try:
        return {_code(name): _answer(one) for name, one in dict(value).items()} or None
    except (ValueError, TypeError) as error:
        raise BadLineError("local_answers") from error


def read_text(value: Any) -> str:
    """Return text that every database can keep. Raises ``ValueError``."""
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("no text")
    # Half a pair of signs, which JSON can write and UTF-8 cannot.
    value.encode("utf-8")
    return value


def read_integer(value: Any) -> int:
    """Return a whole number of no more digits than a column keeps. Raises ``ValueError``."""
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 10**MOST_DIGITS:
        raise ValueError("no whole number")
    return value


def read_moment(value: Any) -> dt.datetime:
    """Return a moment in UTC. Raises ``ValueError``."""
    if not _MOMENT.fullmatch(read_text(value)):
        raise ValueError("no moment")
    moment = dt.datetime.fromisoformat(value)
    if moment.year not in _YEARS:
        raise ValueError("no year of a plan")
    return moment


def _answer(value: Any) -> Any:
    if isinstance(value, list):
        return [_answer(item) for item in value]
    if isinstance(value, bool):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    return read_text(value) if isinstance(value, str) else read_integer(value)


def _code(name: Any) -> str:
    if not is_local(read_text(name)):
        raise ValueError("no local question")
    return str(name)


def _decimal(*, exact: bool) -> Callable[[Any], Decimal]:
    def read(value: Any) -> Decimal:
        if not _NUMBER.fullmatch(read_text(value)):
            raise ValueError("no number")
        number = Decimal(value)
        if not fits(number, exact=exact):
            raise ValueError("too long")
        return number

    return read


def _day(value: Any) -> dt.date:
    if not _DAY.fullmatch(read_text(value)):
        raise ValueError("no day")
    return dt.date.fromisoformat(value)


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither yes nor no")
    return value


def _several(read: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def listed(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or "" in value:
            raise ValueError("no list")
        return tuple(read(item) for item in value)

    return listed


_READERS: dict[Kind, Callable[[Any], Any]] = {
    **dict.fromkeys((Kind.TEXT, Kind.LONG_TEXT, Kind.CODE, Kind.CHOICE), read_text),
    **dict.fromkeys((Kind.INTEGER, Kind.YEAR_BE), read_integer),
    **dict.fromkeys((Kind.NUMBER, Kind.SHARE), _decimal(exact=False)),
    **dict.fromkeys((Kind.MONEY, Kind.LAND), _decimal(exact=True)),
    Kind.DATE: _day,
    Kind.YES_NO: _yes_no,
    **dict.fromkeys((Kind.CHOICES, Kind.CODES), _several(read_text)),
    Kind.MONTHS: _several(read_integer),
}
