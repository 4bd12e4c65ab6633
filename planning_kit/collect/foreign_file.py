"""Somebody's file with its tables by name: sheets, the files of a zip, lists in JSON."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from planning_kit.collect.collected import Remark
from planning_kit.collect.delimited import read_delimited
from planning_kit.collect.html_tables import read_html
from planning_kit.collect.json_rows import (
    is_objects,
    list_at,
    paths_of_lists,
    paths_of_nested_lists,
    read_json,
    rows_of,
    value_at,
)
from planning_kit.collect.mapping import FileRule
from planning_kit.collect.plain_book import PlainBook
from planning_kit.collect.sheet_book import SheetBook
from planning_kit.collect.sheet_formats import Form, form_of
from planning_kit.collect.table_shape import Table, headed, set_apart, shaped
from planning_kit.collect.xml_sheets import read_xml_sheets
from planning_kit.collect.zip_tables import ZipTables
from planning_kit.errors import KitError
from planning_kit.language import N_


class ForeignFile:
    """Reads each table when it is asked for; nothing is kept but the opened file.

    Raises ``KitError`` ``collect.…`` when made of bytes that are no table, and when a table
    cannot be read. No file, however broken, raises anything else.
    """

    def __init__(self, path: Path, data: bytes, rule: FileRule | None = None) -> None:
        self.path, self._data = path, data
        self.rule = rule or FileRule()
        self.form: Form = self._form()
        self._book = self._opened_book()
        self._zip = ZipTables(data, path.name) if self.form == "zip" else None
        self._untold: list[Remark] = []
        for opened in (self._book, self._zip):
            self._untold += opened.notes if opened is not None else []

    @property
    def names(self) -> list[str]:
        """Return the names of the tables: visible sheets, files in a zip, lists in JSON.

        A CSV has one table, named as the file; so has a JSON file that is a list.
        """
        if self._book is not None:
            return list(self._book.names)
        if self._zip is not None:
            return list(self._zip.names)
        if self.form == "json":
            paths = paths_of_lists(self._content)
            named = [where or self.path.name for where in paths]
            return [*named, *paths_of_nested_lists(self._content)] or [self.path.name]
        return [self.path.name]

    def table(self, name: str | None = None) -> Table:
        """Return one table by name, else the one the rule names, else the first filled one.

        A hidden sheet is read where it is named. The remarks on the file as a whole come
        with the first table that is read.
        """
        if self._book is not None:
            found = self._sheet(self._book, name or self.rule.sheet)
        elif self._zip is not None:
            found = self._member(self._zip, name or self.rule.sheet)
        elif self.form == "json":
            found = self._list(self.rule.path if name in (None, self.path.name) else name)
        else:
            found = self._text()
        found.notes[:0] = self._untold
        self._untold = []
        return found

    def stated(self, name: str) -> Table:
        """Return a list of totals by name; one object of a JSON file is a list of one entry.

        Raises ``KitError`` as ``table`` does.
        """
        found = value_at(self._content, name) if self.form == "json" else None
        if not isinstance(found, dict):
            return self.table(name)
        names, cells = rows_of([found], self.path.name)
        columns = headed(names)
        return Table(name, columns, [(1, dict(zip(columns, next(cells), strict=True)))])

    @property
    def _heading_row(self) -> int | None:
        return self.rule.header_row if "header_row" in self.rule.model_fields_set else None

    @property
    def _keep_totals(self) -> bool:
        return self.rule.totals == "keep"

    @cached_property
    def _content(self) -> Any:
        return read_json(self._data, self.rule.encoding, self.path.name)

    def _form(self) -> Form:
        if self.rule.format in ("csv", "json"):
            return "csv" if self.rule.format == "csv" else "json"
        return form_of(self.path, self._data)

    def _opened_book(self) -> SheetBook | PlainBook | None:
        data, file = self._data, self.path.name
        if self.form == "html":
            return read_html(data, self.rule.encoding, file)
        if self.form == "xml":
            return read_xml_sheets(data, file)
        return SheetBook(data, file) if self.form == "sheets" else None

    def _sheet(self, book: SheetBook | PlainBook, wanted: str | None) -> Table:
        name = book.find(wanted)
        merges = book.merges(name)
        rows, file = book.rows(name), self.path.name
        keep = self._keep_totals
        table = shaped(name, rows, self._heading_row, file, merges, keep_totals=keep)
        table.notes[:0] = book.told(name)
        return self._with_rows(table)

    def _member(self, tables: ZipTables, wanted: str | None) -> Table:
        name = tables.find(wanted)
        rule = self.rule.model_copy(update={"sheet": None, "format": None})
        inside = PurePosixPath(name).name
        data = tables.read(name)
        if not data.strip():
            return Table(inside, [], [])
        return ForeignFile(Path(inside), data, rule)._whole(inside)

    def _whole(self, name: str) -> Table:
        if self._book is not None:
            found = self._sheet(self._book, None)
        else:
            found = self._list(self.rule.path) if self.form == "json" else self._shaped_text()
        found.sheet = name
        return found

    def _text(self) -> Table:
        return self._with_rows(self._shaped_text())

    def _shaped_text(self) -> Table:
        file, rule = self.path.name, self.rule
        rows = read_delimited(self._data, rule.encoding, rule.delimiter, file)
        return shaped(file, rows, self._heading_row, file, keep_totals=self._keep_totals)

    def _list(self, where: str | None) -> Table:
        items = list_at(self._content, where, self.path.name)
        name = where or self.path.name
        if not is_objects(items):
            rows, keep = enumerate(items, start=1), self._keep_totals
            return shaped(name, rows, self._heading_row, self.path.name, keep_totals=keep)
        names, cells = rows_of(items, self.path.name)
        body, keep = list(enumerate(cells, start=1)), self._keep_totals
        return set_apart(name, headed(names), body, self.path.name, keep_totals=keep)

    def _with_rows(self, table: Table) -> Table:
        if not table.rows and not table.left_out:
            raise KitError(
                "collect.no-rows",
                N_("“{file}”: there are headings in “{table}” but no rows under them; fill it in"),
                file=self.path.name,
                table=table.sheet,
            )
        return table
