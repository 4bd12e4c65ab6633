"""What a spreadsheet holds besides plain cells, told: nothing is taken or skipped silently."""

from __future__ import annotations

from collections.abc import Iterator

from planning_kit.collect.collected import Place, Remark
from planning_kit.collect.sheet_scan import SheetScan, letters
from planning_kit.language import N_

_MOST = 20


def book_told(file: str, hidden: list[str], has_macros: bool, external_links: int) -> list[Remark]:
    """Return the remarks on a whole file: hidden sheets, macros, links to other files."""
    told: list[Remark] = []
    if hidden:
        sheets = ", ".join(f"“{name}”" for name in hidden[:_MOST])
        told.append(
            Remark(
                "collect.hidden-sheets",
                N_("“{file}”: hidden sheets are not read unless the mapping names them: {sheets}"),
                {"file": file, "sheets": sheets},
            )
        )
    if has_macros:
        told.append(
            Remark(
                "collect.has-macros",
                N_("“{file}” holds macros; they are never run, only the cells are read"),
                {"file": file},
            )
        )
    if external_links:
        told.append(
            Remark(
                "collect.external-links",
                N_(
                    "“{file}” takes figures from other files ({n} links); they are not opened, "
                    "the figures saved in this file are read"
                ),
                {"file": file, "n": external_links},
            )
        )
    return told


def hidden_told(file: str, sheets: list[str]) -> Remark:
    """Return the remark on hidden sheets of the kit's own template that hold rows."""
    return Remark(
        "collect.hidden-sheets-read",
        N_(
            "“{file}”: these sheets are hidden and their rows were read too: {sheets}; show them "
            "in Excel and check that they belong here"
        ),
        {"file": file, "sheets": ", ".join(f"“{name}”" for name in sheets)},
    )


def uncomputed_told(sheet: str, row: int, column: str) -> Remark:
    """Return the remark on one cell of the template whose formula has no result."""
    return Remark(
        "collect.formula-without-result",
        N_(
            "Cell {cell} holds a formula but no result, so it counts as not stated; open the file "
            "in Excel, save it and import it again"
        ),
        {"cell": f"{column}{row}"},
        Place(sheet, row),
    )


def sheet_told(file: str, sheet: str, scan: SheetScan) -> list[Remark]:
    """Return the remarks on one sheet: its formulas, those without a result, and errors."""
    return list(_sheet_told(file, sheet, scan))


def _sheet_told(file: str, sheet: str, scan: SheetScan) -> Iterator[Remark]:
    about: dict[str, object] = {"file": file, "sheet": sheet}
    place = Place(sheet, 1)
    if scan.formulas:
        yield Remark(
            "collect.formulas",
            N_("“{file}”, “{sheet}”: {n} cells are formulas; the results saved in the file count"),
            {**about, "n": scan.formulas},
            place,
        )
    if scan.n_uncomputed:
        yield Remark(
            "collect.formulas-without-result",
            N_(
                "“{file}”, “{sheet}”: {n} formulas have no result, so they count as not stated "
                "({cells}); open the file in Excel, save it and import it again"
            ),
            {**about, "n": scan.n_uncomputed, "cells": _cells(scan.uncomputed, scan.n_uncomputed)},
            place,
        )
    if scan.errors:
        named = [
            f"{letters(column + 1)}{row + 1} {text}" for (row, column), text in scan.errors.items()
        ]
        yield Remark(
            "collect.formula-errors",
            N_("“{file}”, “{sheet}”: {n} formulas failed ({cells}); mend them in the file"),
            {**about, "n": len(named), "cells": _cells(named[:_MOST], len(named))},
            place,
        )


def _cells(named: list[str], n: int) -> str:
    return ", ".join(named) + (f" … (+{n - len(named)})" if n > len(named) else "")
