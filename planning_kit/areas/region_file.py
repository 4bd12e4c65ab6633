"""The CSV file that says which province lies in which region, read and checked as a whole."""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from pathlib import Path

from planning_kit.errors import KitError, KitErrors, ReadingError
from planning_kit.language import N_


@dataclass(frozen=True)
class RegionRow:
    """One province's place in one scheme. Field names are the file's columns."""

    scheme: str
    province_code: str
    region_code: str
    region_th: str
    region_en: str


def read_region_file(
    path: Path, province_codes: frozenset[str]
) -> dict[str, tuple[RegionRow, ...]]:
    """Return the rows of each scheme in a file, in file order.

    Raises ``ReadingError`` when the file cannot be read or lacks a column, and ``KitErrors``
    listing every empty cell, unknown, repeated or missing province, and every region whose
    name differs between rows.
    """
    rows, errors = _rows(path)
    by_scheme: dict[str, list[RegionRow]] = {}
    for row in rows:
        by_scheme.setdefault(row.scheme, []).append(row)
    for scheme, members in by_scheme.items():
        errors += _province_errors(path.name, scheme, members, province_codes)
        errors += _name_errors(path.name, scheme, members)
    if not by_scheme and not errors:
        errors.append(
            KitError(
                "areas.scheme-empty",
                N_("{file} has no rows. Write one row for each of the 77 provinces."),
                file=path.name,
            )
        )
    if errors:
        raise KitErrors(errors)
    return {scheme: tuple(members) for scheme, members in by_scheme.items()}


def _rows(path: Path) -> tuple[list[RegionRow], list[KitError]]:
    columns = [field.name for field in fields(RegionRow)]
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            absent = [name for name in columns if name not in (reader.fieldnames or ())]
            lines = [] if absent else list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReadingError(
            "areas.scheme-unreadable",
            N_(
                "{file} cannot be read as a table of regions. "
                "Check that it is there, and save it as CSV UTF-8."
            ),
            file=path.name,
        ) from error
    if absent:
        raise ReadingError(
            "areas.scheme-column-missing",
            N_("{file} lacks the columns {columns}. Add them to the heading row."),
            file=path.name,
            columns=", ".join(absent),
        )
    rows: list[RegionRow] = []
    errors: list[KitError] = []
    for number, line in enumerate(lines, start=2):
        cells = {name: (line[name] or "").strip() for name in columns}
        empty = [name for name, cell in cells.items() if not cell]
        if empty:
            errors.append(_empty_cells(path.name, number, empty))
        else:
            rows.append(RegionRow(**cells))
    return rows, errors


def _empty_cells(file: str, number: int, empty: list[str]) -> KitError:
    return KitError(
        "areas.scheme-cell-empty",
        N_("{file} row {row}: {columns} is empty. Fill it in."),
        file=file,
        row=number,
        columns=", ".join(empty),
    )


def _province_errors(
    file: str, scheme: str, members: list[RegionRow], province_codes: frozenset[str]
) -> list[KitError]:
    codes = [row.province_code for row in members]
    wrong = (
        (
            "areas.scheme-province-unknown",
            N_("{file}, scheme {scheme}: no province has the code {codes}. Correct it."),
            set(codes) - province_codes,
        ),
        (
            "areas.scheme-province-repeated",
            N_(
                "{file}, scheme {scheme}: province {codes} stands in more than one row. "
                "Keep one row for each province."
            ),
            {code for code in codes if codes.count(code) > 1},
        ),
        (
            "areas.scheme-province-missing",
            N_("{file}, scheme {scheme}: province {codes} is missing. Add a row for it."),
            province_codes - set(codes),
        ),
    )
    return [
        KitError(code, sentence, file=file, scheme=scheme, codes=", ".join(sorted(found)))
        for code, sentence, found in wrong
        if found
    ]


def _name_errors(file: str, scheme: str, members: list[RegionRow]) -> list[KitError]:
    names: dict[str, set[tuple[str, str]]] = {}
    for row in members:
        names.setdefault(row.region_code, set()).add((row.region_th, row.region_en))
    return [
        KitError(
            "areas.scheme-region-named-twice",
            N_(
                "{file}, scheme {scheme}: region {region} has more than one name. "
                "Write the same Thai and English name in all its rows."
            ),
            file=file,
            scheme=scheme,
            region=code,
        )
        for code, found in names.items()
        if len(found) > 1
    ]
