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

``data/mappings/README.md`` has the whole language by example.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from planning_kit.collect.mapping_check import CheckRule
from planning_kit.collect.mapping_rules import (
    Dash,
    FieldRule,
    Filter,
    Part,
    Range,
    Rule,
    Scalar,
    Take,
    UnitRule,
)

__all__ = [
    "CheckRule",
    "Dash",
    "FieldRule",
    "FileRule",
    "Filter",
    "GroupRule",
    "LookupRule",
    "Mapping",
    "Part",
    "PlaceRule",
    "Range",
    "RepeatRule",
    "Rule",
    "Scalar",
    "TableRule",
    "Take",
    "UnitDefinition",
    "UnitRule",
]


class PlaceRule(Part):
    """The village or tambon of a row, in one of three ways.

    By Thai names (``tambon``, ``amphoe``, ``province``, ``moo``): with ``moo`` the field gets
    an 8-digit village code, without it the code of the narrowest area named (an ``area_code``
    may be an amphoe or a province). Names that stand in one cell are the ``address``; ``order``
    says which part is which where no ต. อ. จ. does. By a list (``names`` says which
    columns name the place, ``villages`` gives the code of each). By numbering
    (``names`` and ``number = true``): each new name is the next village of ``tambon_code``,
    or of the plan area that the file is imported for.
    """

    field: str = "village_code"
    tambon: Rule | None = None
    amphoe: Rule | None = None
    province: Rule | None = None
    moo: Rule | None = None
    address: Rule | None = None
    order: tuple[Literal["tambon", "amphoe", "province", "moo"], ...] = ()
    names: tuple[str, ...] = ()
    villages: dict[str, str] = Field(default_factory=dict)
    number: bool = False
    tambon_code: str | None = None

    def rules(self) -> tuple[FieldRule, ...]:
        """Return the rules of all name parts that are given."""
        parts = (self.tambon, self.amphoe, self.province, self.moo, self.address)
        return tuple(part for part in parts if part is not None)

    def columns(self) -> tuple[str, ...]:
        """Return the columns the place is read from."""
        named = [name for rule in self.rules() for name in rule.columns()]
        return (*named, *self.names)


class RepeatRule(Part):
    """Columns that repeat: ``{n}`` in the names of the table stands for each of these in turn.

    Either ``each`` (a list) or ``first`` and ``last`` (whole numbers). A repetition in which
    every column of ``filled`` (or, without it, every column named with ``{n}``) is not stated
    gives no record.
    """

    each: tuple[Scalar, ...] = Field(default=(), max_length=999)
    first: int | None = Field(default=None, ge=0, le=9999)
    last: int | None = Field(default=None, ge=0, le=9999)
    filled: tuple[str, ...] = ()


class LookupRule(Part):
    """Rows of another table of the same file: those whose ``its_key`` equals this row's ``key``."""

    table: str
    key: str
    its_key: str


class GroupRule(Part):
    """Rows that agree in the columns ``by`` give one record; fields say what to ``take``."""

    by: tuple[str, ...] = Field(min_length=1)


class TableRule(Part):
    """How each row of a table of the file becomes one record.

    ``from`` names the sheet, or the file inside a zip; without it the first one is read.
    """

    record: str
    table: str | None = Field(default=None, alias="from")
    fields: dict[str, Rule] = Field(default_factory=dict)
    place: PlaceRule | None = None
    natural_id: str | None = None
    missing: tuple[Scalar, ...] = ()
    dash: Dash | None = None
    where: tuple[Filter, ...] = ()
    repeat: RepeatRule | None = None
    lookup: dict[str, LookupRule] = Field(default_factory=dict)
    group: GroupRule | None = None

    def columns(self, of: str | None = None) -> tuple[str, ...]:
        """Return every column read of the table itself, or of a lookup, each once."""
        rules = self.fields.values()
        named = [name for rule in rules if rule.of == of for name in rule.columns()]
        named += [condition.column for condition in self.where if condition.of == of]
        if of is not None:
            asides = [one for rule in rules for one in rule.when if one.of == of]
            named += [condition.column for condition in asides]
        if of is None:
            named += self._own_columns()
        return tuple(dict.fromkeys(named))

    def _own_columns(self) -> list[str]:
        own = list(self.place.columns()) if self.place is not None else []
        if self.natural_id is not None:
            own.append(self.natural_id)
        own += self.repeat.filled if self.repeat is not None else ()
        own += self.group.by if self.group is not None else ()
        return [*own, *(lookup.key for lookup in self.lookup.values())]

    def optional_columns(self) -> frozenset[str]:
        """Return the columns that the file may lack."""
        rules = [rule for rule in self.fields.values() if rule.optional]
        return frozenset(name for rule in rules for name in rule.columns())


class UnitDefinition(Part):
    """A local unit: what one of it is in one of the units the kit knows."""

    kilograms: Decimal | None = Field(default=None, gt=0)
    square_metres: Decimal | None = Field(default=None, gt=0)
    square_wah: Decimal | None = Field(default=None, gt=0)
    rai: Decimal | None = Field(default=None, gt=0)
    acres: Decimal | None = Field(default=None, gt=0)
    hectares: Decimal | None = Field(default=None, gt=0)
    baht: Decimal | None = Field(default=None, gt=0)
    note: str | None = None


class FileRule(Part):
    """How the file is read; what is not said is found out from the file.

    ``totals = "keep"`` keeps the rows that look like totals as rows like any other.
    """

    format: Literal["csv", "json", "xlsx", "xls", "ods", "html", "zip"] | None = None
    sheet: str | None = None
    path: str | None = None
    header_row: int = Field(default=1, ge=1)
    encoding: str | None = None
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    totals: Literal["leave_out", "keep"] = "leave_out"


class Mapping(Part):
    """A whole mapping file; ``name`` is the file it was read from."""

    name: str = ""
    source: dict[str, Any]
    file: FileRule = FileRule()
    missing: tuple[Scalar, ...] = ()
    dash: Dash | None = None
    units: dict[str, UnitDefinition] = Field(default_factory=dict)
    table: tuple[TableRule, ...] = Field(min_length=1)
    check: tuple[CheckRule, ...] = ()
