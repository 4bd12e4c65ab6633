"""A list of areas in a plain file: a code a line, as text or as the first column of a CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_
from planning_kit.thai import to_arabic_digits

_HEADINGS = {"code", "area", "area_code", "tambon_code", "รหัส", "รหัสตำบล", "รหัสพื้นที่"}
_PLAN_AREA_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*")
_DELIMITERS = ",;\t"


def read_area_list(path: Path) -> list[str]:
    """Return the tambon codes or plan area ids listed in ``path``, in the file's order.

    One a line; in a CSV the first column counts. Blank lines, a heading line and whatever
    follows ``#`` are passed over. Thai digits are read.

    A code that no area has is listed like any other: its report fails, and the rest go on.
    Raises ``KitError`` ``runs.no-such-list``, or ``KitErrors`` with every line that is no
    code at all, and its number: ``runs.bad-line``, ``runs.listed-twice``.
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
    if wrong:
        raise KitErrors(wrong)
    return list(codes)


def unreadable(path: Path, error: OSError) -> KitError:
    """Return the ``KitError`` ``runs.no-such-list``: a list or manifest that cannot be opened."""
    return KitError(
        "runs.no-such-list",
        N_("The list {file} cannot be read ({reason}). Check its name and folder."),
        file=str(path),
        reason=error.strerror or type(error).__name__,
    )


def _entries(path: Path) -> Iterator[tuple[int, str]]:
    lines = [line.partition("#")[0].strip() for line in _text(path).splitlines()]
    for number, line in enumerate(lines, start=1):
        delimiter = next((mark for mark in _DELIMITERS if mark in line), ",")
        cells = next(csv.reader([line], delimiter=delimiter), None) or [""]
        first = cells[0].strip()
        is_heading = first.casefold() in _HEADINGS and not any(lines[: number - 1])
        if first and not is_heading:
            yield number, to_arabic_digits(first)


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
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
        text=entry,
    )
