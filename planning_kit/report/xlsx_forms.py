"""Forms ผ.01 and ผ.02 as sheets whose sums are formulas over the budget lines."""

from __future__ import annotations

from itertools import groupby

from openpyxl.utils import get_column_letter

from planning_kit import design
from planning_kit.charts.values import is_missing
from planning_kit.language import Words, _
from planning_kit.plan.pp_forms import PpForm
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.form_tables import PrintedColumn, printed_columns, worded_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.form_table import SPANNING
from planning_kit.report.xlsx_lines import LineRanges
from planning_kit.report.xlsx_page import WHOLE, Page

PP01, PP02 = Words("ผ.01", "Form ผ.01"), Words("ผ.02", "Form ผ.02")
_HEAD = 4
_FIRST = _HEAD + 2


def write_form(page: Page, form: PpForm, lines: LineRanges, names: PlanNames, title: str) -> int:
    """Write a filled form and return the row of its total, 0 where it has none.

    The code by which the lines are found stands in a grey column right of the printed ones.
    """
    printed = printed_columns(form)
    last = len(printed)
    page.widths([*(_width(column, form) for column in printed), 10])
    page.across(1, 1, last, f"{form.layout.title}", bold=True, size=18)
    page.across(2, 1, last, title)
    _headings(page, printed)
    writer = _Rows(page, form, printed, lines)
    at = _FIRST
    for row in plain_rows(shown := worded_rows(form, names, form.rows), shown.columns):
        writer.write(at, row)
        at += 1
    page.across(at + 1, 1, last, _("Layout: {basis}", basis=str(form.layout.basis)), size=12)
    page.printed((_HEAD, _HEAD + 1), last, landscape=form.layout.orientation == "landscape")
    return writer.total_row


def _width(column: PrintedColumn, form: PpForm) -> float:
    """Return the width of a column, wide enough for its largest sum in bold."""
    if column.kind != "baht" or form.rows.empty:
        return column.width
    largest = form.rows[column.key].max()
    digits = 1 if is_missing(largest) else len(f"{largest:,.2f}")
    return max(column.width, digits + 3.0)


def _headings(page: Page, printed: list[PrintedColumn]) -> None:
    upper = [column.group or column.heading for column in printed]
    lower = [column.heading if column.group else "" for column in printed]
    page.headings(_HEAD, upper)
    page.headings(_HEAD + 1, lower)
    at = 1
    for group, run in groupby(printed, key=lambda column: column.group):
        size = len(list(run))
        if group and size > 1:
            for column in range(at + 1, at + size):
                page.sheet.cell(_HEAD, column).value = None
            page.sheet.merge_cells(
                start_row=_HEAD, start_column=at, end_row=_HEAD, end_column=at + size - 1
            )
        elif not group:
            for column in range(at, at + size):
                page.sheet.merge_cells(
                    start_row=_HEAD, start_column=column, end_row=_HEAD + 1, end_column=column
                )
        at += size


class _Rows:
    """Writes rows one below another and knows which of them a sum adds."""

    def __init__(
        self, page: Page, form: PpForm, printed: list[PrintedColumn], lines: LineRanges
    ) -> None:
        self.page, self.printed, self.lines = page, printed, lines
        self.is_summary = "strategy" in {column.holds for column in form.columns}
        self.holds = {column.key: column.holds for column in form.columns}
        self.group: list[int] = []
        self.every: list[int] = []
        self.subtotals: list[int] = []
        self.total_row = 0
        self.counted = form.layout.total_projects

    def write(self, at: int, row: Row) -> None:
        """Write one row of the form at row ``at`` of the sheet."""
        kind = row["row_kind"]
        if kind in SPANNING:
            fill = design.WASH if kind == "heading" else None
            bold = kind == "heading"
            self.page.across(at, 1, len(self.printed), row["text"], bold=bold, fill=fill, grid=True)
            self.group = [] if kind == "heading" else self.group
            return
        added = {"subtotal": self.group, "total": self.subtotals or self.every}.get(kind)
        for place, column in enumerate(self.printed, start=1):
            self._cell(at, place, column, row, added)
        if kind == "row":
            self._key(at, row)
            self.group.append(at)
            self.every.append(at)
        elif kind == "subtotal":
            self.subtotals.append(at)
        else:
            self.total_row = at

    def _key(self, at: int, row: Row) -> None:
        keys = self.lines.strategies if self.is_summary else self.lines.projects
        code = row["strategy_code"] if self.is_summary else row["project_code"]
        said = keys.get(code) or code
        self.page.text(at, len(self.printed) + 1, said, colour=design.MUTED, size=11)

    def _cell(
        self, at: int, place: int, column: PrintedColumn, row: Row, added: list[int] | None
    ) -> None:
        bold = added is not None
        form = WHOLE if column.kind == "count" else self.lines.money
        holds = self.holds[column.key]
        if column.kind == "text":
            self.page.text(at, place, row[column.key], bold=bold, grid=True)
        elif holds == "number":
            self.page.number(at, place, row[column.key], WHOLE, bold=bold, grid=True)
        else:
            letter = get_column_letter(place)
            expression = _sum(letter, added) if bold else self._found(at, column, holds)
            value = row[column.key]
            self.page.formula(at, place, expression, value, form, bold=bold, grid=True)

    def _found(self, at: int, column: PrintedColumn, holds: str) -> str:
        """Return the formula of one project's or issue's cell."""
        lines = self.lines
        key = f"${get_column_letter(len(self.printed) + 1)}{at}"
        mine = f"{lines.strategy if self.is_summary else lines.project},{key}"
        if column.year is not None:
            year = f"{mine},{lines.year},{column.year}"
            if holds == "projects":
                return f"SUMIFS({lines.first_of_year},{year})"
            return f'IF(COUNTIFS({year},{lines.amount},"<>")=0,"",SUMIFS({lines.amount},{year}))'
        if holds == "projects_total":
            flag = lines.first_of_year if self.counted == "project_years" else lines.first_of_all
            return f"SUMIFS({flag},{mine})"
        return f'IF(COUNTIFS({mine},{lines.amount},"<>")=0,"",SUMIFS({lines.amount},{mine}))'


def _sum(letter: str, rows: list[int] | None) -> str:
    """Return the sum of the rows of a column, neighbours as one range; of nothing, nothing."""
    if not rows:
        return '""'
    parts: list[list[int]] = []
    for row in rows:
        if parts and row == parts[-1][1] + 1:
            parts[-1][1] = row
        else:
            parts.append([row, row])
    ranges = ",".join(f"{letter}{a}:{letter}{b}" for a, b in parts)
    return f'IF(COUNT({ranges})=0,"",SUM({ranges}))'
