"""All tables of a bundle in one .xlsx: a sheet each under people’s words, and what they mean."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from openpyxl import Workbook as Book

from planning_kit.language import Words, _, current_language, speaking
from planning_kit.records import FieldSpec, Kind, Taxon
from planning_kit.records.declared_lists import declared_names
from planning_kit.records.taxonomies import shipped_taxa
from planning_kit.report.xlsx_page import SATANG, WHOLE, YEAR, Page
from planning_kit.workbook.plain_tables import PlainTable, dictionary_of, unit_of

Names = Mapping[str, Words]

_CONTENTS = Words("สารบัญ", "Contents")
_DICTIONARY = Words("พจนานุกรมข้อมูล", "Data dictionary")
_LONGEST_NAME = 31
_WORDS = "General"
_WIDTHS = {
    Kind.LONG_TEXT: 48.0, Kind.TEXT: 26.0, Kind.CHOICE: 18.0, Kind.CHOICES: 24.0, Kind.CODES: 18.0,
}  # fmt: skip
_NUMBERS = (Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.LAND, Kind.SHARE, Kind.YEAR_BE)
_LANDSCAPE_COLUMNS = 5


def tables_xlsx(tables: Sequence[PlainTable], language: str = "th") -> bytes:
    """Return the .xlsx of ``tables``: contents, one sheet each, and the data dictionary."""
    book = Book()
    book.remove(book.active)
    own = _own_taxa(tables)
    with speaking(language):
        _contents(Page(book, str(_CONTENTS), {}), tables)
        for table in tables:
            _table(Page(book, _sheet_name(book, table), {}), table, own)
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
    heads = [_("Table"), _("Rows"), _("What it holds")]
    rows = [(str(one.kind.noun.title), len(one.rows), str(one.kind.noun.help)) for one in tables]
    _fill(page, heads, [34, 10, 60], [_WORDS, WHOLE, _WORDS], rows)


def _table(page: Page, table: PlainTable, own: Names) -> None:
    stated = {name for row in table.rows for name in row}
    used = [spec for spec in table.fields if spec.name in stated]
    names = [_names(spec, own) for spec in used]
    _fill(
        page,
        [_heading(spec) for spec in used],
        [_WIDTHS.get(spec.kind, 13.0) for spec in used],
        [YEAR if spec.kind is Kind.YEAR_BE else WHOLE if spec.kind in _NUMBERS else _WORDS
         for spec in used],
        ([_value(spec, row.get(spec.name), known)
          for spec, known in zip(used, names, strict=True)] for row in table.rows),
    )  # fmt: skip


def _fill(
    page: Page,
    heads: Sequence[str],
    widths: Sequence[float],
    forms: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> None:
    """Write a sheet of thousands of rows: one style for each sort of cell, made once."""
    page.widths(widths)
    styles = {form: page.style(form, across="right") for form in (WHOLE, SATANG, YEAR)}
    styles[_WORDS], quoted = page.style(_WORDS), page.style(_WORDS, quoted=True)
    page.headings(1, heads)
    for at, row in enumerate(rows, start=2):
        for column, (value, form) in enumerate(zip(row, forms, strict=True), start=1):
            style = styles[SATANG if isinstance(value, float) else form]
            page.plain(at, column, value, style, quoted)
    page.printed((1, 1), max(len(heads), 1), landscape=len(heads) > _LANDSCAPE_COLUMNS)


def _own_taxa(tables: Sequence[PlainTable]) -> Names:
    """Return the codes that the area added to lists itself, with their names."""
    rows = (row for table in tables if table.name == Taxon.noun.name for row in table.rows)
    return {
        str(row.get("code")): Words(row.get("label_th", ""), row.get("label_en", ""))
        for row in rows
    }


def _names(spec: FieldSpec, own: Names) -> Names:
    """Return the codes of the list that a field takes its answers from, with their names."""
    if spec.declared is not None:
        return declared_names(spec.declared)
    if spec.taxonomy is None:
        return {}
    shipped = shipped_taxa(spec.taxonomy)
    named = {str(one.code): Words(one.label_th or "", one.label_en or "") for one in shipped}
    return {**named, **own}


def _heading(spec: FieldSpec) -> str:
    unit = str(unit_of(spec))
    return f"{spec.label}\n({unit})" if unit else str(spec.label)


def _value(spec: FieldSpec, value: Any, names: Names) -> Any:
    if value is None:
        return None
    if spec.kind in _NUMBERS:
        number = Decimal(str(value))
        return int(number) if number == number.to_integral_value() else float(number)
    return _words(spec, value, names)


def _words(spec: FieldSpec, value: Any, names: Names) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_words(spec, item, names) for item in value)
    if value in names:
        return str(names[value]) or str(value)
    known = spec.choices._value2member_map_ if spec.choices else {}
    return str(value) if value not in known else spec.wording(value)


def _dictionary(page: Page, tables: Sequence[PlainTable]) -> None:
    heads = [_("Table"), _("Column"), _("Meaning"), _("Unit"), _("How far it may travel")]
    heads.append(_("Answers"))
    rows = [one for table in tables for one in _entries(table)]
    _fill(page, heads, [22, 26, 30, 16, 14, 60], [_WORDS] * len(heads), rows)


def _entries(table: PlainTable) -> Iterable[tuple[str, ...]]:
    end = "en" if current_language() == "en" else "th"
    columns = (f"table_{end}", "field", f"label_{end}", f"unit_{end}", f"privacy_{end}")
    for one in dictionary_of(table):
        yield (*(one[name] for name in columns), one[f"answers_{end}"])
