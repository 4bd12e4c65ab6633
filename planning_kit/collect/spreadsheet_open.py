"""Opening an Excel file, with one clear sentence for everything that is not a sound one."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook

from planning_kit.errors import KitError
from planning_kit.language import N_

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# Names inside the old container are in UTF-16.
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_FORMULA = re.compile(rb"<f[ >]")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    ParseError,
    EOFError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    NotImplementedError,
)


@contextmanager
def open_spreadsheet(data: bytes, file: str, *, formulas: bool = False) -> Iterator[Workbook]:
    """Open the bytes of an .xlsx or .xlsm file for reading, values or (``formulas``) formulas.

    Cells are read lazily, so a fault deep in the file surfaces inside the ``with`` block;
    it too becomes a ``KitError``: ``collect.encrypted``, ``collect.old-xls``,
    ``collect.not-a-spreadsheet`` or ``collect.broken-file``.
    """
    _refuse_other_files(data, file)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=not formulas)
        try:
            yield book
        finally:
            book.close()
    except KitError:
        raise
    except _BROKEN as error:
        raise _broken(file) from error


def has_formulas(data: bytes) -> bool:
    """Tell whether any sheet of a sound .xlsx file holds a formula."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        return any(_FORMULA.search(parts.read(name)) for name in sheets)


def _refuse_other_files(data: bytes, file: str) -> None:
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED_PART in data:
            raise KitError(
                "collect.encrypted",
                N_("“{file}” is locked with a password; save it without one and try again"),
                file=file,
            )
        raise KitError(
            "collect.old-xls",
            N_(
                "“{file}” is in the old Excel format (.xls), whatever its name says; save it as "
                ".xlsx and try again"
            ),
            file=file,
        )
    if not data.startswith(_ZIP):
        raise _not_a_spreadsheet(file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if "xl/workbook.xml" not in parts.namelist():
                raise _not_a_spreadsheet(file)
    except zipfile.BadZipFile as error:
        raise _broken(file) from error


def _not_a_spreadsheet(file: str) -> KitError:
    return KitError(
        "collect.not-a-spreadsheet",
        N_("“{file}” is not an Excel file (.xlsx), whatever its name says; choose the right file"),
        file=file,
    )


def _broken(file: str) -> KitError:
    return KitError(
        "collect.broken-file",
        N_("“{file}” is damaged or was not copied whole; copy it again, or open and save it"),
        file=file,
    )
