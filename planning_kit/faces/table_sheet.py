"""What an editable table does, without a screen: rows of the store, edited, saved, taken out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from planning_kit.faces.table_columns import Column
from planning_kit.faces.table_row import TableRow
from planning_kit.faces.table_unsaved import UnsavedRows
from planning_kit.language import _
from planning_kit.records import Record
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import save_rows

_ROUNDS = 3
"""How often a row is tried without its wrong cells; a check may object only to the next pair."""


class Sheet:
    """The rows of one record type, in the order of the store, new ones behind.

    All of it is in the store, what cannot be saved yet as drafts: ``load`` reads it anew.
    """

    def __init__(
        self,
        workbook: Workbook,
        kind: type[Record],
        columns: Sequence[Column],
        *,
        who: str,
        why: str,
    ) -> None:
        self._workbook, self.kind, self.columns = workbook, kind, list(columns)
        self._by_name = {column.spec.name: column for column in columns}
        self._who, self._why = who, why
        self._unsaved = UnsavedRows(workbook, kind, self._by_name, who)
        self.rows: dict[str, TableRow] = {}
        self._gone: dict[str, TableRow] = {}
        self.saved_when = dt.datetime.now(dt.UTC)

    # --- reading -----------------------------------------------------------------------
    def load(self) -> list[TableRow]:
        """Read the rows from the store, and what was typed on any device and not saved yet.

        What is not saved is tried again, so that the page can say what is wrong with it.
        """
        self.rows = {}
        for stored in self._workbook.stored(self.kind):
            row = TableRow(str(stored.record_id))
            row.stand_on(self.kind, stored.revision)
            self.rows[row.row_id] = row
        self._save(self._unsaved.put_into(self.rows))
        return list(self.rows.values())

    def totals(self) -> dict[str, dict[str, Any]]:
        """Return, per column that holds figures, how many are stated and their sum in words.

        Only saved rows count. What is not stated is no zero: it is left out of ``n``. The sum
        is blank where nothing is stated, or where adding means nothing, as of prices.
        """
        kept = [row.values for row in self.rows.values() if row.over is not None]
        found = {}
        for name, column in self._by_name.items():
            if column.declared()["counts"]:
                stated = [values[name] for values in kept if values.get(name) is not None]
                is_sum = column.spec.has_sum and stated
                added = column.text(sum((Decimal(str(one)) for one in stated), Decimal(0)))
                found[name] = {"n": len(stated), "of": len(kept), "sum": added if is_sum else ""}
        return found

    # --- changing ----------------------------------------------------------------------
    def edit(self, changes: Mapping[str, Mapping[str, str]]) -> list[TableRow]:
        """Take cells by row and field as typed, and save what can be saved.

        An unknown row id begins a new row. Raises ``KitError`` for what the store raises; the
        cells are then kept as typed, to be tried again.
        """
        changed = []
        for row_id, cells in changes.items():
            row = self.rows.setdefault(row_id, TableRow(row_id))
            row.type_in({name: text for name, text in cells.items() if name in self._by_name})
            changed.append(row)
        self._save([row for row in changed if row.typed])
        return changed

    def _save(self, rows: list[TableRow]) -> None:
        asked_first = list(rows)
        self._try_to_save(rows)
        self._unsaved.keep(asked_first)

    def _try_to_save(self, rows: list[TableRow]) -> None:
        for _round in range(_ROUNDS):
            if not rows:
                return
            asked = [row.answers(self._by_name) for row in rows]
            found = save_rows(self._workbook, self.kind, asked, who=self._who, why=self._why)
            self.saved_when = dt.datetime.now(dt.UTC)
            rows = [row for row, one in zip(rows, found, strict=True) if row.take(self.kind, one)]

    def remove(self, ids: Iterable[str], why: str, *, along: bool = False) -> list[str]:
        """Withdraw rows with a reason; return the ids of those that are gone.

        ``along`` withdraws what names them too. A row that was never saved just goes. Raises
        what ``Workbook.withdraw`` raises, at the first row that cannot be withdrawn.
        """
        gone: list[str] = []
        for row_id in ids:
            row = self.rows.get(row_id)
            if row is None:
                continue
            if row.over is not None:
                self._workbook.withdraw(
                    self.kind, row.over.record_id, who=self._who, why=why, with_linked=along
                )
            self._unsaved.drop(row)
            self._gone[row_id] = self.rows.pop(row_id)
            self.saved_when = dt.datetime.now(dt.UTC)
            gone.append(row_id)
        return gone

    def bring_back(self, ids: Iterable[str]) -> list[TableRow]:
        """Bring withdrawn rows back, with what was withdrawn along with them."""
        back = []
        for row_id in ids:
            row = self._gone.get(row_id)
            if row is None:
                continue
            if row.over is not None:
                why, key = _("withdrawal undone in the table"), row.over.record_id
                written = self._workbook.bring_back(self.kind, key, who=self._who, why=why)
                row.stand_on(self.kind, next(one for one in written if one.record_id == key))
            self.rows[row_id] = self._gone.pop(row_id)
            self._unsaved.keep([row])
            back.append(row)
            self.saved_when = dt.datetime.now(dt.UTC)
        return back

    # --- two versions ------------------------------------------------------------------
    def keep_mine(self, row_id: str) -> list[str]:
        """Save what was typed as a new version over the other; return ids of rows merged away."""
        row = self.rows[row_id]
        row.over = row.conflict.theirs if row.conflict else row.over
        row.conflict = None
        self._save([row])
        return self._merged(row)

    def take_theirs(self, row_id: str) -> list[str]:
        """Show what somebody else saved; what was typed is given up."""
        row = self.rows[row_id]
        if row.conflict is not None and row.conflict.theirs is not None:
            row.stand_on(self.kind, row.conflict.theirs)
        row.typed, row.said, row.whole = {}, {}, []
        self._unsaved.drop(row)
        return self._merged(row)

    def _merged(self, row: TableRow) -> list[str]:
        """A new row typed under a key that another row shows already becomes one with it."""
        if row.over is None:
            return []
        twin = self.rows.get(str(row.over.record_id))
        if twin is None or twin is row:
            return []
        twin.stand_on(self.kind, row.over)
        del self.rows[row.row_id]
        return [row.row_id]
