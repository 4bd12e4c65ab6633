"""The XML of a sheet looked over before it is read: how far it reaches, what it computes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol
from xml.parsers import expat

from planning_kit.collect import refusals
from planning_kit.collect.limits import MOST_CELLS, MOST_COLUMNS, MOST_GRID, MOST_ROWS

_REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_MOST_NAMED = 20
# An entity can stand for a gigabyte or for a file of this computer; no table needs one.
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass
class SheetScan:
    """What a sheet holds: its last row and column (from 1), and what was computed.

    ``errors`` holds the cells whose result is an error such as ``#DIV/0!``, by row and
    column from 0; ``uncomputed`` names the first formulas without a result.
    """

    name: str = ""
    rows: int = 0
    columns: int = 0
    cells: int = 0
    formulas: int = 0
    n_uncomputed: int = 0
    uncomputed: list[str] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    def reach(self, row: int, column: int) -> None:
        """Note that there is a cell in this row and column, counted from 1."""
        self.cells += 1
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)

    def not_computed(self, row: int, column: int) -> None:
        """Note a formula without a result."""
        self.n_uncomputed += 1
        if len(self.uncomputed) < _MOST_NAMED:
            self.uncomputed.append(f"{letters(column)}{row}")

    def refuse_giants(self, file: str) -> None:
        """Raise ``KitError`` ``collect.too-many-cells`` for more than the limits allow."""
        beyond = self.rows > MOST_ROWS or self.columns > MOST_COLUMNS
        if self.cells > MOST_CELLS:
            raise refusals.too_many_cells(file, self.name, MOST_CELLS)
        if beyond or self.rows * self.columns > MOST_GRID:
            raise refusals.too_many_cells(file, self.name, MOST_GRID)


def refuse_entities(content: bytes, file: str) -> None:
    """Raise ``KitError`` ``collect.unsafe-file`` for XML that declares a type or an entity."""
    # UTF-16 puts a zero byte beside each letter.
    if _DECLARATION.search(content) or (
        b"\0" in content and _DECLARATION.search(content.replace(b"\0", b""))
    ):
        raise refusals.hostile(file)


def scan_sheet(content: bytes, file: str) -> SheetScan:
    """Look over the XML of one worksheet of an .xlsx file.

    Raises ``KitError`` ``collect.broken-file`` or ``collect.too-many-cells``.
    """
    scan = SheetScan()
    run_expat(content, file, _XlsxCells(scan, file))
    scan.refuse_giants(file)
    return scan


class _XlsxCells:
    """Follows the elements ``row``, ``c``, ``f`` and ``v`` of a worksheet."""

    def __init__(self, scan: SheetScan, file: str) -> None:
        self.scan, self.file = scan, file
        self.row = self.column = 0
        self.kind = self.text = ""
        self.is_formula = self.is_filled = self.in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            self._place(attributes.get("r"))
            self.kind, self.text = attributes.get("t", "n"), ""
            self.is_formula = self.is_filled = False
        elif name == "f":
            self.is_formula = True
        elif name in ("v", "t"):
            self.in_value = True
        elif name == "row":
            number = attributes.get("r", "")
            self.row = int(number) if number.isdecimal() and len(number) < 9 else self.row + 1
            self.column = 0

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name in ("v", "t"):
            self.in_value = False
        elif name == "c":
            self._finished()

    def data(self, text: str) -> None:
        if self.in_value:
            self.is_filled = True
            if self.kind == "e":
                self.text += text

    def _place(self, reference: str | None) -> None:
        found = _REFERENCE.fullmatch(reference or "")
        if reference is not None and found is None:
            raise refusals.broken(self.file)
        if found is None:
            self.column += 1
        else:
            self.row, self.column = int(found[2]), number_of(found[1])

    def _finished(self) -> None:
        scan = self.scan
        if self.is_formula:
            scan.formulas += 1
            if not self.is_filled and self.kind != "str":
                scan.not_computed(self.row, self.column)
        if self.is_filled or self.is_formula:
            scan.reach(self.row, self.column)
            if scan.cells > MOST_CELLS:
                scan.refuse_giants(self.file)
        if self.kind == "e" and self.text:
            scan.errors[(self.row - 1, self.column - 1)] = self.text


class Elements(Protocol):
    """What ``run_expat`` calls at the start and the end of each element, and for its text."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take its end."""

    def data(self, text: str) -> None:
        """Take a piece of text."""


def run_expat(content: bytes, file: str, elements: Elements) -> None:
    """Send the elements of XML to an object that follows them.

    Raises ``KitError`` ``collect.broken-file``, or what those methods raise.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = elements.start
    parser.EndElementHandler = elements.end
    parser.CharacterDataHandler = elements.data
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        # LookupError: the XML names an encoding that there is not.
        raise refusals.broken(file) from error


def letters(column: int) -> str:
    """Return the letters of a column counted from 1: 28 is ``"AB"``."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def number_of(name: str) -> int:
    """Return the number of a column from its letters: ``"AB"`` is 28."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
