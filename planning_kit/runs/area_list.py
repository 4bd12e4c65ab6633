"""A list of areas in a plain file: a code a line, as text or as the first column of a CSV."""

from __future__ import annotations

import csv
import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_
from planning_kit.thai import to_arabic_digits
from planning_kit.thai.normalize import excerpt

_HEADINGS = {"code", "area", "area_code", "tambon_code", "รหัส", "รหัสตำบล", "รหัสพื้นที่"}
_PLAN_AREA_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}")
_DELIMITERS = ",;\t"
_LONGEST_LINE = 1_000
MOST_BYTES = 2 * 1024 * 1024
# More mistakes than these are counted, not told one by one.
_MOST_TOLD = 50


def read_area_list(path: Path) -> list[str]:
    """Return the tambon codes or plan area ids listed in ``path``, in the file's order.

    One a line; in a CSV the first column counts. Blank lines, a heading line and whatever
    follows ``#`` are passed over. Thai digits are read.

    A code that no area has is listed like any other: its report fails, and the rest go on.
    Raises ``KitError`` ``runs.no-such-list``, or ``KitErrors`` with every line that is no
    code at all, and its number: ``runs.bad-line``, ``runs.listed-twice``, ``runs.bad-lines``;
    those of ``content_of``.
    """
    codes: dict[str, int] = {}
    wrong: list[KitError] = []
    for number, entry in _entries(path):
        try:
            code = _code(entry, number, path)
            if code in codes:
                raise KitError(
                    "runs.listed-twice",
                    N_("{file}, line {line}: {code} stands in line {first} already. Delete one."),
                    file=path.name,
                    line=number,
                    code=code,
                    first=codes[code],
                )
            codes[code] = number
        except KitError as error:
            wrong.append(error)
    if len(wrong) > _MOST_TOLD:
        more = N_("{file}: {n} more lines are wrong; is it the right file?")
        left = len(wrong) - _MOST_TOLD
        wrong[_MOST_TOLD:] = [KitError("runs.bad-lines", more, file=path.name, n=left)]
    if wrong:
        raise KitErrors(wrong)
    return list(codes)


def content_of(path: Path) -> bytes:
    """Return the bytes of a list or a manifest.

    Raises ``KitError`` ``runs.no-such-list`` for none, a folder or a pipe, and
    ``runs.list-too-big`` for what no list can be.
    """
    try:
        about = path.stat()
        # Opening a pipe would wait for its writer.
        content = b"" if about.st_size > MOST_BYTES else _read_plain(path, about)
    except (OSError, ValueError) as error:
        # ValueError: a name no file can have, with a NUL in it.
        raise KitError(
            "runs.no-such-list",
            N_("The list {file} cannot be read ({reason}). Check its name and folder."),
            file=str(path).replace("\0", ""),
            reason=getattr(error, "strerror", None) or type(error).__name__,
        ) from error
    if about.st_size > MOST_BYTES:
        raise KitError(
            "runs.list-too-big",
            N_("{file} is bigger than {most} MB, as no list of areas is; choose the right file"),
            file=path.name,
            most=MOST_BYTES // 1024 // 1024,
        )
    return content


def _read_plain(path: Path, about: os.stat_result) -> bytes:
    if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return path.read_bytes()


def _entries(path: Path) -> Iterator[tuple[int, str]]:
    is_first = True
    for number, line in enumerate(_text(path).splitlines(), start=1):
        first = _first_cell(line.partition("#")[0].strip())
        is_heading = is_first and first.casefold() in _HEADINGS
        is_first = is_first and not first
        if first and not is_heading:
            yield number, to_arabic_digits(first)


def _first_cell(line: str) -> str:
    short = line[:_LONGEST_LINE]
    delimiter = next((mark for mark in _DELIMITERS if mark in short), ",")
    cells = next(csv.reader([short], delimiter=delimiter), None) or [""]
    return cells[0].strip()


def _text(path: Path) -> str:
    content = content_of(path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel and Notepad on a Thai Windows save by default.
        return content.decode("cp874", errors="replace")


def _code(entry: str, line: int, path: Path) -> str:
    if _PLAN_AREA_ID.fullmatch(entry):
        return entry
    raise KitError(
        "runs.bad-line",
        N_(
            "{file}, line {line}: “{text}” is not a tambon code (6 digits) or a plan area id. "
            "Find the code with: planning-kit areas {text}"
        ),
        file=path.name,
        line=line,
        text=excerpt(entry),
    )
