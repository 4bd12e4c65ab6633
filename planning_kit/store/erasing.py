"""A person's right to be forgotten: the record is gone, and so is what its revisions said."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, select, update

from planning_kit.records import Attachment
from planning_kit.store import drafts, migrate
from planning_kit.store.erased_findings import empty_findings, places_of_erased
from planning_kit.store.identity import record_uuid
from planning_kit.store.revision import ERASED, Revision
from planning_kit.store.revision_lines import parents_of
from planning_kit.store.rows import to_revision
from planning_kit.store.tables import (
    IMPORT_AREA,
    KEPT_FILE,
    LOCAL_ANSWERS,
    REFUSED_ROW,
    REVISION_COLUMNS,
    table_of,
)
from planning_kit.store.writing import AT_ONCE, current_heads, write_all

_KEPT = frozenset(REVISION_COLUMNS)
_HOME, _CODE = "household", "household_id"


class Erasing(ABC):
    """The part of the store that erases; over the connection ``Store`` lends."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    def erase(self, name: str, record_id: UUID, *, who: str, why: str) -> Revision:
        """Save a tombstone over every head of a record, and take away what it ever said.

        Who saved it and when stays, so that laptops that worked apart still agree. Returns
        the tombstone, of a record erased before the one that stands. Raises ``KeyError`` for
        an unknown id.
        """
        if tombs := self.erase_all([(name, record_id)], who=who, why=why):
            return tombs[-1]
        with self._reading() as connection:
            return to_revision(name, current_heads(connection, name, [record_id])[record_id][-1])

    def erase_all(
        self, records: Sequence[tuple[str, UUID]], *, who: str, why: str
    ) -> list[Revision]:
        """Erase several records (type and id) in one transaction; return the tombstones.

        One that is erased already is left as it is. Raises ``KeyError`` for an unknown id.
        """
        tombs: list[Revision] = []
        with self._writing() as connection:
            migrate.lock_for_writing(connection)
            for name, record_id in records:
                found = current_heads(connection, name, [record_id])[record_id]
                new = [
                    Revision(
                        name,
                        record_id,
                        row["area_id"],
                        None,
                        who,
                        why,
                        parent_id=row["revision_id"],
                    )
                    for row in found
                    if not row["is_deleted"]
                ]
                write_all(connection, new, None, (), ())
                forget_values(connection, name, [record_id])
                tombs += new
        return tombs

    def forget_refused(self, plan_area_id: str, households: Collection[str]) -> int:
        """Take the values out of refused rows that name a household; return of how many."""
        table, forgotten = REFUSED_ROW, 0
        with self._writing() as connection:
            migrate.lock_for_writing(connection)
            own = table.c.area_id.in_([plan_area_id, ""])
            for row in list(connection.execute(select(table).where(own)).mappings()):
                if str(row["values"].get(_CODE, "")).strip() in households:
                    _forget_row(connection, row)
                    forgotten += 1
        return forgotten


def forget_refused_of_erased(connection: Connection) -> None:
    """Take the values out of refused rows that name an erased household.

    Another laptop may have refused such a row, or have kept it since before the erasure.
    """
    home, table = table_of(_HOME), REFUSED_ROW
    gone = select(home.c.record_id).where(home.c.is_deleted.is_(True), home.c.row_state != ERASED)
    erased = set(connection.execute(gone).scalars())
    if not erased:
        return
    touched: dict[UUID, list[str]] = {}
    for import_id, area in connection.execute(
        select(IMPORT_AREA.c.import_id, IMPORT_AREA.c.area_id)
    ):
        touched.setdefault(import_id, []).append(area)
    for row in list(connection.execute(select(table)).mappings()):
        code = str(row["values"].get(_CODE, "")).strip()
        areas = [row["area_id"]] if row["area_id"] else touched.get(row["import_id"], [])
        if code and any(record_uuid(area, _HOME, (code,)) in erased for area in areas):
            _forget_row(connection, row)


def _forget_row(connection: Connection, row: Any) -> None:
    empty = update(REFUSED_ROW).where(REFUSED_ROW.c.id == row["id"]).values(values={})
    connection.execute(empty)
    empty_findings(connection, {(row["import_id"], row["from_sheet"], row["from_row"])})


def forget_values(connection: Connection, name: str, record_ids: Iterable[UUID]) -> list[UUID]:
    """Take away what the erased among some records ever said; return their ids.

    Of a record with a tombstone every revision loses its values that does not stand after
    one: what was agreed to anew stays, a change made elsewhere meanwhile does not. Drafts go
    too, what findings say of the rows they came from, and files that no attachment names any
    more.
    """
    table = table_of(name)
    wanted, erased = list(record_ids), []
    for start in range(0, len(wanted), AT_ONCE):
        rows = _of_erased(connection, table, wanted[start : start + AT_ONCE])
        erased += sorted({row["record_id"] for row in rows})
        lost = [row["revision_id"] for row in rows if not row["is_deleted"]]
        lost = _not_after_a_tombstone(rows, lost)
        for at in range(0, len(lost), AT_ONCE):
            own = table.c.revision_id.in_(lost[at : at + AT_ONCE])
            connection.execute(update(table).where(own).values(_emptied(table)))
    drafts.forget(connection, erased)
    empty_findings(connection, places_of_erased(connection, table, erased))
    if name == Attachment.noun.name and erased:
        _forget_files(connection, table)
    return erased


def _of_erased(connection: Connection, table: Table, ids: Sequence[UUID]) -> list[Any]:
    gone = select(table.c.record_id).where(
        table.c.record_id.in_(ids), table.c.is_deleted.is_(True), table.c.row_state != ERASED
    )
    query = select(
        table.c.record_id,
        table.c.revision_id,
        table.c.parent_id,
        table.c.also_follows,
        table.c.is_deleted,
        table.c.row_state,
    ).where(table.c.record_id.in_(gone))
    return list(connection.execute(query).mappings())


def _not_after_a_tombstone(rows: Sequence[Any], ids: Sequence[UUID]) -> list[UUID]:
    """Return those of some revisions to which a line leads that no tombstone interrupts."""
    after = {row["revision_id"] for row in rows if row["is_deleted"] and row["row_state"] != ERASED}
    waiting, before = [row for row in rows if row["revision_id"] not in after], -1
    while len(after) != before:
        before = len(after)
        after |= {
            row["revision_id"]
            for row in waiting
            if (parents := parents_of(row)) and after.issuperset(parents)
        }
    return [one for one in ids if one not in after]


def _emptied(table: Table) -> dict[str, Any]:
    fields = [column.name for column in table.c if column.name not in _KEPT]
    fields = [name for name in fields if name != LOCAL_ANSWERS]
    empty: dict[str, Any] = dict.fromkeys(fields)
    if LOCAL_ANSWERS in table.c:
        empty[LOCAL_ANSWERS] = None
    return {**empty, "is_deleted": True, "row_state": ERASED, "saved_why": ""}


def _forget_files(connection: Connection, table: Table) -> None:
    named = select(table.c.fingerprint).where(table.c.fingerprint.is_not(None))
    connection.execute(delete(KEPT_FILE).where(KEPT_FILE.c.fingerprint.not_in(named)))
