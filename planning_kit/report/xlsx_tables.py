"""All tables of a bundle in one .xlsx: a sheet each under people’s words, and what they mean."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from openpyxl import Workbook as Book

from planning_kit import design
from planning_kit.language import Words, _, speaking
from planning_kit.records import FieldSpec, Kind
from planning_kit.report.xlsx_page import MONEY, SATANG, WHOLE, YEAR, Page
from planning_kit.workbook.plain_tables import PlainTable, dictionary_of

_CONTENTS = Words("สารบัญ", "Contents")
_DICTIONARY = Words("พจนานุกรมข้อมูล", "Data dictionary")
_LONGEST_NAME = 31
_WIDTHS = {
    Kind.LONG_TEXT: 48.0, Kind.TEXT: 26.0, Kind.CHOICE: 18.0, Kind.CHOICES: 24.0, Kind.CODES: 18.0,
}  # fmt: skip
_NUMBERS = (Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.LAND, Kind.SHARE, Kind.YEAR_BE)
_LANDSCAPE_COLUMNS = 5


def tables_xlsx(tables: Sequence[PlainTable], language: str = "th") -> bytes:
    """Return the .xlsx of ``tables``: contents, one sheet each, and the data dictionary."""
    book = Book()
    book.remove(book.active)
    with speaking(language):
        _contents(Page(book, str(_CONTENTS), {}), tables)
        for table in tables:
            _table(Page(book, _sheet_name(book, table), {}), table)
        _dictionary(Page(book, str(_DICTIONARY), {}), tables)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet_name(book: Any, table: PlainTable) -> str:
    name = "".join("-" if sign in "[]:*?/\\" else sign for sign in str(table.kind.noun.title))
    name = name[:_LONGEST_NAME]
    return (
        name
        if name not in book.sheetnames
        else f"{name[: _LONGEST_NAME - 4]} {len(book.sheetnames)}"
    )


def _contents(page: Page, tables: Sequence[PlainTable]) -> None:
    page.widths([34, 12, 60])
    page.headings(1, [_("Table"), _("Rows"), _("What it holds")])
    for row, table in enumerate(tables, start=2):
        page.text(row, 1, table.kind.noun.title, grid=True)
        page.number(row, 2, len(table.rows), WHOLE, grid=True)
        page.text(row, 3, table.kind.noun.help, grid=True)
    page.printed((1, 1), 3, landscape=False)


def _table(page: Page, table: PlainTable) -> None:
    used = [
        spec for spec in table.fields if any(row.get(spec.name) is not None for row in table.rows)
    ]
    page.widths([_WIDTHS.get(spec.kind, 13.0) for spec in used])
    page.headings(1, [_heading(spec) for spec in used])
    for at, row in enumerate(table.rows, start=2):
        for column, spec in enumerate(used, start=1):
            _write(page, at, column, spec, row.get(spec.name))
    page.printed((1, 1), max(len(used), 1), landscape=len(used) > _LANDSCAPE_COLUMNS)


def _heading(spec: FieldSpec) -> str:
    unit = {Kind.MONEY: _("baht"), Kind.LAND: _("square wah")}.get(spec.kind)
    said = str(spec.unit) if spec.unit else unit
    return f"{spec.label}\n({said})" if said else str(spec.label)


def _write(page: Page, row: int, column: int, spec: FieldSpec, value: Any) -> None:
    if value is not None and spec.kind in _NUMBERS:
        page.number(row, column, value, _form(spec.kind, value), grid=True)
        return
    page.text(row, column, _words(spec, value), grid=True)


def _form(kind: Kind, value: Any) -> str:
    if kind is Kind.YEAR_BE:
        return YEAR
    is_whole = Decimal(str(value)) == Decimal(str(value)).to_integral_value()
    return (MONEY if kind is Kind.MONEY else WHOLE) if is_whole else SATANG


def _words(spec: FieldSpec, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_words(spec, item) for item in value)
    known = spec.choices._value2member_map_ if spec.choices else {}
    return str(value) if value not in known else spec.wording(value)


def _dictionary(page: Page, tables: Sequence[PlainTable]) -> None:
    page.widths([22, 26, 30, 16, 12, 60])
    heads = [
        _("Table"),
        _("Column"),
        _("Meaning"),
        _("Unit"),
        _("How far it may travel"),
        _("Answers"),
    ]
    page.headings(1, heads)
    row = 2
    for table in tables:
        for one in _entries(table):
            for column, said in enumerate(one, start=1):
                page.text(row, column, said, grid=True, colour=design.INK)
            row += 1
    page.printed((1, 1), len(heads))


def _entries(table: PlainTable) -> Iterable[tuple[str, ...]]:
    from planning_kit.language import current_language

    end = "en" if current_language() == "en" else "th"
    for one in dictionary_of(table):
        yield (
            one[f"table_{end}"],
            one["field"],
            one[f"label_{end}"],
            one[f"unit_{end}"],
            one["privacy"],
            one[f"answers_{end}"],
        )
