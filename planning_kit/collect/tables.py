"""A foreign table, whatever its file: headings and numbered rows."""

from __future__ import annotations

from pathlib import Path

from planning_kit.collect.foreign_file import ForeignFile
from planning_kit.collect.mapping import FileRule
from planning_kit.collect.table_shape import Row, Table, headed

__all__ = ["ForeignFile", "Row", "Table", "headed", "read_table", "table_names"]


def read_table(path: Path, data: bytes, rule: FileRule | None = None) -> Table:
    """Return one table of a CSV, JSON, XLSX, XLS, ODS or ZIP file.

    It is the table that the rule names, else the first. The format is found by the content.
    Headings are found, unless the rule says their row; titles, notes and checked total rows
    are in ``left_out``. To read several tables of one file, make a ``ForeignFile``.
    Raises ``KitError`` with code ``collect.…`` for a file that cannot be read so.
    """
    return ForeignFile(path, data, rule).table()


def table_names(path: Path, data: bytes, rule: FileRule | None = None) -> list[str]:
    """Return the names of the tables in a file: visible sheets, files of a zip, JSON lists.

    Raises ``KitError`` for a file that cannot be opened.
    """
    return ForeignFile(path, data, rule).names
