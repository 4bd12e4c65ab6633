"""A foreign table, whatever its file: headings and numbered rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planning_kit import thai
from planning_kit.collect.decoding import decode
from planning_kit.collect.mapping import FileRule
from planning_kit.errors import KitError
from planning_kit.language import N_

Row = dict[str, Any]


@dataclass
class Table:
    """Headings in order, and rows as (number in the file, cell by heading)."""

    sheet: str
    columns: list[str]
    rows: list[tuple[int, Row]]


def read_table(path: Path, data: bytes, rule: FileRule) -> Table:
    """Return the table in a CSV, JSON or XLSX file.

    The format is the rule's, else what the file's name and first bytes say.
    Raises ``KitError`` with code ``collect.…`` for a file that cannot be read so.
    """
    form = rule.format or _format_of(path, data)
    if form == "json":
        return _read_json(path, data, rule)
    if form == "xlsx":
        from planning_kit.collect.spreadsheet_table import read_sheet

        return read_sheet(path, data, rule)
    return _read_csv(path, data, rule)


def _format_of(path: Path, data: bytes) -> str:
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        return "xlsx"
    ending = path.suffix.lower().lstrip(".")
    return "json" if ending == "json" else "xlsx" if ending == "xlsx" else "csv"


def headed(cells: Iterable[Any]) -> list[str]:
    """Return clean, distinct headings: blank ones are numbered, repeated ones too."""
    named: list[str] = []
    for at, cell in enumerate(cells, start=1):
        name = "" if cell is None else thai.clean(str(cell))
        name = name or f"#{at}"
        count = 2
        wanted = name
        while name in named:
            name = f"{wanted} ({count})"
            count += 1
        named.append(name)
    return named


def tabled(
    sheet: str, numbered: Iterator[tuple[int, list[Any]]], header_row: int, file: str
) -> Table:
    """Return a table from numbered rows of cells, the headings in ``header_row``.

    Cells beyond the last heading get headings of their own (``#7``), so none is lost.
    Raises ``KitError`` ``collect.no-headings``.
    """
    columns: list[str] = []
    rows: list[tuple[int, Row]] = []
    for number, cells in numbered:
        if number < header_row:
            continue
        if not columns:
            while cells and cells[-1] in (None, ""):
                cells = cells[:-1]
            columns = headed(cells)
            if not columns:
                break
            continue
        for at in range(len(columns), len(cells)):
            columns.append(f"#{at + 1}")
        rows.append((number, dict(zip(columns, cells, strict=False))))
    if not columns:
        raise KitError(
            "collect.no-headings",
            N_("“{file}” has no headings in row {row}; say in the mapping which row they are in"),
            file=file,
            row=header_row,
        )
    return Table(sheet, columns, rows)


def _read_csv(path: Path, data: bytes, rule: FileRule) -> Table:
    text = decode(data, rule.encoding, path.name)
    delimiter = rule.delimiter or _delimiter_of(text, rule.header_row)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)

    def numbered() -> Iterator[tuple[int, list[Any]]]:
        start = 1
        for cells in reader:
            yield start, list(cells)
            start = reader.line_num + 1

    try:
        return tabled(path.name, numbered(), rule.header_row, path.name)
    except csv.Error as error:
        raise KitError(
            "collect.broken-csv",
            N_("“{file}” stops being a table at line {row}; open it and check that line"),
            file=path.name,
            row=reader.line_num,
        ) from error


def _delimiter_of(text: str, header_row: int) -> str:
    lines = text.splitlines()
    line = lines[header_row - 1] if len(lines) >= header_row else ""
    return max(",;\t|", key=line.count)


def _read_json(path: Path, data: bytes, rule: FileRule) -> Table:
    try:
        content = json.loads(decode(data, rule.encoding, path.name))
    except (json.JSONDecodeError, RecursionError) as error:
        raise KitError(
            "collect.broken-json",
            N_("“{file}” is not a complete JSON file ({detail}); save or download it again"),
            file=path.name,
            detail=str(error),
        ) from error
    items = _at_path(content, rule.path, path.name)
    columns = headed(dict.fromkeys(str(key) for item in items for key in item))
    rows = [
        (number, {thai.clean(str(key)): _flat(value) for key, value in item.items()})
        for number, item in enumerate(items, start=1)
    ]
    return Table(rule.path or path.name, columns, rows)


def _at_path(content: Any, where: str | None, file: str) -> list[dict[str, Any]]:
    for step in (where or "").split(".") if where else ():
        content = content.get(step) if isinstance(content, dict) else None
    if not isinstance(content, list) or not all(isinstance(item, dict) for item in content):
        raise KitError(
            "collect.no-list-in-json",
            N_(
                "“{file}” has no list of rows at “{path}”; give the place of the list in the "
                "mapping, under [file] path"
            ),
            file=file,
            path=where or "(top)",
        )
    return content


def _flat(value: Any) -> Any:
    if isinstance(value, list) and not any(isinstance(item, (dict, list)) for item in value):
        return ", ".join(str(item) for item in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value
