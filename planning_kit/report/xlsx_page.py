"""One sheet of the spreadsheet export: text that stays text, numbers, and formulas with their value."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Any

from openpyxl import Workbook as Book
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from planning_kit import design
from planning_kit.charts.values import is_missing
from planning_kit.thai.normalize import clean

FONT = "TH SarabunPSK"
SIZE = 14
LINE_POINTS = 19.0
_LONGEST_CELL = 32_000
_HIGHEST_POINTS = 400.0
# Thai breaks between words, so a line is seldom full, and other fonts are wider.
_ROOM = 0.68
_FORMULA_SIGNS = ("=", "+", "-", "@")
_THIN = Side(style="thin", color=design.RULE.lstrip("#"))
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_NO_WIDTH = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
WHOLE, MONEY, SATANG, YEAR = "#,##0", "#,##0", "#,##0.00", "0"


class Page:
    """Writes cells of one sheet. ``values`` collects what each formula comes to, by its cell.

    Formulas are kept without a result by openpyxl; a phone that shows the file without
    counting would show nothing, so ``xlsx_values`` writes the results in.
    """

    def __init__(self, book: Book, title: str, values: dict[tuple[str, str], Any]) -> None:
        self.sheet: Worksheet = book.create_sheet(title)
        self._values = values
        self._texts: list[tuple[int, int, int, str, float]] = []

    @property
    def title(self) -> str:
        """The name of the sheet."""
        return str(self.sheet.title)

    def text(self, row: int, column: int, said: object, **look: Any) -> None:
        """Write words; a sign that would begin a formula stays a sign."""
        cell = self.sheet.cell(row, column)
        _look(cell, **look)
        if is_missing(said) or not str(said):
            return
        words = "\n".join(clean(line) for line in str(said).splitlines())[:_LONGEST_CELL]
        cell.value = words
        cell.data_type = "s"
        cell.quotePrefix = words[:1] in _FORMULA_SIGNS
        self._texts.append((row, column, column, words, float(look.get("size", SIZE))))

    def number(self, row: int, column: int, value: object, form: str, **look: Any) -> None:
        """Write a number; nothing where it is not stated."""
        cell = self.sheet.cell(row, column)
        _look(cell, across="right", **look)
        cell.number_format = form
        if not is_missing(value):
            number = float(str(value))
            cell.value = int(number) if number == int(number) else number

    def formula(
        self, row: int, column: int, expression: str, value: object, form: str, **look: Any
    ) -> None:
        """Write a formula, and remember that it comes to ``value`` (missing: an empty text)."""
        cell = self.sheet.cell(row, column, "=" + expression)
        _look(cell, across="right", **look)
        cell.number_format = form
        self._values[self.title, cell.coordinate] = "" if is_missing(value) else value

    def style(self, form: str, *, across: str = "left", quoted: bool = False) -> Any:
        """Return the style of many cells: of ``form``, in a grid; ``quoted`` begins no formula."""
        cell = self.sheet.cell(1, 1)
        kept = copy(cell._style)
        _look(cell, across=across, grid=True)
        cell.number_format = form
        cell.quotePrefix = quoted
        made, cell._style = cell._style, kept
        return made

    def plain(self, row: int, column: int, value: object, style: Any, quoted: Any) -> None:
        """Write words or a number in a style made before: quick, for sheets of many rows."""
        cell = self.sheet.cell(row, column)
        is_sign = isinstance(value, str) and value[:1] in _FORMULA_SIGNS
        cell._style = copy(quoted if is_sign else style)
        if isinstance(value, str):
            words = "\n".join(clean(line) for line in value.splitlines())
            cell.value, cell.data_type = words[:_LONGEST_CELL], "s"
            self._texts.append((row, column, column, words, float(SIZE)))
        elif value is not None:
            cell.value = value

    def across(self, row: int, first: int, last: int, said: object, **look: Any) -> None:
        """Write words over several columns, in a row high enough for them."""
        for column in range(first, last + 1):
            _look(self.sheet.cell(row, column), **look)
        self.text(row, first, said, **look)
        if last > first:
            self.sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
        if self._texts and self._texts[-1][:2] == (row, first):
            self._texts[-1] = (row, first, last, *self._texts[-1][3:])

    def _fit_rows(self) -> None:
        """Make every row high enough for its longest text: merged cells never grow by themselves."""
        needed: dict[int, float] = {}
        for row, first, last, words, size in self._texts:
            room = sum(self._width(column) for column in range(first, last + 1))
            points = lines_needed(words, room * SIZE / size) * LINE_POINTS * size / SIZE
            needed[row] = max(needed.get(row, LINE_POINTS), points)
        for row, points in needed.items():
            self.sheet.row_dimensions[row].height = min(points, _HIGHEST_POINTS)

    def headings(self, row: int, words: Sequence[str]) -> None:
        """Write one row of headings."""
        for column, said in enumerate(words, start=1):
            self.text(
                row, column, said, bold=True, fill=design.ACCENT_WASH, across="center", grid=True
            )

    def widths(self, characters: Sequence[float]) -> None:
        """Set the widths of the columns, in characters."""
        for column, wide in enumerate(characters, start=1):
            self.sheet.column_dimensions[get_column_letter(column)].width = wide + 1.5

    def _width(self, column: int) -> float:
        return float(self.sheet.column_dimensions[get_column_letter(column)].width or 10)

    def printed(
        self, heading_rows: tuple[int, int], columns: int, *, landscape: bool = True
    ) -> None:
        """Prepare the sheet for A4: fitted to the width, headings repeated and frozen."""
        self._fit_rows()
        sheet, (first, last) = self.sheet, heading_rows
        sheet.page_setup.orientation = "landscape" if landscape else "portrait"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.page_margins.top = sheet.page_margins.bottom = 0.6
        sheet.print_title_rows = f"{first}:{last}"
        sheet.print_area = f"A1:{get_column_letter(columns)}{max(sheet.max_row, last)}"
        sheet.freeze_panes = f"A{last + 1}"
        sheet.oddFooter.center.text = "&A   &P/&N"
        sheet.oddFooter.center.size = 10
        sheet.sheet_view.showGridLines = False


def lines_needed(said: str, characters: float) -> int:
    """Return how many lines ``said`` takes in a column; marks above and below take no width."""
    lines = 0
    for part in said.split("\n"):
        wide = sum(1 for letter in part if letter not in _NO_WIDTH)
        lines += max(1, -(-wide // max(int(characters * _ROOM), 1)))
    return lines


def money_format(amounts: Sequence[object]) -> str:
    """Return the format of money: with satang only where some amount has them."""
    known = [float(str(one)) for one in amounts if not is_missing(one)]
    return SATANG if any(one != round(one) for one in known) else MONEY


def number_format(value: object) -> str:
    """Return the format of a number: thousands apart, and as many decimals as it has, up to 2."""
    if is_missing(value):
        return WHOLE
    decimals = f"{float(str(value)):.2f}".rstrip("0").partition(".")[2]
    return WHOLE + ("." + "0" * len(decimals) if decimals else "")


def _look(
    cell: Cell,
    *,
    bold: bool = False,
    size: float = SIZE,
    fill: str | None = None,
    across: str = "left",
    grid: bool = False,
    colour: str = design.INK,
) -> None:
    cell.font = Font(name=FONT, size=size, bold=bold, color=colour.lstrip("#"))
    cell.alignment = Alignment(
        horizontal=across, vertical="top", wrap_text=True, indent=int(grid and across != "center")
    )
    if fill is not None:
        cell.fill = PatternFill("solid", fgColor=fill.lstrip("#"))
    if grid:
        cell.border = _GRID
