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

    Raises ``KitError``: those of ``decode``, ``collect.broken-csv`` (with the line) or
    ``collect.too-many-cells``.
    """
    name = encoding_of(data, encoding, file)
    delimiter = delimiter or delimiter_of(_lines(data, name))
    lines = _bounded(_lines(data, name), delimiter, file)
    start, reader = 1, None
    try:
        reader = csv.reader(lines, delimiter=delimiter)
        for cells in reader:
            yield start, [*cells]
            start = reader.line_num + 1
    except (csv.Error, ValueError, TypeError) as error:
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


def _bounded(lines: Iterator[str], delimiter: str, file: str) -> Iterator[str]:
    for line in lines:
        if len(line) > MOST_COLUMNS and line.count(delimiter) >= MOST_COLUMNS:
            raise refusals.too_many_cells(file, file, MOST_CELLS)
        yield line
