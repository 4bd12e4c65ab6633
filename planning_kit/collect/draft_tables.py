"""The tables of a file, looked at for a draft: headings, a sample of cells, how many rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planning_kit.collect.column_content import Column
from planning_kit.collect.foreign_file import ForeignFile
from planning_kit.collect.opening import read_bytes
from planning_kit.collect.table_shape import Table
from planning_kit.collect.xlsform import Question, labelled
from planning_kit.errors import KitError

_SAMPLE = 2_000
_MOST_TABLES = 40
# To guess takes time for each column; the widest surveys known have some four hundred.
MOST_COLUMNS = 600


@dataclass(frozen=True)
class LookedAt:
    """One table of the file, and the keys of ``[file]`` that lead to it."""

    name: str
    where: dict[str, str]
    columns: tuple[Column, ...]
    n_rows: int
    n_columns: int


def look_at(path: Path, form: Mapping[str, Question] | None = None) -> list[LookedAt]:
    """Return the tables of a file that have headings, the fullest first (at most forty).

    Titles, notes and checked totals around a table are not among its rows. Columns have
    the labels of ``form``, the XLSForm of the survey, where it is given. Raises
    ``KitError`` for a file that cannot be read, or in which no table is found.
    """
    file = ForeignFile(path, read_bytes(path))
    key = "path" if file.form == "json" else "sheet"
    names = file.names[:_MOST_TABLES]
    found: list[LookedAt] = []
    refused: KitError | None = None
    for name in names:
        where = {key: name} if len(names) > 1 else {}
        try:
            found.append(_looked_at(file.table(name), where, form or {}))
        except KitError as error:
            # A sheet without headings is no table; it is told only where nothing else is.
            refused = refused or error
    if not found:
        raise refused or _nothing(path, file)
    return sorted(found, key=lambda table: -(table.n_rows * table.n_columns))


def _nothing(path: Path, file: ForeignFile) -> KitError:
    try:
        file.table()
    except KitError as error:
        return error
    raise AssertionError(f"{path.name} names no table and yet has one")


def _looked_at(table: Table, where: dict[str, str], form: Mapping[str, Question]) -> LookedAt:
    columns = tuple(
        Column(at, heading, tuple(cells.get(heading) for _number, cells in table.rows[:_SAMPLE]))
        for at, heading in enumerate(table.columns[:MOST_COLUMNS], start=1)
    )
    n_columns = len(table.columns)
    return LookedAt(table.sheet, where, labelled(columns, form), len(table.rows), n_columns)
