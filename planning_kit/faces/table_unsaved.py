"""Cells of a table that cannot be saved yet, kept as drafts: wrong, incomplete, or contested."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from planning_kit.errors import KitError
from planning_kit.faces.table_columns import Column
from planning_kit.faces.table_row import TableRow
from planning_kit.records import Record
from planning_kit.workbook import Workbook
from planning_kit.workbook.drafts import (
    Draft,
    begin_draft,
    drafts_of,
    drop_draft,
    keep_draft,
    revision_under,
)

NEW = "new-"
"""A row that was never saved is known to page and store by this and the id of its draft."""


class UnsavedRows:
    """What stands typed in the rows of a table and is no record yet."""

    def __init__(
        self, workbook: Workbook, kind: type[Record], columns: Mapping[str, Column], who: str
    ) -> None:
        self._workbook, self._kind, self._columns, self._who = workbook, kind, columns, who
        self._page = uuid4()

    def put_into(self, rows: dict[str, TableRow]) -> list[TableRow]:
        """Put what was typed over the rows it belongs to; return those, with new rows behind."""
        found = []
        for draft in reversed(drafts_of(self._workbook, self._kind, "table")):
            row = self._row_of(draft, rows)
            row.draft = draft
            typed = {name: text for name, text in draft.answers.items() if text is not None}
            row.type_in({name: text for name, text in typed.items() if name in self._columns})
            found.append(row)
        return [row for row in found if row.typed]

    def _row_of(self, draft: Draft, rows: dict[str, TableRow]) -> TableRow:
        if draft.over_id is None:
            row = TableRow(f"{NEW}{draft.draft_id}")
            return rows.setdefault(row.row_id, row)
        row = rows.setdefault(str(draft.record_id), TableRow(str(draft.record_id)))
        under = revision_under(self._workbook, draft)
        if under is not None:
            # Older than what stands now, if somebody saved meanwhile: then both are shown.
            row.stand_on(self._kind, under)
        return row

    def keep(self, rows: Sequence[TableRow]) -> None:
        """Keep what is typed in these rows, and drop the drafts of those that are saved.

        Raises the store's ``KitError``.
        """
        for row in rows:
            if not row.typed:
                self.drop(row)
                continue
            try:
                row.draft = self._kept(row)
            except KitError as error:
                if error.code.startswith("store."):
                    raise
                # Refused consent, or a record erased: said, and kept nowhere.
                row.draft = None
                row.whole.append(error.say())

    def _kept(self, row: TableRow) -> Draft:
        draft = row.draft or self._begun(row)
        if row.over is not None:
            # The rest of the row may have been saved since: it stands on that now.
            record_id, over_id = row.over.record_id, row.over.revision_id
            draft = replace(draft, record_id=record_id, over_id=over_id)
        answers = self._answers(row)
        gone = draft.answers.keys() - row.typed.keys()
        return keep_draft(
            self._workbook,
            self._kind,
            draft,
            {**dict.fromkeys(gone), **row.typed},
            answers,
            page=self._page,
            who=self._who,
        )

    def _begun(self, row: TableRow) -> Draft:
        draft = begin_draft(self._workbook, self._kind, "table", row.over)
        if not row.row_id.startswith(NEW) or row.over is not None:
            return draft
        try:
            known = UUID(row.row_id.removeprefix(NEW))
        except ValueError:
            known = draft.draft_id
        # The page knows the row by this name, also after it is loaded anew.
        return Draft(known, draft.plan_area_id, draft.record_type, draft.face)

    def _answers(self, row: TableRow) -> dict[str, object]:
        read = {name: self._columns[name].answer(text) for name, text in row.typed.items()}
        return {**row.values, **read}

    def drop(self, row: TableRow) -> None:
        """Erase the draft of a row, if there is one."""
        if row.draft is not None:
            drop_draft(self._workbook, row.draft.draft_id)
            row.draft = None
