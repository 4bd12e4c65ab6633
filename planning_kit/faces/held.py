"""A record on the screen: what stands in the store, and what was last saved from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planning_kit.records import Record
from planning_kit.workbook.saving import Revision, kept_values


@dataclass
class Held:
    """A record as it stands on the screen; it moves on with everything saved from there."""

    kind: type[Record]
    revision: Revision

    def __getitem__(self, name: str) -> Any:
        return getattr(self.record, name)

    @property
    def record(self) -> Record:
        """The record itself."""
        assert self.revision.record is not None, "an erased record is never shown"
        return self.revision.record

    @property
    def values(self) -> dict[str, Any]:
        """What the record holds, by field."""
        return kept_values(self.kind, self.revision.record)
