"""The sentences for a file that is not what it should be, each written once."""

from __future__ import annotations

from collections.abc import Iterable

from planning_kit.errors import KitError
from planning_kit.language import N_, Words, translate


def broken(file: str) -> KitError:
    """Return ``collect.broken-file``: cut short, or its inside does not fit together."""
    return KitError(
        "collect.broken-file",
        N_("“{file}” is damaged or was not copied whole; copy it again, or open and save it"),
        file=file,
    )


def encrypted(file: str) -> KitError:
    """Return ``collect.encrypted``."""
    return KitError(
        "collect.encrypted",
        N_("“{file}” is locked with a password; save it without one and try again"),
        file=file,
    )


def not_a_spreadsheet(file: str) -> KitError:
    """Return ``collect.not-a-spreadsheet``, for the kit's own template."""
    return KitError(
        "collect.not-a-spreadsheet",
        N_("“{file}” is not an Excel file (.xlsx), whatever its name says; choose the right file"),
        file=file,
    )


def something_else(file: str, really: str, mend: str) -> KitError:
    """Return ``collect.not-a-table``: what it really is, and how to mend it (message ids)."""
    return KitError(
        "collect.not-a-table",
        N_("“{file}” is really {really}, whatever its name says; {mend}"),
        file=file,
        really=_words(really),
        mend=_words(mend),
    )


def _words(message_id: str) -> Words:
    return Words(translate(message_id, "th"), translate(message_id, "en"))


def hostile(file: str) -> KitError:
    """Return ``collect.unsafe-file``: made so as to harm whoever opens it."""
    return KitError(
        "collect.unsafe-file",
        N_(
            "“{file}” holds parts that no honest table has, so it is not opened; ask its sender "
            "for a new copy saved from Excel or LibreOffice"
        ),
        file=file,
    )


def no_such_sheet(file: str, sheet: str, sheets: Iterable[str]) -> KitError:
    """Return ``collect.no-such-sheet``, which lists the sheets there are."""
    return KitError(
        "collect.no-such-sheet",
        N_("“{file}” has no sheet “{sheet}”; its sheets are {sheets}"),
        file=file,
        sheet=sheet,
        sheets=", ".join(f"“{name}”" for name in sheets),
    )


def no_table_in_page(file: str) -> KitError:
    """Return ``collect.no-table-in-page``: a web page or XML without a filled table."""
    return KitError(
        "collect.no-table-in-page",
        N_(
            "“{file}” is a web page without a filled table, whatever its name says; download the "
            "table again, or open it in Excel and save it as .xlsx"
        ),
        file=file,
    )


def too_big(file: str, most: int) -> KitError:
    """Return ``collect.too-big`` with the limit, given in bytes, in megabytes."""
    return KitError(
        "collect.too-big",
        N_("“{file}” is bigger than {most} MB; keep only the rows and columns you need"),
        file=file,
        most=most // (1024 * 1024),
    )


def unpacks_too_big(file: str) -> KitError:
    """Return ``collect.unpacks-too-big``: a zip bomb, or a giant."""
    return KitError(
        "collect.unpacks-too-big",
        N_(
            "“{file}” is small but grows beyond all measure when unpacked, so it is not opened; "
            "save the table again from the program that made it"
        ),
        file=file,
    )


def too_many_cells(file: str, sheet: str, most: int) -> KitError:
    """Return ``collect.too-many-cells`` for a table with more cells than ``most``."""
    return KitError(
        "collect.too-many-cells",
        N_(
            "“{file}”, “{sheet}”: the table reaches over more than {most} cells; delete the "
            "empty rows and columns after the data, or split the file"
        ),
        file=file,
        sheet=sheet,
        most=f"{most:,}",
    )


def too_many_rows(file: str, most: int) -> KitError:
    """Return ``collect.too-many-rows`` for a file that gives more records than ``most``."""
    return KitError(
        "collect.too-many-rows",
        N_("“{file}” gives more than {most} records; split it, by amphoe or year, and import each"),
        file=file,
        most=f"{most:,}",
    )
