"""Whether a candidate for pilot is a tambon of the province in whose workbook it stands."""

from __future__ import annotations

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records import Record
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.finding import Finding, Level, from_error, in_row
from planning_kit.validate.scope import AreaScope

FIELD = "tambon_code"
_NO_TAMBON = N_("{code} is {place}; a candidate is a tambon, so write its 6 digits")
_IN_PROVINCE = N_(
    "Pilots are chosen in the workbook of the province; open that of {province} and write it there"
)
_OUTSIDE = N_("{place} ({code}) is not in {here}; a candidate must be a tambon of it")
_HERE = Words("พื้นที่ของสมุดนี้", "the area of this workbook")


def place_candidate(row: CheckedRow, record: Record, scope: AreaScope) -> None:
    """Refuse a code that is no tambon, was abolished, or lies outside the province."""
    code = getattr(record, FIELD)
    found = None if code is None else _found(row, record, code, scope)
    if found is not None:
        row.findings.append(found)


def _found(row: CheckedRow, record: Record, code: str, scope: AreaScope) -> Finding | None:
    spec = record.field(FIELD)
    try:
        place = areas.get(code)
    except KitError as error:
        return from_error(row.raw, spec, error)
    if place.level is not areas.Level.TAMBON:
        told, sentence = "validate.candidate-no-tambon", _NO_TAMBON
    elif not scope.province_codes:
        told, sentence = "validate.candidate-not-here", _IN_PROVINCE
    elif place.province_code not in scope.province_codes:
        told, sentence = "validate.candidate-outside", _OUTSIDE
    else:
        return None
    values = {
        "code": code,
        "place": place.full_words,
        "province": areas.get(place.province_code).full_words,
        "here": _here(scope),
    }
    return in_row(row.raw, Level.REFUSE, told, sentence, spec, **values)


def _here(scope: AreaScope) -> Words:
    if len(scope.province_codes) != 1:
        return _HERE
    return areas.get(next(iter(scope.province_codes))).full_words
