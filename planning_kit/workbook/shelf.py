"""What the store holds of one record type in one plan area, and which file held it first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from planning_kit.collect.row_origin import RowOrigin
from planning_kit.store import Store, Stored, content_of

Content = tuple[object, ...]


@dataclass
class Shelf:
    """``first_file``: record id → fingerprint of the file that held the record first."""

    standing: dict[UUID, Stored]
    erased: set[UUID]
    said_before: dict[UUID, list[Content]]
    first_file: dict[UUID, str]
    _ids_at: dict[tuple[str, str, int | None], set[UUID]] = field(default_factory=dict)
    _unclaimed: dict[Content, list[str]] = field(default_factory=dict)

    @classmethod
    def look(cls, store: Store, name: str, plan_area_id: str, fingerprint: str) -> Shelf:
        """Return the shelf, with what the file of that fingerprint said before."""
        standing = {stored.record_id: stored for stored in store.latest(name, plan_area_id)}
        batches = {batch.import_id: batch for batch in store.imports(plan_area_id)}
        same = [key for key, batch in batches.items() if batch.fingerprint == fingerprint]
        said: dict[UUID, list[Content]] = {}
        for revision in store.imported_by(name, same, plan_area_id):
            if revision.record is not None:
                said.setdefault(revision.record_id, []).append(content_of(revision.record))
        shelf = cls(standing, store.erased(name, plan_area_id), said, {})
        for key, stored in standing.items():
            batch = batches.get(stored.revision.import_id) if stored.revision.import_id else None
            if batch is not None:
                shelf.first_file[key] = batch.fingerprint
                at = (batch.fingerprint, stored.revision.sheet, stored.revision.row)
                shelf._ids_at.setdefault(at, set()).add(key)
        for one in store.corrections(plan_area_id):
            if one.record_type == name:
                shelf.first_file[one.record_id] = one.fingerprint
        return shelf

    def set_apart(self, named: Iterable[UUID]) -> None:
        """Make ready for ``claim``: the records that rows of the file name are spoken for."""
        spoken_for = set(named)
        self._unclaimed = {}
        for key, stored in self.standing.items():
            if key not in spoken_for and stored.record.natural_key() is None:
                files = self._unclaimed.setdefault(content_of(stored.record), [])
                files.append(self.first_file.get(key, ""))

    def claim(self, content: Content, not_of: str | None = None) -> bool:
        """Take one record that says ``content`` and that nobody named; tell if there was one.

        ``not_of`` is the file that a row says it came from: another row of that file is
        another event, even if it says the same.
        """
        files = self._unclaimed.get(content, [])
        found = next((file for file in files if file != not_of), None)
        if found is None:
            return False
        files.remove(found)
        return True

    def other_record_at(self, origin: RowOrigin, key: UUID) -> UUID | None:
        """Return the one record that a row was kept as before, where that is not ``key``."""
        found = self._ids_at.get((origin.fingerprint, origin.sheet, origin.row), set())
        return next(iter(found)) if len(found) == 1 and key not in found else None
