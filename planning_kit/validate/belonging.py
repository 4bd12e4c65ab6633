"""Whether a row's village or area exists, and belongs to the plan area."""

from __future__ import annotations

from functools import lru_cache

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records import FieldSpec, Record
from planning_kit.validate import candidate_place
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.finding import Finding, Level, from_error, in_row
from planning_kit.validate.named_codes import codes_named, counts
from planning_kit.validate.scope import WHOLE_COUNTRY, AreaScope

_VILLAGE = "village_code"
_AREA = "area_code"


def place_row(row: CheckedRow, scope: AreaScope, *, others_expected: bool) -> None:
    """Refuse a row of a place that does not exist; tell rows of other areas apart.

    With ``others_expected`` (somebody else's table, which may cover a whole province) a
    row of another area is no mistake and is marked as elsewhere; in the kit's own template
    it is refused.
    """
    record = row.record
    assert record is not None
    _place_listed(row, record, scope, others_expected)
    if _VILLAGE in type(record).model_fields:
        _place_village(row, record, scope, others_expected)
    elif _AREA in type(record).model_fields:
        _place_area(row, record, scope)
    elif candidate_place.FIELD in record.noun.key and not _is_linked(record):
        candidate_place.place_candidate(row, record, scope)


def _is_linked(record: Record) -> bool:
    """Tell whether the code must name a record that was placed itself."""
    return any(link.field == candidate_place.FIELD for link in record.noun.links)


def _place_village(row: CheckedRow, record: Record, scope: AreaScope, others: bool) -> None:
    code = getattr(record, _VILLAGE)
    if code is None:
        return
    spec = record.field(_VILLAGE)
    error = _found(code)
    if error is not None:
        row.findings.append(from_error(row.raw, spec, error))
    elif scope.holds(code):
        return
    elif others:
        row.is_elsewhere = True
    else:
        row.findings.append(_outside(row, spec, code))


def _place_listed(row: CheckedRow, record: Record, scope: AreaScope, others: bool) -> None:
    """Place a row by the villages it lists; a list that is wholly elsewhere takes it there."""
    for link in record.noun.links:
        if link.to != "village" or link.field == _VILLAGE or not counts(link, record):
            continue
        spec = record.field(link.field)
        codes = codes_named(link, record)
        wrong = [(code, error) for code in codes if (error := _found(code)) is not None]
        row.findings += [from_error(row.raw, spec, error) for _code, error in wrong]
        outside = [code for code in codes if _found(code) is None and not scope.holds(code)]
        if others and codes and len(outside) == len(codes):
            row.is_elsewhere = True
        else:
            row.findings += [_outside(row, spec, code) for code in outside]


def _outside(row: CheckedRow, spec: FieldSpec, code: str) -> Finding:
    return in_row(
        row.raw,
        Level.REFUSE,
        "validate.outside-area",
        N_(
            "Village {code} ({place}) is not in the plan area; correct the village code, "
            "or leave this row out"
        ),
        spec,
        code=code,
        place=_title(code),
    )


def _place_area(row: CheckedRow, record: Record, scope: AreaScope) -> None:
    code = getattr(record, _AREA)
    if code is None or code == WHOLE_COUNTRY:
        return
    error = _exists(code)
    if error is not None:
        row.findings.append(from_error(row.raw, record.field(_AREA), error))
    elif scope.concerns(code):
        return
    elif record.noun.book == "plan":
        # The plan says what it does, its money with it, wherever that is.
        row.findings.append(
            in_row(
                row.raw,
                Level.FLAG,
                "validate.plan-outside-area",
                N_(
                    "{place} ({code}) is not in the plan area; check the place, and whether this "
                    "belongs to the plan"
                ),
                record.field(_AREA),
                code=code,
                place=_title(code),
            )
        )
    else:
        row.is_elsewhere = True


@lru_cache(maxsize=16_384)
def _exists(code: str) -> KitError | None:
    try:
        areas.get(code)
    except KitError as error:
        return error
    return None


@lru_cache(maxsize=16_384)
def _found(code: str) -> KitError | None:
    """Return why ``code`` is no village of an existing tambon, or ``None`` if it is one."""
    try:
        tambon, _moo = areas.split_village_code(code)
        areas.get(tambon)
    except KitError as error:
        return error
    return None


def _title(code: str) -> Words:
    return areas.get(code).full_words
