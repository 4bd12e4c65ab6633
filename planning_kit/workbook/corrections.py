"""Rows that were refused and what became of them: still open, or mended by whom and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from planning_kit.collect.row_origin import RowOrigin
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import LocalQuestion, Record, extended, record_type
from planning_kit.store import Correction, KeptFinding, KeptImport, RefusedRow, Store
from planning_kit.workbook.local_questions import questions_of
from planning_kit.workbook.mending import MendingRows, SentBack
from planning_kit.workbook.plan_areas import plan_areas

Place = tuple[str, str, str, int, int, str | None]
"""Record type, fingerprint, sheet, row, part and own id in the file that held a row first."""


@dataclass(frozen=True)
class CorrectedRow:
    """The history of one row that was sent back.

    ``refused_in`` is the import that refused it and ``findings`` say why; both are empty
    where its file had been held back as a whole, or where the row was taken but flagged.
    """

    correction: Correction
    accepted_in: KeptImport
    refused_in: KeptImport | None = None
    findings: tuple[KeptFinding, ...] = ()

    @property
    def record_id(self) -> UUID:
        """The id of the record that the mended row gave; ``Store.history`` tells the rest."""
        return self.correction.record_id

    @property
    def when(self) -> dt.datetime:
        """When the mended row came in."""
        return self.accepted_in.when


@dataclass(frozen=True)
class RefusedRows:
    """What one import refused and how much of it is still to be mended.

    ``withheld`` rows are of who did not agree, or were erased: nobody is to mend those.
    """

    kept_import: KeptImport
    refused: int
    still_open: int
    withheld: int = 0

    @property
    def import_id(self) -> UUID:
        """The id of the import."""
        return self.kept_import.import_id

    @property
    def mended(self) -> int:
        """How many came in mended since."""
        return self.refused - self.still_open - self.withheld


def corrected_rows(store: Store, plan_area_id: str) -> list[CorrectedRow]:
    """Return every row of a plan area that was sent back and came in mended, oldest first."""
    by_id = {batch.import_id: batch for batch in store.imports()}
    refused: dict[Place, tuple[KeptImport, RefusedRow]] = {}
    for batch in by_id.values():
        for row in store.refused(batch.import_id):
            refused[place_of_row(batch, row)] = (batch, row)
    papers = _Papers(store)
    told = []
    for one in store.corrections(plan_area_id):
        if one.import_id is None:
            continue
        was = refused.get(place_of_correction(one))
        found = papers.of(*was) if was else ()
        told.append(CorrectedRow(one, by_id[one.import_id], was[0] if was else None, found))
    return told


def refused_imports(store: Store, plan_area_id: str) -> list[RefusedRows]:
    """Return the imports of a plan area that refused rows, oldest first."""
    mended = mended_places(store.corrections())
    told = []
    for batch in store.imports(plan_area_id):
        rows = _of_area(store.refused(batch.import_id), plan_area_id)
        # Of a row that may not be written down only the place was kept.
        to_mend = [row for row in rows if row.values]
        still_open = sum(place_of_row(batch, row) not in mended for row in to_mend)
        if rows:
            withheld = len(rows) - len(to_mend)
            told.append(RefusedRows(batch, len(rows), still_open, withheld))
    return told


def kept_to_mend(
    store: Store, import_id: UUID, plan_area_id: str, *, mended_too: bool = False
) -> MendingRows:
    """Return the rows that an import refused, to be written out again; those mended since left out.

    Raises ``KitError`` ``workbook.no-such-import``.
    """
    batch = next((one for one in store.imports(plan_area_id) if one.import_id == import_id), None)
    if batch is None:
        raise KitError(
            "workbook.no-such-import",
            N_("This plan area has no import {id}; list them with: planning-kit refused"),
            id=str(import_id),
        )
    papers = _Papers(store)
    questions = [
        question
        for one in plan_areas(store)
        if one.plan_area_id == plan_area_id
        for question in questions_of(store, one, retired=True)
    ]
    mended = frozenset[Place]() if mended_too else mended_places(store.corrections())
    rows = [
        SentBack(
            row.record_type,
            origin_of(batch, row),
            row.values,
            papers.of(batch, row),
            is_refused=True,
            kind=_kind(row, questions),
        )
        for row in _of_area(store.refused(import_id), plan_area_id)
        if place_of_row(batch, row) not in mended
    ]
    cited = {row.values.get("source_code") for row in rows}
    sources = [
        stored.record.model_dump()
        for stored in store.latest("source", plan_area_id)
        if getattr(stored.record, "source_code", None) in cited
    ]
    return MendingRows(rows, sources)


def mended_places(corrections: Iterable[Correction]) -> frozenset[Place]:
    """Return the places of all rows that came in mended."""
    return frozenset(map(place_of_correction, corrections))


def place_of_correction(one: Correction) -> Place:
    """Return the place of a mended row in the file that held it first."""
    return (one.record_type, one.fingerprint, one.sheet, one.row, one.part, one.own_id)


def place_of_origin(record: str, origin: RowOrigin) -> Place:
    """Return the place of a row in the file that held it first."""
    at = origin
    return (record, at.fingerprint, at.sheet, at.row, at.part, at.own_id)


def place_of_row(batch: KeptImport, row: RefusedRow) -> Place:
    """Return the place of a refused row in the file that held it first."""
    return place_of_origin(row.record_type, origin_of(batch, row))


def origin_of(batch: KeptImport, row: RefusedRow) -> RowOrigin:
    """Return where a refused row first came from; papers of older kits name only its file."""
    at = RowOrigin(batch.fingerprint, batch.file_name, row.sheet, row.row, None, row.part)
    if not row.origin:
        return at
    said = row.origin
    own_id = said.get("own_id")
    return RowOrigin(
        str(said.get("fingerprint") or at.fingerprint),
        str(said.get("file_name") or at.file_name),
        str(said.get("sheet") or at.sheet),
        int(str(said.get("row", at.row))),
        None if own_id is None else str(own_id),
        int(str(said.get("part", at.part))),
    )


def _kind(row: RefusedRow, questions: Iterable[LocalQuestion]) -> type[Record]:
    """Return the record type of a row with the area’s questions that it answers."""
    asked = [one for one in questions if one.about == row.record_type and one.code in row.values]
    return extended(record_type(row.record_type), asked)


def _of_area(rows: Iterable[RefusedRow], plan_area_id: str) -> list[RefusedRow]:
    """Return the rows of a plan area, and those that name none and may be its own."""
    return [row for row in rows if row.plan_area_id in (plan_area_id, "")]


class _Papers:
    """The findings of imports by the row they are about, each import read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[UUID, dict[tuple[object, ...], list[KeptFinding]]] = {}

    def of(self, batch: KeptImport, row: RefusedRow) -> tuple[KeptFinding, ...]:
        if batch.import_id not in self._read:
            by_row = self._read.setdefault(batch.import_id, {})
            for one in self._store.findings(batch.import_id):
                at = (one.sheet, one.row, one.record_type, one.part)
                by_row.setdefault(at, []).append(one)
        found = self._read[batch.import_id]
        here = (row.sheet, row.row)
        # Papers of older kits do not say which record a finding is about.
        return (
            *found.get((*here, row.record_type, row.part), ()),
            *found.get((*here, "", 0), ()),
        )
