"""In which answers two statements about one thing differ."""

from __future__ import annotations

from decimal import Decimal

from planning_kit.records import FieldSpec, Kind, Privacy, Record

_AMOUNTS = (Kind.INTEGER, Kind.NUMBER, Kind.SHARE, Kind.MONEY, Kind.LAND)
# Who asked, and what a household allowed whom, is said anew by every source.
_OF_THE_ASKING = ("source_code", "consent_given", "consent_date")


def differing_fields(one: Record, other: Record) -> list[FieldSpec]:
    """Return the fields that both state and of which they say different things.

    Silence is no statement. Keys, the source, consent and free notes are not compared;
    amounts agree as far as the rougher of them is stated.
    """
    return [
        spec
        for spec in one.fields()
        if _is_compared(one, spec) and _differ(spec, getattr(one, spec.name), other)
    ]


def _is_compared(record: Record, spec: FieldSpec) -> bool:
    if spec.name in (*record.noun.key, *_OF_THE_ASKING):
        return False
    return spec.kind is not Kind.LONG_TEXT and spec.privacy is not Privacy.PERSONAL


def _differ(spec: FieldSpec, value: object, record: Record) -> bool:
    # A statement made before the area asked a question of its own says nothing about it.
    other = getattr(record, spec.name, None)
    if value is None or other is None:
        return False
    if spec.kind in _AMOUNTS:
        return not agree(value, other)  # type: ignore[arg-type]
    if isinstance(value, tuple):
        return {str(item) for item in value} != {str(item) for item in other}
    return bool(value != other)


def agree(one: Decimal | int, other: Decimal | int) -> bool:
    """Tell whether two figures are equal as far as the rougher of them is stated."""
    places = min(_decimals(one), _decimals(other))
    return abs(Decimal(one) - Decimal(other)) <= Decimal(1).scaleb(-places) / 2


def _decimals(value: Decimal | int) -> int:
    exponent = Decimal(value).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
