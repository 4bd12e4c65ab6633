"""The quick way to see how far a sheet reaches, where its XML is written the usual way."""

from __future__ import annotations

import re

from planning_kit.collect.sheet_scan import SheetScan, number_of, scan_sheet

_CELL = re.compile(rb"<c[\s>/]")
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?!(?: s="\d+")?(?: t="\w+")? ?/>)')
_EMPTY = re.compile(rb'<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d+")?(?: t="\w+")? ?/>')
# Names with a prefix, formulas and error values want the careful way.
_UNUSUAL = re.compile(rb"<\w+:c[\s>/]|<(?:\w+:)?f[\s>/]|\st\s*=\s*[\"']e[\"']")


def scan_quickly(content: bytes, file: str) -> SheetScan:
    """Look over a worksheet: as ``scan_sheet``, several times as fast for most sheets.

    It takes the quick way only where every cell of the sheet is in the usual form, so that
    nothing can hide from it. Raises what ``scan_sheet`` raises.
    """
    if _UNUSUAL.search(content) or not content.rstrip().endswith(b"</worksheet>"):
        return scan_sheet(content, file)
    rows = cells = 0
    columns: set[bytes] = set()
    for found in _FILLED.finditer(content):
        column, row = found.groups()
        columns.add(column)
        cells += 1
        rows = max(rows, int(row))
    if cells + _count(_EMPTY, content) != _count(_CELL, content):
        return scan_sheet(content, file)
    widest = max((number_of(name.decode()) for name in columns), default=0)
    scan = SheetScan(rows=rows, columns=widest, cells=cells)
    scan.refuse_giants(file)
    return scan


def _count(pattern: re.Pattern[bytes], content: bytes) -> int:
    return sum(1 for _found in pattern.finditer(content))
