"""An editable table of one record type: typed, pasted from Excel, checked and saved cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from html import escape
from typing import Any

import ipywidgets as w

from planning_kit.errors import KitError
from planning_kit.faces.conflict import Conflict
from planning_kit.faces.later import nobody
from planning_kit.faces.standing import shelf_of
from planning_kit.faces.style import style_sheet
from planning_kit.faces.table_columns import make_columns
from planning_kit.faces.table_row import TableRow
from planning_kit.faces.table_sheet import Sheet
from planning_kit.faces.table_widget import TableWidget
from planning_kit.faces.table_wording import page_words, saved_at, stated_of
from planning_kit.faces.wording import practice_line
from planning_kit.language import _, current_language, speaking
from planning_kit.records import Record
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import Revision, asked_kind

_ROWS_IN_A_MESSAGE = 200
_LINKED = "workbook.linked-records"
Message = dict[str, Any]


class Table:
    """What ``table`` returns; shown by a notebook or Voila as it is.

    It keeps no state worth losing: what is saved stands in the workbook, and a page that is
    opened anew shows the workbook.
    """

    def __init__(self, workbook: Workbook, sheet: Sheet) -> None:
        self.sheet = sheet
        self.on_saved: Callable[[], None] = nobody
        # A message of the page is handled outside the cell that chose the language.
        self._language = current_language()
        noun = sheet.kind.noun
        self.page = TableWidget(
            columns=[column.declared() for column in sheet.columns],
            words=page_words(str(noun.title)),
            shelf=f"table {shelf_of(workbook, sheet.kind)}",
        )
        self.page.on_msg(self._heard)
        self.conflicts: dict[str, Conflict] = {}
        self._two_versions = w.VBox()
        needed = _("* must be answered; leave blank what is not known, write 0 for none")
        heading = f"<h2>{escape(str(noun.title))}</h2>{practice_line(workbook)}"
        heading += f'<p class="pk-help">{escape(needed)}</p>'
        parts = [w.HTML(style_sheet()), w.HTML(heading), self.page, self._two_versions]
        self.widget = w.VBox(parts)
        self.widget.add_class("pk-form")
        self.widget.add_class("pk-table")

    def _repr_mimebundle_(self, **asked: Any) -> Any:
        return self.widget._repr_mimebundle_(**asked)

    # --- what the page asks ------------------------------------------------------------
    def _heard(self, _widget: object, message: Message, _buffers: object) -> None:
        deeds: dict[str, Callable[[Message], None]] = {
            "rows": self._send_rows,
            "edit": self._edit,
            "remove": self._remove,
            "bring_back": self._bring_back,
        }
        with speaking(self._language):
            try:
                deeds[message["ask"]](message)
            except KitError as error:
                self._refuse(message, error)
        if message["ask"] != "rows":
            self.on_saved()

    def _send_rows(self, _message: Message) -> None:
        rows = self.sheet.load()
        told = [row.shown(self.sheet.columns) for row in rows]
        said, totals = _("Rows: {n}", n=len(rows)), self._totals()
        if unsaved := sum(row.state != "saved" for row in rows):
            said += f" · {_('Rows not saved yet: {n}', n=unsaved)}"
        self._show_conflicts()
        for at in range(0, max(len(told), 1), _ROWS_IN_A_MESSAGE):
            some = told[at : at + _ROWS_IN_A_MESSAGE]
            more = {"rows": some, "from": at, "of": len(told), "totals": totals, "said": said}
            self.page.send({"tell": "rows", **more})

    def _edit(self, message: Message) -> None:
        self._answer(message["n"], self.sheet.edit(message["rows"]))

    def _remove(self, message: Message) -> None:
        why = _("taken back in the table") if message.get("undone") else message["why"]
        along, gone = bool(message.get("along")), list[str]()
        try:
            for row_id in message["ids"]:
                gone += self.sheet.remove([row_id], why, along=along)
        except KitError as error:
            if error.code.startswith("store.") and not gone:
                raise
            left = [row_id for row_id in message["ids"] if row_id not in gone]
            is_asked = error.code == _LINKED and not message.get("undone")
            tell = "linked" if is_asked else "done"
            rows = [self.sheet.rows[row_id] for row_id in left if row_id in self.sheet.rows]
            self._answer(message["n"], rows, gone=gone, tell=tell, ids=left, said=error.say())
            return
        self._answer(message["n"], [], gone=gone)

    def _bring_back(self, message: Message) -> None:
        self._answer(message["n"], self.sheet.bring_back(message["ids"]))

    def _refuse(self, message: Message, error: KitError) -> None:
        if error.code.startswith("store.") and error.code != "store.conflict":
            # Locked, full or away: the page keeps what was typed and sends it again.
            self.page.send({"tell": "trouble", "n": message.get("n"), "said": error.say()})
        else:
            self._answer(message.get("n"), [], said=error.say())

    def _answer(
        self,
        n: int | None,
        rows: list[TableRow],
        *,
        gone: Iterable[str] = (),
        merged: Iterable[str] = (),
        tell: str = "done",
        ids: Iterable[str] = (),
        said: str = "",
    ) -> None:
        self._show_conflicts()
        unsaved = sum(row.state != "saved" for row in self.sheet.rows.values())
        css, standing = ("late", said) if said else saved_at(self.sheet.saved_when, unsaved)
        self.page.send(
            {
                "tell": tell,
                "n": n,
                "rows": [row.shown(self.sheet.columns) for row in rows],
                "gone": list(gone),
                "merged": list(merged),
                "ids": list(ids),
                "totals": self._totals(),
                "standing": {"css": css, "said": standing},
            }
        )

    def _totals(self) -> dict[str, dict[str, Any]]:
        found = self.sheet.totals()
        return {
            name: {**one, "said": stated_of(one["n"], one["of"])} for name, one in found.items()
        }

    # --- two versions of a row ----------------------------------------------------------
    def _show_conflicts(self) -> None:
        rows = {id_: row for id_, row in self.sheet.rows.items() if row.conflict is not None}
        self.conflicts = {id_: self.conflicts.get(id_) or self._choice(id_) for id_ in rows}
        for row_id, conflict in self.conflicts.items():
            saving = rows[row_id].conflict
            assert saving is not None, "only rows with two versions"
            conflict.show(self.sheet.kind, saving)
        self._two_versions.children = [one.widget for one in self.conflicts.values()]

    def _choice(self, row_id: str) -> Conflict:
        return Conflict(
            partial(self._choose, self.sheet.keep_mine, row_id),
            partial(self._choose, self.sheet.take_theirs, row_id),
        )

    def _choose(self, deed: Callable[[str], list[str]], row_id: str) -> None:
        with speaking(self._language):
            row = self.sheet.rows[row_id]
            try:
                merged = deed(row_id)
            except KitError as error:
                self._answer(None, [row], said=error.say())
                return
            over: Revision | None = row.over
            shown = self.sheet.rows.get(row_id) or self.sheet.rows[str(over and over.record_id)]
            self._answer(None, [shown], merged=merged)


def table(
    workbook: Workbook,
    kind: str,
    columns: Iterable[str] | None = None,
    *,
    who: str | None = None,
    why: str | None = None,
) -> Table:
    """Return a table of all records of a type, to be changed cell by cell.

    Parameters
    ----------
    kind:
        Name of the record type: ``"household"``, ``"production"``, ``"project"``,
        ``"budget_line"`` …
    columns:
        Names of the fields to show, in the order of the record; all without it. What must be
        stated is always shown, what identifies a person never.
    who, why:
        Who types, as a role or a code of the table, and why: both are kept with each revision.

    Raises ``KeyError`` for an unknown record type or field.
    """
    asked: type[Record] = asked_kind(workbook, kind)
    sheet = Sheet(
        workbook,
        asked,
        make_columns(asked, workbook, columns),
        who=_("table") if who is None else who,
        why=_("typed into the table") if why is None else why,
    )
    return Table(workbook, sheet)
