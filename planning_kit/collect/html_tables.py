"""The tables of a web page: what many systems of the state hand out under the name .xls."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from planning_kit import thai
from planning_kit.collect import refusals
from planning_kit.collect.decoding import THAI_CODE_PAGE, decode
from planning_kit.collect.html_tags import Piece, attribute, pieces_of
from planning_kit.collect.limits import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_GRID,
    MOST_PAGE_BYTES,
    MOST_ROWS,
)
from planning_kit.collect.plain_book import PlainBook, PlainSheet
from planning_kit.collect.sheet_merges import Merge
from planning_kit.errors import KitError

_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_HEAD = 8192
_THAI_NAMES = {"tis-620", "tis620", "windows-874", "iso-8859-11", "cp874", "x-windows-874"}
_BREAKS = {"br", "p", "/p", "div", "/div", "li", "/li", "hr"}
_CELLS = {"td", "th"}
_ENDS_CELL = {"td", "th", "/td", "/th", "tr", "/tr", "tbody", "/tbody", "thead", "/thead", "tfoot"}
_ENDS_ROW = {"tr", "/tr", "tbody", "/tbody", "thead", "/thead", "tfoot"}
_WIDEST_SPAN = 1000
_TALLEST_SPAN = 65_534
_DEEPEST = 50


def read_html(data: bytes, encoding: str | None, file: str) -> PlainBook:
    """Return the tables of a web page, each named by its caption or “table 1” and so on.

    Cells are texts; a cell over several columns or rows is a merged cell. Nothing outside
    the page is ever asked for, no script is run. Raises ``KitError``: those of ``decode``,
    ``collect.too-big``, ``collect.too-many-cells``, or ``collect.no-table-in-page``.
    """
    if len(data) > MOST_PAGE_BYTES:
        raise refusals.too_big(file, MOST_PAGE_BYTES)
    reader = _Reader(file)
    for piece in pieces_of(_text(data, encoding, file)):
        reader.take(piece)
    sheets = reader.finished()
    if not sheets:
        raise refusals.no_table_in_page(file)
    return PlainBook(file, sheets)


def _text(data: bytes, encoding: str | None, file: str) -> str:
    said = _CHARSET.search(data[:_HEAD])
    name = said[1].decode("ascii").lower() if said else ""
    # Thai pages often call themselves iso-8859-1; only what says Thai or UTF-8 is believed.
    named = THAI_CODE_PAGE if name in _THAI_NAMES else "utf-8" if name == "utf-8" else None
    if encoding is None and named is not None:
        try:
            return decode(data, named, file)
        except KitError:
            return decode(data, None, file)
    return decode(data, encoding, file)


@dataclass
class _Open:
    """A table that is being read: its row so far, and the cells that reach down into it."""

    sheet: PlainSheet
    number: int = 0
    # Where the cell being read stands, and where the next one may.
    at: int = 0
    column: int = 0
    row: list[Any] | None = None
    cell: list[str] | None = None
    caption: list[str] | None = None
    # Column -> last row that a cell above covers.
    covered: dict[int, int] = field(default_factory=dict)


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.open: list[_Open] = []
        self.found: list[PlainSheet] = []
        self.cells = self.grid = 0

    def take(self, piece: Piece) -> None:
        name = piece.name
        if name == "table":
            self._begin()
            return
        if not self.open:
            return
        table = self.open[-1]
        if not name:
            self._write(table, piece.text)
        elif name == "/table":
            self._end_row(self.open.pop())
        elif name in ("caption", "/caption"):
            self._name(table, begins=name == "caption")
        elif name in _BREAKS:
            self._write(table, " ")
        if name in _ENDS_CELL:
            self._end_cell(table)
        if name in _ENDS_ROW:
            self._end_row(table)
        if name in _CELLS:
            self._begin_cell(table, piece.text)

    def finished(self) -> list[PlainSheet]:
        """Return the tables that hold anything, those still open at the end too."""
        while self.open:
            self._end_row(self.open.pop())
        filled = [sheet for sheet in self.found if any(any(cells) for _n, cells in sheet.rows)]
        named: dict[str, PlainSheet] = {}
        for at, sheet in enumerate(filled, start=1):
            sheet.name = sheet.name if sheet.name and sheet.name not in named else f"table {at}"
            named[sheet.name] = sheet
        return list(named.values())

    def _begin(self) -> None:
        if len(self.open) >= _DEEPEST:
            raise refusals.hostile(self.file)
        self.found.append(PlainSheet(""))
        self.open.append(_Open(self.found[-1]))

    def _write(self, table: _Open, text: str) -> None:
        into = table.caption if table.caption is not None else table.cell
        if into is not None:
            into.append(text)

    def _name(self, table: _Open, *, begins: bool) -> None:
        if not begins and table.caption is not None and not table.sheet.name:
            table.sheet.name = _plain(table.caption) or ""
        table.caption = [] if begins else None

    def _begin_cell(self, table: _Open, attributes: str) -> None:
        if table.row is None:
            table.number += 1
            table.column, table.row = 0, []
        while table.covered.get(table.column, 0) >= table.number:
            table.column += 1
        wide = _span(attributes, "colspan", _WIDEST_SPAN)
        tall = _span(attributes, "rowspan", _TALLEST_SPAN)
        right = table.column + wide - 1
        if right >= MOST_COLUMNS or table.number > MOST_ROWS:
            raise refusals.too_many_cells(self.file, self.file, MOST_GRID)
        if wide > 1 or tall > 1:
            bottom = table.number + tall - 1
            table.sheet.merges.append(Merge(table.number, bottom, table.column, right))
            table.covered |= dict.fromkeys(range(table.column, right + 1), bottom)
        table.row += [None] * (right + 1 - len(table.row))
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise refusals.too_many_cells(self.file, self.file, MOST_CELLS)
        table.cell, table.at, table.column = [], table.column, right + 1

    def _end_cell(self, table: _Open) -> None:
        if table.cell is None or table.row is None:
            return
        table.row[table.at] = _plain(table.cell)
        table.cell = None

    def _end_row(self, table: _Open) -> None:
        self._end_cell(table)
        if table.row is None:
            return
        self.grid += len(table.row)
        if self.grid > MOST_GRID:
            raise refusals.too_many_cells(self.file, self.file, MOST_GRID)
        table.sheet.rows.append((table.number, table.row))
        table.row = None


def _span(attributes: str, name: str, most: int) -> int:
    written = attribute(attributes, name).strip()
    digits = written[:6]
    return max(1, min(int(digits), most)) if digits.isdecimal() else 1


def _plain(pieces: list[str]) -> str | None:
    text = "".join(pieces)
    # A reference to a number of thousands of digits stays as it is; no sign has one.
    with suppress(ValueError):
        text = html.unescape(text)
    return thai.clean(text) or None
