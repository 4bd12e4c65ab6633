"""What a mapping says of a list of stated totals: compared with the rows, never imported."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from planning_kit.collect.mapping_rules import Part


def _pairs(value: Any) -> Any:
    """Return ``["a"]`` as ``{"a": "a"}``: a column of the same name on both sides."""
    if isinstance(value, str):
        return {value: value}
    return {name: name for name in value} if isinstance(value, list) else value


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_several)]
Pairs = Annotated[dict[str, str], BeforeValidator(_pairs)]


class CheckRule(Part):
    """A list of the file that states totals of its rows, one entry for each value of ``by``.

    ``from`` names the list (a list or an object in JSON, a sheet, a file of a zip), ``rows`` the
    table whose rows it sums up; without it the first. ``by`` leads columns of the list to columns
    of the rows; an entry without ``by`` is about all rows. ``sum`` leads a column of the list to
    the column of the rows that it adds up, ``count`` names columns of the list that count rows,
    and ``distinct`` leads a column of the list to those whose different values it counts.
    """

    table: str = Field(alias="from")
    rows: str | None = None
    by: Pairs = Field(default_factory=dict)
    sum: dict[str, str] = Field(default_factory=dict)
    count: Names = ()
    distinct: dict[str, Names] = Field(default_factory=dict)

    def list_columns(self) -> tuple[str, ...]:
        """Return the columns of the list that are read, each once."""
        return tuple(dict.fromkeys([*self.by, *self.sum, *self.count, *self.distinct]))

    def row_columns(self) -> tuple[str, ...]:
        """Return the columns of the rows that are read, each once."""
        several = [name for names in self.distinct.values() for name in names]
        return tuple(dict.fromkeys([*self.by.values(), *self.sum.values(), *several]))
