"""The tables of a foreign file by name, each read once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from planning_kit.collect.foreign_file import ForeignFile
from planning_kit.collect.mapping import Mapping
from planning_kit.collect.tables import Table


class Tables:
    """Keeps each table of a file once it was asked for."""

    def __init__(self, file: ForeignFile) -> None:
        self._file = file
        self._read: dict[str | None, Table] = {}

    @property
    def names(self) -> list[str]:
        """Return the names of the files in a zip; empty for other files."""
        return self._file.names if self._file.form == "zip" else []

    def get(self, name: str | None) -> Table:
        """Return one table, the first one where no name is given.

        Raises ``KitError`` as ``ForeignFile.table`` does.
        """
        if name not in self._read:
            self._read[name] = self._file.table(name)
        return self._read[name]

    def stated(self, name: str) -> Table:
        """Return a list of stated totals; one object of a JSON file is a list of one entry.

        Raises ``KitError`` as ``ForeignFile.stated`` does.
        """
        key = f"stated: {name}"
        if key not in self._read:
            self._read[key] = self._file.stated(name)
        return self._read[key]


def open_tables(path: Path, data: bytes, mapping: Mapping) -> Tables:
    """Return the tables of a file, none of them read yet."""
    return Tables(ForeignFile(path, data, mapping.file))


def nearest(name: str, known: Iterable[str], most: int = 12) -> str:
    """Return the names most like ``name`` for a message; the first ``most`` where none is."""
    names = list(known)
    close = get_close_matches(name, names, n=3, cutoff=0.5)
    shown = close or names[:most]
    left = 0 if close else len(names) - len(shown)
    return ", ".join(f"“{one}”" for one in shown) + (f" … (+{left})" if left else "")
