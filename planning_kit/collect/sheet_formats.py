"""What kind of file it really is, by its content; the name only decides between texts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from planning_kit.collect import refusals
from planning_kit.collect.decoding import decode
from planning_kit.collect.ole_container import OLE_MARK
from planning_kit.collect.safe_zip import ZIP_MARK, SafeZip
from planning_kit.collect.xml_sheets import SPREADSHEET_ML
from planning_kit.errors import KitError
from planning_kit.language import N_

Form = Literal["csv", "json", "sheets", "html", "xml", "zip"]

_SHEET_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".xltx")
_MARKS = (
    (b"%PDF", N_("a PDF")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"BM6", N_("a picture")),
    (b"II*\x00", N_("a picture")),
    (b"Rar!", N_("a packed file (RAR, 7z or gz)")),
    (b"7z\xbc\xaf", N_("a packed file (RAR, 7z or gz)")),
    (b"\x1f\x8b", N_("a packed file (RAR, 7z or gz)")),
    (b"SQLite format 3", N_("a database")),
    (b"{\\rtf", N_("a text document")),
    (b"MIME-Version:", N_("a web archive (.mht)")),
    (b"MZ", N_("a program")),
    (b"\x7fELF", N_("a program")),
)
_WEB_PAGE = N_("a web page")
_XML_TEXT = N_("an XML text")
_PLAIN_TEXT = N_("a plain text")
_DOCUMENT = N_("a Word or PowerPoint document")
_BINARY_BOOK = N_("a binary Excel file (.xlsb)")
_OTHER_DOCUMENT = N_("an OpenDocument file, but no spreadsheet")
_GIVE_THE_TABLE = N_("give the table itself as .xlsx, .xls, .ods, .csv or .json")
_SAVE_FROM_EXCEL = N_("open it in Excel and save it as .xlsx")
_NAME_IT_CSV = N_("if it is a table, end its name in .csv")
_PAGE = re.compile(
    rb"^\s*<(?:!--|(?:!doctype\s+html|html|head|body|table|meta|div|style|script|title|link|form|"
    rb"center|font|span|h[1-6]|p|b|br|tr|thead|tbody)\b)",
    re.IGNORECASE,
)
_TABLE = re.compile(rb"<table\b", re.IGNORECASE)
_XHTML = re.compile(rb"<html\b", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml\b", re.IGNORECASE)


def form_of(path: Path, data: bytes) -> Form:
    """Return how a file is to be read.

    Raises ``KitError`` ``collect.not-a-table`` for a picture, a PDF, a Word document, a web
    page without a table and the like, and for a text whose name says it is a spreadsheet; and what opening
    a packed file raises.
    """
    file = path.name
    if data.startswith(OLE_MARK[:4]):
        return "sheets"
    if data.startswith((ZIP_MARK, b"PK\x05\x06")):
        return _packed(SafeZip(data, file))
    for mark, really in _MARKS:
        if data.startswith(mark):
            raise refusals.something_else(file, really, _GIVE_THE_TABLE)
    marked = _marked_up(file, data)
    if marked is not None:
        return marked
    ending = path.suffix.casefold()
    if ending in _SHEET_ENDINGS and not _is_text(data):
        raise refusals.broken(file)
    if ending in _SHEET_ENDINGS:
        raise refusals.something_else(file, _PLAIN_TEXT, _NAME_IT_CSV)
    return "json" if ending in (".json", ".jsonl", ".ndjson", ".geojson") else "csv"


def _marked_up(file: str, data: bytes) -> Form | None:
    """Return the form of a web page or an XML text; ``None`` for other texts."""
    start, whole = data[:4096].removeprefix(b"\xef\xbb\xbf"), data
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start, whole = start.replace(b"\0", b"")[2:], data.replace(b"\0", b"")
    is_xml = _XML.match(start) is not None
    if _PAGE.match(start) or (is_xml and _XHTML.search(start)):
        if _TABLE.search(whole):
            return "html"
        raise refusals.something_else(file, _WEB_PAGE, _SAVE_FROM_EXCEL)
    if is_xml and SPREADSHEET_ML in start:
        return "xml"
    if is_xml:
        raise refusals.something_else(file, _XML_TEXT, _SAVE_FROM_EXCEL)
    return None


def _is_text(data: bytes) -> bool:
    try:
        decode(data, None, "")
    except KitError:
        return False
    return True


def _packed(parts: SafeZip) -> Form:
    names = set(parts.names)
    if "xl/workbook.xml" in names:
        return "sheets"
    if "xl/workbook.bin" in names:
        raise refusals.something_else(parts.file, _BINARY_BOOK, _SAVE_FROM_EXCEL)
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise refusals.something_else(parts.file, _DOCUMENT, _GIVE_THE_TABLE)
    if "mimetype" in names and "content.xml" in names:
        if b"spreadsheet" in parts.read("mimetype"):
            return "sheets"
        raise refusals.something_else(parts.file, _OTHER_DOCUMENT, _GIVE_THE_TABLE)
    if "[Content_Types].xml" in names:
        raise refusals.broken(parts.file)
    return "zip"
