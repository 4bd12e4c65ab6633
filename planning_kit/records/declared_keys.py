"""The entries of a declared TOML file, and keys in them that nobody reads.

A key that is misspelt would else be passed over, and its default would stand as if meant.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from planning_kit.errors import ReadingError
from planning_kit.language import N_


def entries_of(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the entries ``[[name]]`` of a file, or of one entry; none where it has none.

    Raises ``ReadingError`` ``records.declaration-entries`` for anything but such entries.
    """
    found = data.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise ReadingError(
            "records.declaration-entries",
            N_("“{name}” must be a list of entries. Write each as the kit’s own file does."),
            name=name,
        )
    return found


def refuse_strange_keys(
    entry: Mapping[str, Any], known: Collection[str], code: object, file: str
) -> None:
    """Raise ``ReadingError`` ``records.declaration-key`` for keys that are not ``known``."""
    strange = [key for key in entry if key not in known]
    if strange:
        raise ReadingError(
            "records.declaration-key",
            N_(
                "{file}, entry {code}: {keys} is not read by anything. Correct the spelling; "
                "possible are {known}."
            ),
            file=file,
            code=code or "?",
            keys=", ".join(strange),
            known=", ".join(sorted(known)),
        )
