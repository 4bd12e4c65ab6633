"""Links within a spreadsheet: from a code in a cell to the row or the chapter that it names."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink

from planning_kit import design
from planning_kit.charts.values import is_missing
from planning_kit.report.markup import anchor
from planning_kit.report.table import Column
from planning_kit.report.xlsx_page import FONT, SIZE, Page


class Links:
    """Remembers where anchors stand while sheets are written, and sets the links at the end."""

    def __init__(self) -> None:
        self._at: dict[str, str] = {}
        self._asked: list[tuple[Cell, str]] = []

    def stands(self, key: object, page: Page, row: int) -> None:
        """Remember that an anchor stands in a row; none where ``key`` is missing."""
        if not is_missing(key):
            self._at.setdefault(anchor(str(key)), f"'{page.title}'!A{row}")

    def ask(self, page: Page, row: int, number: int, column: Column, value: object) -> None:
        """Ask for a link where a cell of a column with links holds one of its codes, alone."""
        target = (column.links or {}).get(str(value))
        if target is not None:
            self._asked.append((page.sheet.cell(row, number), anchor(target)))

    def set(self) -> None:
        """Make every link that was asked for and whose anchor stands in the book."""
        for cell, target in self._asked:
            if target in self._at:
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=self._at[target])
                ink = design.ACCENT.lstrip("#")
                cell.font = Font(name=FONT, size=SIZE, underline="single", color=ink)
