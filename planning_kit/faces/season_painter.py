"""The seasonal calendar to paint: twelve months, a row for each crop, job, shortage, debt, hazard."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as w

from planning_kit.faces.adding import WriteThenTouch
from planning_kit.faces.held import Held
from planning_kit.faces.record_editor import RecordEditor
from planning_kit.faces.tool import Showing, Told, Tool
from planning_kit.faces.touch_sheet import Cells, PainterWidget, Wrong, listen, page_words
from planning_kit.language import _
from planning_kit.records import CalendarEntry
from planning_kit.records.forum_choices import CalendarKind
from planning_kit.thai import MONTHS_SHORT
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook

_ENTRY = CalendarEntry.noun.name
_MONTHS = range(1, 13)
_FALLS, _HEAVIEST = 1, 2


class SeasonPainter(Tool):
    """Every touch paints a month and is saved; touching the name of a row opens it."""

    def _body(self) -> list[w.Widget]:
        self._rows: dict[str, Held] = {}
        levels = [_("not in this month"), _("in this month"), _("heaviest")]
        words = page_words(months=[str(name) for name in MONTHS_SHORT], levels=levels)
        self.page = PainterWidget(words=words)
        listen(self.page, self, self._paint, self._open)
        how = _(
            "Touch a month: it falls there. Touch again: heaviest (●). Once more: none. "
            "Draw along a row to paint several. Touch a name for more."
        )
        self._opened: str | None = None
        self._editor = w.VBox()
        self._new = WriteThenTouch(
            _("A new row: what is it?"),
            _("Write it, then touch its kind: the row is added"),
            [(kind.value, kind.words) for kind in CalendarKind],
            self._add,
        )
        lead = w.HTML(f'<p class="pk-help">{how}</p>')
        return [lead, self.page, self._editor, self._new.widget]

    def refresh(self) -> None:
        """Show every row with its months."""
        found = self.keeper.all(_ENTRY)
        self._rows = {str(held.revision.record_id): held for held in found}
        groups = [
            {
                "title": str(kind.words),
                "kind": kind.value,
                "rows": [
                    _row(id_, held) for id_, held in self._rows.items() if held["kind"] == kind
                ],
            }
            for kind in CalendarKind
        ]
        self.page.sheet = {"groups": [group for group in groups if group["rows"]]}
        if self._opened not in self._rows:
            self._close()

    def reopen(self) -> None:
        """Show the open row as it is kept."""
        if self._opened is not None:
            self._open(self._opened)

    def _add(self, text: str, kind: str, told: Told) -> None:
        self.add(_ENTRY, {"kind": kind, "name": text}, told)

    def _paint(self, cells: Cells) -> Wrong:
        for id_, touched in cells.items():
            held = self._rows.get(id_)
            if held is None:
                self.line.no(_("This row was taken out meanwhile"))
                continue
            levels = dict(enumerate(_levels(held), start=1))
            levels |= {int(month): int(level) for month, level in touched.items()}
            self.change_now(held, _months(levels))
        return {}

    def _open(self, id_: str) -> None:
        held = self._rows.get(id_)
        if held is None:
            return
        self._opened = id_
        asked = RecordEditor(self, held, ("note", "village_codes", "forum_code"))
        close, out = w.Button(description=_("Close")), w.Button(description=_("Take the row out"))
        close.on_click(lambda _button: self._close())
        out.on_click(lambda _button: self.take_out([asked.held]))
        bar = w.Box([close, out])
        bar.add_class("pk-bar")
        box = w.VBox([w.HTML(f"<h3>{escape(str(held['name']))}</h3>"), asked.widget, bar])
        box.add_class("pk-editor")
        self._editor.children = [box]

    def _close(self) -> None:
        self._opened = None
        self._editor.children = []


def _levels(held: Held) -> list[int]:
    months, heaviest = held["months"] or (), held["peak_months"] or ()
    return [_HEAVIEST if m in heaviest else _FALLS if m in months else 0 for m in _MONTHS]


def _row(id_: str, held: Held) -> dict[str, Any]:
    return {"id": id_, "label": str(held["name"]), "levels": _levels(held)}


def _months(levels: dict[int, int]) -> dict[str, tuple[int, ...] | None]:
    falls = tuple(month for month in _MONTHS if levels[month])
    heaviest = tuple(month for month in _MONTHS if levels[month] == _HEAVIEST)
    return {"months": falls or None, "peak_months": heaviest or None}


def season_painter(
    workbook: Workbook, *, section: Showing, who: str | None = None
) -> SeasonPainter:
    """Return the seasonal calendar to paint by touch.

    ``section`` is the chapter shown below; the front door hands it over. ``who`` writes, as a
    role or a code of the table; it is kept with each revision.
    """
    return SeasonPainter(workbook, title_of("season_painter"), section, who=who)
