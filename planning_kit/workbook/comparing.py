"""What of a file is new, what changed, and what the store knows already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from planning_kit import thai
from planning_kit.language import N_
from planning_kit.records import Record, carrying, local_answers, record_types
from planning_kit.store import Revision, Store, content_of, record_uuid, withdrawn
from planning_kit.validate import CheckedRow
from planning_kit.workbook.corrected_keys import correct_keys
from planning_kit.workbook.provenance import Provenance
from planning_kit.workbook.reasons import WHY, WHY_MENDED, reason
from planning_kit.workbook.routing import Routes, note, refuse
from planning_kit.workbook.shelf import Shelf

_ERASED = N_(
    "This record was erased at somebody’s request and is not taken in again; leave its row out "
    "of the file"
)
_WITHDRAWN = N_(
    "This record was withdrawn on {date} by {who} ({why}), so the row is left out; if it belongs "
    "here after all, bring the record back with planning-kit withdraw --undo"
)
_HOME_WITHDRAWN = N_(
    "Household {code} was withdrawn on {date} by {who} ({why}), so this row of it is left out"
)


@dataclass(frozen=True)
class Origin:
    """Where the rows of a file come from, and the import that brings them."""

    provenance: Provenance
    import_id: UUID
    who: str


@dataclass
class Change:
    """What one row means for one plan area: ``new``, ``changed``, ``unchanged``, ``withdrawn``.

    A row of a record that was withdrawn earlier is left out. ``also`` is what follows from a
    corrected key: records withdrawn, and those that named them under the new one.
    """

    row: CheckedRow
    plan_area_id: str
    kind: str
    revision: Revision | None = None
    also: list[Revision] = field(default_factory=list)

    @property
    def revisions(self) -> list[Revision]:
        """Return all that is to be saved."""
        return [*([self.revision] if self.revision else []), *self.also]


def compare(store: Store, routes: Routes, origin: Origin) -> list[Change]:
    """Return what each row changes in each of its plan areas.

    A row is unchanged where the latest record says the same, or where this very file has
    said the same before: what somebody corrected after an import is not set back by a
    second import of the old file. A type without a natural key is matched by content too,
    so that a mended file sent again does not enter its sound rows twice. What was withdrawn
    stays out, with the rows that name a withdrawn household; what a mended row with a
    corrected key was kept as before is withdrawn.
    """
    by_shelf: dict[tuple[str, str], list[CheckedRow]] = {}
    for row, plan_area_ids in routes:
        for plan_area_id in plan_area_ids:
            by_shelf.setdefault((plan_area_id, row.raw.record), []).append(row)
    changes: list[Change] = []
    shelves: dict[tuple[str, str], Shelf] = {}
    homes: dict[str, dict[str, Revision]] = {}
    order = [kind.noun.name for kind in record_types()]
    # Households before what names them: one may be brought back by the file itself.
    for (area, name), rows in sorted(by_shelf.items(), key=lambda at: order.index(at[0][1])):
        shelf = Shelf.look(store, name, area, origin.provenance.fingerprint)
        if area not in homes:
            gone = withdrawn(store, _HOME, area)
            homes[area] = {_code(one.record): one for one in gone if one.record}
        shelves[area, name] = shelf
        changes += _compare_shelf(rows, area, shelf, origin, homes[area])
    correct_keys(store, changes, shelves, origin)
    return changes


_HOME = "household"


def _compare_shelf(
    rows: list[CheckedRow],
    plan_area_id: str,
    shelf: Shelf,
    origin: Origin,
    homes: dict[str, Revision],
) -> list[Change]:
    ids = _ids(rows, plan_area_id, origin.provenance)
    shelf.set_apart(ids)
    changes = []
    for row, key in zip(rows, ids, strict=True):
        home = homes.get(_code(row.record))
        if key in shelf.erased:
            refuse(row, "workbook.erased", _ERASED)
        elif key in shelf.gone and not _comes_back(row, key, shelf, origin):
            changes.append(_left_out(row, plan_area_id, shelf.gone[key], _WITHDRAWN))
        elif home is not None and row.raw.record != _HOME:
            changes.append(_left_out(row, plan_area_id, home, _HOME_WITHDRAWN))
        else:
            if row.raw.record == _HOME:
                homes.pop(_code(row.record), None)
            changes.append(_judge(row, key, plan_area_id, shelf, origin))
    return changes


def _code(record: Record | None) -> str:
    return str(getattr(record, "household_id", None) or "")


def _comes_back(row: CheckedRow, key: UUID, shelf: Shelf, origin: Origin) -> bool:
    """Tell whether a correction of a key is itself corrected back, for the first time."""
    if not origin.provenance.is_carried(row):
        return False
    if content_of(_record(row)) in shelf.said_before.get(key, []):
        return False
    kept = shelf.kept_as(origin.provenance.origin(row), key)
    return kept is not None and kept[1]


def _left_out(row: CheckedRow, plan_area_id: str, gone: Revision, sentence: str) -> Change:
    values: dict[str, object] = {
        "date": thai.format_date(gone.when.astimezone().date()),
        "who": gone.who,
        "why": reason(gone),
    }
    if sentence == _HOME_WITHDRAWN:
        values["code"] = _code(row.record)
    note(row, "workbook.withdrawn", sentence, **values)
    return Change(row, plan_area_id, "withdrawn")


def _judge(row: CheckedRow, key: UUID, plan_area_id: str, shelf: Shelf, origin: Origin) -> Change:
    there = shelf.standing.get(key)
    # A file that does not ask a local question takes no answer to it away.
    record = carrying(_record(row), local_answers(there.record) if there else {})
    content = content_of(record)
    is_carried = origin.provenance.is_carried(row)
    is_known = row.same_as is not None or content in shelf.said_before.get(key, [])
    if not is_carried:
        is_known = is_known or shelf.came_in_mended(origin.provenance.origin(row))
    if there is not None:
        is_known = is_known or content_of(there.record) == content
    else:
        came_from = origin.provenance.origin(row).fingerprint if is_carried else None
        is_known = is_known or shelf.claim(content, came_from)
    if is_known:
        return Change(row, plan_area_id, "unchanged")
    gone = None if is_carried else shelf.claim_gone(content)
    if gone is not None and there is None:
        return _left_out(row, plan_area_id, gone, _WITHDRAWN)
    parent = there.revision if there else shelf.gone.get(key)
    revision = Revision(
        record_type=row.raw.record,
        record_id=key,
        plan_area_id=plan_area_id,
        record=record,
        who=origin.who,
        why=WHY_MENDED if is_carried else WHY,
        state=str(row.state),
        parent_id=parent.revision_id if parent else None,
        import_id=origin.import_id,
        sheet=row.raw.place.sheet,
        row=row.raw.place.row,
    )
    return Change(row, plan_area_id, "changed" if there else "new", revision)


def _ids(rows: Iterable[CheckedRow], plan_area_id: str, provenance: Provenance) -> list[UUID]:
    """Return the id of each row: by natural key, by the row's own id in its source, by place.

    Own id and place are those in the file that held the row first, so that a row that was
    sent back and mended is the same one.
    """
    ids = []
    for row in rows:
        record = _record(row)
        key = record.natural_key()
        if key is None:
            key = provenance.origin(row).key(getattr(record, "source_code", None))
        ids.append(record_uuid(plan_area_id, row.raw.record, key))
    return ids


def _record(row: CheckedRow) -> Record:
    assert row.record is not None, "only rows that could be read are routed"
    return row.record
