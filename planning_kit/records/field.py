"""One field of a record: everything that any face of the workbook needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import Field
from pydantic.fields import FieldInfo

from planning_kit.language import Words
from planning_kit.records.choices import Choices
from planning_kit.records.kinds import Kind, OfKind
from planning_kit.records.privacy import Privacy


@dataclass(frozen=True)
class FieldMeta:
    """What a declaration says beside the type: wording, limits, privacy."""

    label: Words
    help: Words | None = None
    unit: Words | None = None
    example: object = None
    required: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    plausible: tuple[Decimal | None, Decimal | None] = (None, None)
    privacy: Privacy = Privacy.GROUPED
    show_if: tuple[str, tuple[str, ...]] | None = None
    group: Words | None = None
    choices: type[Choices] | None = None
    taxonomy: str | None = None
    declared: str | None = None
    names_place: bool = False
    adds_up: bool | None = None


@dataclass(frozen=True)
class FieldSpec(FieldMeta):
    """A field as its readers see it: its name and kind joined to its declaration."""

    name: str = ""
    kind: Kind = Kind.TEXT

    @property
    def may_hold_persons(self) -> bool:
        """Whether people write freely here, so that somebody’s name or number may slip in."""
        return self.kind in (Kind.TEXT, Kind.LONG_TEXT) and not self.names_place

    @property
    def has_sum(self) -> bool:
        """Whether the values of several rows may be added: money, land, and what is counted."""
        if self.adds_up is not None:
            return self.adds_up
        return self.kind in (Kind.MONEY, Kind.LAND) or (
            self.kind is Kind.INTEGER and self.unit is not None
        )

    def wording(self, value: object) -> str:
        """Return a stored choice code as people read it; other values as text."""
        if value is None:
            return ""
        if self.choices is None:
            return str(value)
        return str(self.choices.of(str(getattr(value, "value", value))).words)


def field(
    th: str,
    en: str,
    *,
    choices: type[Choices] | None = None,
    help: tuple[str, str] | None = None,
    unit: tuple[str, str] | None = None,
    example: object = None,
    required: bool = False,
    low: float | None = None,
    high: float | None = None,
    plausible: tuple[float | None, float | None] = (None, None),
    privacy: Privacy = Privacy.GROUPED,
    show_if: tuple[str, tuple[str, ...]] | None = None,
    group: tuple[str, str] | None = None,
    taxonomy: str | None = None,
    declared: str | None = None,
    names_place: bool = False,
    adds_up: bool | None = None,
) -> Any:
    """Declare a field of a record.

    Parameters
    ----------
    th, en:
        Its label.
    choices:
        The closed list of answers, for a field of type ``Choice`` or ``Several``.
    help, unit, group:
        Thai and English wording of the help line, the unit, and the heading it stands under.
    low, high:
        Bounds beyond which a value is impossible: the row is refused.
    plausible:
        Bounds beyond which a value is possible but odd: the row is kept and flagged.
    show_if:
        ``(other field, answers)``: a form asks this only after one of those answers.
    taxonomy:
        The list (shipped, and widened by the area) whose codes the field holds.
    declared:
        The list of ``declared_lists`` whose codes the field holds.
    names_place:
        Text that is the name of a place: never taken for a person’s, however it begins.
    adds_up:
        Whether the values of several rows have a sum that means something (a price has none);
        left out, ``FieldSpec.has_sum`` goes by the kind.
    """
    meta = FieldMeta(
        label=Words(th, en),
        help=Words(*help) if help else None,
        unit=Words(*unit) if unit else None,
        example=example,
        required=required,
        low=_decimal(low),
        high=_decimal(high),
        plausible=(_decimal(plausible[0]), _decimal(plausible[1])),
        privacy=privacy,
        show_if=show_if,
        group=Words(*group) if group else None,
        choices=choices,
        taxonomy=taxonomy,
        declared=declared,
        names_place=names_place,
        adds_up=adds_up,
    )
    return Field(default=None, json_schema_extra={"meta": meta})  # type: ignore[dict-item]


def spec_of(name: str, info: FieldInfo) -> FieldSpec:
    """Read a pydantic field back into a ``FieldSpec``.

    Raises ``TypeError`` for a field that was not declared with ``field``.
    """
    extra = info.json_schema_extra
    meta = extra.get("meta") if isinstance(extra, dict) else None
    if not isinstance(meta, FieldMeta):
        raise TypeError(f"{name} is not declared with field(…)")
    kind = next((mark.kind for mark in info.metadata if isinstance(mark, OfKind)), None)
    if kind is None:
        raise TypeError(f"{name} has a type without a kind: {info.annotation}")
    if (kind in (Kind.CHOICE, Kind.CHOICES)) != (meta.choices is not None):
        raise TypeError(f"{name}: a closed list of answers goes with Choice or Several")
    return FieldSpec(name=name, kind=kind, **vars(meta))


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
