"""The same thing twice in one file."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from planning_kit.language import N_
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.finding import Level, in_row


def mark_duplicates(rows: Iterable[CheckedRow]) -> None:
    """Mark rows of the file that repeat an earlier one.

    Where the type has a natural key: an equal row is noted (nothing more to store), one
    that says something else is refused, because two versions of one thing cannot both be
    right. Where it has none, an exact copy may be a second event: it is kept and flagged.
    """
    first_of_key: dict[Hashable, CheckedRow] = {}
    first_of_content: dict[Hashable, CheckedRow] = {}
    for row in rows:
        if row.record is None or not row.is_kept:
            continue
        name, key = row.raw.record, row.record.natural_key()
        if key is not None:
            first = first_of_key.setdefault((name, key), row)
            if first is not row:
                _mark_same_key(row, first)
            continue
        content = (name, tuple(row.record.model_dump().values()))
        first = first_of_content.setdefault(content, row)
        if first is not row:
            _tell(row, first, Level.FLAG, "validate.exact-copy", _COPY)


def _mark_same_key(row: CheckedRow, first: CheckedRow) -> None:
    if row.record == first.record:
        row.same_as = first.raw.place
        _tell(row, first, Level.NOTE, "validate.same-row-twice", _TWICE)
    else:
        _tell(row, first, Level.REFUSE, "validate.two-versions", _VERSIONS)


_COPY = N_(
    "This row says exactly what row {row} of sheet “{sheet}” says; it is kept, check whether "
    "one event was entered twice"
)
_TWICE = N_("This row is the same as row {row} of sheet “{sheet}”; it is counted once")
_VERSIONS = N_(
    "Row {row} of sheet “{sheet}” describes the same thing ({label}: {key}) but says something "
    "else; keep the right one"
)


def _tell(row: CheckedRow, first: CheckedRow, level: Level, code: str, message_id: str) -> None:
    assert row.record is not None
    names = row.record.noun.key
    spec = row.record.field(names[0]) if names else None
    values: dict[str, object] = {"row": first.raw.place.row, "sheet": first.raw.place.sheet}
    if names:
        key = row.record.natural_key() or ()
        values["label"] = row.record.field(names[0]).label
        values["key"] = " · ".join(str(part) for part in key if part is not None)
    row.findings.append(in_row(row.raw, level, code, message_id, spec, **values))
