"""The request file of one agency: an .xlsx it can work with and send back with its answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import Workbook as Book
from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from planning_kit import design
from planning_kit.errors import KitError
from planning_kit.language import N_, _, speaking
from planning_kit.plan.deadlines import deadlines_from
from planning_kit.plan.requests import requests_to
from planning_kit.records import is_above, request_sheet
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.agencies_asked import agency_label
from planning_kit.report.chapters.agency_record import standing_words
from planning_kit.report.chapters.level_plans import LevelPlans
from planning_kit.report.chapters.plan_frames import date_of_making
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import number
from planning_kit.report.html import cannot_write
from planning_kit.report.xlsx_page import Page, money_format
from planning_kit.report.xlsx_values import write_results
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook
from planning_kit.workbook.asking_plans import AskingPlan, asking_plans

_HEAD = 4
_WIDTHS = (5, 26, 34, 34, 14, 14, 14, 18, 18, 16, 36, 44, 44, 30)
_ANSWERED = (9, 10, 11)
_KEPT = (12, 13, 14)
_CLOSING = {
    "any_time": N_("open at any time"),
    "ask": N_("the office announces its own day"),
    "unknown": N_("no closing day known"),
    "passed": N_("closed for the years of the project"),
}


def agency_requests(plans: Iterable[AskingPlan], agency: str, today: date) -> pd.DataFrame:
    """Return ``plan.requests.REQUESTS`` to ``agency`` over all ``plans``, with ``version``.

    ``version`` tells which revision of the request an answer will follow.
    """
    asking = list(plans)
    parts = {
        name: pd.concat([plan.frame(name) for plan in asking], ignore_index=True)
        for name in ("pledge", "project")
    }
    channels = {
        row["code"]: row["budget_channel"]
        for plan in asking
        for row in plain_rows(plan.plan.taxonomy("agency"), ("code", "budget_channel"))
    }
    calendar = deadlines_from(declared_toml("channels", "calendar.toml"))
    table = requests_to(agency, parts["pledge"], parts["project"], calendar, today, channels)
    versions = {(plan.area_id, one.id): one.version for plan in asking for one in plan.requests()}
    at = zip(table["plan_area"], table["record_id"], strict=True)
    return table.assign(version=[versions.get((str(area), str(one)), "") for area, one in at])


def write_requests(
    workbooks: Iterable[Workbook],
    agency: str,
    path: Path | str,
    *,
    language: str = "th",
    today: date | None = None,
) -> int:
    """Write every request to ``agency`` to the .xlsx at ``path`` and return how many there are.

    Of a workbook above the tambon: those of every plan that was handed over to it. Grouped and
    ordered by the day its budget closes. The agency fills in three columns; the
    columns that say which request it is are locked. Raises ``KitError`` ``report.no-requests``
    where nothing is asked of it, and ``report.cannot-write``.
    """
    books, out, day = list(workbooks), Path(path), date_of_making(today)
    plans = asking_plans(books)
    with speaking(language):
        label = agency_label(agency, [PlanNames(one.plan) for one in plans])
        table = agency_requests(plans, agency, day) if plans else pd.DataFrame()
        if table.empty:
            raise KitError(
                "report.no-requests",
                N_("Nothing is asked of {agency} in these workbooks, so no file was written."),
                agency=label,
            )
        book, values = Book(), dict[tuple[str, str], Any]()
        book.remove(book.active)
        page = Page(book, str(request_sheet.SHEET), values)
        titles = {one.area_id: one.plan.title() for one in plans}
        _fill(page, table, titles, label, [_how(day), *_coverage(books, table)])
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        book.save(out)
        write_results(out, book.sheetnames, values)
    except OSError as error:
        raise cannot_write(out, error) from error
    return len(table)


def _fill(
    page: Page, table: pd.DataFrame, titles: dict[str, str], label: str, heads: list[str]
) -> None:
    last = len(_WIDTHS)
    page.widths(_WIDTHS)
    title = _("Requests to {agency}", agency=label)
    page.across(1, 1, 11, title, bold=True, size=18)
    for at, said in enumerate(heads, start=2):
        page.across(at, 1, 11, said, size=13, colour=design.MUTED)
    page.headings(_HEAD, _headings())
    rows = plain_rows(table, table.columns)
    money = money_format([row["amount"] for row in rows])
    at, no = _HEAD, 0
    for closing, part in groupby(rows, key=_closing):
        at += 1
        page.across(at, 1, 11, closing, bold=True, fill=design.WASH, grid=True)
        for row in part:
            at, no = at + 1, no + 1
            _request(page, at, no, row, titles, money)
    _answerable(page, at)
    page.printed((_HEAD, _HEAD), last - len(_KEPT))


def _how(day: date) -> str:
    return _(
        "As on {date}. Please answer in the three columns on the right and send this file back: "
        "choose an answer, write the day and, above all when refusing, the reason. A blank answer "
        "means no answer yet. Closing days are a default, not official.",
        date=format_date(day, "long"),
    )


def _coverage(books: list[Workbook], table: pd.DataFrame) -> list[str]:
    """Say how many of the tambons that are expected have handed over a plan, above the tambon."""
    levels = [LevelPlans(book) for book in books if is_above(book.plan_area)]
    held = max(levels, key=lambda one: len(one.expected), default=None)
    if held is None or not held.plans:
        return []
    return [
        _(
            "{asking} of {n} tambons ask it; {n} of {all} expected have handed over a plan, "
            "{endorsed} of them endorsed.",
            asking=number(table["plan_area"].nunique()),
            n=number(len(held.plans)),
            all=number(len(held.expected)),
            endorsed=number(sum(one.is_endorsed for one in held.plans)),
        )
    ]


def _headings() -> list[str]:
    sheet = request_sheet
    return [
        _("No."),
        str(sheet.TAMBON),
        str(sheet.PROJECT),
        str(sheet.WHAT),
        _("Worth (baht)"),
        _("Asked on"),
        _("Needed by"),
        _("State"),
        *[str(words) for words in (sheet.ANSWER, sheet.ANSWERED_ON, sheet.DETAIL)],
        *[str(words) for words in (sheet.REQUEST_ID, sheet.VERSION, sheet.AREA)],
    ]


def _closing(row: Row) -> str:
    if row["closing"] in _CLOSING:
        return _("Closing: {when}", when=_(_CLOSING[row["closing"]]))
    return _(
        "Closing on {date} for fiscal year {year}, in {days} days",
        date=format_date(row["closes"], "short"),
        year=int(row["fiscal_year_be"]),
        days=int(row["days_left"]),
    )


def _request(page: Page, at: int, no: int, row: Row, titles: dict[str, str], money: str) -> None:
    name = f"{row['project_code']} {row['project'] or ''}".strip()
    what = " · ".join(one for one in (row["what"], row["role"]) if one)
    page.text(at, 1, str(no), grid=True, across="center")
    for column, said in ((2, titles.get(row["plan_area"], row["plan_area"])), (3, name), (4, what)):
        page.text(at, column, said, grid=True)
    page.number(at, 5, row["amount"], money, grid=True)
    for column, field in ((6, "asked_on"), (7, "by_date")):
        shown = format_date(row[field], "short") if row[field] else None
        page.text(at, column, shown, grid=True)
    page.text(at, 8, standing_words(row), grid=True)
    for column in _ANSWERED:
        page.text(at, column, None, grid=True, fill=design.ACCENT_WASH)
    kept = (row["record_id"], row["version"], row["plan_area"])
    for column, value in zip(_KEPT, kept, strict=True):
        page.text(at, column, value, size=9, colour=design.MUTED)


def _answerable(page: Page, last: int) -> None:
    """Lock all but the answers, and offer the words that may be answered with."""
    sheet = page.sheet
    words = ",".join(str(one) for one in request_sheet.ANSWERS.values())
    rule = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
    rule.showErrorMessage = True
    rule.error = _("Choose one of: {answers}", answers=str(request_sheet.answer_words()))
    sheet.add_data_validation(rule)
    rule.add(f"I{_HEAD + 1}:I{last}")
    for at in range(_HEAD + 1, last + 1):
        if sheet.cell(at, _KEPT[0]).value is None:
            continue
        for column in _ANSWERED:
            sheet.cell(at, column).protection = Protection(locked=False)
    for column in _KEPT:
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.sort = sheet.protection.autoFilter = False
