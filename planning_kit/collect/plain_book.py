"""The tables of a web page or of an XML sheet, already read: a book without formulas or macros."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from planning_kit import thai
from planning_kit.collect import refusals
from planning_kit.collect.collected import Remark
from planning_kit.collect.sheet_merges import Merge
from planning_kit.collect.sheet_scan import SheetScan
from planning_kit.collect.sheet_told import sheet_told

_LEAST_ROWS = 2


@dataclass
class PlainSheet:
    """One table: rows as (number from 1, cells), merged cells, and what was looked over."""

    name: str
    rows: list[tuple[int, list[Any]]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    scan: SheetScan = field(default_factory=SheetScan)


class PlainBook:
    """Gives tables the way ``SheetBook`` does."""

    def __init__(self, file: str, sheets: list[PlainSheet]) -> None:
        self.file = file
        self._sheets = {sheet.name: sheet for sheet in sheets}
        self.names = list(self._sheets)
        self.notes: list[Remark] = []

    def find(self, wanted: str | None) -> str:
        """Return the name of a table; by default the first with several rows, else the first.

        Raises ``KitError`` ``collect.no-such-sheet`` or ``collect.not-a-table``.
        """
        if wanted is None:
            full = (name for name in self.names if len(self._sheets[name].rows) >= _LEAST_ROWS)
            return next(full, self.names[0])
        known = {thai.clean(name): name for name in self.names}
        if thai.clean(wanted) not in known:
            raise refusals.no_such_sheet(self.file, wanted, self.names)
        return known[thai.clean(wanted)]

    def rows(self, name: str) -> Iterator[tuple[int, list[Any]]]:
        """Yield the rows of a table as (number from 1, cells from the first column)."""
        yield from self._sheets[name].rows

    def merges(self, name: str) -> list[Merge]:
        """Return the merged cells of a table."""
        return self._sheets[name].merges

    def told(self, name: str) -> list[Remark]:
        """Return what is to be told of one table: its formulas and their errors."""
        return sheet_told(self.file, name, self._sheets[name].scan)
