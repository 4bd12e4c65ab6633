"""Opening somebody's file: its bytes, its fingerprint, and one sentence where that fails."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from planning_kit.collect.limits import MOST_BYTES
from planning_kit.collect.refusals import too_big
from planning_kit.errors import KitError
from planning_kit.language import N_


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file of at most ``limits.MOST_BYTES``.

    Raises ``KitError``: ``collect.no-such-file``, ``collect.not-a-file`` (a folder),
    ``collect.not-a-plain-file`` (a device or pipe), ``collect.too-big`` (before reading),
    ``collect.cannot-read``, ``collect.changed-while-reading`` or ``collect.empty-file``.
    """
    try:
        data = _read(path)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        # ValueError: a name no file can have, with a NUL in it.
        raise KitError(
            "collect.no-such-file",
            N_("There is no file “{file}”; check the name and the folder"),
            file=path.name.replace("\0", ""),
        ) from error
    except OSError as error:
        raise KitError(
            "collect.cannot-read",
            N_(
                "“{file}” cannot be opened for reading; close it in other programs and check "
                "that you may read it"
            ),
            file=path.name,
        ) from error
    if not data.strip():
        raise KitError(
            "collect.empty-file",
            N_("“{file}” is empty; copy or save the file again"),
            file=path.name,
        )
    return data


def fingerprint_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes as hexadecimal text."""
    return hashlib.sha256(data).hexdigest()


def _read(path: Path) -> bytes:
    # Before opening: opening a pipe would wait for its writer.
    _refuse_what_is_no_file(path, path.stat())
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        _refuse_what_is_no_file(path, before)
        data = file.read(MOST_BYTES + 1)
        after = os.fstat(file.fileno())
    if len(data) > MOST_BYTES:
        raise too_big(path.name, MOST_BYTES)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(
        data
    ) != after.st_size:
        raise KitError(
            "collect.changed-while-reading",
            N_("“{file}” was being written while it was read; wait until it is saved, then retry"),
            file=path.name,
        )
    return data


def _refuse_what_is_no_file(path: Path, about: os.stat_result) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise KitError(
            "collect.not-a-file",
            N_("“{file}” is a folder; name the file inside it"),
            file=path.name,
        )
    if not stat.S_ISREG(about.st_mode):
        raise KitError(
            "collect.not-a-plain-file",
            N_("“{file}” is a device or a pipe, not a file; save the table as a file first"),
            file=path.name,
        )
    if about.st_size > MOST_BYTES:
        raise too_big(path.name, MOST_BYTES)
