"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from planning_kit.errors import KitError
from planning_kit.language import N_

_PRINTED = ("pdf", "png")
Writer = Callable[..., object]
"""``writer(notebook, path, *, title, language, practice)`` writes an executed notebook to ``path``."""


def ready_folder(folder: Path) -> None:
    """Make ``folder`` and see that a file can be written in it.

    Raises ``KitError`` ``runs.cannot-write``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _cannot_write(folder, error) from error


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside ``path`` to write to, and put it in place when the block ends well."""
    handle, name = tempfile.mkstemp(prefix=".part-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        try:
            # mkstemp makes files only their owner can read; a report is for others too.
            part.chmod(0o644)
            part.replace(path)
        except OSError as error:
            raise _cannot_write(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def write_files(
    notebook: NotebookNode,
    targets: Mapping[str, Path],
    *,
    title: str,
    language: str,
    practice: bool = False,
    writers: Mapping[str, Writer],
) -> tuple[Path, ...]:
    """Write an executed notebook in each format of ``targets`` and return the files.

    Raises ``KitError`` ``runs.cannot-write``, or what a writer raises.
    """
    for form, path in targets.items():
        with whole_file(path) as part:
            writers[form](notebook, part, title=title, language=language, practice=practice)
    return tuple(targets.values())


def check_formats(formats: Iterable[str], writers: Mapping[str, Writer]) -> None:
    """Raise ``KitError`` ``runs.unknown-format`` for a format nothing can write."""
    for form in formats:
        if form not in writers:
            raise KitError(
                "runs.unknown-format",
                N_("This version writes no {format} files. Choose from: {known}."),
                format=form,
                known=", ".join(writers),
            )


def check_browser(formats: Iterable[str]) -> None:
    """Raise ``KitError`` ``runs.no-browser`` where a format needs one and none is installed.

    Asked before a notebook runs: a book takes minutes, and the answer is known at once.
    """
    from planning_kit.report.browser import find_browser

    printed = [form for form in formats if form in _PRINTED]
    if printed and find_browser() is None:
        raise KitError(
            "runs.no-browser",
            N_(
                "{formats} needs Chrome, Edge or Chromium, and none was found on this machine. "
                "Install one, or ask for --format html and print that page from any browser."
            ),
            formats=", ".join(printed),
        )


def default_writers(
    parameters: Mapping[str, object] | None = None,
    store_url: str | None = None,
    layouts: Sequence[str] | None = None,
) -> dict[str, Writer]:
    """Return how each format is written, all through ``planning_kit.report``.

    ``png`` is a picture of the one-page summary alone. ``xlsx`` is made from the workbook
    itself, which ``parameters`` and ``store_url`` name, its forms in ``layouts``.
    """

    def write_xlsx(_notebook: NotebookNode, path: Path, **said: Any) -> None:
        _write_xlsx(path, parameters or {}, store_url, str(said["language"]), layouts)

    return {"html": _write_html, "pdf": _write_pdf, "png": _write_png, "xlsx": write_xlsx}


def _write_html(notebook: NotebookNode, path: Path, **said: Any) -> None:
    from planning_kit.report.html import export

    export(notebook, path, **said)


def _write_pdf(notebook: NotebookNode, path: Path, **said: Any) -> None:
    from planning_kit.report.pdf import print_pdf

    page = path.with_suffix(".html")
    try:
        _write_html(notebook, page, **said)
        print_pdf(page, path)
    finally:
        page.unlink(missing_ok=True)


def _write_png(notebook: NotebookNode, path: Path, **said: Any) -> None:
    from planning_kit.report.summary_picture import picture_summary

    picture_summary(notebook, path, **said)


def _write_xlsx(
    path: Path,
    parameters: Mapping[str, object],
    store_url: str | None,
    language: str,
    layouts: Sequence[str] | None,
) -> None:
    from planning_kit.records import is_above
    from planning_kit.report.xlsx_book import write_plan_book
    from planning_kit.report.xlsx_levels import write_level_book
    from planning_kit.workbook import open_workbook

    area, start = str(parameters["area"]), int(str(parameters["plan_start"]))
    year = parameters.get("fiscal_year")
    with open_workbook(area, start, store=store_url) as workbook:
        if is_above(workbook.plan_area):
            write_level_book(workbook, path, language=language)
            return
        write_plan_book(
            workbook,
            path,
            language=language,
            fiscal_year=None if year is None else int(str(year)),
            layouts=layouts,
        )


def _cannot_write(path: Path, error: OSError) -> KitError:
    # What the system says of it is in English, whatever the language in use.
    is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return KitError("runs.cannot-write", _FULL if is_full else _NO_PLACE, path=str(path))


_FULL = N_("The disk is full, so {path} cannot be written. Free some space, then do this again.")
_NO_PLACE = N_(
    "Cannot write to {path}. Close the file if it is open and check that you may write there, or "
    "choose another folder with --out."
)
