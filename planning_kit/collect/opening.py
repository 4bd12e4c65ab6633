"""Opening somebody's file: its bytes, its fingerprint, and one sentence where that fails."""

from __future__ import annotations

import hashlib
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises ``KitError``: ``collect.no-such-file``, ``collect.not-a-file``,
    ``collect.cannot-read`` or ``collect.empty-file``.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise KitError(
            "collect.no-such-file",
            N_("There is no file “{file}”; check the name and the folder"),
            file=path.name,
        ) from error
    except IsADirectoryError as error:
        raise _is_folder(path) from error
    except OSError as error:
        if path.is_dir():
            raise _is_folder(path) from error
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


def _is_folder(path: Path) -> KitError:
    return KitError(
        "collect.not-a-file",
        N_("“{file}” is a folder; name the file inside it"),
        file=path.name,
    )
