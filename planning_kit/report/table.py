"""A table of the report: a frame, and how each of its columns is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from planning_kit.charts.values import HIDDEN_NOTE, Form, hidden_mark, is_missing, written
from planning_kit.language import N_, _
from planning_kit.report.markup import anchor, element, lines, text

_WIDE_FROM = 7
_WHOLE_UP_TO = 16
"""Lines of a table that still go on one sheet, below a heading and what stands before it."""
_LINE_CHARACTERS = 70
"""Letters that a row of text holds before one of its cells needs a second line."""
_PHONE_LETTERS = 40
"""Letters of one line of a phone, with the space between columns counted as letters."""
_LEAST_LETTERS = 13
"""A text in a column narrower than this is read word by word."""
_HEAD_LETTERS = 6
"""The longest word of most headings, which no column can be narrower than."""
_BETWEEN_COLUMNS = 1.5
_CODE_LETTERS = 6
_SHORT_LETTERS = 26
"""A line of a row's heading that may stay in sight while one swipes on."""
SWIPE = N_("Swipe the table sideways to see its other columns")


@dataclass(frozen=True)
class Column:
    """One column: ``name`` in the frame, ``label`` as heading, and its ``form``.

    ``form`` is one of ``Form`` (text, int, number, baht, rai, percent of a 0-1 share,
    year_be). ``places`` overrides its decimals. ``hidden`` names a yes-no column of the
    frame, if another than the table's. ``links`` (code → anchor of a section or row) makes
    those codes links wherever they stand in a cell; a link to what is not in the page is
    taken out when the page is made. ``unbroken`` keeps each line of a cell in one line: a date
    broken in three is no date.
    """

    name: str
    label: str
    form: str = Form.TEXT
    places: int | None = None
    hidden: str | None = None
    links: Mapping[str, str] | None = None
    unbroken: bool = False

    @property
    def is_number(self) -> bool:
        """Tell whether the column is aligned to the right."""
        return self.form not in (Form.TEXT, Form.YEAR_BE)


