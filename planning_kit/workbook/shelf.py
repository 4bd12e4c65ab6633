"""What the store holds of one record type in one plan area, and which file held it first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from planning_kit.collect.row_origin import RowOrigin
from planning_kit.store import KeptImport, Revision, Store, Stored, content_of, withdrawn
from planning_kit.workbook.corrections import (
    Place,
    place_of_correction,
    place_of_origin,
    place_of_row,
)

Content = tuple[object, ...]


@dataclass
class Shelf:
    """``gone``: record id → its withdrawal. ``named``: the ids that rows of the file have.

    ``first_file``: record id → fingerprint of the file that held the record first.
    """

    store: Store
    name: str
    plan_area_id: str
    standing: dict[UUID, Stored]
    erased: set[UUID]
    gone: dict[UUID, Revision]
    said_before: dict[UUID, list[Content]]
    first_file: dict[UUID, str] = field(default_factory=dict)
    named: set[UUID] = field(default_factory=set)
    _batches: dict[UUID, KeptImport] = field(default_factory=dict)
    _mended_into: dict[Place, tuple[UUID, UUID | None]] = field(default_factory=dict)
    _unclaimed: dict[Content, list[str]] = field(default_factory=dict)
    _unclaimed_gone: dict[Content, list[Revision]] = field(default_factory=dict)
    _of_file: dict[str, tuple[set[Place], list[Revision]]] = field(default_factory=dict)

    @classmethod
    def look(cls, store: Store, name: str, plan_area_id: str, fingerprint: str) -> Shelf:
        """Return the shelf, with what the file of that fingerprint said before."""
        standing = {stored.record_id: stored for stored in store.latest(name, plan_area_id)}
        gone = {one.record_id: one for one in withdrawn(store, name, plan_area_id)}
        batches = {batch.import_id: batch for batch in store.imports(plan_area_id)}
        same = [key for key, batch in batches.items() if batch.fingerprint == fingerprint]
        said: dict[UUID, list[Content]] = {}
        for revision in store.imported_by(name, same, plan_area_id):
            if revision.record is not None:
                said.setdefault(revision.record_id, []).append(content_of(revision.record))
        erased = store.erased(name, plan_area_id)
        shelf = cls(store, name, plan_area_id, standing, erased, gone, said, _batches=batches)
        for key, stored in standing.items():
            batch = batches.get(stored.revision.import_id) if stored.revision.import_id else None
            if batch is not None:
                shelf.first_file[key] = batch.fingerprint
        for one in store.corrections(plan_area_id):
            if one.record_type == name:
                shelf.first_file[one.record_id] = one.fingerprint
                shelf._mended_into[place_of_correction(one)] = (one.record_id, one.import_id)
        return shelf

    def came_in_mended(self, origin: RowOrigin) -> bool:
        """Tell whether a row came in mended since, so that what its file says is outdated."""
        return place_of_origin(self.name, origin) in self._mended_into

    def set_apart(self, named: Iterable[UUID]) -> None:
        """Make ready for ``claim``: the records that rows of the file name are spoken for."""
        self.named = set(named)
        self._unclaimed, self._unclaimed_gone = {}, {}
        for key, stored in self.standing.items():
            if key not in self.named and stored.record.natural_key() is None:
                files = self._unclaimed.setdefault(content_of(stored.record), [])
                files.append(self.first_file.get(key, ""))
        for key, one in self.gone.items():
            if key not in self.named and one.record and one.record.natural_key() is None:
                self._unclaimed_gone.setdefault(content_of(one.record), []).append(one)

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

    def claim_gone(self, content: Content) -> Revision | None:
        """Take one withdrawn record without a key that said ``content`` and nobody named."""
        found = self._unclaimed_gone.get(content, [])
        return found.pop() if found else None

    def kept_as(self, origin: RowOrigin, key: UUID) -> tuple[UUID, bool] | None:
        """Return the standing record that a row was kept as before, where that is not ``key``.

        With it, whether it still says what that row said: nobody has changed it since.
        ``None`` too where the row was refused then, or gave one of several records.
        """
        place = place_of_origin(self.name, origin)
        mended = self._mended_into.get(place)
        refused, revisions = self._look_at_file(origin.fingerprint)
        if mended is None and place in refused:
            return None
        at = (origin.sheet, origin.row)
        ids = {one.record_id for one in revisions if (one.sheet, one.row) == at}
        found = {mended[0]} if mended else ids
        other = next(iter(found)) if len(found) == 1 else key
        stored = self.standing.get(other)
        if other == key or stored is None:
            return None
        batch = self._batches.get(stored.revision.import_id or UUID(int=0))
        is_of_file = batch is not None and batch.fingerprint == origin.fingerprint
        is_mended = mended is not None and stored.revision.import_id == mended[1]
        return other, is_of_file or is_mended

    def _look_at_file(self, fingerprint: str) -> tuple[set[Place], list[Revision]]:
        """Return the places of the rows of a file that were refused, and what it brought."""
        if fingerprint not in self._of_file:
            batches = [one for one in self._batches.values() if one.fingerprint == fingerprint]
            refused = {
                place_of_row(batch, row)
                for batch in batches
                for row in self.store.refused(batch.import_id)
            }
            ids = [one.import_id for one in batches]
            brought = self.store.imported_by(self.name, ids, self.plan_area_id)
            self._of_file[fingerprint] = (refused, brought)
        return self._of_file[fingerprint]
