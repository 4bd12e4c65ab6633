"""Chapters as a spreadsheet: a sheet each, with its sentences, tables and where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook as Book

from planning_kit import design
from planning_kit.charts.values import Form, is_missing
from planning_kit.report.html import cannot_write
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.report.xlsx_links import Links
from planning_kit.report.xlsx_page import SATANG, WHOLE, YEAR, Page

_LONGEST_NAME = 31
_FIRST, _TEXT, _NUMBER = 34.0, 26.0, 14.0
_SHORT = 12
"""Letters of a date or a word: a column of them is as narrow as one of numbers."""
_ACROSS = 8
_WITHOUT_TABLES = 4
"""A sheet without tables still has room for its sentences."""
_FORMS = {Form.INT: WHOLE, Form.BAHT: WHOLE, Form.RAI: "#,##0.0", Form.PERCENT: "0.0%",
          Form.YEAR_BE: YEAR, Form.NUMBER: "#,##0.0"}  # fmt: skip


def write_sections(sections: Sequence[Section], path: Path | str) -> Path:
    """Write each of ``sections`` to a sheet of the .xlsx at ``path`` and return it.

    Numbers are numbers, texts never formulas; hidden is the word for hidden, not stated is an
    empty cell. Raises ``KitError`` ``report.cannot-write``.
    """
    out, book, links = Path(path), Book(), Links()
    book.remove(book.active)
    for section in sections:
        _sheet(Page(book, _name(book, section.title), {}), section, links)
    links.set()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        book.save(out)
    except OSError as error:
        raise cannot_write(out, error) from error
    return out


def _name(book: Any, title: str) -> str:
    """Return a name that Excel takes and that no sheet before has."""
    head = title.partition(":")[0].partition(",")[0]
    plain = "".join("-" if sign in "[]*?/\\" else sign for sign in head).strip("' ")
    # Whole words are kept: Thai has spaces between phrases.
    words = plain[: _LONGEST_NAME + 1].rpartition(" ")[0] or plain[:_LONGEST_NAME]
    name = plain if len(plain) <= _LONGEST_NAME else words.strip(" ,")
    if name not in book.sheetnames:
        return name
    number = f" {len(book.sheetnames) + 1}"
    return plain[: _LONGEST_NAME - len(number)].strip() + number


def _sheet(page: Page, section: Section, links: Links) -> None:
    tables = [table for part in section.walk() for table in part.tables]
    columns = max((len(table.columns) for table in tables), default=_WITHOUT_TABLES)
    page.widths([_width(at, tables) for at in range(columns)])
    wide = min(columns, _ACROSS)
    at = 0
    for part in section.walk():
        is_first = part is section
        at += 1 if is_first else 2
        links.stands(part.key, page, at)
        page.across(at, 1, wide, part.title, bold=True, size=18 if is_first else 16)
        for said in (*_facts(part), *part.sentences):
            at += 1
            page.across(at, 1, wide, said)
        for table in part.tables:
            at = _table(page, at + 2, table, wide, links)
        for line in (*part.evidence, *part.notes):
            at += 1
            page.across(at, 1, wide, line, size=12, colour=design.MUTED)
    page.printed((1, 1), columns, landscape=columns > 4)


def _facts(part: Section) -> Iterator[str]:
    for fact in part.facts:
        said = f"{fact.label}: {fact.value}"
        yield f"{said} ({fact.note})" if fact.note else said


def _width(at: int, tables: Sequence[Table]) -> float:
    own = [table for table in tables if at < len(table.columns)]
    said = (row[at] for one in own if not one.columns[at].is_number for row in one.cells())
    longest = max((len(line) for cell in said for line in cell.split("\n")), default=0)
    if longest <= _SHORT:
        return _NUMBER
    return _FIRST if at == 0 else _TEXT


def _table(page: Page, at: int, table: Table, wide: int, links: Links) -> int:
    """Write a table from row ``at`` on and return its last row."""
    if table.caption:
        page.across(at, 1, wide, table.caption, bold=True)
        at += 1
    page.headings(at, [column.label for column in table.columns])
    rows = table.to_frame().values.tolist()
    first_total = len(rows) - table.totals
    for number, row in enumerate(rows):
        at += 1
        if table.anchors:
            links.stands(table.frame[table.anchors].iloc[number], page, at)
        look: dict[str, Any] = {"grid": True, "bold": number >= first_total}
        for column, (value, shown) in enumerate(zip(row, table.columns, strict=True), start=1):
            _cell(page, at, column, value, shown, look)
            links.ask(page, at, column, shown, value)
    if table.note:
        at += 1
        page.across(at, 1, wide, table.note, size=12, colour=design.MUTED)
    return at


def _cell(page: Page, at: int, number: int, value: Any, column: Column, look: Any) -> None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and not is_missing(value) and column.form != Form.TEXT:
        form = _FORMS.get(Form(column.form), WHOLE)
        if column.places is not None and column.form in (Form.NUMBER, Form.INT):
            form = WHOLE + ("." + "0" * column.places if column.places else "")
        if column.form == Form.BAHT and value != round(value):
            form = SATANG
        page.number(at, number, value, form, **look)
    else:
        page.text(at, number, None if is_missing(value) else value, **look)
