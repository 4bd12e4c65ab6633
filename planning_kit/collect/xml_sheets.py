"""The XML that Excel 2003 and many systems write under the name .xls: SpreadsheetML.

After “XML Spreadsheet Reference” of Microsoft (Office 2003): Worksheet, Row, Cell, Data.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from planning_kit.collect import refusals
from planning_kit.collect.limits import MOST_CELLS, MOST_COLUMNS
from planning_kit.collect.plain_book import PlainBook, PlainSheet
from planning_kit.collect.sheet_merges import Merge
from planning_kit.collect.sheet_scan import SheetScan, refuse_entities, run_expat

SPREADSHEET_ML = b"urn:schemas-microsoft-com:office:spreadsheet"
_EXACT = 2**53


def read_xml_sheets(data: bytes, file: str) -> PlainBook:
    """Return the sheets of a SpreadsheetML file.

    Raises ``KitError``: ``collect.unsafe-file`` (entities), ``collect.broken-file``,
    ``collect.too-many-cells``, or ``collect.no-table-in-page`` where no sheet is in it.
    """
    refuse_entities(data, file)
    follower = _Cells(file)
    run_expat(data, file, follower)
    if not follower.sheets:
        raise refusals.no_table_in_page(file)
    return PlainBook(file, follower.sheets)


class _Cells:
    """Follows the elements ``Worksheet``, ``Row``, ``Cell`` and ``Data``."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.sheets: list[PlainSheet] = []
        self.row = self.column = self.cells = self.at = 0
        self.values: list[Any] = []
        self.kind = ""
        self.text: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        told = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "Worksheet":
            title = told.get("Name", "") or f"table {len(self.sheets) + 1}"
            self.sheets.append(PlainSheet(title, scan=SheetScan(title)))
            self.row = 0
        elif not self.sheets:
            return
        elif name == "Row":
            self.row = _index(told, "Index", self.row + 1)
            self.column, self.at, self.values = 0, 0, []
        elif name == "Cell":
            self._begin_cell(told)
        elif name == "Data" and self.at:
            self.kind, self.text = told.get("Type", "String"), []

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if not self.sheets:
            return
        if name == "Data" and self.text is not None:
            self._finish("".join(self.text))
            self.text = None
        elif name == "Row" and self.values:
            self.sheets[-1].rows.append((self.row, self.values))
            self.values = []

    def data(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def _begin_cell(self, told: dict[str, str]) -> None:
        scan = self.sheets[-1].scan
        self.column = _index(told, "Index", self.column + 1)
        scan.formulas += "Formula" in told
        wide, tall = _index(told, "MergeAcross", 0), _index(told, "MergeDown", 0)
        if wide or tall:
            left = self.column - 1
            merge = Merge(self.row, self.row + tall, left, left + wide)
            self.sheets[-1].merges.append(merge)
        self.at = self.column
        self.column += wide

    def _finish(self, text: str) -> None:
        sheet = self.sheets[-1]
        sheet.scan.reach(self.row, self.at)
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise refusals.too_many_cells(self.file, sheet.name, MOST_CELLS)
        if self.at > MOST_COLUMNS:
            raise refusals.too_many_cells(self.file, sheet.name, MOST_CELLS)
        sheet.scan.refuse_giants(self.file)
        self.values += [None] * (self.at - len(self.values))
        self.values[self.at - 1] = _value(self.kind, text)
        if self.kind == "Error":
            sheet.scan.errors[(self.row - 1, self.at - 1)] = text


def _index(told: dict[str, str], name: str, otherwise: int) -> int:
    written = told.get(name, "")
    return (
        int(written) if written.isascii() and written.isdigit() and len(written) < 9 else otherwise
    )


def _value(kind: str, text: str) -> Any:
    if not text.strip():
        return None
    try:
        if kind == "Number":
            number = float(text)
            return int(number) if number.is_integer() and abs(number) < _EXACT else number
        if kind == "DateTime":
            return dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text
