"""Where a command may write, and files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_

_ENDINGS = {
    ".xlsx": (
        "cli.not-xlsx",
        N_("The rows to mend go into an Excel file: end {path} in .xlsx"),
    ),
    ".csv": ("cli.not-csv", N_("The list of findings is a CSV file: end {path} in .csv")),
}


def refuse_place(
    path: Path, *, overwrite: bool, read: Path | None = None, ending: str | None = None
) -> None:
    """Refuse a place for a file before any work is done.

    It may hold what people have mended already, or be the very file that is read, which
    nothing may replace. ``ending`` is ``.xlsx``, ``.csv`` or, where any will do, ``None``.
    Raises ``KitError`` ``cli.not-xlsx``, ``cli.not-csv``, ``cli.same-file`` or
    ``cli.file-exists``.
    """
    if ending is not None and path.suffix.lower() != ending:
        code, sentence = _ENDINGS[ending]
        raise KitError(code, sentence, path=str(path))
    if read is not None and path.resolve() == read.resolve():
        raise KitError(
            "cli.same-file",
            N_("{path} is the file that is read; choose another name for what is written"),
            path=str(path),
        )
    if path.exists() and not overwrite:
        raise KitError(
            "cli.file-exists",
            N_("{path} is there already. Choose another name, or add --overwrite to replace it."),
            path=str(path),
        )


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside ``path`` to write to, and put it in place when the block ends well.

    Until then a file that was there stays as it was. Raises ``OSError`` that names ``path``.
    """
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".part-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        part = Path(name)
        yield part
        # mkstemp makes files only their owner can read; these are passed on.
        part.chmod(0o644)
        part.replace(path)
    except OSError as error:
        # A full disk names no file, and the part is none that anybody asked for.
        error.filename, error.filename2 = str(path), None
        raise
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
