"""An .xlsx or .ods file taken apart with care, and put together again for its readers."""

from __future__ import annotations

from dataclasses import dataclass, field
from posixpath import normpath
from typing import Literal
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from planning_kit.collect import refusals
from planning_kit.collect.empty_rows import without_empty_rows
from planning_kit.collect.ods_scan import scan_ods
from planning_kit.collect.plain_cells import scan_quickly
from planning_kit.collect.safe_zip import SafeZip, repacked
from planning_kit.collect.sheet_scan import SheetScan, refuse_entities

_BOOK = "xl/workbook.xml"
_BOOK_LINKS = "xl/_rels/workbook.xml.rels"
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
# Pictures, macros and printer settings are never unpacked.
_READ_ENDINGS = (".xml", ".rels")
_READ_NAMES = ("mimetype",)


@dataclass(frozen=True)
class OfficeFile:
    """``data`` is a plain copy that holds only parts that were looked over."""

    kind: Literal["xlsx", "ods"]
    data: bytes
    sheets: dict[str, SheetScan] = field(default_factory=dict)
    has_macros: bool = False
    external_links: int = 0


def take_apart(parts: SafeZip) -> OfficeFile:
    """Return the spreadsheet in a packed file.

    Raises ``KitError``: ``collect.encrypted``, ``collect.broken-file``,
    ``collect.unsafe-file`` (entities), ``collect.too-many-cells``,
    ``collect.unpacks-too-big``, or ``collect.not-a-spreadsheet`` where it is no table.
    """
    if _BOOK in parts.names:
        return _xlsx(parts)
    if "content.xml" in parts.names and "mimetype" in parts.names:
        return _ods(parts)
    raise refusals.not_a_spreadsheet(parts.file)


def _xlsx(parts: SafeZip) -> OfficeFile:
    read = _looked_over(parts)
    # A sheet may lie under any name; what makes it one is its element sheetData.
    sheets = {
        name: without_empty_rows(content)
        for name, content in read.items()
        if b"sheetData" in content
    }
    scans = {name: scan_quickly(content, parts.file) for name, content in sheets.items()}
    read |= sheets
    return OfficeFile(
        "xlsx",
        repacked(read.items()),
        _named(read, scans, parts.file),
        has_macros=any(name.endswith("vbaProject.bin") for name in parts.names),
        external_links=sum(name.startswith("xl/externalLinks/external") for name in parts.names),
    )


def _ods(parts: SafeZip) -> OfficeFile:
    if not parts.read("mimetype").startswith(_ODS_TYPE):
        raise refusals.not_a_spreadsheet(parts.file)
    manifest = "META-INF/manifest.xml"
    if manifest in parts.names and b"encryption-data" in parts.read(manifest):
        raise refusals.encrypted(parts.file)
    read = _looked_over(parts)
    content = read["content.xml"]
    macros = ("Basic/", "Scripts/")
    return OfficeFile(
        "ods",
        repacked(read.items()),
        {scan.name: scan for scan in scan_ods(content, parts.file)},
        has_macros=any(name.startswith(macros) for name in parts.names),
        external_links=content.count(b"<table:table-source"),
    )


def _looked_over(parts: SafeZip) -> dict[str, bytes]:
    read: dict[str, bytes] = {}
    for name in parts.names:
        if name.endswith(_READ_ENDINGS) or name in _READ_NAMES:
            read[name] = parts.read(name)
            refuse_entities(read[name], parts.file)
    return read


def _named(read: dict[str, bytes], scans: dict[str, SheetScan], file: str) -> dict[str, SheetScan]:
    """Return the scans by the names of their sheets, as the workbook lists them."""
    targets = {
        link.get("Id", ""): link.get("Target", "")
        for link in _tree(read.get(_BOOK_LINKS, b"<a/>"), file).iter()
        if link.get("Id")
    }
    named: dict[str, SheetScan] = {}
    for sheet in _tree(read[_BOOK], file).iter():
        ids = [value for key, value in sheet.attrib.items() if key.endswith("}id")]
        if sheet.tag.rpartition("}")[2] != "sheet" or not ids:
            continue
        target = targets.get(ids[0], "")
        at = target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")
        if at in scans:
            scans[at].name = sheet.get("name", "")
            named[scans[at].name] = scans[at]
    return named


def _tree(content: bytes, file: str) -> Element:
    try:
        tree: Element = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise refusals.broken(file) from error
    return tree
