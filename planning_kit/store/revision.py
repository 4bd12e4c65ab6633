"""What goes into the store and comes out of it: revisions, and the papers of an import."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from planning_kit.language import Words, current_language, speaking, translate
from planning_kit.records import Record

ACCEPTED = "accepted"
FLAGGED = "flagged"
WITHDRAWN = "withdrawn"
"""A record taken out: its values stay in the history, but it counts and shows nowhere."""
ERASED = "erased"
"""A revision whose values were taken away for good, because its record was erased."""


def now() -> dt.datetime:
    """Return the time in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True)
class Revision:
    """One saved version of one record. Nothing is ever changed in place.

    ``record`` is ``None`` in a tombstone, the mark of an erased record; one whose ``state``
    is ``WITHDRAWN`` still holds its values. ``parent_id`` names the revision this one
    follows, ``None`` for a new record; ``also_follows`` the other versions that it settles
    with that one. ``when`` is aware, in UTC.
    """

    record_type: str
    record_id: UUID
    plan_area_id: str
    record: Record | None
    who: str
    why: str
    state: str = ACCEPTED
    parent_id: UUID | None = None
    revision_id: UUID = field(default_factory=uuid4)
    when: dt.datetime = field(default_factory=now)
    import_id: UUID | None = None
    sheet: str = ""
    row: int | None = None
    also_follows: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Stored:
    """A latest record with the revision it stands in.

    ``rivals`` counts further heads of the same record, left by laptops that worked apart;
    the one shown is the last saved.
    """

    record: Record
    revision: Revision
    rivals: int = 0

    @property
    def state(self) -> str:
        """Accepted or flagged."""
        return self.revision.state

    @property
    def record_id(self) -> UUID:
        """The id that all revisions of the record share."""
        return self.revision.record_id


@dataclass(frozen=True)
class PlanAreaCounts:
    """What an import brought to one plan area: record name → what happened → how many rows."""

    plan_area_id: str
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class ImportBatch:
    """One file, imported once. ``mapping`` is the name of the mapping, if one was used."""

    file_name: str
    fingerprint: str
    who: str
    counts: Mapping[str, Mapping[str, int]]
    plan_areas: tuple[PlanAreaCounts, ...] = ()
    mapping: str = ""
    import_id: UUID = field(default_factory=uuid4)
    when: dt.datetime = field(default_factory=now)


@dataclass(frozen=True)
class RefusedRow:
    """A row that was not taken, kept as it was written so that it can be mended.

    ``values`` hold what people wrote, notes about persons (``Privacy.PERSONAL``) included:
    without them a mended row would lose its note. They leave the store in the workbook to
    mend alone, for those who sent the row; no list, log or report shows them.

    ``part`` counts the records of one type that its row of the file gives. ``origin`` says
    where the row first came from, where that is told apart from sheet and row of this file.
    """

    record_type: str
    sheet: str
    row: int
    values: Mapping[str, object]
    plan_area_id: str = ""
    part: int = 0
    origin: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Correction:
    """A row that was sent back to people and came in again, mended.

    ``fingerprint`` to ``own_id`` are the place in the file that held the row first, and the
    id that the row had there. Read back,
    ``import_id`` is the import that brought the mended row.
    """

    record_type: str
    record_id: UUID
    plan_area_id: str
    fingerprint: str
    file_name: str
    sheet: str
    row: int
    part: int = 0
    own_id: str | None = None
    import_id: UUID | None = None


@dataclass(frozen=True)
class KeptFinding:
    """A finding beside the rows of its import; it says itself as a fresh one does.

    ``record_type`` and ``part`` tell apart the records that one row of a file gives.
    """

    level: str
    code: str
    message_id: str
    values: Mapping[str, object] = field(default_factory=dict)
    sheet: str = ""
    row: int | None = None
    column: str = ""
    field: str = ""
    value: str = ""
    plan_area_id: str = ""
    record_type: str = ""
    part: int = 0

    def say(self, language: str | None = None) -> str:
        """Return the sentence in ``language`` or the one in use."""
        language = language or current_language()
        said = {
            key: value.say(language) if isinstance(value, Words) else value
            for key, value in self.values.items()
        }
        with speaking(language):
            return translate(self.message_id, language).format(**said)
