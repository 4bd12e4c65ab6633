"""SWOT in four fields, and the four ways that follow from them (TOWS)."""

from __future__ import annotations

from functools import partial

import ipywidgets as w

from planning_kit.faces.adding import AddBox
from planning_kit.faces.answer_control import ButtonsControl, Option
from planning_kit.faces.board import Board, Card, Group
from planning_kit.faces.control import Control
from planning_kit.faces.held import Held
from planning_kit.faces.record_editor import RecordEditor
from planning_kit.faces.tool import Showing, Told, Tool
from planning_kit.language import Words, _
from planning_kit.records import SwotItem
from planning_kit.records.forum_choices import SwotQuadrant as Field
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook

_ITEM = SwotItem.noun.name
_FIELDS = (Field.STRENGTH, Field.WEAKNESS, Field.OPPORTUNITY, Field.THREAT)
_JOINS = {
    Field.SO: (Field.STRENGTH, Field.OPPORTUNITY),
    Field.WO: (Field.WEAKNESS, Field.OPPORTUNITY),
    Field.ST: (Field.STRENGTH, Field.THREAT),
    Field.WT: (Field.WEAKNESS, Field.THREAT),
}


class SwotBoard(Tool):
    """Items in their fields; touching one opens it."""

    def _body(self) -> list[w.Widget]:
        self._items: dict[str, Held] = {}
        self._boxes = {
            one: AddBox(_("Write one more"), _("Add"), partial(self._add, one))
            for one in (*_FIELDS, *_JOINS)
        }
        self.board = Board(self._editor, "pk-quarters")
        self.ways = Board(self._editor, "pk-quarters")
        head = w.HTML(f"<h3>{_('Ways that follow (TOWS)')}</h3>")
        return [self.board.widget, head, self.ways.widget]

    def refresh(self) -> None:
        """Show every item in its field."""
        self._items = {held["item_code"]: held for held in self.keeper.all(_ITEM)}
        self.board.show([self._group(one) for one in _FIELDS])
        self.ways.show([self._group(one) for one in _JOINS])

    def reopen(self) -> None:
        """Show what is open as it is kept."""
        self.board.reopen()
        self.ways.reopen()

    def _group(self, field: Field) -> Group:
        own = [held for held in self._items.values() if held["quadrant"] == field]
        cards = [Card(held["item_code"], self._said(held)) for held in own]
        return Group(field.value, str(field.words), cards, [self._boxes[field].widget])

    def _said(self, held: Held) -> str:
        joins = ", ".join(held["linked_codes"] or ())
        text = f"{held['item_code']} {held['statement']}"
        return f"{text}\n← {joins}" if joins else text

    def _add(self, field: Field, text: str, told: Told) -> None:
        prefix = field.value.upper() if field in _JOINS else field.value[0].upper()
        answers = {"quadrant": field, "statement": text}
        self.add_coded(_ITEM, "item_code", prefix, answers, told, width=1)

    def _editor(self, code: str) -> w.Widget:
        held = self._items[code]
        field = Field.of(str(held["quadrant"]))
        names, own = ["statement", "evidence"], dict[str, Control]()
        if field in _JOINS and (options := self._joined(field)):
            names.insert(1, "linked_codes")
            own["linked_codes"] = ButtonsControl(SwotItem.field("linked_codes"), options)
        asked = RecordEditor(self, held, names, own)
        close = w.Button(description=_("Close"))
        close.on_click(partial(self._close, field))
        out = w.Button(description=_("Take it out"))
        out.on_click(lambda _button: self._take_out(asked.held))
        bar = w.Box([close, out])
        bar.add_class("pk-bar")
        return w.VBox([asked.widget, bar])

    def _joined(self, field: Field) -> list[Option]:
        return [
            (code, Words(said := f"{code} {held['statement']}", said))
            for code, held in self._items.items()
            if held["quadrant"] in _JOINS[field]
        ]

    def _close(self, field: Field, _button: w.Button) -> None:
        (self.ways if field in _JOINS else self.board).open(None)

    def _take_out(self, held: Held) -> None:
        code = held["item_code"]
        ways = [own for own, one in self._items.items() if code in (one["linked_codes"] or ())]
        if ways:
            said = _(
                "Ways follow from it: {codes}. Change or take those out first.",
                codes=", ".join(ways),
            )
            self.line.no(said)
            return
        self.take_out([held])


def swot_board(workbook: Workbook, *, section: Showing, who: str | None = None) -> SwotBoard:
    """Return the four fields of SWOT and the ways that follow, to add, change and take out.

    ``section`` is the chapter shown below; the front door hands it over. ``who`` writes, as a
    role or a code of the table; it is kept with each revision.
    """
    return SwotBoard(workbook, title_of("swot_board"), section, who=who)
