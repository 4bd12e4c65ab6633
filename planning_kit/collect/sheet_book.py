"""The sheets of somebody's .xlsx, .xls or .ods file: their cells, and what is to be told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from planning_kit import thai
from planning_kit.collect import refusals
from planning_kit.collect.collected import Remark
from planning_kit.collect.office_file import take_apart
from planning_kit.collect.ole_container import OLE_MARK
from planning_kit.collect.reader_noise import quiet
from planning_kit.collect.safe_zip import SafeZip
from planning_kit.collect.sheet_merges import Merge
from planning_kit.collect.sheet_scan import SheetScan
from planning_kit.collect.sheet_told import book_told, sheet_told
from planning_kit.collect.xls_scan import scan_xls
from planning_kit.errors import KitError
from planning_kit.language import N_

# A whole number beyond this is not exact as Excel stores it.
_EXACT = 2**53


class SheetBook:
    """A spreadsheet file, looked over before any sheet is read.

    Raises ``KitError`` when made: ``collect.encrypted``, ``collect.broken-file``,
    ``collect.unsafe-file``, ``collect.unpacks-too-big``, ``collect.too-many-cells``,
    ``collect.not-a-spreadsheet``. Macros are never run: they are not even unpacked.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self._scans: dict[str, SheetScan] = {}
        if data.startswith(OLE_MARK[:4]):
            old = scan_xls(data, file)
            macros, links = old.has_macros, old.external_links
            self._book = _calamine(data, file)
            self._scans = dict(zip(self._book.sheet_names, old.sheets, strict=False))
        else:
            office = take_apart(SafeZip(data, file))
            macros, links = office.has_macros, office.external_links
            self._book = _calamine(office.data, file)
            self._scans = office.sheets
        tables = [one for one in self._book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        self.names = [one.name for one in tables if one.visible == SheetVisibleEnum.Visible]
        self.hidden = [one.name for one in tables if one.visible != SheetVisibleEnum.Visible]
        self.notes = book_told(file, self.hidden, macros, links)

    def find(self, wanted: str | None) -> str:
        """Return the name of a sheet, hidden or not; the first filled visible one by default.

        Raises ``KitError`` ``collect.no-such-sheet``, which lists the sheets there are, or
        ``collect.only-hidden-sheets``.
        """
        if wanted is None:
            if not self.names:
                raise self._nothing_visible()
            filled = (name for name in self.names if self._sheet(name).end is not None)
            return next(filled, self.names[0])
        known = {thai.clean(name): name for name in (*self.hidden, *self.names)}
        if thai.clean(wanted) not in known:
            raise refusals.no_such_sheet(self.file, wanted, self.names)
        return known[thai.clean(wanted)]

    def rows(self, name: str) -> Iterator[tuple[int, list[Any]]]:
        """Yield the rows of a sheet as (number from 1, cells from column A).

        Whole numbers are ``int``; a cell whose formula failed holds its error as text.
        """
        scan = self._scans.get(name, SheetScan(name))
        sheet = self._sheet(name)
        if sheet.end is None:
            return
        wrong: dict[int, list[tuple[int, str]]] = {}
        for (row, column), text in scan.errors.items():
            wrong.setdefault(row, []).append((column, text))
        rows = guarded(sheet.iter_rows(), self.file)
        for at, cells in enumerate(rows):
            values = [_plain(cell) for cell in cells]
            for column, text in wrong.get(at, ()):
                values += [None] * (column + 1 - len(values))
                values[column] = text
            yield at + 1, values

    def merges(self, name: str) -> list[Merge]:
        """Return the merged cells of a sheet; an .ods file tells none."""
        ranges = self._sheet(name).merged_cell_ranges or []
        return [Merge(a[0] + 1, b[0] + 1, a[1], b[1]) for a, b in ranges]

    def told(self, name: str) -> list[Remark]:
        """Return what is to be told of one sheet: its formulas and their errors."""
        return sheet_told(self.file, name, self._scans.get(name, SheetScan(name)))

    def _sheet(self, name: str) -> CalamineSheet:
        with quiet():
            found = (self._book.get_sheet_by_name(one) for one in (name,))
            return next(guarded(found, self.file))

    def _nothing_visible(self) -> KitError:
        if not self.hidden:
            return refusals.broken(self.file)
        return KitError(
            "collect.only-hidden-sheets",
            N_("“{file}” has only hidden sheets: {sheets}; name the one to read in the mapping"),
            file=self.file,
            sheets=_listed(self.hidden),
        )


def guarded(items: Iterator[Any], file: str) -> Iterator[Any]:
    """Pass on what the reader gives; its every failure becomes ``collect.broken-file``."""
    try:
        yield from items
    except KitError:
        raise
    except PasswordError as error:
        raise refusals.encrypted(file) from error
    except (CalamineError, ValueError, OverflowError, OSError, MemoryError) as error:
        raise refusals.broken(file) from error
    except BaseException as error:
        # A fault inside the reader's Rust comes as PanicException, which is no Exception.
        if type(error).__name__ == "PanicException":
            raise refusals.broken(file) from error
        raise


def _calamine(data: bytes, file: str) -> CalamineWorkbook:
    with quiet():
        opened = (CalamineWorkbook.from_filelike(io.BytesIO(one)) for one in (data,))
        book: CalamineWorkbook = next(guarded(opened, file))
        return book


def _plain(cell: Any) -> Any:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return int(cell)
    return None if cell == "" else cell


def _listed(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
