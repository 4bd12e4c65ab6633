"""One row read into its record: every value that cannot be read is named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from planning_kit.errors import KitError
from planning_kit.records import FieldSpec, Record, is_local, record_type
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.finding import UNREADABLE, Finding, Level, from_error, in_row
from planning_kit.validate.incoming import RowIn


def read_row(raw: RowIn) -> CheckedRow:
    """Return the row with its record, or with a refusal for each value that cannot be read.

    Raises ``KeyError`` for a record type that does not exist.
    """
    kind = raw.kind or record_type(raw.record)
    findings = [
        from_error(raw, kind.field(name), trouble) for name, trouble in raw.troubles.items()
    ]
    try:
        record = kind.model_validate(_asked(raw, kind))
    except ValidationError as error:
        findings += _explained(raw, kind, error)
        return CheckedRow(raw, None, findings)
    if findings:
        return CheckedRow(raw, None, findings)
    return CheckedRow(raw, record, [_doubt(raw, kind, *one) for one in raw.doubts.items()])


def _doubt(raw: RowIn, kind: type[Record], name: str, doubt: KitError) -> Finding:
    spec = kind.field(name)
    found = in_row(raw, Level.FLAG, doubt.code, doubt.message_id, spec, **doubt.values)
    # The sentence says what was written; what it was read as would only confuse.
    return replace(found, value="")


def _asked(raw: RowIn, kind: type[Record]) -> dict[str, Any]:
    """Return the values without answers to local questions that this area does not ask."""
    return {
        name: value
        for name, value in raw.values.items()
        if name in kind.model_fields or not is_local(name)
    }


def _explained(raw: RowIn, kind: type[Record], error: ValidationError) -> list[Finding]:
    seen = set(raw.troubles)
    findings = []
    for problem in error.errors(include_url=False, include_input=False):
        name = str(problem["loc"][0]) if problem["loc"] else ""
        if name in seen or name not in kind.model_fields:
            continue
        seen.add(name)
        findings.append(_refusal(raw, kind.field(name), problem.get("ctx", {}).get("error")))
    return findings


def _refusal(raw: RowIn, spec: FieldSpec, cause: Any) -> Finding:
    if isinstance(cause, KitError):
        return from_error(raw, spec, cause)
    return in_row(raw, Level.REFUSE, "validate.unreadable", UNREADABLE, spec, label=spec.label)
