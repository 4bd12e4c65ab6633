"""The first page of a workbook to mend: how to do it, and every point on one list to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from planning_kit.collect import template_style as style
from planning_kit.collect.as_written import printable
from planning_kit.collect.template_sheet import put
from planning_kit.language import N_, _

_WIDE = (14, 20, 26, 22, 66)
_LETTERS = "ABCDE"
_STEPS = (
    N_(
        "These rows need mending before they can be used. Go to each coloured cell, read its "
        "comment (or the first column of the row), ask whoever knows, and write the right value."
    ),
    N_(
        "To leave a row out, delete the whole row. Do not guess: a cell that nobody knows is left "
        "blank."
    ),
    N_(
        "Save as .xlsx and import this file by the same command as before, without a mapping. Each "
        "row finds its place again; nothing is counted twice, and what was mended is remembered."
    ),
    N_(
        "Do not change the columns on the far right: they say where each row came from. A row "
        "that you add gets none."
    ),
)


@dataclass(frozen=True)
class PointToMend:
    """One sentence about one cell; ``label`` and ``value`` are empty where it is the row."""

    sheet: str
    cell: str
    label: str
    value: str
    sentence: str
    is_refused: bool


def write_mending_guide(sheet: Worksheet, points: Sequence[PointToMend], rows: int) -> None:
    """Write the page in the language now spoken."""
    for letter, wide in zip(_LETTERS, _WIDE, strict=True):
        sheet.column_dimensions[letter].width = wide
    title = _("Rows to mend: {rows} · points: {points}", rows=rows, points=len(points))
    row = _line(sheet, 1, title, size=20, bold=True, colour=style.GREEN)
    for sentence in _STEPS:
        row = _line(sheet, row, _(sentence))
    heads = (_("Cell"), _("Sheet in the file"), _("Column"), _("What is written"), _("What to do"))
    row += 1
    for at, text in enumerate(heads, start=1):
        put(sheet.cell(row, at), text)
        style.paint(sheet.cell(row, at), bold=True, fill=style.HEADING, border=style.GRID)
    sheet.freeze_panes = sheet.cell(row + 1, 1)
    style.set_up_page(sheet, orientation="landscape", title_rows=f"{row}:{row}")
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for number, point in enumerate(points, start=row + 1):
        _write_point(sheet, number, point)


def _write_point(sheet: Worksheet, number: int, point: PointToMend) -> None:
    texts = (point.cell, point.sheet, point.label, point.value, printable(point.sentence))
    height = 21.0
    for at, (text, wide) in enumerate(zip(texts, _WIDE, strict=True), start=1):
        cell = sheet.cell(number, at)
        put(cell, text or None)
        style.paint(cell, size=13, border=style.GRID, down="top")
        cell.number_format = "@"
        height = max(height, style.height_of(text, wide - 1, line=19) + 3)
    link = sheet.cell(number, 1)
    link.hyperlink = f"#{quote_sheetname(point.sheet)}!{point.cell}"
    style.paint(link, size=13, bold=True, colour=style.GREEN, border=style.GRID, down="top")
    sheet.row_dimensions[number].height = height


def _line(
    sheet: Worksheet,
    row: int,
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    colour: str = style.INK,
) -> int:
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_WIDE))
    put(sheet.cell(row, 1), text)
    style.paint(sheet.cell(row, 1), size=size, bold=bold, colour=colour, down="top")
    height = style.height_of(text, sum(_WIDE) * 14 / size, line=size * 1.42)
    sheet.row_dimensions[row].height = height + 3
    return row + 1
