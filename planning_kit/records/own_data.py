"""A folder of an area's own data files, which stand in the place of the kit's defaults.

A province copies the files of ``data/`` that it wants to change (``planning-kit defaults``),
edits them, and names the folder in ``PLANNING_KIT_DATA`` or with ``--data``. A file that is
not in the folder stays the kit's own.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planning_kit.errors import ReadingError
from planning_kit.language import N_
from planning_kit.shipped import shipped

VARIABLE = "PLANNING_KIT_DATA"
FOLDERS = ("channels", "indicators", "model_tambon", "layouts", "criteria", "taxonomies",
           "documents", "follow_up", "meanings", "training")  # fmt: skip
"""The folders of ``data/`` whose files an area may put its own in place of."""
ENDINGS = (".toml", ".csv")


def own_folder() -> Path | None:
    """Return the folder of own data files, ``None`` where none is named.

    Raises ``ReadingError`` ``records.own-data-missing`` for a folder that is not there: a
    report from the defaults would look as if it were the area's own.
    """
    named = os.environ.get(VARIABLE, "").strip()
    if not named:
        return None
    folder = Path(named)
    if not folder.is_dir():
        raise ReadingError(
            "records.own-data-missing",
            N_(
                "The folder of own data files {folder} is not there. Correct --data or "
                "PLANNING_KIT_DATA, or make the folder with: planning-kit defaults --out {folder}"
            ),
            folder=str(folder),
        )
    return folder


def own_file(*parts: str) -> Path | None:
    """Return the area's own file in the place of ``data/…``, ``None`` where it has none."""
    folder = own_folder() if parts and parts[0] in FOLDERS else None
    if folder is None:
        return None
    path = folder.joinpath(*parts)
    return path if path.is_file() else None


def default_files() -> list[tuple[str, str]]:
    """Return (folder, name) of every default that an area may put its own in place of."""
    return [
        (folder, path.name)
        for folder in FOLDERS
        for path in sorted(shipped("data", folder).iterdir())
        if path.suffix in ENDINGS
    ]


def files_in(folder: Path) -> list[str]:
    """Return the files of a folder of own data, as ``folder/name``, without its explanations."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".md" and not path.name.startswith(".")
    ]


def unread_files(folder: Path) -> list[str]:
    """Return those of ``files_in`` that nothing reads, because of their name or place."""
    known = {f"{one}/{name}" for one, name in default_files()}
    return [name for name in files_in(folder) if name not in known]


def own_data_version() -> str:
    """Return a text that changes with any of the own files in use; "" without a folder."""
    if own_folder() is None:
        return ""
    mark = hashlib.sha256()
    for folder, name in default_files():
        path = own_file(folder, name)
        if path is not None:
            mark.update(f"{folder}/{name}\n".encode())
            mark.update(hashlib.sha256(path.read_bytes()).digest())
    return mark.hexdigest()


@contextmanager
def using_own_data(folder: str | Path | None) -> Iterator[None]:
    """Read own files from ``folder`` within the block, in kernels started there too.

    ``None`` leaves what ``PLANNING_KIT_DATA`` says.
    """
    before = os.environ.get(VARIABLE)
    if folder is not None:
        os.environ[VARIABLE] = str(Path(folder).resolve())
    try:
        yield
    finally:
        if folder is not None:
            if before is None:
                os.environ.pop(VARIABLE, None)
            else:
                os.environ[VARIABLE] = before
