"""Rows that go back to people: an Excel in the template’s own layout, to mend and send again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from planning_kit.collect.row_origin import RowOrigin
from planning_kit.language import LANGUAGES, speaking
from planning_kit.records import Record


@dataclass(frozen=True)
class RowToMend:
    """One row that goes back.

    ``values`` are raw values by field name. ``sentences`` say what is wrong, by field name;
    those under ``""`` are about the row as a whole. A row that was kept but should be
    checked is not ``is_refused``. ``kind`` is the record type where an area’s own questions
    widen it.
    """

    record: str
    origin: RowOrigin
    values: Mapping[str, Any]
    sentences: Mapping[str, Sequence[str]] = field(default_factory=dict)
    is_refused: bool = True
    kind: type[Record] | None = None


def write_refused_book(
    path: str | Path,
    rows: Sequence[RowToMend],
    *,
    sources: Sequence[Mapping[str, Any]] = (),
    language: str = "th",
) -> Path:
    """Write rows with what is wrong in them as an .xlsx file, and return its path.

    It has a first page with every point to mend, and the template’s sheets for the record
    types that are in ``rows``: bad cells coloured, each with a comment. A hidden column
    carries the place each row came from, so that the mended file goes in by the ordinary
    import and nothing is doubled. ``sources`` are the sources that the rows cite.

    Raises ``KitError`` ``collect.cannot-write`` or ``collect.disk-full``; a file that was there
    is then as it was.
    Raises ``ValueError`` for an unknown language.
    """
    # Every opened workbook knows its rows to mend; only who writes them down needs spreadsheets.
    from planning_kit.collect.template_file import put_in_place
    from planning_kit.collect.template_refused import refused_book

    path = Path(path)
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {LANGUAGES}, not {language!r}")
    with speaking(language):
        book = refused_book(rows, sources, language)
    put_in_place(book, path, make_folder=True)
    return path
