"""The kit's own declarations in data/: channels, calendars, layouts, indicators.

They are read here as plain dicts and rows; the rooms that understand them parse them.
A province or tambon changes them by a file of its own of the same shape, see ``own_data``.
"""

from __future__ import annotations

import csv
import tomllib
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

from planning_kit.errors import ReadingError
from planning_kit.language import N_
from planning_kit.records.own_data import own_file
from planning_kit.shipped import shipped


def declared_path(*parts: str) -> Path:
    """Return the file to read for ``data/…``: the area's own where it has one, else the kit's."""
    return own_file(*parts) or shipped("data", *parts)


def declared_toml(*parts: str, path: Path | None = None) -> dict[str, Any]:
    """Return a shipped TOML file of data/, e.g. ``declared_toml("channels", "channels.toml")``.

    ``path`` names a file to read in its place, else the area's own file is, if it has one.
    Raises ``ReadingError`` for a file that is not there or is no TOML in UTF-8.
    """
    file = path or declared_path(*parts)
    try:
        return deepcopy(_parsed(file.read_bytes()))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReadingError(
            "records.declaration-unreadable",
            N_("{file} cannot be read: {why}. Mend it there, or start again from the kit’s own."),
            file=file.name,
            why=str(error),
        ) from error


@lru_cache(maxsize=64)
def _parsed(written: bytes) -> dict[str, Any]:
    """Parse what stands in a file: the same few files are asked for row after row."""
    return tomllib.loads(written.decode())


def declared_rows(*parts: str, path: Path | None = None) -> list[dict[str, str]]:
    """Return the rows of a shipped CSV file of data/: heading -> cell, blanks at ends gone.

    ``path`` as for ``declared_toml``. Raises ``ReadingError`` for a file that is not there, is not UTF-8, or has a row with
    more cells than headings.
    """
    file = path or declared_path(*parts)
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.DictReader(opened, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReadingError(
            "records.declaration-unreadable",
            N_("{file} cannot be read: {why}. Mend it there, or start again from the kit’s own."),
            file=file.name,
            why=str(error),
        ) from error
    for number, row in enumerate(rows, start=2):
        if None in row:
            raise ReadingError(
                "records.declaration-row",
                N_("{file} row {row} has more cells than there are headings. Check its commas."),
                file=file.name,
                row=number,
            )
    return [{name: (cell or "").strip() for name, cell in row.items()} for row in rows]
