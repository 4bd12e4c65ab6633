"""The three parts of a .pb file as rows of cells, and the numbers in them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.thai.normalize import excerpt

_PARTS = ("META", "PROJECTS", "VOTES")
# Long powers of ten in a number would fill the memory when made exact.
_NUMBER = re.compile(r"[-+]?(?:\d{1,18}(?:[.,]\d{0,30})?|[.,]\d{1,30})(?:[eE][-+]?\d{1,2})?")
_AS_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+")


class PbRow(NamedTuple):
    """A row of a part: the line it ends on, and heading -> cell."""

    line: int
    cells: dict[str, str]


def pb_number(text: str, file: str, heading: str, line: int) -> float:
    """Return a number of the file, whose decimal sign may be a comma.

    Raises ``KitError`` ``collect.pb-no-number``.
    """
    found = meta_number(text)
    if found is None:
        raise KitError(
            "collect.pb-no-number",
            N_("“{file}”, line {row}, {heading}: “{text}” is no number; mend it in the file"),
            file=file,
            row=line,
            heading=heading,
            text=excerpt(text),
        )
    return found


def meta_number(text: str) -> float | None:
    """Return a number that need not be there; ``None`` for a blank or for what is none."""
    plain = text.strip()
    return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def comma_remark(text: str, file: str, heading: str, line: int) -> list[KitError]:
    """Return a remark where a comma may have been meant to part thousands, as in 100,000."""
    if not _AS_THOUSANDS.fullmatch(text.strip()):
        return []
    return [
        KitError(
            "collect.pb-comma",
            N_(
                "“{file}”, line {row}, {heading}: “{text}” was read with a decimal comma, as this "
                "format writes numbers; if thousands are meant, take the comma out"
            ),
            file=file,
            row=line,
            heading=heading,
            text=excerpt(text),
        )
    ]


def election_parts(text: str, file: str) -> dict[str, list[PbRow]]:
    """Return the rows of META, PROJECTS and VOTES.

    Raises ``KitError`` ``collect.pb-part-missing`` or ``collect.broken-csv``.
    """
    found: dict[str, list[PbRow]] = {}
    heading: list[str] | None = None
    part = ""
    for line, cells in _rows(text, file):
        name = cells[0].strip().upper()
        if name in _PARTS and len([cell for cell in cells if cell.strip()]) == 1:
            part, heading = name, None
            found.setdefault(part, [])
        elif not part:
            break
        elif heading is None:
            heading = [cell.strip().lower() for cell in cells]
        else:
            found[part].append(PbRow(line, _named(heading, cells, part)))
    for wanted in _PARTS:
        if wanted not in found or (wanted == "PROJECTS" and not found[wanted]):
            raise KitError(
                "collect.pb-part-missing",
                N_("“{file}” is no election file: the part {part} is missing or empty"),
                file=file,
                part=wanted,
            )
    return found


def _named(heading: Sequence[str], cells: Sequence[str], part: str) -> dict[str, str]:
    if part == "META":
        # A comment may hold semicolons of its own.
        return {"key": cells[0], "value": "; ".join(cells[1:])}
    return dict(zip(heading, cells, strict=False))


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    # The format's own examples put a space after the semicolon, also before a quotation mark.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", skipinitialspace=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise KitError(
            "collect.broken-csv",
            N_("“{file}” stops being a table at line {row}; open it and check that line"),
            file=file,
            row=reader.line_num,
        ) from error


def needed(cells: dict[str, str], key: str, file: str, line: int = 0) -> str:
    """Return a cell that must be there; raises ``KitError`` ``collect.pb-key-missing``."""
    text = (cells.get(key) or "").strip()
    if not text:
        raise KitError(
            "collect.pb-key-missing",
            N_("“{file}” does not state “{key}” (line {row}); add it to the file"),
            file=file,
            key=key,
            row=line,
        )
    return text
