"""An .xls file looked over before it is read: its password, its reach, what it computes.

Records after [MS-XLS], Excel Binary File Format: two bytes of type, two of length.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from planning_kit.collect import refusals
from planning_kit.collect.limits import MOST_CELLS
from planning_kit.collect.ole_container import OleContainer
from planning_kit.collect.sheet_scan import SheetScan

_EOF, _FILEPASS, _SHEET = 0x000A, 0x002F, 0x0085
_BEGINS = (0x0809, 0x0409, 0x0209, 0x0009)
_FORMULA, _ERROR_OR_TRUTH, _MANY_NUMBERS = 0x0006, 0x0205, 0x00BD
# NUMBER, LABEL, RK, LABELSST, RSTRING: one cell each, its row and column first.
_ONE_CELL = frozenset((0x0203, 0x0204, 0x027E, 0x00FD, 0x00D6, _FORMULA, _ERROR_OR_TRUTH))
_EXTERNAL = 0x01AE
_OUTSIDE_OF_ITSELF = (b"\x01\x04", b"\x01\x3a")
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_STREAMS = ("Workbook", "Book", "WORKBOOK", "BOOK")
_MACRO_STORAGES = {"_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA"}


@dataclass
class XlsScan:
    """The sheets in their order, without names, and what the whole file has."""

    sheets: list[SheetScan] = field(default_factory=list)
    has_macros: bool = False
    external_links: int = 0


def scan_xls(data: bytes, file: str) -> XlsScan:
    """Look over an old Excel file.

    Raises ``KitError``: ``collect.encrypted``, ``collect.broken-file``,
    ``collect.too-many-cells``, or ``collect.not-a-spreadsheet`` for another Office file.
    """
    container = OleContainer(data, file)
    if "EncryptedPackage" in container.names:
        raise refusals.encrypted(file)
    name = next((one for one in _STREAMS if one in container.names), None)
    if name is None:
        raise refusals.not_a_spreadsheet(file)
    found = XlsScan(has_macros=not _MACRO_STORAGES.isdisjoint(container.names))
    stream = container.stream(name)
    starts: list[int] = []
    for kind, body in _records(stream, 0):
        if kind == _FILEPASS:
            raise refusals.encrypted(file)
        if kind == _SHEET and len(body) >= 4:
            starts.append(struct.unpack_from("<I", body)[0])
        elif kind == _EXTERNAL and len(body) > 4 and body[2:4] not in _OUTSIDE_OF_ITSELF:
            found.external_links += 1
    for number, start in enumerate(starts, start=1):
        sheet = SheetScan(str(number))
        for kind, body in _records(stream, start):
            _note_cell(sheet, kind, body, file)
        sheet.refuse_giants(file)
        found.sheets.append(sheet)
    return found


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of one part of the stream, the charts inside it too."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
        depth += (kind in _BEGINS) - (kind == _EOF)
        if kind == _EOF and depth <= 0:
            break


def _note_cell(sheet: SheetScan, kind: int, body: bytes, file: str) -> None:
    if (kind not in _ONE_CELL and kind != _MANY_NUMBERS) or len(body) < 6:
        return
    row, column = struct.unpack_from("<HH", body)
    last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind == _MANY_NUMBERS else column
    sheet.reach(row + 1, max(last, column) + 1)
    if sheet.cells > MOST_CELLS:
        sheet.refuse_giants(file)
    if kind == _FORMULA:
        sheet.formulas += 1
        # A result that is no number ends in FFFF; its first byte says what it is.
        if len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
            sheet.errors[(row, column)] = _ERRORS.get(body[8], "#ERROR")
    elif kind == _ERROR_OR_TRUTH and len(body) >= 8 and body[7]:
        sheet.errors[(row, column)] = _ERRORS.get(body[6], "#ERROR")
