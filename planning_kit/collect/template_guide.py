"""The instruction sheet of a template: what it is for, how to fill it in, and its sheets."""

from __future__ import annotations

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from planning_kit.collect import template_style as style
from planning_kit.collect.template_cells import sheet_name
from planning_kit.collect.template_guide_texts import GuideText
from planning_kit.language import N_, _
from planning_kit.records import Record

_WIDE = (4, 28, 74)
_COLOURS = (
    (style.REQUIRED, N_("Heading with * : must be filled in")),
    (style.HEADING, N_("Other heading: fill in what is known")),
    (style.EXAMPLE_FILL, N_("Grey row: the example, never imported")),
)


def write_guide(
    sheet: Worksheet, guide: GuideText, kinds: tuple[type[Record], ...], language: str
) -> None:
    """Write the instruction sheet in the language now spoken."""
    for letter, wide in zip("ABC", _WIDE, strict=True):
        sheet.column_dimensions[letter].width = wide
    row = _line(sheet, 1, _(guide.title), size=22, bold=True, colour=style.GREEN)
    row = _line(sheet, row, _(guide.purpose))
    for heading, sentences in guide.parts:
        row = _line(sheet, row + 1, _(heading), size=17, bold=True, colour=style.GREEN)
        for number, sentence in enumerate(sentences, start=1):
            style.paint(sheet.cell(row, 1, f"{number}."), across="right", down="top")
            row = _line(sheet, row, _(sentence), first=2)
    row = _line(sheet, row + 1, _("Colours"), size=17, bold=True, colour=style.GREEN)
    for fill, sentence in _COLOURS:
        style.paint(sheet.cell(row, 2), fill=fill, border=style.GRID)
        style.paint(sheet.cell(row, 3, _(sentence)), indent=1)
        sheet.row_dimensions[row].height = 21
        row += 1
    _write_contents(sheet, row + 1, kinds, language)
    style.set_up_page(sheet, orientation="portrait")
    sheet.page_setup.fitToHeight = guide.pages
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _line(
    sheet: Worksheet,
    row: int,
    text: str,
    *,
    first: int = 1,
    size: float = 14,
    bold: bool = False,
    colour: str = style.INK,
) -> int:
    sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=3)
    cell = sheet.cell(row, first, text)
    style.paint(cell, size=size, bold=bold, colour=colour, down="top")
    characters = sum(_WIDE[first - 1 :]) * 14 / size
    height = style.height_of(text, characters, line=size * 1.42)
    sheet.row_dimensions[row].height = height + 3
    return row + 1


def _write_contents(
    sheet: Worksheet, row: int, kinds: tuple[type[Record], ...], language: str
) -> None:
    row = _line(sheet, row, _("The sheets"), size=17, bold=True, colour=style.GREEN)
    for number, kind in enumerate(kinds, start=1):
        title, text = kind.noun.title.say(language), kind.noun.help.say(language)
        style.paint(sheet.cell(row, 1, f"{number}."), across="right", down="top")
        link = sheet.cell(row, 2, title)
        link.hyperlink = f"#{quote_sheetname(sheet_name(title))}!A1"
        style.paint(link, bold=True, colour=style.GREEN, border=style.LINES, down="top", indent=1)
        style.paint(sheet.cell(row, 3, text), border=style.LINES, down="top", indent=1)
        tallest = max(style.height_of(text, _WIDE[2]), style.height_of(title, _WIDE[1] - 4))
        sheet.row_dimensions[row].height = tallest + 5
        row += 1
