"""A sheet of somebody's Excel file as a plain table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planning_kit import thai
from planning_kit.collect.mapping import FileRule
from planning_kit.collect.spreadsheet_open import open_spreadsheet
from planning_kit.collect.tables import Table, tabled
from planning_kit.errors import KitError
from planning_kit.language import N_


def read_sheet(path: Path, data: bytes, rule: FileRule) -> Table:
    """Return the sheet that the rule names, else the first one.

    Raises ``KitError`` ``collect.no-such-sheet`` (which lists the sheets there are), and
    those of ``open_spreadsheet``.
    """
    with open_spreadsheet(data, path.name) as book:
        names = {thai.clean(sheet.title): sheet for sheet in book.worksheets}
        wanted = thai.clean(rule.sheet) if rule.sheet else next(iter(names), "")
        if wanted not in names:
            raise KitError(
                "collect.no-such-sheet",
                N_("“{file}” has no sheet “{sheet}”; its sheets are {sheets}"),
                file=path.name,
                sheet=wanted,
                sheets=", ".join(f"“{name}”" for name in names),
            )
        sheet = names[wanted]
        sheet.reset_dimensions()

        def numbered() -> Iterator[tuple[int, list[Any]]]:
            for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                yield number, list(cells)

        return tabled(sheet.title, numbered(), rule.header_row, path.name)
