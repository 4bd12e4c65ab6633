"""How the template looks: quiet headings, one colour per meaning, text that wraps."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from planning_kit import design
from planning_kit.records import FieldSpec, Kind

FONT = "TH SarabunPSK"
INK, QUIET, GREEN = (colour.lstrip("#") for colour in (design.INK, design.MUTED, design.ACCENT))
REQUIRED, HEADING, GROUP = (
    colour.lstrip("#") for colour in (design.WARNING_WASH, design.ACCENT_WASH, design.WASH)
)
EXAMPLE_FILL = "EDEDED"

_THIN = Side(style="thin", color=design.RULE.lstrip("#"))
_HAIR = Side(style="hair", color=design.RULE.lstrip("#"))
GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
LINES = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
# What a book calls the fonts and colours of cells that look alike. To find them by what they are,
# for each of thousands of cells, takes longer than all else; a border is one of the two above.
_LOOKS: WeakKeyDictionary[Workbook, dict[tuple[Any, ...], list[tuple[str, int]]]] = (
    WeakKeyDictionary()
)

_TEXT, _WHOLE, _ANY = "@", "#,##0", "General"
_FORMATS = {
    Kind.INTEGER: _WHOLE,
    Kind.NUMBER: _ANY,
    Kind.MONEY: _ANY,
    Kind.SHARE: _ANY,
    Kind.YEAR_BE: "0",
}
_WIDTHS = {
    Kind.LONG_TEXT: 34,
    Kind.TEXT: 24,
    Kind.CODE: 16,
    Kind.CODES: 24,
    Kind.CHOICE: 22,
    Kind.CHOICES: 46,
    Kind.DATE: 16,
    Kind.MONTHS: 17,
    Kind.LAND: 15,
    Kind.YES_NO: 13,
}
_NUMBER_WIDTH = 14
_WIDEST_FOR_HEADING = 26


def number_format(spec: FieldSpec) -> str:
    """Return the cell format of a field; text wherever a spreadsheet would rewrite the input.

    Codes lose their zeros as numbers, and 5-2-30 or a พ.ศ. date would become another date.
    """
    return _FORMATS.get(spec.kind, _TEXT)


def width(spec: FieldSpec, language: str) -> float:
    """Return a column width in characters: enough for the input and for the heading’s words."""
    longest = max(len(part) for part in spec.label.say(language).split(" "))
    for_heading = min(0.95 * longest + 3, _WIDEST_FOR_HEADING)
    return max(_WIDTHS.get(spec.kind, _NUMBER_WIDTH), for_heading)


def is_counted(spec: FieldSpec) -> bool:
    """Tell whether a field holds an amount, which is aligned right."""
    return spec.kind in _FORMATS


def paint(
    cell: Cell,
    *,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    colour: str = INK,
    fill: str | None = None,
    border: Border | None = None,
    across: str = "left",
    down: str = "center",
    indent: int = 0,
) -> None:
    """Give a cell its font, colours and alignment; text always wraps."""
    looks = _LOOKS.setdefault(cell.parent.parent, {})
    look = (size, bold, italic, colour, fill, id(border), across, down, indent)
    if look in looks:
        style = cell._style = cell._style or StyleArray()
        for part, number in looks[look]:
            setattr(style, part, number)
        return
    cell.font = Font(name=FONT, size=size, bold=bold, italic=italic, color=colour)
    cell.alignment = Alignment(horizontal=across, vertical=down, wrap_text=True, indent=indent)
    parts = ["fontId", "alignmentId"]
    if fill is not None:
        cell.fill = PatternFill("solid", fgColor=fill)
        parts.append("fillId")
    if border is not None:
        cell.border = border
        parts.append("borderId")
    looks[look] = [(part, getattr(cell._style, part)) for part in parts]


def height_of(text: str, characters: float, *, line: float = 18) -> float:
    """Return the row height (points) that shows ``text`` in a column of that width.

    Thai marks stand above and below their letters and take no width.
    """
    lines = 0
    for part in text.split("\n"):
        wide = sum(1 for letter in part if letter not in _NO_WIDTH)
        lines += max(1, -(-wide // max(int(characters * 0.92), 1)))
    return lines * line


_NO_WIDTH = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")


def set_up_page(
    sheet: Worksheet,
    *,
    orientation: str = "landscape",
    title_rows: str | None = None,
    title_columns: str | None = None,
) -> None:
    """Prepare A4 printing with repeated headings and page numbers."""
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    sheet.print_title_rows = title_rows
    sheet.print_title_cols = title_columns
    sheet.oddFooter.center.text = "&A   &P/&N"
    sheet.oddFooter.center.size = 10
    sheet.sheet_view.showGridLines = False
