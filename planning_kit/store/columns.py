"""The column type of each kind of field: real types that a person can query."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Dialect, Double, Integer, Numeric, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from planning_kit.records import FieldSpec, Kind

# Hundredths of a satang and of a quarter-wah are below anything a field team states.
STEP = Decimal("0.0001")
# SQLite keeps a decimal as a double, which holds any number of 15 digits exactly.
MOST_DIGITS = 15


def tidy(value: Decimal) -> Decimal:
    """Return a number without idle zeros: 9.50 as 9.5, 5100.0 as 5100."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    return value.normalize()


class Exact(TypeDecorator[Decimal]):
    """Money (baht) and land (square wah): exact, to four decimals."""

    impl = Numeric(18, 4)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Use a plain NUMERIC column in SQLite, where precision has no meaning."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(_SqliteNumeric())
        return dialect.type_descriptor(Numeric(18, 4))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Bind as text for SQLite, whose driver knows no decimals."""
        if value is None:
            return None
        kept = tidy(Decimal(value).quantize(STEP, ROUND_HALF_EVEN))
        return format(kept, "f") if dialect.name == "sqlite" else kept

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Return a ``Decimal`` whatever the driver gives."""
        return None if value is None else tidy(Decimal(str(value)))


class _SqliteNumeric(Numeric[Any]):
    """NUMERIC affinity without SQLAlchemy's own float conversion."""

    def bind_processor(self, dialect: Dialect) -> None:
        return None

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        return None


class Real(TypeDecorator[Decimal]):
    """A plain number: a double, read back as the shortest decimal that names it."""

    impl = Double
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> float | None:
        """Bind as a double."""
        return None if value is None else float(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Return a ``Decimal``."""
        return None if value is None else tidy(Decimal(repr(float(value))))


_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")


class Listed(TypeDecorator[tuple[str, ...]]):
    """A list of codes or months as text with bars between: ``canal|pond``, ``5|6``."""

    impl = Text
    cache_ok = True

    def __init__(self, numbers: bool = False) -> None:
        super().__init__()
        self.numbers = numbers

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Join the items."""
        if value is None:
            return None
        return "|".join(str(getattr(item, "value", item)).replace("|", r"\|") for item in value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Split the items; an empty list is not the same as one not stated."""
        if value is None:
            return None
        parts = [part.replace(r"\|", "|") for part in _UNESCAPED_BAR.split(value)] if value else []
        return tuple(int(part) for part in parts) if self.numbers else tuple(parts)


class Ids(TypeDecorator[tuple[UUID, ...]]):
    """Ids as text with bars between; none at all is an empty column."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Join them, in one order only."""
        return "|".join(sorted(map(str, value))) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[UUID, ...]:
        """Split them."""
        return tuple(UUID(one) for one in value.split("|")) if value else ()


class Code(TypeDecorator[str]):
    """Text, also from a member of a closed list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Bind the plain code."""
        return None if value is None else str(getattr(value, "value", value))


class UtcTime(TypeDecorator[dt.datetime]):
    """A moment, kept in UTC and returned aware."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:
        """Turn into UTC; SQLite keeps no zone."""
        if value is None:
            return None
        moment = value.astimezone(dt.UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        """Say that it is UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


_PLAIN: dict[Kind, type[TypeEngine[Any]]] = {
    Kind.TEXT: Text,
    Kind.LONG_TEXT: Text,
    Kind.CODE: Text,
    Kind.CHOICE: Code,
    Kind.INTEGER: BigInteger,
    Kind.YEAR_BE: Integer,
    Kind.NUMBER: Real,
    Kind.SHARE: Real,
    Kind.MONEY: Exact,
    Kind.LAND: Exact,
    Kind.DATE: Date,
    Kind.YES_NO: Boolean,
    Kind.CHOICES: Listed,
    Kind.CODES: Listed,
}


def column_type(spec: FieldSpec) -> TypeEngine[Any]:
    """Return the column type of a field."""
    return Listed(numbers=True) if spec.kind is Kind.MONTHS else _PLAIN[spec.kind]()
