"""The origins that a mended file carries in its hidden column."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from planning_kit import thai
from planning_kit.collect.collected import Collected, Place, Remark
from planning_kit.collect.opening import read_bytes
from planning_kit.collect.row_origin import RowOrigin, read_origin
from planning_kit.collect.spreadsheet import read_workbook
from planning_kit.collect.spreadsheet_open import open_spreadsheet
from planning_kit.collect.template_marks import HEADING_ROW, MACHINE_ROW
from planning_kit.collect.template_refused import FROM_MARK, ORIGIN_MARK
from planning_kit.language import N_

_DEEPEST_MACHINE_ROW = 20
_ABOVE = MACHINE_ROW - HEADING_ROW
_CHANGED = N_(
    "The hidden note of where this row came from was changed and cannot be read; the row counts "
    "as a new one"
)
_COPIED = N_(
    "This row was copied from another of this file; it counts as a new one, the first keeps its "
    "place"
)


@dataclass
class _Carried:
    """What one sheet carries: its origins by row, and the headings of the columns in question."""

    sheet: str
    headings: set[str]
    origins: dict[Place, RowOrigin] = field(default_factory=dict)
    taken: set[RowOrigin] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)


def read_filled(path: str | Path) -> tuple[Collected, dict[Place, RowOrigin]]:
    """Read a filled template, or one with rows that were sent back and mended.

    Returns what ``read_workbook`` returns, and the origin of every row that carries one.
    Raises what ``read_workbook`` raises.
    """
    path = Path(path)
    collected = read_workbook(path)
    data = read_bytes(path)
    if not _has_mark(data):
        return collected, {}
    found: dict[Place, RowOrigin] = {}
    filled = {raw.place for raw in (*collected.sources, *collected.rows)}
    with open_spreadsheet(data, path.name) as book:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = enumerate(sheet.iter_rows(values_only=True), start=1)
            carried = _carried_by(sheet.title, rows, filled)
            if carried is not None:
                found.update(carried.origins)
                _tidy(collected, carried)
    return collected, found


def _has_mark(data: bytes) -> bool:
    mark = ORIGIN_MARK.encode()
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/") and ".xml" in name]
        return any(mark in parts.read(name) for name in names)


def _carried_by(
    sheet: str, rows: Iterable[tuple[int, tuple[object, ...]]], filled: set[Place]
) -> _Carried | None:
    above: list[tuple[object, ...]] = []
    carried: _Carried | None = None
    column = -1
    for number, cells in rows:
        if carried is not None:
            cell = cells[column] if column < len(cells) else None
            _take(carried, Place(sheet, number), cell, filled)
        elif ORIGIN_MARK in cells:
            column = cells.index(ORIGIN_MARK)
            mine = [at for at, cell in enumerate(cells) if cell in (FROM_MARK, ORIGIN_MARK)]
            carried = _Carried(sheet, set(_headings(mine, above)))
        elif number >= _DEEPEST_MACHINE_ROW:
            return None
        else:
            above.append(cells)
    return carried


def _headings(columns: list[int], above: list[tuple[object, ...]]) -> Iterable[str]:
    row = above[-_ABOVE] if len(above) >= _ABOVE else ()
    for at in columns:
        written = row[at] if at < len(row) else None
        yield thai.clean(str(written)) if written is not None else f"#{at + 1}"


def _take(carried: _Carried, place: Place, cell: object, filled: set[Place]) -> None:
    if cell is None or place not in filled:
        return
    origin = read_origin(cell)
    if origin is None:
        carried.remarks.append(Remark("collect.origin-changed", _CHANGED, {}, place))
    elif origin in carried.taken:
        carried.remarks.append(Remark("collect.row-copied", _COPIED, {}, place))
    else:
        carried.origins[place] = origin
        carried.taken.add(origin)


def _tidy(collected: Collected, carried: _Carried) -> None:
    """Leave out the remarks about the kit’s own columns, and add those about changed origins."""
    collected.notes = [
        note for note in collected.notes if not _is_about_own_columns(note, carried)
    ] + carried.remarks


def _is_about_own_columns(note: Remark, carried: _Carried) -> bool:
    if note.place is None or note.place.sheet != carried.sheet:
        return False
    if note.code == "collect.row-notes":
        return True
    return note.code == "collect.unknown-column" and note.values["column"] in carried.headings
