"""Small foreign files, built byte by byte, so that tests can also build wrong ones."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from xml.sax.saxutils import escape, quoteattr

import pytest
from openpyxl import Workbook

ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def zip_of(parts: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def xlsx_of(rows: list[list], title: str = "S") -> bytes:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xlsx_with(rows: str = "", start: str = '<?xml version="1.0"?>', **parts: bytes) -> bytes:
    """An .xlsx whose first sheet has these rows as XML; ``parts`` are put beside the others."""
    with zipfile.ZipFile(io.BytesIO(xlsx_of([["a"], [1]]))) as archive:
        all_parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = (
        f'{start}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )
    return zip_of(all_parts | {"xl/worksheets/sheet1.xml": sheet} | parts)


def ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    text = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def ods_of(rows: list[list], title: str = "S", extra: str = "", **parts: bytes | str) -> bytes:
    lines = ("".join(map(ods_cell, row)) for row in rows)
    body = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines) + extra
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}><office:body>'
        f"<office:spreadsheet><table:table table:name={quoteattr(title)}>{body}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return zip_of(
        {"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest, **parts}
    )


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _xls_cell(row: int, column: int, value: object) -> bytes:
    where = struct.pack("<HHH", row, column, 0)
    if isinstance(value, int | float):
        return _record(0x0203, where + struct.pack("<d", value))
    text = str(value)
    return _record(0x0204, where + struct.pack("<HB", len(text), 1) + text.encode("utf-16-le"))


def xls_stream(rows: list[list], *more: bytes, hidden: bool = False) -> bytes:
    """A BIFF8 stream: the globals, then one sheet."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0x0600)
    name = b"\x01\x00S"
    length = len(_record(0x0809, begin)) + 4 + 6 + len(name) + 4
    sheet = _record(0x0085, struct.pack("<IBB", length, int(hidden), 0) + name)
    cells = [
        _xls_cell(at, column, value)
        for at, row in enumerate(rows)
        for column, value in enumerate(row)
        if value is not None
    ]
    inner = _record(0x0809, begin[:2] + struct.pack("<H", 0x0010) + begin[4:])
    end = _record(0x000A, b"")
    return b"".join([_record(0x0809, begin), sheet, end, inner, *cells, *more, end])


def ole_of(stream: bytes, name: str = "Workbook") -> bytes:
    """The old container around one stream: header, one table of sectors, one directory."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    assert sectors <= 120, "one table of sectors holds no more"
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIII", 0, 1, 1, 0, 4096)
    header += struct.pack("<IIII", 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)

    def entry(label: str, kind: int, child: int, first: int, size: int) -> bytes:
        text = (label + "\0").encode("utf-16-le")
        about = struct.pack("<HBBIII", len(text), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        return text.ljust(64, b"\0") + about + bytes(36) + struct.pack("<IQ", first, size)

    root = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
    book = entry(name, 2, 0xFFFFFFFF, 2, len(stream))
    return header + struct.pack("<128I", *table) + (root + book).ljust(512, b"\0") + stream


def xls_of(rows: list[list], *more: bytes, hidden: bool = False) -> bytes:
    return ole_of(xls_stream(rows, *more, hidden=hidden))


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """Builders of foreign files: ``made.xlsx(rows)``, ``made.zip(parts)`` and so on."""
    return SimpleNamespace(
        xlsx=xlsx_of,
        xlsx_with=xlsx_with,
        ods=ods_of,
        xls=xls_of,
        xls_stream=xls_stream,
        ole=ole_of,
        record=_record,
        zip=zip_of,
    )


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Write bytes to a file of this name and return its path."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write
