"""The base of every noun: a frozen pydantic model with its wording, keys and checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationInfo, field_validator

from planning_kit.language import Words
from planning_kit.records.field import FieldSpec, spec_of
from planning_kit.records.reading import read_answers, within_bounds


class Severity(StrEnum):
    """What a broken check does to its row."""

    REFUSE = "refuse"
    FLAG = "flag"


@dataclass(frozen=True)
class Check:
    """A rule that ties fields of one record together.

    ``holds`` gets the record and must return ``True`` where a value it needs is not
    stated: silence is no contradiction. ``sentence`` is a message id marked with ``N_``;
    ``values`` gives what fills its places, from the record. It is told of the first stated
    field, or of the one that ``blames`` names.
    """

    code: str
    fields: tuple[str, ...]
    holds: Callable[[Any], bool]
    sentence: str
    severity: Severity = Severity.FLAG
    values: Callable[[Any], Mapping[str, object]] | None = None
    blames: Callable[[Any], str] | None = None

    def blamed(self, record: Any) -> str:
        """Return the field that a record which breaks the rule is told of."""
        if self.blames is not None:
            return self.blames(record)
        stated = (name for name in self.fields if getattr(record, name) is not None)
        return next(stated, self.fields[0])


@dataclass(frozen=True)
class Link:
    """A field that must name an existing record; a list of codes must name one each.

    ``when`` is ``(other field, answers)``: the link counts only after one of those answers.
    A blank source is filled or refused unless it ``may_be_blank``.
    """

    field: str
    to: str
    to_field: str
    when: tuple[str, tuple[str, ...]] | None = None
    may_be_blank: bool = False


@dataclass(frozen=True)
class Noun:
    """What a record type is called and how its rows are told apart.

    ``key`` names the fields of the natural key inside a plan area; where it is empty,
    a row is known only by the file, sheet and row it came from. ``book`` is the Excel
    workbook that asks for it: ``survey`` or ``plan``. ``is_typed``: no Excel workbook asks for
    it, yet people write it in forms, so that what they wrote may be withdrawn too.
    """

    name: str
    title: Words
    help: Words
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    checks: tuple[Check, ...] = ()
    in_template: bool = True
    is_typed: bool = False
    book: str = "survey"


class Record(BaseModel):
    """One fact, proposal or decision. Declared once; every face is generated from it."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)
    noun: ClassVar[Noun]
    # Answers to an area's own questions that this type has no field for; never lost on saving.
    _carried: dict[str, Any] = PrivateAttr(default_factory=dict)

    @field_validator("*", mode="before")
    @classmethod
    def _read(cls, value: Any, info: ValidationInfo) -> Any:
        return read_answers(cls.field(info.field_name or ""), value)

    @field_validator("*", mode="after")
    @classmethod
    def _bound(cls, value: Any, info: ValidationInfo) -> Any:
        return within_bounds(cls.field(info.field_name or ""), value)

    @classmethod
    def fields(cls) -> tuple[FieldSpec, ...]:
        """Return the fields in their order of declaration."""
        return _fields_of(cls)

    @classmethod
    def field(cls, name: str) -> FieldSpec:
        """Return one field by name. Raises ``KeyError`` for an unknown one."""
        return _by_name(cls)[name]

    def natural_key(self) -> tuple[object, ...] | None:
        """Return the values of the key fields, or ``None`` where the type has no key."""
        return tuple(getattr(self, name) for name in self.noun.key) or None

    def with_changes(self, **changes: object) -> Self:
        """Return a copy with some fields changed, checked like a new record."""
        changed = type(self).model_validate({**self.model_dump(), **changes})
        changed._carried = dict(self._carried)
        return changed


@cache
def _by_name(record_type: type[Record]) -> dict[str, FieldSpec]:
    return {spec.name: spec for spec in record_type.fields()}


@cache
def _fields_of(record_type: type[Record]) -> tuple[FieldSpec, ...]:
    return tuple(spec_of(name, info) for name, info in record_type.model_fields.items())


def subclasses(base: type[Record]) -> Iterator[type[Record]]:
    """Yield every declared record type below ``base``."""
    for child in base.__subclasses__():
        yield child
        yield from subclasses(child)
