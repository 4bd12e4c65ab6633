"""The workbook of rows that go back: the template’s sheets, coloured and commented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planning_kit.collect import template_style as style
from planning_kit.collect.as_written import as_written, printable
from planning_kit.collect.template_cells import sheet_name
from planning_kit.collect.template_marks import (
    FIRST_COLUMN,
    FIRST_ROW,
    HEADING_ROW,
    KIT_MARK,
    LISTS_SHEET,
    MACHINE_ROW,
    SYSTEM_SHEET,
    TEMPLATE_VERSION,
    UNIT_ROW,
)
from planning_kit.collect.template_mending_guide import PointToMend, write_mending_guide
from planning_kit.collect.template_rules import AnswerLists, add_rules
from planning_kit.collect.template_sheet import put, write_sheet
from planning_kit.language import Words, _, current_language
from planning_kit.records import Record, template_types

if TYPE_CHECKING:
    from planning_kit.collect.refused_book import RowToMend

MENDING_SHEET = Words("ต้องแก้ตรงไหน", "What to mend")
FROM_MARK, ORIGIN_MARK = "planning_kit.from", "planning_kit.origin"
"""In the hidden row of field names, over the two columns that are no fields."""

REFUSED_FILL, FLAGGED_FILL, ROW_FILL = "F8C9B6", "FFE79A", "FBE9E1"
_AUTHOR = "planning-kit"
_TO_DO_WIDTH = 46
_FROM_WIDTH = 34
_TALLEST = 400.0


def refused_book(
    rows: Sequence[RowToMend], sources: Sequence[Mapping[str, Any]], language: str
) -> Workbook:
    """Return the workbook, in the language now spoken."""
    by_name: dict[str, list[RowToMend]] = {}
    for row in rows:
        by_name.setdefault(row.record, []).append(row)
    kinds = [
        _widest(kind, by_name.get(kind.noun.name, ()))
        for kind in template_types(None)
        if _is_needed(kind, by_name, sources)
    ]
    book = Workbook()
    guide: Worksheet = book.worksheets[0]
    guide.title = MENDING_SHEET.say(language)
    lists_sheet = book.create_sheet(LISTS_SHEET.say(language))
    lists = AnswerLists(lists_sheet, language)
    points: list[PointToMend] = []
    for kind in kinds:
        sheet = book.create_sheet(sheet_name(kind.noun.title.say(language)))
        mine = by_name.get(kind.noun.name, [])
        known = [_cells(kind, row, language) for row in _known_sources(kind, mine, sources)]
        filled = [*(_cells(kind, row.values, language) for row in mine), *known]
        write_sheet(sheet, kind, filled, language, example=False)
        add_rules(sheet, kind, lists, language)
        points += _mark_rows(sheet, kind, mine)
        _add_columns(sheet, kind, mine, known)
        last = get_column_letter(FIRST_COLUMN + len(kind.fields()))
        sheet.print_area = f"A1:{last}{FIRST_ROW - 1 + len(mine) + len(known)}"
    write_mending_guide(guide, points, len(rows))
    _write_system_sheet(book, kinds, language)
    book.move_sheet(lists_sheet, offset=len(book.sheetnames))
    lists_sheet.sheet_state = "hidden"
    book.active = 0
    book.properties.creator = _AUTHOR
    book.properties.title = MENDING_SHEET.say(language)
    return book


def _is_needed(
    kind: type[Record], by_name: Mapping[str, object], sources: Sequence[object]
) -> bool:
    return kind.noun.name in by_name or (kind.noun.name == "source" and bool(sources))


def _widest(kind: type[Record], rows: Sequence[RowToMend]) -> type[Record]:
    """Return the record type with all questions of an area that any of its rows answers."""
    return max((kind, *(row.kind for row in rows if row.kind)), key=lambda one: len(one.fields()))


def _known_sources(
    kind: type[Record], mine: Sequence[RowToMend], sources: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """Return the sources that stand in the book only because its rows cite them."""
    if kind.noun.name != "source":
        return []
    to_mend = {str(row.values.get("source_code")) for row in mine}
    return [row for row in sources if str(row.get("source_code")) not in to_mend]


def _cells(kind: type[Record], values: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {spec.name: as_written(spec, values.get(spec.name), language) for spec in kind.fields()}


def _mark_rows(
    sheet: Worksheet, kind: type[Record], rows: Sequence[RowToMend]
) -> list[PointToMend]:
    points = []
    columns = {spec.name: at for at, spec in enumerate(kind.fields(), start=FIRST_COLUMN)}
    for number, row in enumerate(rows, start=FIRST_ROW):
        _write_as_written(sheet, number, kind, row.values)
        fill = REFUSED_FILL if row.is_refused else FLAGGED_FILL
        for name, sentences in row.sentences.items():
            cell = sheet.cell(number, columns.get(name, 1))
            _colour(cell, fill)
            cell.comment = _comment("\n".join(sentences))
            label = str(kind.field(name).label) if name in columns else ""
            points += [
                PointToMend(sheet.title, cell.coordinate, label, _shown(cell), said, row.is_refused)
                for said in sentences
            ]
        _say_in_first_column(sheet, number, kind, row)
    return points


def _shown(cell: Cell) -> str:
    return "" if cell.column == 1 or cell.value is None else str(cell.value)


def _say_in_first_column(sheet: Worksheet, number: int, kind: type[Record], row: RowToMend) -> None:
    """Write what to mend where it is in view wherever one has scrolled to, and is printed."""
    said = []
    for name, sentences in row.sentences.items():
        label = f"{kind.field(name).label}: " if name in kind.model_fields else ""
        said += [f"• {label}{sentence}" for sentence in sentences]
    heading = _("Mend:") if row.is_refused else _("Check:")
    text = printable("\n".join([heading, *said]))
    cell = sheet.cell(number, 1)
    put(cell, text)
    style.paint(cell, size=12, fill=ROW_FILL, border=style.GRID, down="top")
    height = style.height_of(text, _TO_DO_WIDTH, line=17) + 6
    sheet.row_dimensions[number].height = min(height, _TALLEST)


def _write_as_written(
    sheet: Worksheet, number: int, kind: type[Record], values: Mapping[str, Any]
) -> None:
    """Write text without the tidying of the template."""
    for at, spec in enumerate(kind.fields(), start=FIRST_COLUMN):
        cell = sheet.cell(number, at)
        if isinstance(cell.value, str):
            put(cell, as_written(spec, values.get(spec.name), current_language()))


def _colour(cell: Cell, fill: str) -> None:
    cell.fill = PatternFill("solid", fgColor=fill)
    cell.border = style.GRID


def _comment(text: str) -> Comment:
    comment = Comment(printable(text), _AUTHOR)
    comment.width = 340
    comment.height = max(60, int(style.height_of(text, 42, line=20)) + 24)
    return comment


def _add_columns(
    sheet: Worksheet, kind: type[Record], mine: Sequence[RowToMend], known: Sequence[object]
) -> None:
    from_at = FIRST_COLUMN + len(kind.fields())
    put(sheet.cell(HEADING_ROW, 1), _("What to mend"))
    sheet.column_dimensions["A"].width = _TO_DO_WIDTH
    put(sheet.cell(MACHINE_ROW, from_at), FROM_MARK)
    put(sheet.cell(MACHINE_ROW, from_at + 1), ORIGIN_MARK)
    for at, text in ((HEADING_ROW, _("Came from")), (UNIT_ROW, _("Do not change"))):
        put(sheet.cell(at, from_at), text)
        style.paint(sheet.cell(at, from_at), size=12, fill=style.GROUP, border=style.GRID)
    sheet.column_dimensions[get_column_letter(from_at)].width = _FROM_WIDTH
    sheet.column_dimensions[get_column_letter(from_at + 1)].hidden = True
    for number, row in enumerate(mine, start=FIRST_ROW):
        put(sheet.cell(number, from_at), printable(_place(row)))
        put(sheet.cell(number, from_at + 1), row.origin.written())
        cell = sheet.cell(number, from_at)
        style.paint(cell, size=12, colour=style.QUIET, border=style.LINES, down="top")
    first = FIRST_ROW + len(mine)
    for number in range(first, first + len(known)):
        put(sheet.cell(number, 1), _("Nothing to mend: the rows of this file cite it"))
        style.paint(sheet.cell(number, 1), size=12, italic=True, colour=style.QUIET)
        sheet.cell(number, 1).alignment = Alignment(vertical="top", wrap_text=True)


def _place(row: RowToMend) -> str:
    at = row.origin
    if at.sheet in ("", at.file_name):
        return _("{file}, row {row}", file=at.file_name, row=at.row)
    return _("{file}, sheet “{sheet}”, row {row}", file=at.file_name, sheet=at.sheet, row=at.row)


def _write_system_sheet(book: Workbook, kinds: Sequence[type[Record]], language: str) -> None:
    sheet = book.create_sheet(SYSTEM_SHEET.say(language))
    for row in (
        (KIT_MARK, "mending"),
        ("version", str(TEMPLATE_VERSION)),
        ("language", language),
        ("records", " ".join(kind.noun.name for kind in kinds)),
    ):
        sheet.append(row)
    sheet.sheet_state = "hidden"
