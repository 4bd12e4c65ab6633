"""The instruction sheet of the template: what it is for, consent first, how to fill it in."""

from __future__ import annotations

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from planning_kit.collect import template_style as style
from planning_kit.collect.template_cells import sheet_name
from planning_kit.language import N_, _
from planning_kit.records import Record

_WIDE = (4, 28, 74)
_TITLE = N_("Data workbook for the tambon agricultural development plan")
_PURPOSE = N_(
    "This workbook gathers what the tambon knows of itself: its households, farming, money, "
    "groups, hazards and resources. The planning team imports it and gets the tambon’s report. "
    "Fill in only the sheets you have data for; leave the others empty, but do not delete them."
)
_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("Before you start: consent"),
        (
            N_(
                "Tell each household what the data is for and who will see it, and ask for its "
                "consent. If it does not agree, do not write its row."
            ),
            N_(
                "Write no name, telephone number, address or citizen number anywhere, and no "
                "lender’s name. Give each household a code, such as 03-012 (village 3, number 12). "
                "Keep the list of codes and names apart, on paper, with one person."
            ),
            N_(
                "Land papers and informal debt are only ever reported as a number of households, "
                "never for one household."
            ),
        ),
    ),
    (
        N_("How to fill it in"),
        (
            N_(
                "Begin with the Sources sheet: where the data comes from, when and how it was gathered."
            ),
            N_(
                "Then the Villages sheet, then the households, then what each household grows and earns."
            ),
            N_("Start in the row below the grey example. The example is never imported."),
            N_(
                "One row is one thing. Do not merge cells, and do not add totals or titles between rows."
            ),
            N_("0 means there is none. A blank cell means it is not known. These are different."),
            N_("Dates: day/month/year in the Buddhist era, such as 22/11/2569 or 22 พ.ย. 2569."),
            N_(
                "Land: rai-ngan-square wah, such as 5-2-30 (5 rai 2 ngan 30 square wah). A number "
                "alone counts rai: 5.5 is 5 rai 2 ngan."
            ),
            N_("Money is in baht, without the word baht. Commas and Thai digits are fine."),
            N_("Months: พ.ค.-มิ.ย. or 5,6. Several answers: put a comma between them."),
            N_(
                "You may rename sheets and move columns. Do not delete the hidden row above the "
                "example: by it the columns are known."
            ),
        ),
    ),
    (
        N_("When you are done"),
        (
            N_(
                "Save as .xlsx without a password and give it to the facilitator or the secretary "
                "of the plan’s working group."
            ),
            N_(
                "The import lists every row that needs mending, with its sheet, row and column. "
                "Mend it here and import the file again; nothing is counted twice."
            ),
        ),
    ),
)
_COLOURS = (
    (style.REQUIRED, N_("Heading with * : must be filled in")),
    (style.HEADING, N_("Other heading: fill in what is known")),
    (style.EXAMPLE_FILL, N_("Grey row: the example, never imported")),
)


def write_guide(sheet: Worksheet, kinds: tuple[type[Record], ...], language: str) -> None:
    """Write the instruction sheet in the language now spoken."""
    for letter, wide in zip("ABC", _WIDE, strict=True):
        sheet.column_dimensions[letter].width = wide
    row = _line(sheet, 1, _(_TITLE), size=22, bold=True, colour=style.GREEN)
    row = _line(sheet, row, _(_PURPOSE))
    for heading, sentences in _PARTS:
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
    sheet.page_setup.fitToHeight = 1
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
