"""The files that ``planning-kit bundle import`` was given."""

from __future__ import annotations

from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_


def zips_in(path: Path) -> list[Path]:
    """Return the bundles of a folder by name, or the file itself."""
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.glob("*.zip") if not one.name.startswith("."))
    if not found:
        raise KitError("cli.no-bundles", N_("There is no .zip in {path}"), path=str(path))
    return found
