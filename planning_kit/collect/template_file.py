"""An Excel file that appears whole or not at all: a half-written one would lose people's work."""

from __future__ import annotations

import errno
import io
from pathlib import Path

from openpyxl import Workbook

from planning_kit.errors import KitError
from planning_kit.language import N_

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def put_in_place(book: Workbook, path: Path, *, make_folder: bool = False) -> None:
    """Write a workbook beside ``path`` and put it there when it is whole.

    Raises ``KitError`` ``collect.disk-full`` or ``collect.cannot-write``; a file that was
    there is then as it was.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        # In memory first: a zip file on a full disk complains once more when it is forgotten.
        content = io.BytesIO()
        book.save(content)
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(content.getvalue())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _trouble(path, error) from error


def _trouble(path: Path, error: OSError) -> KitError:
    if error.errno in _NO_ROOM:
        return KitError(
            "collect.disk-full",
            N_("The disk is full: “{file}” cannot be written; free some space, then try again"),
            file=path.name,
        )
    return KitError(
        "collect.cannot-write",
        N_(
            "“{file}” cannot be written; close it in other programs and check that the folder "
            "exists and that you may write in it"
        ),
        file=path.name,
    )
