"""Reading the file of requests that an agency sent back: every row that answers something."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planning_kit import thai
from planning_kit.collect.opening import read_bytes
from planning_kit.collect.sheet_book import SheetBook
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records import request_sheet
from planning_kit.records.kinds import is_blank

_MOST_ROWS_ABOVE = 30


@dataclass(frozen=True)
class AnswerRow:
    """One row with an answer, as it was written; ``row`` counts from 1 as Excel does."""

    file: str
    sheet: str
    row: int
    request_id: str
    version: str
    area: str
    tambon: str
    project: str
    what: str
    said: str
    answered_on: Any
    detail: str


def read_answers(path: str | Path) -> list[AnswerRow]:
    """Return the rows of a returned file in which anything is answered, in order.

    Rows without an answer are left out; a row somebody added is kept, with no request id.
    Raises ``KitError`` ``collect.no-requests`` for a file without the sheet of requests, and
    what ``read_bytes`` and ``SheetBook`` raise.
    """
    file = Path(path)
    book = SheetBook(read_bytes(file), file.name)
    found: list[AnswerRow] = []
    headed = False
    for name in book.names:
        columns: dict[Words, int] = {}
        for number, cells in book.rows(name):
            if not columns:
                columns = _headings(cells) if number <= _MOST_ROWS_ABOVE else {}
                headed = headed or bool(columns)
                continue
            row = _answer(file.name, name, number, cells, columns)
            if row is not None:
                found.append(row)
    if not headed:
        raise KitError(
            "collect.no-requests",
            N_(
                "“{file}” is no file of requests: no sheet has the columns “{answer}” and “{id}”. "
                "Take the file that planning-kit requests --out wrote, with its headings."
            ),
            file=file.name,
            answer=request_sheet.ANSWER,
            id=request_sheet.REQUEST_ID,
        )
    return found


def _headings(cells: list[Any]) -> dict[Words, int]:
    said = [_plain(cell) for cell in cells]
    found: dict[Words, int] = {}
    for words in request_sheet.READ:
        for wanted in (_plain(words.th), _plain(words.en)):
            if wanted in said:
                found[words] = said.index(wanted)
    needed = (request_sheet.ANSWER, request_sheet.REQUEST_ID)
    return found if all(words in found for words in needed) else {}


def _plain(cell: Any) -> str:
    return "" if is_blank(cell) else "".join(thai.clean(str(cell)).split()).casefold()


def _answer(
    file: str, sheet: str, number: int, cells: list[Any], columns: dict[Words, int]
) -> AnswerRow | None:
    def cell(words: Words) -> Any:
        at = columns.get(words)
        value = cells[at] if at is not None and at < len(cells) else None
        return None if is_blank(value) else value

    def text(words: Words) -> str:
        value = cell(words)
        return "" if value is None else thai.clean(str(value))

    answered = (request_sheet.ANSWER, request_sheet.ANSWERED_ON, request_sheet.DETAIL)
    if all(cell(words) is None for words in answered):
        return None
    return AnswerRow(
        file=file,
        sheet=sheet,
        row=number,
        request_id=text(request_sheet.REQUEST_ID),
        version=text(request_sheet.VERSION),
        area=text(request_sheet.AREA),
        tambon=text(request_sheet.TAMBON),
        project=text(request_sheet.PROJECT),
        what=text(request_sheet.WHAT),
        said=text(request_sheet.ANSWER),
        answered_on=cell(request_sheet.ANSWERED_ON),
        detail=text(request_sheet.DETAIL),
    )
