"""Why answers are refused that could be read: erased, withdrawn, elsewhere, another key."""

from __future__ import annotations

from planning_kit.language import N_
from planning_kit.records import Record
from planning_kit.store import TOO_LONG, WITHDRAWN, Revision, too_long
from planning_kit.validate import Finding, Level

_ERASED = N_("This record was erased at somebody’s request and is not taken in again")
_WITHDRAWN = N_(
    "This record was withdrawn; bring it back with planning-kit withdraw --undo before changing it"
)
_ELSEWHERE = N_("This is about a place outside the plan area; correct the code")
_KEY_CHANGED = N_(
    "“{label}” tells this record from others and cannot be changed; begin a new record instead"
)


def elsewhere(kind: type[Record]) -> Finding:
    """Say that a record is about a place outside the plan area."""
    return _refusal(kind, "workbook.elsewhere", _ELSEWHERE)


def refused_by(kind: type[Record], head: Revision | None) -> Finding | None:
    """Refuse what stands erased or withdrawn; ``head`` is what stands now."""
    if head is not None and head.record is None:
        return _refusal(kind, "workbook.erased", _ERASED)
    if head is not None and head.state == WITHDRAWN:
        return _refusal(kind, "workbook.withdrawn", _WITHDRAWN)
    return None


def refused_here(kind: type[Record], record: Record, over: Revision | None) -> Finding | None:
    """Refuse a number that cannot be kept exactly, and another key than that on the screen."""
    long = too_long(record)
    if long is not None:
        label = kind.field(long).label
        return _refusal(kind, "workbook.number-too-long", TOO_LONG, long, label=label)
    if over is None or over.record is None:
        return None
    for name in kind.noun.key:
        if getattr(record, name) != getattr(over.record, name):
            label = kind.field(name).label
            return _refusal(kind, "workbook.key-changed", _KEY_CHANGED, name, label=label)
    return None


def _refusal(
    kind: type[Record], code: str, sentence: str, name: str = "", /, **values: object
) -> Finding:
    return Finding(Level.REFUSE, code, sentence, values, str(kind.noun.title), field=name)
