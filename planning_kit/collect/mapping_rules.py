"""What a mapping says of one field: where its value comes from and how it is read."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from planning_kit.collect.mapping_expression import columns_in
from planning_kit.collect.mapping_keys import spellings

Scalar = str | int | float | bool
Dash = Literal["zero", "not_stated"]
Take = Literal["sum", "first", "last", "count", "max", "min", "any", "join"]


class Part(BaseModel):
    """A part of a mapping: unknown keys are mistakes, not comments."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Filter(Part):
    """A condition on one column; ``reason`` tells why rows that fail it are left out.

    ``of`` names the lookup whose row is asked, else it is the table's own row.
    """

    column: str
    is_in: tuple[Scalar, ...] | None = Field(default=None, alias="is")
    is_not: tuple[Scalar, ...] = ()
    blank: bool | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    of: str | None = None
    reason: str | None = None


class Range(Part):
    """Numbers from ``from`` to ``to``, both included, become the answer ``is``."""

    low: Decimal | None = Field(default=None, alias="from")
    high: Decimal | None = Field(default=None, alias="to")
    answer: Scalar = Field(alias="is")


class UnitRule(Part):
    """A unit that another column names row by row: ``values`` leads what is written to units.

    With ``otherwise = "not_stated"`` an amount in any other unit counts as not stated (and is
    told); without it such a row is refused.
    """

    column: str
    values: dict[str, str]
    otherwise: Literal["not_stated"] | None = None


def _keyed_text(value: Any) -> Any:
    # TOML keys are text already; JSON-like callers may give numbers.
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else value


def _one_or_several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Patterns = Annotated[tuple[str, ...], BeforeValidator(_one_or_several)]


class FieldRule(Part):
    """Where the value of one field comes from, and how it is read.

    Exactly one of ``column``, ``join``, ``constant``, ``calculate``, ``sum``, ``flags`` and
    ``parts`` (units, each with its column: ไร่, งาน and ตร.ว. apart) is given (``take = "count"``
    may stand alone). ``of`` reads rows of a lookup; ``take`` makes one value of several rows.
    ``remove`` are regular expressions of what is left out of a text; ``fiscal_year`` (B.E., or
    the column that holds it) reads months that have their year; ``year_of_date`` takes the
    Buddhist year, of the calendar or of the state's budget, of a date. See ``data/mappings/README.md``
    for every key by example.
    """

    column: str | None = None
    join: tuple[str, ...] = ()
    constant: Scalar | None = None
    calculate: str | None = None
    sum: tuple[str, ...] = ()
    flags: dict[str, str] = Field(default_factory=dict)
    parts: dict[str, str] = Field(default_factory=dict)
    of: str | None = None
    take: Take | None = None
    when: tuple[Filter, ...] = ()
    separator: str = " "
    split: str | None = None
    unit: str | UnitRule | None = None
    factor: Decimal | None = None
    values: Annotated[dict[str, Scalar], BeforeValidator(_keyed_text)] = Field(default_factory=dict)
    otherwise: Scalar | None = None
    ranges: tuple[Range, ...] = ()
    missing: tuple[Scalar, ...] = ()
    stated: tuple[Scalar, ...] = ()
    dash: Dash | None = None
    optional: bool = False
    remove: Patterns = ()
    fiscal_year: int | str | None = None
    year_of_date: Literal["calendar", "fiscal"] | None = None

    @cached_property
    def removed(self) -> tuple[re.Pattern[str], ...]:
        """Return the patterns of what is left out of every text of this field."""
        return tuple(re.compile(one) for one in self.remove)

    @cached_property
    def keyed_values(self) -> dict[str, Scalar]:
        """Return the value map as cells are compared with it."""
        return {key: value for code, value in self.values.items() for key in spellings(code)}

    def origins(self) -> tuple[str, ...]:
        """Return the names of the origins that are given; a sound rule has one."""
        names = ("column", "join", "constant", "calculate", "sum", "flags", "parts")
        return tuple(name for name in names if getattr(self, name) not in (None, (), {}))

    def value_columns(self) -> tuple[str, ...]:
        """Return the columns the value itself comes from."""
        named = [*([self.column] if self.column is not None else []), *self.join, *self.sum]
        named += [*self.flags.values(), *self.parts.values()]
        named += columns_in(self.calculate) if self.calculate is not None else ()
        return tuple(dict.fromkeys(named))

    def columns(self) -> tuple[str, ...]:
        """Return the columns this rule reads, those of its conditions and unit included."""
        named = list(self.value_columns())
        if isinstance(self.unit, UnitRule):
            named.append(self.unit.column)
        if isinstance(self.fiscal_year, str):
            named.append(self.fiscal_year)
        named += [condition.column for condition in self.when if condition.of in (None, self.of)]
        return tuple(dict.fromkeys(named))


def _column_name(value: Any) -> Any:
    return {"column": value} if isinstance(value, str) else value


Rule = Annotated[FieldRule, BeforeValidator(_column_name)]
