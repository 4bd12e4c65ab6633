"""A .zip that holds text tables, such as an export of ODK Central with its child tables."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePosixPath

from planning_kit.collect.collected import Remark
from planning_kit.collect.safe_zip import SafeZip
from planning_kit.errors import KitError
from planning_kit.language import N_

_TABLES = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson")
_NOT_OURS = ("__MACOSX/", ".")
_MOST = 12


class ZipTables:
    """The tables in a zip, named by their files; by their paths where two have one name.

    Raises ``KitError`` when made: what ``SafeZip`` raises, ``collect.packed-twice`` for a
    zip in a zip, or ``collect.no-tables-in-zip``.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self._parts = SafeZip(data, file)
        self.file = file
        if self._parts.holds_packed_files():
            raise KitError(
                "collect.packed-twice",
                N_(
                    "“{file}” holds files that are packed again; unpack it and give them one by one"
                ),
                file=file,
            )
        paths = [path for path in self._parts.names if not path.startswith(_NOT_OURS)]
        tables = [path for path in paths if PurePosixPath(path).suffix.casefold() in _TABLES]
        if not tables:
            raise KitError(
                "collect.no-tables-in-zip",
                N_("“{file}” holds no .csv or .json table; it holds {known}"),
                file=file,
                known=_listed(paths),
            )
        short = [PurePosixPath(path).name for path in tables]
        self._paths = {
            name if short.count(name) == 1 else path: path
            for name, path in zip(short, tables, strict=True)
        }
        self.notes = _others_told(file, [path for path in paths if path not in tables])

    @property
    def names(self) -> list[str]:
        """Return the names of the tables in their order in the zip."""
        return list(self._paths)

    def find(self, wanted: str | None) -> str:
        """Return the name of a table, with or without its ending; the first by default.

        Raises ``KitError`` ``collect.no-such-table``.
        """
        if wanted is None:
            return self.names[0]
        for same in (str, _stem):
            found = next((name for name in self.names if same(name) == same(wanted)), None)
            if found is not None:
                return found
        raise KitError(
            "collect.no-such-table",
            N_("“{file}” holds no table “{table}”; it holds {known}"),
            file=self.file,
            table=wanted,
            known=_listed(get_close_matches(wanted, self.names, n=3) or self.names),
        )

    def read(self, name: str) -> bytes:
        """Return the bytes of a table; raises what ``SafeZip.read`` raises."""
        return self._parts.read(self._paths[name])


def _others_told(file: str, others: list[str]) -> list[Remark]:
    if not others:
        return []
    return [
        Remark(
            "collect.parts-not-read",
            N_("“{file}”: parts that are no tables are not read: {names}"),
            {"file": file, "names": _listed(others)},
        )
    ]


def _stem(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).stem.casefold()


def _listed(names: list[str]) -> str:
    more = f" … (+{len(names) - _MOST})" if len(names) > _MOST else ""
    return ", ".join(f"“{name}”" for name in names[:_MOST]) + more
