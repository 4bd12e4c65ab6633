"""The shape of a mapping file: which column of somebody's table becomes which field.

A mapping is a TOML file with ``[source]`` (fields of the Source record), ``[file]`` (how
to read the file) and one or more ``[[table]]`` (one per record made from each row)::

    [[table]]
    record = "hazard"
    natural_id = "id"                  # column with the row's own id
    missing = ["-", "999"]             # codes for “not stated” in any column
    [table.fields]
    crop = "crop_type"                                     # a column as it is
    affected_area = { column = "acres", unit = "acre" }    # converted
    kind = { column = "what", values = { "น้ำหลาก" = "flood" } }
    year_be = { constant = 2567 }
    product = { join = ["crop", "variety"], separator = " " }
    [table.place]                      # the village, from names
    tambon = "subdistrict"
    amphoe = "district"
    province = { constant = "นครปฐม" }
    moo = "village_no"
    [[table.where]]                    # rows that do not belong
    column = "type"
    is_not = ["total"]
    reason = "A total row"
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Scalar = str | int | float | bool


class Part(BaseModel):
    """A part of a mapping: unknown keys are mistakes, not comments."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FieldRule(Part):
    """Where the value of one field comes from, and how it is read.

    Exactly one of ``column``, ``join`` and ``constant`` is given. ``unit`` names the unit
    of the column (see ``converting.UNITS_OF_KIND``), ``factor`` multiplies a number,
    ``values`` replaces what is written, ``missing`` lists further codes for “not stated”.
    """

    column: str | None = None
    join: tuple[str, ...] = ()
    constant: Scalar | None = None
    separator: str = " "
    unit: str | None = None
    factor: Decimal | None = None
    values: dict[str, Scalar] = Field(default_factory=dict)
    missing: tuple[Scalar, ...] = ()

    def columns(self) -> tuple[str, ...]:
        """Return the columns this rule reads."""
        return (self.column,) if self.column is not None else self.join


def _column_name(value: Any) -> Any:
    return {"column": value} if isinstance(value, str) else value


Rule = Annotated[FieldRule, BeforeValidator(_column_name)]


class PlaceRule(Part):
    """A village or tambon given by names instead of a code.

    With ``moo`` the field gets an 8-digit village code, without it a 6-digit tambon code.
    """

    field: str = "village_code"
    tambon: Rule
    amphoe: Rule | None = None
    province: Rule | None = None
    moo: Rule | None = None

    def rules(self) -> tuple[FieldRule, ...]:
        """Return the rules of all name parts that are given."""
        parts = (self.tambon, self.amphoe, self.province, self.moo)
        return tuple(part for part in parts if part is not None)


class Filter(Part):
    """A condition a row must meet; ``reason`` tells why the others are left out."""

    column: str
    is_in: tuple[Scalar, ...] | None = Field(default=None, alias="is")
    is_not: tuple[Scalar, ...] = ()
    blank: bool | None = None
    reason: str | None = None


class TableRule(Part):
    """How each row of the file becomes one record."""

    record: str
    fields: dict[str, Rule] = Field(default_factory=dict)
    place: PlaceRule | None = None
    natural_id: str | None = None
    missing: tuple[Scalar, ...] = ()
    where: tuple[Filter, ...] = ()

    def columns(self) -> tuple[str, ...]:
        """Return every column the table reads, each once."""
        named = [name for rule in self.fields.values() for name in rule.columns()]
        if self.place is not None:
            named += [name for rule in self.place.rules() for name in rule.columns()]
        named += [condition.column for condition in self.where]
        if self.natural_id is not None:
            named.append(self.natural_id)
        return tuple(dict.fromkeys(named))


class FileRule(Part):
    """How the file is read; what is not said is found out from the file."""

    format: Literal["csv", "json", "xlsx"] | None = None
    sheet: str | None = None
    path: str | None = None
    header_row: int = Field(default=1, ge=1)
    encoding: str | None = None
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)


class Mapping(Part):
    """A whole mapping file; ``name`` is the file it was read from."""

    name: str = ""
    source: dict[str, Any]
    file: FileRule = FileRule()
    table: tuple[TableRule, ...] = Field(min_length=1)
