"""One sheet of the template: headings, units, help, the example, and rows to fill in."""

from __future__ import annotations

from copy import copy
from itertools import groupby
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planning_kit.collect import template_style as style
from planning_kit.collect.template_cells import cell_of, example_of
from planning_kit.collect.template_marks import (
    EXAMPLE,
    EXAMPLE_ROW,
    FIRST_COLUMN,
    FIRST_ROW,
    GROUP_ROW,
    HEADING_ROW,
    HELP_ROW,
    MACHINE_ROW,
    RECORD_MARK,
    TITLE_ROW,
    UNIT_ROW,
)
from planning_kit.language import _
from planning_kit.records import FieldSpec, Kind, Record

_BLANK_ROWS = 20
_ROW_HEIGHT = 22
# Headings stay in view, so they may not fill a small screen.
_TALLEST = 105
_MARKER_WIDTH = 11
_KEEP_IN_VIEW = FIRST_COLUMN + 1


def write_sheet(
    sheet: Worksheet,
    kind: type[Record],
    rows: list[dict[str, Any]],
    language: str,
    example: bool,
    tambon: str | None = None,
) -> None:
    """Write the sheet of one record type, in the language now spoken.

    The places of the example lie in ``tambon`` (6 digits) where one is given.
    """
    fields = kind.fields()
    _set_columns(sheet, fields, language)
    _write_title(sheet, kind)
    _write_groups(sheet, fields)
    _write_headings(sheet, fields, language)
    _write_machine_row(sheet, kind)
    if example:
        _write_example(sheet, fields, language, tambon)
    _write_rows(sheet, fields, rows, language)
    sheet.freeze_panes = sheet.cell(EXAMPLE_ROW, _KEEP_IN_VIEW)
    letter = get_column_letter(FIRST_COLUMN)
    style.set_up_page(sheet, title_rows=f"{GROUP_ROW}:{HELP_ROW}", title_columns=f"A:{letter}")
    sheet.page_setup.scale = 62
    sheet.sheet_properties.tabColor = style.GREEN


def put(cell: Cell, value: Any) -> None:
    """Write a value so that text stays text, even where it begins like a formula.

    The mark of a quoted text keeps Excel from making a formula of it when its cell is edited.
    """
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@")


def _set_columns(sheet: Worksheet, fields: tuple[FieldSpec, ...], language: str) -> None:
    sheet.column_dimensions["A"].width = _MARKER_WIDTH
    for at, spec in enumerate(fields, start=FIRST_COLUMN):
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width = style.width(spec, language)
        dimension.number_format = style.number_format(spec)
        dimension.font = Font(name=style.FONT, size=14)
        dimension.alignment = _alignment(spec)


def _alignment(spec: FieldSpec) -> Alignment:
    across = "right" if style.is_counted(spec) else "left"
    return Alignment(
        horizontal=across, vertical="top", wrap_text=spec.kind is Kind.LONG_TEXT, indent=1
    )


def _write_title(sheet: Worksheet, kind: type[Record]) -> None:
    # The first columns repeat on every printed page, so the title stands in them alone.
    sheet.merge_cells(start_row=TITLE_ROW, end_row=TITLE_ROW, start_column=1, end_column=2)
    title, text = sheet.cell(TITLE_ROW, 1), sheet.cell(TITLE_ROW, FIRST_COLUMN + 1)
    put(title, str(kind.noun.title))
    style.paint(title, size=17, bold=True, colour=style.GREEN)
    put(text, str(kind.noun.help))
    style.paint(text, size=14, colour=style.QUIET)
    text.alignment = Alignment(vertical="center", wrap_text=False)
    sheet.row_dimensions[TITLE_ROW].height = 46


def _write_groups(sheet: Worksheet, fields: tuple[FieldSpec, ...]) -> None:
    numbered = list(enumerate(fields, start=FIRST_COLUMN))
    for group, members in groupby(numbered, key=lambda pair: pair[1].group):
        columns = [at for at, _spec in members]
        for at in columns:
            cell = sheet.cell(GROUP_ROW, at)
            style.paint(cell, size=13, bold=True, colour=style.QUIET, fill=style.GROUP)
        if group is None:
            continue
        # A wide group says its name again, so that it is read wherever one has scrolled to.
        for at in columns[::5]:
            put(sheet.cell(GROUP_ROW, at), str(group))
            sheet.cell(GROUP_ROW, at).alignment = Alignment(wrap_text=False, vertical="center")
    style.paint(sheet.cell(GROUP_ROW, 1), fill=style.GROUP)
    sheet.row_dimensions[GROUP_ROW].height = 20


