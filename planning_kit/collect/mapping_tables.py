"""The tables of a foreign file by name: the sheets of a workbook, the files of a zip."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from planning_kit.collect.mapping import FileRule, Mapping
from planning_kit.collect.tables import Table, read_table
from planning_kit.errors import KitError
from planning_kit.language import N_

_ENCRYPTED = 0x1
# A survey of a whole province is a few megabytes; what unpacks to more is no table.
_MOST_BYTES = 200_000_000
_INSIDE = (".csv", ".tsv", ".txt", ".json")


class Tables:
    """Reads each table of a file once, when it is first asked for."""

    def __init__(self, path: Path, data: bytes, rule: FileRule) -> None:
        self.path, self.data, self.rule = path, data, rule
        self.members = _members(data)
        self._read: dict[str | None, Table] = {}

    @property
    def names(self) -> list[str]:
        """Return the names of the files in a zip; empty for other files."""
        return list(self.members)

    def get(self, name: str | None) -> Table:
        """Return one table, the first one where no name is given.

        Raises ``KitError`` ``collect.no-such-table`` and those of ``read_table``.
        """
        if name not in self._read:
            self._read[name] = self._member(name) if self.members else self._whole(name)
        return self._read[name]

    def _whole(self, name: str | None) -> Table:
        if name is None or _stem(name) == _stem(self.path.name):
            return read_table(self.path, self.data, self.rule)
        key = "path" if self.path.suffix.casefold() == ".json" else "sheet"
        return read_table(self.path, self.data, self.rule.model_copy(update={key: name}))

    def _member(self, name: str | None) -> Table:
        wanted = name or self.rule.sheet or next(iter(self.members))
        found = [one for one in self.members if _stem(one) == _stem(wanted)]
        if not found:
            raise KitError(
                "collect.no-such-table",
                N_("“{file}” holds no table “{table}”; it holds {known}"),
                file=self.path.name,
                table=wanted,
                known=nearest(wanted, self.members),
            )
        inside = _unpacked(self.data, self.members[found[0]], self.path.name)
        return read_table(Path(found[0]), inside, self.rule.model_copy(update={"sheet": None}))


def open_tables(path: Path, data: bytes, mapping: Mapping) -> Tables:
    """Return the tables of a file, none of them read yet."""
    return Tables(path, data, mapping.file)


def nearest(name: str, known: Iterable[str], most: int = 12) -> str:
    """Return the names most like ``name`` for a message; the first ``most`` where none is."""
    names = list(known)
    close = get_close_matches(name, names, n=3, cutoff=0.5)
    shown = close or names[:most]
    left = 0 if close else len(names) - len(shown)
    return ", ".join(f"“{one}”" for one in shown) + (f" … (+{left})" if left else "")


def _members(data: bytes) -> dict[str, str]:
    if data[:4] != b"PK\x03\x04":
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            paths = [info.filename for info in archive.infolist() if not info.is_dir()]
    except zipfile.BadZipFile:
        return {}
    if "[Content_Types].xml" in paths or "mimetype" in paths:
        return {}
    tables = [path for path in paths if PurePosixPath(path).suffix.casefold() in _INSIDE]
    return {PurePosixPath(path).name: path for path in tables if not path.startswith("__MACOSX")}


def _unpacked(data: bytes, member: str, file: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo(member)
            if info.flag_bits & _ENCRYPTED:
                raise KitError(
                    "collect.encrypted",
                    N_("“{file}” is locked with a password; save it without one and try again"),
                    file=file,
                )
            with archive.open(info) as inside:
                unpacked = inside.read(_MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise KitError(
            "collect.broken-file",
            N_("“{file}” is damaged or was not copied whole; copy it again, or open and save it"),
            file=file,
        ) from error
    if len(unpacked) > _MOST_BYTES:
        raise KitError(
            "collect.too-large-inside",
            N_("“{table}” inside “{file}” unpacks to more than {most} megabytes; take it apart"),
            table=PurePosixPath(member).name,
            file=file,
            most=_MOST_BYTES // 1_000_000,
        )
    return unpacked


def _stem(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).stem.casefold()
