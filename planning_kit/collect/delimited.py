"""A text table (CSV) as numbered rows of texts, whatever stands between its cells."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from planning_kit.collect import refusals
from planning_kit.collect.decoding import encoding_of
from planning_kit.collect.limits import MOST_CELLS, MOST_COLUMNS
from planning_kit.errors import KitError
from planning_kit.language import N_

_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 60
_SAMPLE_WIDTH = 20_000


def read_delimited(
    data: bytes, encoding: str | None, delimiter: str | None, file: str
) -> Iterator[tuple[int, list[Any]]]:
    """Yield (number of the line where the row begins, its cells as they are written).

    Raises ``KitError``: those of ``decode``, ``collect.broken-csv`` or
    ``collect.open-quote`` (with the line), or ``collect.too-many-cells``.
    """
    name = encoding_of(data, encoding, file)
    delimiter = delimiter or delimiter_of(_lines(data, name))
    read: list[str] = []
    lines = _bounded(_lines(data, name), delimiter, file, read)
    start, reader, width = 1, None, 0
    try:
        reader = csv.reader(lines, delimiter=delimiter)
        for cells in reader:
            if _has_open_quote(read, delimiter, len(cells), width):
                raise _open_quote(file, start)
            yield start, [*cells]
            start, width = reader.line_num + 1, len(cells)
            read.clear()
    except (csv.Error, ValueError, TypeError) as error:
        if len(read) > 1:
            raise _open_quote(file, start) from error
        # The latter two: a sign that cannot stand between cells, such as a line end.
        raise KitError(
            "collect.broken-csv",
            N_("“{file}” stops being a table at line {row}; open it and check that line"),
            file=file,
            row=reader.line_num if reader is not None else 1,
        ) from error


def delimiter_of(lines: Iterator[str]) -> str:
    """Return what stands between the cells: the sign that cuts most lines alike."""
    sample = [line[:_SAMPLE_WIDTH] for _n, line in zip(range(_SAMPLE_LINES), lines, strict=False)]

    def fit(delimiter: str) -> tuple[int, int]:
        try:
            widths = Counter(len(cells) for cells in csv.reader(sample, delimiter=delimiter))
        except csv.Error:
            # The reading itself says which line is broken.
            return (0, 0)
        alike = [(times, width) for width, times in widths.items() if width > 1]
        return max(alike, default=(0, 0))

    return max(_DELIMITERS, key=fit)


def _lines(data: bytes, encoding: str) -> Iterator[str]:
    # Decoding line by line keeps a big file from standing in memory several times.
    return iter(io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline=""))


def _bounded(lines: Iterator[str], delimiter: str, file: str, read: list[str]) -> Iterator[str]:
    """Yield the lines, each remembered in ``read`` until its row is whole."""
    for line in lines:
        if len(line) > MOST_COLUMNS and line.count(delimiter) >= MOST_COLUMNS:
            raise refusals.too_many_cells(file, file, MOST_CELLS)
        read.append(line)
        yield line


def _has_open_quote(lines: list[str], delimiter: str, cells: int, width: int) -> bool:
    """Tell whether a quote in the lines of one row never closes, or closes in another row.

    The reader of the standard library then takes all lines between for one cell and says
    nothing. ``cells`` is how many the row gave, ``width`` how many the row before it had.
    """
    if len(lines) == 1 and lines[0].count('"') % 2 == 0:
        return False
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        # A sign after a closing quote harms nobody as long as it stays on its line.
        return len(lines) > 1 or _ends_inside(lines[0], delimiter)
    # Two stray quotes, rows apart, look like one cell of several lines; the rows tell.
    swallowed = [line for line in lines[1:] if line.count(delimiter) == width - 1]
    return width > 1 and cells != width and len(swallowed) > 0


def _ends_inside(line: str, delimiter: str) -> bool:
    # Inside a quote a second line does not begin a second row.
    return len(list(csv.reader([line.rstrip("\r\n") + "\n", "x"], delimiter=delimiter))) == 1


def _open_quote(file: str, line: int) -> KitError:
    return KitError(
        "collect.open-quote",
        N_(
            "“{file}”: a cell in line {row} begins with a quotation mark that is not closed, so the "
            "lines after it cannot be told apart; take the mark away, or close it, and try again"
        ),
        file=file,
        row=line,
    )