@dataclass
class Table:
    """A frame with its columns in order of showing.

    A missing value is shown "–"; where the row's ``hidden`` column is true a missing
    number is shown as hidden, and a note says why. ``totals`` is how many of the last rows
    are totals. ``wide`` tables scroll in a box of their own on a phone; ``None`` decides
    by the number of columns. Others scroll on a phone where it would press their texts into
    columns of a word. ``row_heading`` makes the first column the heading of its row.
    ``whole`` keeps it on one sheet; ``None`` decides by how many lines its rows take. ``anchors`` names the column of the frame that holds each row's anchor, for links to it.
    ``listed`` makes each row a short list on a phone, where nothing has to be swiped: heading, then
    what is stated with the name of its column; what is not stated is left out there.
    """

    frame: pd.DataFrame
    columns: Sequence[Column]
    caption: str = ""
    note: str = ""
    totals: int = 0
    hidden: str = "hidden"
    wide: bool | None = None
    row_heading: bool = True
    anchors: str | None = None
    whole: bool | None = None
    listed: bool = False

    def cells(self) -> list[list[str]]:
        """Return every cell as it is written, row by row, without markup."""
        return [[self._said(row, column) for column in self.columns] for row in self._rows()]

    def hides(self) -> bool:
        """Tell whether any cell is hidden."""
        return any(self._is_hidden(row, column) for row in self._rows() for column in self.columns)

    def to_frame(self) -> pd.DataFrame:
        """Return plain values under their labels, for a spreadsheet.

        Hidden values are the word for hidden, never a number; what is not stated is empty.
        """
        shown = {
            position: [self._plain(row, column) for row in self._rows()]
            for position, column in enumerate(self.columns)
        }
        frame = pd.DataFrame(shown, dtype="object")
        frame.columns = pd.Index([column.label for column in self.columns])
        return frame

    def _repr_html_(self) -> str:
        wide = len(self.columns) >= _WIDE_FROM if self.wide is None else self.wide
        caption = element("caption", text(self.caption)) if self.caption else ""
        grid = element("table", caption + self._head() + self._body())
        # A box that scrolls must be reachable with the keyboard.
        scrolls = wide or self._is_crowded()
        box = element(
            "div",
            grid,
            class_=self._classes(wide),
            tabindex="0" if scrolls else None,
            role="region" if scrolls else None,
            aria_label=self.caption or _("Table") if scrolls else None,
            data_hint=_(SWIPE) if scrolls else None,
        )
        notes = [self.note] if self.note else []
        if self.hides():
            notes.append(f"{hidden_mark()}: {_(HIDDEN_NOTE)}")
        return box + "".join(element("p", text(note), class_="table-note") for note in notes)

    def _classes(self, wide: bool) -> str:
        # Few columns of long texts scroll on a phone, but need no smaller letters on paper.
        scrolls = wide and len(self.columns) < _WIDE_FROM - 1
        swipes = not wide and not self.listed and self._is_crowded()
        whole = self._lines() <= _WHOLE_UP_TO if self.whole is None else self.whole
        kinds = (
            ("wide", wide),
            ("scroll", scrolls),
            ("swipe", swipes),
            ("listed", self.listed),
            ("held", not self.listed and self._heads_are_short()),
            ("codes", self._heads_are_codes()),
            ("whole", whole),
        )
        return " ".join(["table-box", *(name for name, holds in kinds if holds)])

    def _lines(self) -> int:
        """Return about how many lines the rows take on paper."""
        letters = (sum(len(said) for said in row) for row in self.cells())
        return sum(1 + count // _LINE_CHARACTERS for count in letters)

    def _is_crowded(self) -> bool:
        """Tell whether a phone would press the texts of the table into columns of a word."""
        heads = (min(_HEAD_LETTERS, _width(column.label)) for column in self.columns)
        said = (max(map(_width, column)) for column in zip(*self.cells(), strict=True))
        pairs = zip(heads, said, strict=True) if len(self.frame) else ()
        needed = sum(max(head, min(_LEAST_LETTERS, longest)) for head, longest in pairs)
        return needed + _BETWEEN_COLUMNS * len(self.columns) > _PHONE_LETTERS

    def _heads_are_codes(self) -> bool:
        heads = [row[0] for row in self.cells()] if self.row_heading else []
        return bool(heads) and all(_width(said) <= _CODE_LETTERS for said in heads)

    def _heads_are_short(self) -> bool:
        heads = [line for row in self.cells() for line in row[0].split("\n")]
        return self.row_heading and all(_width(line) <= _SHORT_LETTERS for line in heads)

    def _rows(self) -> list[dict[str, Any]]:
        return [
            {str(name): value for name, value in row.items()}
            for row in self.frame.to_dict("records")
        ]

    def _is_hidden(self, row: dict[str, Any], column: Column) -> bool:
        flag = row.get(column.hidden or self.hidden)
        concerned = column.is_number or column.hidden is not None
        return concerned and flag is not None and bool(flag) and is_missing(row[column.name])

    def _is_unstated(self, row: dict[str, Any], column: Column) -> bool:
        return is_missing(row[column.name]) and not self._is_hidden(row, column)

    def _said(self, row: dict[str, Any], column: Column) -> str:
        if self._is_hidden(row, column):
            return hidden_mark()
        return written(row[column.name], column.form, column.places)

    def _plain(self, row: dict[str, Any], column: Column) -> Any:
        if self._is_hidden(row, column):
            return hidden_mark()
        value = row[column.name]
        return None if is_missing(value) else value

    def _head(self) -> str:
        cells = "".join(
            element("th", text(c.label), scope="col", class_="number" if c.is_number else None)
            for c in self.columns
        )
        return element("thead", element("tr", cells))

    def _body(self) -> str:
        rows = self._rows()
        first_total = len(rows) - self.totals
        return element(
            "tbody",
            "".join(self._row(row, position >= first_total) for position, row in enumerate(rows)),
        )

    def _row(self, row: dict[str, Any], is_total: bool) -> str:
        cells = []
        for position, column in enumerate(self.columns):
            said = linked(lines(self._said(row, column)), column.links)
            if position == 0 and self.row_heading:
                cells.append(element("th", said, scope="row"))
                continue
            kinds = (
                ("number", column.is_number),
                ("hidden", self._is_hidden(row, column)),
                ("unbroken", column.unbroken),
                ("none", self.listed and self._is_unstated(row, column)),
            )
            kind = " ".join(name for name, holds in kinds if holds)
            head = column.label if self.listed else None
            cells.append(element("td", said, class_=kind or None, data_head=head))
        key = row.get(self.anchors) if self.anchors else None
        return element(
            "tr",
            "".join(cells),
            id=None if is_missing(key) else anchor(str(key)),
            class_="total" if is_total else None,
        )


def _width(said: str) -> int:
    """Return how many letters a text takes from left to right: Thai marks stand above and below."""
    return sum(1 for letter in said if unicodedata.category(letter) != "Mn")


def linked(said: str, links: Mapping[str, str] | None) -> str:
    """Return escaped text with every code of ``links`` in it made a link to its anchor."""
    if not links:
        return said
    longest_first = sorted(links, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first))
    codes = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")
    return codes.sub(lambda found: element("a", found[0], href=f"#{anchor(links[found[0]])}"), said)
