"""The content of an .ods file looked over before it is read: repeats may hide a giant."""

from __future__ import annotations

from planning_kit.collect.limits import MOST_CELLS
from planning_kit.collect.sheet_scan import SheetScan, run_expat

_CELLS = ("table-cell", "covered-table-cell")
_STATED = ("value", "string-value", "date-value", "time-value", "boolean-value")


def scan_ods(content: bytes, file: str) -> list[SheetScan]:
    """Look over ``content.xml``: one scan for each sheet, in order.

    Raises ``KitError`` ``collect.broken-file`` or ``collect.too-many-cells``.
    """
    seen = _Content(file)
    run_expat(content, file, seen)
    for scan in seen.scans:
        scan.refuse_giants(file)
    return seen.scans


class _Content:
    """Follows tables, rows and cells; a row or cell may stand for many."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.scans: list[SheetScan] = []
        self.row = self.column = 0
        self.row_repeats = self.repeats = 1
        self.filled = 0
        self.is_cell = self.is_stated = self.is_formula = self.is_error = False
        self.text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "table":
            self.scans.append(SheetScan(plain.get("name", "")))
            self.row = 0
        elif name == "table-row":
            self.row_repeats = _times(plain.get("number-rows-repeated"))
            self.column = self.filled = 0
        elif name in _CELLS:
            self.is_cell, self.text = True, ""
            self.repeats = _times(plain.get("number-columns-repeated"))
            self.is_stated = any(plain.get(key) for key in _STATED)
            self.is_formula = "formula" in plain
            self.is_error = attributes.get("calcext:value-type") == "error"

    def data(self, text: str) -> None:
        if self.is_cell and text.strip():
            self.is_stated = True
            self.text = self.text + text if self.is_error else ""

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if not self.scans:
            return
        if name in _CELLS:
            self._finished(self.scans[-1])
        elif name == "table-row":
            scan = self.scans[-1]
            scan.cells += self.filled * (self.row_repeats - 1)
            if self.filled:
                scan.rows = max(scan.rows, self.row + self.row_repeats)
            self.row += self.row_repeats
            if scan.cells > MOST_CELLS:
                scan.refuse_giants(self.file)

    def _finished(self, scan: SheetScan) -> None:
        self.is_cell = False
        if self.is_stated or self.is_formula:
            self.filled += self.repeats
            scan.cells += self.repeats
            scan.rows = max(scan.rows, self.row + 1)
            scan.columns = max(scan.columns, self.column + self.repeats)
        if self.is_formula:
            scan.formulas += self.repeats * self.row_repeats
            if not self.is_stated:
                scan.not_computed(self.row + 1, self.column + 1)
        if self.is_error:
            scan.errors[(self.row, self.column)] = self.text or "#ERROR"
        self.column += self.repeats


def _times(said: str | None) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 12 else 1
