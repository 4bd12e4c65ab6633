"""The kinds of value a record holds, and how each is read from what people wrote.

A kind is what every face of a record needs to know: which control a form shows,
which cell format a template has, which column type the database uses.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from planning_kit import thai
from planning_kit.errors import ReadingError
from planning_kit.language import N_


class Kind(StrEnum):
    """What sort of value a field holds."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CODE = "code"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    LAND = "land"
    SHARE = "share"
    DATE = "date"
    YEAR_BE = "year_be"
    MONTHS = "months"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    CODES = "codes"


@dataclass(frozen=True)
class OfKind:
    """Marks an annotated type with its kind."""

    kind: Kind


def is_blank(value: object) -> bool:
    """Tell whether ``value`` states nothing: ``None``, NaN, or only white space."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return True
    return isinstance(value, str) and not value.strip()


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def reader(value: Any) -> Any:
        return None if is_blank(value) else read(value)

    return reader


def _read_text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return thai.clean(str(value))


def _read_lines(value: Any) -> str:
    """Read a long text: cleaned like any other, but an agenda keeps one item a line."""
    lines = (_read_text(line) for line in str(value).splitlines())
    return "\n".join(line for line in lines if line)


def _read_code(value: Any) -> str:
    return thai.to_arabic_digits(_read_text(value))


def _read_land(value: Any) -> Decimal | None:
    """Read a land area into square wah; a bare number inside the kit is square wah already."""
    if isinstance(value, thai.LandArea):
        return value.total_square_wah
    if isinstance(value, Decimal):
        return value
    area = thai.read_land(value)
    return None if area is None else area.total_square_wah


_YES = {"1", "y", "yes", "true", "ใช่", "มี", "เป็น", "✓", "/", "x"}
_NO = {"0", "n", "no", "false", "ไม่", "ไม่ใช่", "ไม่มี", "ไม่เป็น"}


def _read_yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    said = thai.to_arabic_digits(_read_text(value)).casefold()
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise ReadingError(
        "records.not-yes-or-no",
        N_("“{text}” is not an answer to a yes–no question; write ใช่ or ไม่ใช่ (yes or no)"),
        text=said,
    )


def _read_months(value: Any) -> tuple[int, ...]:
    if isinstance(value, (tuple, list)):
        return tuple(int(month) for month in value)
    return thai.read_months(_read_text(value))


def split_list(value: Any) -> Iterable[str]:
    """Split a written list at commas, semicolons, bars and new lines."""
    if isinstance(value, (tuple, list, set, frozenset)):
        return [str(getattr(item, "value", item)) for item in value]
    text = str(value)
    for mark in (";", "|", "\n", "，"):
        text = text.replace(mark, ",")
    return [part.strip() for part in text.split(",") if part.strip()]


def _read_codes(value: Any) -> tuple[str, ...]:
    return tuple(_read_code(part) for part in split_list(value))


def _read_date(value: Any) -> dt.date | None:
    return thai.read_date(value)


Text = Annotated[str | None, OfKind(Kind.TEXT), BeforeValidator(_or_none(_read_text))]
LongText = Annotated[str | None, OfKind(Kind.LONG_TEXT), BeforeValidator(_or_none(_read_lines))]
Code = Annotated[str | None, OfKind(Kind.CODE), BeforeValidator(_or_none(_read_code))]
Codes = Annotated[
    tuple[str, ...] | None, OfKind(Kind.CODES), BeforeValidator(_or_none(_read_codes))
]
Integer = Annotated[int | None, OfKind(Kind.INTEGER), BeforeValidator(_or_none(thai.read_integer))]
Number = Annotated[Decimal | None, OfKind(Kind.NUMBER), BeforeValidator(_or_none(thai.read_number))]
Share = Annotated[Decimal | None, OfKind(Kind.SHARE), BeforeValidator(_or_none(thai.read_number))]
Money = Annotated[Decimal | None, OfKind(Kind.MONEY), BeforeValidator(_or_none(thai.read_baht))]
Land = Annotated[Decimal | None, OfKind(Kind.LAND), BeforeValidator(_or_none(_read_land))]
Date = Annotated[dt.date | None, OfKind(Kind.DATE), BeforeValidator(_or_none(_read_date))]
YearBE = Annotated[int | None, OfKind(Kind.YEAR_BE), BeforeValidator(_or_none(thai.read_year_be))]
Months = Annotated[
    tuple[int, ...] | None, OfKind(Kind.MONTHS), BeforeValidator(_or_none(_read_months))
]
YesNo = Annotated[bool | None, OfKind(Kind.YES_NO), BeforeValidator(_or_none(_read_yes_no))]
Choice = Annotated[str | None, OfKind(Kind.CHOICE)]
Several = Annotated[tuple[str, ...] | None, OfKind(Kind.CHOICES)]
