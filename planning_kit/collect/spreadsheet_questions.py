"""Local questions in an Excel sheet: headings in one row, a question in each row below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planning_kit import thai
from planning_kit.collect.spreadsheet_open import open_spreadsheet
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records.kinds import is_blank
from planning_kit.records.local_question_declared import KEYS, Declared

_DEEPEST_HEADING = 20
# More questions than this no field team can ask; a longer sheet is something else.
_MOST_ROWS = 2_000
_NEEDED = ("code", "th", "kind")


def read_question_sheet(data: bytes, file: str) -> list[Declared]:
    """Return the questions of the first sheet that has the headings for them.

    Titles above the headings, blank rows and columns without a heading are passed over.
    Raises ``KitError`` ``collect.questions-headings`` where no sheet has them,
    ``collect.questions-too-many``, and what ``open_spreadsheet`` raises.
    """
    with open_spreadsheet(data, file) as book:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            found = _questions(sheet.iter_rows(values_only=True), file)
            if found is not None:
                return found
    raise KitError(
        "collect.questions-headings",
        N_("“{file}” has no sheet with the headings {headings}; write them in one row"),
        file=file,
        headings=Words(
            ", ".join(f"“{KEYS[key].th}”" for key in _NEEDED),
            ", ".join(f"“{KEYS[key].en}”" for key in _NEEDED),
        ),
    )


def _questions(rows: Iterable[tuple[Any, ...]], file: str) -> list[Declared] | None:
    columns: dict[int, str] = {}
    found: list[Declared] = []
    for number, cells in enumerate(rows, start=1):
        if not columns:
            columns = _headings(cells)
            if not columns and number >= _DEEPEST_HEADING:
                return None
            continue
        values = {
            key: cells[at] for at, key in columns.items() if at < len(cells) and _said(cells[at])
        }
        if values:
            found.append(Declared(Words(f"แถวที่ {number}", f"Row {number}"), values))
        if number > _MOST_ROWS:
            raise KitError(
                "collect.questions-too-many",
                N_("“{file}” has more than {n} rows; keep a file of questions short"),
                file=file,
                n=_MOST_ROWS,
            )
    return found if columns else None


def _headings(cells: Iterable[Any]) -> dict[int, str]:
    """Return the keys by column (from 0), or nothing where this is no row of headings."""
    known = {
        _plain(wording): key for key, words in KEYS.items() for wording in (key, words.th, words.en)
    }
    found = {at: str(cell) for at, cell in enumerate(cells) if _said(cell)}
    keys = {at: known.get(_plain(text), thai.clean(text)) for at, text in found.items()}
    return keys if set(_NEEDED) <= set(keys.values()) else {}


def _said(cell: Any) -> bool:
    return not is_blank(cell)


def _plain(text: str) -> str:
    return "".join(thai.clean(text).split()).casefold()
