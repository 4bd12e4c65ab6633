"""Values that are possible but odd, and values of one row that contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from planning_kit import thai
from planning_kit.language import N_, Words
from planning_kit.records import Check, FieldSpec, Kind, Record, Severity
from planning_kit.thai.persons import has_persons_name, has_persons_number
from planning_kit.validate.finding import Finding, Level, in_row
from planning_kit.validate.incoming import RowIn


def odd_values(raw: RowIn, record: Record, skip: Collection[str] = ()) -> list[Finding]:
    """Return a flag for every value outside the bounds its field declares plausible."""
    findings = []
    for spec in record.fields():
        value = getattr(record, spec.name)
        low, high = spec.plausible
        if value is None or spec.name in skip:
            continue
        if low is not None and value < low:
            findings.append(_odd(raw, spec, value, low, _BELOW, "validate.below-usual"))
        elif high is not None and value > high:
            findings.append(_odd(raw, spec, value, high, _ABOVE, "validate.above-usual"))
    return findings


_BELOW = N_("“{label}” is {value}, less than the usual least of {bound}; check the figure")
_ABOVE = N_("“{label}” is {value}, more than the usual most of {bound}; check the figure")


def persons_named(raw: RowIn, record: Record) -> list[Finding]:
    """Return a flag for every free text with somebody’s number or name, never repeated."""
    found = []
    for spec in record.fields():
        text = getattr(record, spec.name) if spec.may_hold_persons else None
        for code, seen, sentence in _OF_PERSONS:
            if seen(text):
                found.append(in_row(raw, Level.FLAG, code, sentence, spec, label=spec.label))
    return found


_OF_PERSONS = (
    (
        "validate.number-of-a-person",
        has_persons_number,
        N_(
            "“{label}” seems to hold a telephone number or a citizen number; take it out, the plan "
            "does not need it"
        ),
    ),
    (
        "validate.name-of-a-person",
        has_persons_name,
        N_(
            "“{label}” seems to hold a person’s name; write the group or the office instead. "
            "Reports print ••• in its place"
        ),
    ),
)


def _odd(
    raw: RowIn, spec: FieldSpec, value: Decimal, bound: Decimal, message_id: str, code: str
) -> Finding:
    return in_row(
        raw,
        Level.FLAG,
        code,
        message_id,
        spec,
        label=spec.label,
        value=_amount(spec, value),
        bound=_amount(spec, bound),
    )


def _amount(spec: FieldSpec, value: Decimal) -> object:
    if spec.kind is not Kind.LAND:
        return thai.format_number(value)
    area = thai.LandArea.from_square_wah(value)
    return Words(thai.format_land(area, language="th"), thai.format_land(area, language="en"))


def broken_checks(raw: RowIn, record: Record) -> list[Finding]:
    """Return a finding for every rule that the record type declares and the row breaks."""
    return broken(raw, record, record.noun.checks)


def broken(raw: RowIn, record: Record, checks: Iterable[Check]) -> list[Finding]:
    """Return a finding for each of ``checks`` that the row breaks.

    It points at the field that the rule blames, and is as grave as the rule says.
    """
    findings = []
    for check in checks:
        if check.holds(record):
            continue
        level = Level.REFUSE if check.severity is Severity.REFUSE else Level.FLAG
        spec, values = record.field(check.blamed(record)), check.values
        told = values(record) if values else {}
        findings.append(in_row(raw, level, check.code, check.sentence, spec, **told))
    return findings
