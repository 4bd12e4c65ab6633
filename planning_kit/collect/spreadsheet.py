"""The kit's own template, read back after people filled it in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl.workbook.workbook import Workbook

from planning_kit import thai
from planning_kit.collect.collected import Collected, Place, RawRow, Remark
from planning_kit.collect.example_row import is_filled_in
from planning_kit.collect.opening import fingerprint_of, read_bytes
from planning_kit.collect.sheet_told import hidden_told, uncomputed_told
from planning_kit.collect.spreadsheet_open import has_formulas, open_spreadsheet
from planning_kit.collect.template_marks import KIT_MARK, RECORD_MARK, is_example_mark
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records import FieldSpec, Record, is_local, record_type, template_types
from planning_kit.records.kinds import is_blank

_DEEPEST_MACHINE_ROW = 20
Cells = tuple[Any, ...]


@dataclass
class _Layout:
    """Where the fields of one sheet stand, local questions too: columns (from 0) by name."""

    kind: type[Record]
    machine_row: int
    marker_column: int
    fields: dict[str, int]
    headings: dict[int, str]


def read_workbook(path: str | Path) -> Collected:
    """Read a filled template: every row under the headings that is not blank or the example.

    Sheets and columns are known by the hidden row of field names, so they may be renamed
    and moved; columns that people added are named in ``notes``.

    Raises ``KitError``: ``collect.no-such-file``, ``collect.empty-file`` and the like,
    ``collect.encrypted``, ``collect.old-xls``, ``collect.not-a-spreadsheet``,
    ``collect.broken-file``, ``collect.not-a-template``, ``collect.missing-sheet``,
    ``collect.missing-column``.
    """
    path = Path(path)
    data = read_bytes(path)
    collected = Collected(fingerprint_of(data), path.name)
    found: set[str] = set()
    hidden: list[str] = []
    with open_spreadsheet(data, path.name) as book:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = enumerate(sheet.iter_rows(values_only=True), start=1)
            layout = _layout_of(rows)
            if layout is not None:
                found.add(layout.kind.noun.name)
                before = len(collected.rows) + len(collected.sources)
                _read_rows(layout, sheet.title, rows, collected)
                brought = len(collected.rows) + len(collected.sources) > before
                hidden += [sheet.title] if brought and sheet.sheet_state != "visible" else []
        _require_sheets(book, path.name, found)
    if hidden:
        collected.notes.append(hidden_told(path.name, hidden))
    if has_formulas(data):
        _note_uncomputed(data, path.name, collected)
    return collected


def _layout_of(rows: Iterator[tuple[int, Cells]]) -> _Layout | None:
    headings: dict[int, str] = {}
    heading_row: Cells = ()
    above: list[Cells] = []
    for number, cells in rows:
        marks = [at for at, cell in enumerate(cells) if str(cell or "").startswith(RECORD_MARK)]
        if marks:
            heading_row = above[-3] if len(above) >= 3 else ()
            headings = {at: thai.clean(str(c)) for at, c in enumerate(heading_row) if c is not None}
            return _layout(number, marks[0], cells, headings)
        if number >= _DEEPEST_MACHINE_ROW:
            return None
        above.append(cells)
    return None


def _layout(number: int, marker: int, cells: Cells, headings: dict[int, str]) -> _Layout | None:
    name = str(cells[marker]).removeprefix(RECORD_MARK).strip()
    known = {kind.noun.name for kind in template_types(None)}
    if name not in known:
        return None
    kind = record_type(name)
    named = {str(cell).strip(): at for at, cell in enumerate(cells) if at != marker and cell}
    fields = {name: at for name, at in named.items() if name in kind.model_fields or is_local(name)}
    lacking = [spec for spec in kind.fields() if spec.required and spec.name not in fields]
    if lacking:
        raise _missing_columns(kind, lacking)
    return _Layout(kind, number, marker, fields, headings)


def _missing_columns(kind: type[Record], lacking: list[FieldSpec]) -> KitError:
    return KitError(
        "collect.missing-column",
        N_(
            "The sheet “{sheet}” lacks the columns {columns}, or the hidden row that names them "
            "was changed; copy your rows into a blank template"
        ),
        sheet=kind.noun.title,
        columns=_listed([spec.label for spec in lacking]),
    )


def _read_rows(
    layout: _Layout, sheet: str, rows: Iterator[tuple[int, Cells]], collected: Collected
) -> None:
    name = layout.kind.noun.name
    columns = {
        field: (layout.headings.get(at) or _label(layout.kind, field)).rstrip(" *")
        for field, at in layout.fields.items()
    }
    mine = {layout.marker_column, *layout.fields.values()}
    extra: dict[int, int] = {}
    row_notes = 0
    for number, cells in rows:
        for at, cell in enumerate(cells):
            if at not in mine and not is_blank(cell):
                extra[at] = extra.get(at, 0) + 1
        values = {f: cells[at] if at < len(cells) else None for f, at in layout.fields.items()}
        marker = cells[layout.marker_column] if layout.marker_column < len(cells) else None
        place = Place(sheet, number)
        if is_example_mark(marker):
            if not is_filled_in(layout.kind, values, columns, place, collected):
                continue
        else:
            row_notes += not is_blank(marker)
        if not all(is_blank(value) for value in values.values()):
            raw = RawRow(name, place, values, columns)
            collected.take(raw, as_source=name == "source")
    _remark(layout, sheet, extra, row_notes, collected)


def _label(kind: type[Record], field: str) -> str:
    return field if is_local(field) else str(kind.field(field).label)


def _remark(
    layout: _Layout, sheet: str, extra: dict[int, int], row_notes: int, collected: Collected
) -> None:
    place = Place(sheet, layout.machine_row)
    for at, count in extra.items():
        heading = layout.headings.get(at) or f"#{at + 1}"
        collected.notes.append(
            Remark(
                "collect.unknown-column", _UNKNOWN_COLUMN, {"column": heading, "n": count}, place
            )
        )
    if row_notes:
        collected.notes.append(Remark("collect.row-notes", _ROW_NOTES, {"n": row_notes}, place))


_UNKNOWN_COLUMN = N_(
    "The column “{column}” is not one of the template’s; its {n} filled cells are not imported"
)
_ROW_NOTES = N_("The {n} notes in the first column are for yourselves; they are not imported")


def _require_sheets(book: Workbook, file: str, found: set[str]) -> None:
    wanted = _sheets_it_was_made_with(book)
    if not found and not wanted:
        raise KitError(
            "collect.not-a-template",
            N_(
                "“{file}” is not a filled template of the kit; make one with “planning-kit "
                "template”, or read this file with a mapping"
            ),
            file=file,
        )
    lacking = [kind for kind in template_types(None) if kind.noun.name in wanted - found]
    if lacking:
        raise KitError(
            "collect.missing-sheet",
            N_(
                "“{file}” lacks the sheets {sheets}; copy them back from a blank template, even "
                "if they stay empty"
            ),
            file=file,
            sheets=_listed([kind.noun.title for kind in lacking]),
        )


def _listed(words: list[Words]) -> Words:
    return Words(
        ", ".join(f"“{word.th}”" for word in words), ", ".join(f"“{word.en}”" for word in words)
    )


def _sheets_it_was_made_with(book: Workbook) -> set[str]:
    """Return the record names on the hidden sheet; all of them where that sheet is gone."""
    for sheet in book.worksheets:
        rows = list(sheet.iter_rows(max_row=4, max_col=2, values_only=True))
        if rows and rows[0] and rows[0][0] == KIT_MARK:
            said = {str(row[0]): str(row[1]) for row in rows if len(row) > 1}
            return set(said.get("records", "").split())
    return set()


def _note_uncomputed(data: bytes, file: str, collected: Collected) -> None:
    """Name the formulas whose result the file does not hold, so no figure is lost in silence."""
    places = {
        (raw.place.sheet, raw.place.row): raw for raw in (*collected.rows, *collected.sources)
    }
    with open_spreadsheet(data, file, formulas=True) as book, open_spreadsheet(data, file) as shown:
        for sheet in book.worksheets:
            results = shown[sheet.title]
            for formulas, values in zip(sheet.iter_rows(), results.iter_rows(), strict=False):
                for cell, result in zip(formulas, values, strict=False):
                    if cell.value is None or cell.data_type != "f" or result.value is not None:
                        continue
                    if (sheet.title, cell.row) in places or cell.row > _DEEPEST_MACHINE_ROW:
                        collected.notes.append(
                            uncomputed_told(sheet.title, cell.row, cell.column_letter)
                        )
