"""Which records name a record, in a field of one code or in a list of codes."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records import Link, Record, record_types
from planning_kit.workbook.withdrawn_records import counted
from planning_kit.workbook.workbook import Workbook


def named_by(workbook: Workbook, record: Record) -> Words | None:
    """Return how many standing records of which types name ``record``; ``None`` if none does.

    Decisions that list it among others count too; those of its own type do not.
    """
    revisions = [
        stored.revision
        for kind in record_types()
        if kind.noun.name != record.noun.name
        for link in kind.noun.links
        if link.to == record.noun.name
        for stored in workbook.stored(kind)
        if _names(stored.record, link, getattr(record, link.to_field))
    ]
    return counted(revisions) if revisions else None


def _names(record: Record, link: Link, code: object) -> bool:
    if link.when is not None and getattr(record, link.when[0]) not in link.when[1]:
        return False
    value = getattr(record, link.field)
    return code in value if isinstance(value, tuple) else value is not None and value == code
