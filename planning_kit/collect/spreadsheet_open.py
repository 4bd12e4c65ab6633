"""Opening an Excel file of the kit, with one clear sentence for what is not a sound one."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook

from planning_kit.collect import refusals
from planning_kit.collect.office_file import take_apart
from planning_kit.collect.ole_container import OLE_MARK
from planning_kit.collect.safe_zip import ZIP_MARK, SafeZip
from planning_kit.errors import KitError
from planning_kit.language import N_

# Names inside the old container are in UTF-16.
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    # What both readers of XML raise, that of Python and, where it is there, lxml.
    SyntaxError,
    EOFError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    NotImplementedError,
    RecursionError,
    AssertionError,
    OverflowError,
)


@contextmanager
def open_spreadsheet(data: bytes, file: str, *, formulas: bool = False) -> Iterator[Workbook]:
    """Open the bytes of an .xlsx or .xlsm file for reading, values or (``formulas``) formulas.

    The file is looked over first, and a plain copy of its sound parts is opened: macros,
    pictures and tricks stay outside. Cells are read lazily, so a fault deep in the file
    surfaces inside the ``with`` block. Raises ``KitError``: ``collect.encrypted``,
    ``collect.old-xls``, ``collect.not-a-spreadsheet``, ``collect.broken-file``,
    ``collect.unsafe-file``, ``collect.unpacks-too-big`` or ``collect.too-many-cells``.
    """
    copy = _plain_copy(data, file)
    try:
        book = load_workbook(io.BytesIO(copy), read_only=True, data_only=not formulas)
        try:
            yield book
        finally:
            book.close()
    except KitError:
        raise
    except _BROKEN as error:
        raise refusals.broken(file) from error


def has_formulas(data: bytes) -> bool:
    """Tell whether any sheet of a sound .xlsx file holds a formula."""
    parts = SafeZip(data, "")
    sheets = [name for name in parts.names if name.startswith("xl/worksheets/")]
    return any(_FORMULA.search(parts.read(name)) for name in sheets)


def _plain_copy(data: bytes, file: str) -> bytes:
    if data.startswith(OLE_MARK[:4]):
        if _ENCRYPTED_PART in data:
            raise refusals.encrypted(file)
        raise KitError(
            "collect.old-xls",
            N_(
                "“{file}” is in the old Excel format (.xls), whatever its name says; save it as "
                ".xlsx and try again"
            ),
            file=file,
        )
    if not data.startswith(ZIP_MARK):
        raise refusals.not_a_spreadsheet(file)
    office = take_apart(SafeZip(data, file))
    if office.kind != "xlsx":
        raise refusals.not_a_spreadsheet(file)
    return office.data
