"""A table in the shape of an official form: grouped headings, rows that span, lines in cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from planning_kit.charts.values import is_missing
from planning_kit.language import _
from planning_kit.report.markup import anchor, element, lines, text
from planning_kit.report.table import SWIPE, Column, Table, linked

SPANNING = ("preamble", "heading")
"""Values of ``row_kind`` whose ``text`` runs across the whole table."""
SUMS = ("subtotal", "total")


@dataclass
class FormTable(Table):
    """A ``Table`` whose frame says in ``row_kind`` what each row is.

    ``row_kind``: preamble or heading (the column ``text`` runs across), row (where the frame
    has no such column, too), subtotal or total. ``groups`` names for each column the heading above it, ``""`` for none.
    ``widths`` are shares of the whole. A text keeps its lines.
    """

    groups: Sequence[str] = ()
    widths: Sequence[float] = ()

    def cells(self) -> list[list[str]]:
        """Return every cell as it is written; a spanning row has its text in the first."""
        blank = [""] * (len(self.columns) - 1)
        return [
            [str(row["text"]), *blank] if _kind(row) in SPANNING else self._written(row)
            for row in self._rows()
        ]

    def _written(self, row: dict[str, Any]) -> list[str]:
        return [
            "" if _is_blank(row, column.name) else self._said(row, column)
            for column in self.columns
        ]

    def _repr_html_(self) -> str:
        wide = self.wide is not False
        caption = element("caption", text(self.caption)) if self.caption else ""
        grid = element("table", caption + self._sizes() + self._head() + self._body())
        box = element(
            "div",
            grid,
            class_="table-box form" + " wide" * wide,
            tabindex="0" if wide else None,
            role="region" if wide else None,
            aria_label=self.caption or _("Table") if wide else None,
            data_hint=_(SWIPE) if wide else None,
        )
        return box + (element("p", text(self.note), class_="table-note") if self.note else "")

    def _sizes(self) -> str:
        whole = sum(self.widths)
        if not whole:
            return ""
        sizes = (f"width:{100 * width / whole:.2f}%" for width in self.widths)
        return element("colgroup", "".join(f'<col style="{size}">' for size in sizes))

    def _head(self) -> str:
        groups = list(self.groups) or [""] * len(self.columns)
        if not any(groups):
            return super()._head()
        upper: list[str] = []
        lower: list[str] = []
        for group, run in groupby(zip(groups, self.columns, strict=True), key=lambda one: one[0]):
            members = [column for _group, column in run]
            if group:
                upper.append(
                    element("th", text(group), scope="colgroup", colspan=str(len(members)))
                )
            for column in members:
                cell = element(
                    "th",
                    text(column.label),
                    scope="col",
                    class_="number" if column.is_number else None,
                    rowspan=None if group else "2",
                )
                (lower if group else upper).append(cell)
        rows = element("tr", "".join(upper)) + element("tr", "".join(lower))
        return element("thead", rows)

    def _body(self) -> str:
        return element("tbody", "".join(self._form_row(row) for row in self._rows()))

    def _form_row(self, row: dict[str, Any]) -> str:
        kind = _kind(row)
        if kind in SPANNING:
            across = str(len(self.columns))
            cell = element("th", text(row["text"]), colspan=across, scope="colgroup")
            return element("tr", cell, class_=kind)
        said = zip(self.columns, self._written(row), strict=True)
        cells = [
            self._cell(column, words, is_head=self.row_heading and place == 0)
            for place, (column, words) in enumerate(said)
        ]
        key = row.get(self.anchors) if self.anchors else None
        return element(
            "tr",
            "".join(cells),
            id=None if is_missing(key) else anchor(str(key)),
            class_=f"total {kind}" if kind in SUMS else None,
        )

    def _cell(self, column: Column, said: str, *, is_head: bool) -> str:
        inner = linked(lines(said), column.links)
        if is_head:
            return element("th", inner, scope="row")
        return element("td", inner, class_="number" if column.is_number else None)


def _kind(row: dict[str, Any]) -> str:
    return str(row.get("row_kind", "row"))


def _is_blank(row: dict[str, Any], name: str) -> bool:
    return _kind(row) in SUMS and is_missing(row[name])