def _write_headings(sheet: Worksheet, fields: tuple[FieldSpec, ...], language: str) -> None:
    heights = {HEADING_ROW: 40.0, UNIT_ROW: 20.0, HELP_ROW: 20.0}
    rows = (HEADING_ROW, UNIT_ROW, HELP_ROW)
    for at, spec in enumerate(fields, start=FIRST_COLUMN):
        wide = style.width(spec, language)
        fill = style.REQUIRED if spec.required else style.HEADING
        texts = (f"{spec.label}{' *' if spec.required else ''}", str(spec.unit or ""), _help(spec))
        for row, text in zip(rows, texts, strict=True):
            cell = sheet.cell(row, at)
            put(cell, text or None)
            heading = row == HEADING_ROW
            style.paint(
                cell,
                size=14 if heading else 12,
                bold=heading,
                colour=style.INK if heading else style.QUIET,
                fill=fill if heading else style.GROUP,
                border=style.GRID,
                across="center" if row != HELP_ROW else "left",
                down="top" if row == HELP_ROW else "center",
                indent=1 if row == HELP_ROW else 0,
            )
            line = 20 if heading else 16.5
            heights[row] = max(heights[row], style.height_of(text, wide - 2, line=line) + 3)
    for row, label in zip(rows, ("", _("Unit"), _("Help")), strict=True):
        cell = sheet.cell(row, 1)
        put(cell, label or _("Row note"))
        style.paint(
            cell, size=12, italic=True, colour=style.QUIET, fill=style.GROUP, border=style.GRID
        )
        sheet.row_dimensions[row].height = min(heights[row], _TALLEST)


def _help(spec: FieldSpec) -> str:
    said = [str(spec.help)] if spec.help else []
    if spec.kind is Kind.CHOICES and spec.choices is not None:
        said.append(_("Several answers, with a comma between"))
        said.append(", ".join(str(member.words) for member in spec.choices))
    return "\n".join(said)


def _write_machine_row(sheet: Worksheet, kind: type[Record]) -> None:
    put(sheet.cell(MACHINE_ROW, 1), f"{RECORD_MARK}{kind.noun.name}")
    for at, spec in enumerate(kind.fields(), start=FIRST_COLUMN):
        put(sheet.cell(MACHINE_ROW, at), spec.name)
    sheet.row_dimensions[MACHINE_ROW].hidden = True


def _write_example(
    sheet: Worksheet, fields: tuple[FieldSpec, ...], language: str, tambon: str | None
) -> None:
    height = float(_ROW_HEIGHT)
    put(sheet.cell(EXAMPLE_ROW, 1), EXAMPLE.say(language))
    _paint_example(sheet.cell(EXAMPLE_ROW, 1), "left")
    for at, spec in enumerate(fields, start=FIRST_COLUMN):
        cell = sheet.cell(EXAMPLE_ROW, at)
        value = example_of(spec, language, tambon)
        put(cell, value)
        _paint_example(cell, "right" if style.is_counted(spec) else "left")
        cell.number_format = style.number_format(spec)
        wide = style.width(spec, language) - 2
        height = max(height, style.height_of(str(value or ""), wide, line=20) + 3)
    sheet.row_dimensions[EXAMPLE_ROW].height = height


def _paint_example(cell: Cell, across: str) -> None:
    style.paint(
        cell,
        italic=True,
        colour=style.QUIET,
        fill=style.EXAMPLE_FILL,
        border=style.GRID,
        across=across,
        down="top",
        indent=1,
    )


def _write_rows(
    sheet: Worksheet,
    fields: tuple[FieldSpec, ...],
    rows: list[dict[str, Any]],
    language: str,
) -> None:
    """Write the filled rows, then blank ruled ones; the first row of cells lends its look."""
    looks = [sheet.cell(FIRST_ROW, at) for at in range(1, len(fields) + FIRST_COLUMN)]
    for cell, spec in zip(looks, (None, *fields), strict=True):
        cell.border = style.LINES
        if spec is not None:
            cell.number_format = style.number_format(spec)
            cell.font = Font(name=style.FONT, size=14)
            cell.alignment = _alignment(spec)
    last = FIRST_ROW + max(_BLANK_ROWS, len(rows) + 5)
    for number in range(FIRST_ROW, last):
        for look in looks:
            # Setting font, border and format anew for each of many thousand cells is slow.
            sheet.cell(number, look.column)._style = copy(look._style)
        sheet.row_dimensions[number].height = _ROW_HEIGHT
    for number, row in enumerate(rows, start=FIRST_ROW):
        for at, spec in enumerate(fields, start=FIRST_COLUMN):
            put(sheet.cell(number, at), cell_of(spec, row.get(spec.name), language))
