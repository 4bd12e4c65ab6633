"""The wording of a paper: the kit's default, or the tambon's own file of the same shape."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import N_, current_language
from planning_kit.records.declared_data import declared_toml


def wording_of(code: str, folder: Path | None = None) -> dict[str, Any]:
    """Return the declaration of a paper; a file ``<code>.toml`` in ``folder`` comes first."""
    own = folder / f"{code}.toml" if folder else None
    return declared_toml("documents", f"{code}.toml", path=own if own and own.is_file() else None)


def said(words: object, filled: Mapping[str, str], file: str) -> str:
    """Return a wording in the language in use with its places filled; "" without one.

    Raises ``KitError`` ``report.unknown-place`` for a place that no record has.
    """
    if not isinstance(words, Mapping):
        return ""
    text = str(words.get(current_language()) or words.get("th") or "")
    try:
        return text.format_map(filled)
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        raise KitError(
            "report.unknown-place",
            N_("The wording {file} has a place that cannot be filled: {what}. It may use {known}."),
            file=file,
            what=str(error),
            known=" ".join(f"{{{name}}}" for name in sorted(filled)),
        ) from error
