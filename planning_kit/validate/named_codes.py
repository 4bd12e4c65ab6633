"""The codes by which a record names others, and what is said of one that is not there."""

from __future__ import annotations

from planning_kit.language import N_
from planning_kit.records import Link, Record, record_type
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.finding import FOLLOWS, Finding, Level, in_row


def counts(link: Link, record: Record) -> bool:
    """Tell whether a link holds for this record: some do only after certain answers."""
    if link.when is None:
        return True
    other, answers = link.when
    return getattr(record, other) in answers


def codes_named(link: Link, record: Record) -> tuple[str, ...]:
    """Return every code that a record writes in the field of a link, each once."""
    value = getattr(record, link.field)
    if value is None:
        return ()
    return tuple(dict.fromkeys(value)) if isinstance(value, tuple) else (value,)


def unknown_code(row: CheckedRow, link: Link, code: str, *, was_refused: bool) -> Finding:
    """Return the refusal of a row that names what is not there, or was itself refused."""
    assert row.record is not None
    spec = row.record.field(link.field)
    at_home = link.to == "household"
    sentences = (_HOME_UNKNOWN, _HOME_REFUSED) if at_home else (_UNKNOWN, _REFUSED)
    values = {"label": spec.label, "code": code}
    if not at_home:
        values["sheet"] = record_type(link.to).noun.title
    told = f"{FOLLOWS}{link.to}" if was_refused else f"validate.unknown-{link.to}"
    return in_row(row.raw, Level.REFUSE, told, sentences[was_refused], spec, **values)


_HOME_UNKNOWN = N_("{label} {code} is not among the households; add its row or correct the code")
_HOME_REFUSED = N_("{label} {code} was refused; mend the row of that household first")
_UNKNOWN = N_(
    "{label}: {code} is not in the sheet “{sheet}”; add its row there or correct the code"
)
_REFUSED = N_("{label}: {code} was refused; mend its row in the sheet “{sheet}” first")
