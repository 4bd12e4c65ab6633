"""The sheet of budget lines that every sum of the spreadsheet is made from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from planning_kit import design
from planning_kit.charts.values import is_missing
from planning_kit.language import Words, _
from planning_kit.plan.budget import FiveYear
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.xlsx_page import WHOLE, YEAR, Page, money_format

SHEET = Words("งบประมาณ", "Budget lines")
HEADING_ROW = 4
_COLUMNS = ("A", "B", "C", "D", "E", "F", "G", "H", "I")
_WIDTHS = (10, 44, 10, 34, 11, 34, 16, 14, 14)
_CODE = r"(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d)[a-z]{1,3}\d{1,4}"
_WORDS = r"(?!(?:true|false)$)[a-z][^\d*?~]*"
_PLAIN = re.compile(rf"{_CODE}|{_WORDS}|[ก-ฮเ-ไ][^*?~]*", re.IGNORECASE)
_LINE = ("project_code", "strategy_code", "fiscal_year_be", "funding_source", "amount")


def safe_keys(codes: Iterable[object]) -> dict[object, str]:
    """Return for each code a key that a spreadsheet compares as it is written.

    Such formulas take ``01`` and ``1``, or ``a`` and ``A``, for the same, ``*`` for anything
    and ``mar27`` for a day; codes like these get a number in front. ``None`` becomes a dash.
    """
    keys: dict[object, str] = {None: "–"}
    taken = {"–"}
    for code in dict.fromkeys(None if is_missing(one) else str(one) for one in codes):
        if code is None:
            continue
        key = code
        if not _PLAIN.fullmatch(code) or code.casefold() in taken:
            key = f"K{len(keys)} {re.sub(r'[*?~]', '_', code)}"
        keys[code] = key
        taken.add(key.casefold())
    return keys


@dataclass(frozen=True)
class LineRanges:
    """Where the columns of the budget lines are, for formulas of the other sheets."""

    project: str
    strategy: str
    year: str
    source: str
    amount: str
    first_of_year: str
    first_of_all: str
    projects: dict[object, str]
    strategies: dict[object, str]
    sources: dict[object, str]
    money: str


def write_lines(page: Page, five: FiveYear, listed: Iterable[Row], names: PlanNames) -> LineRanges:
    """Write the lines counted in the plan; a last empty row takes further ones above it.

    ``listed`` are the projects of the plan, those without a line too.
    """
    rows = plain_rows(five.lines, _LINE)
    told = list(listed)
    projects = safe_keys(row["project_code"] for row in [*told, *rows])
    totals = plain_rows(five.table, ("strategy_code",))
    issues = safe_keys(row["strategy_code"] for row in [*totals, *told, *rows])
    money = money_format([row["amount"] for row in rows])
    page.widths(_WIDTHS)
    page.across(1, 1, 9, _("Budget lines of the plan"), bold=True, size=18)
    page.across(
        2,
        1,
        9,
        _("The other sheets add up these lines. To add one, insert a row above the grey row."),
    )
    page.headings(HEADING_ROW, _headings())
    first = HEADING_ROW + 1
    last = first + len(rows)
    keys = _Keys(projects, issues, safe_keys(_source(row, names) for row in rows))
    seen: set[object] = set()
    for at, row in enumerate(rows, start=first):
        _line(page, at, row, names, keys, money)
        _firsts(page, at, first, row, seen)
    for column in range(1, 10):
        page.text(last, column, None, fill=design.WASH, grid=True)
    page.text(last, 2, _("Insert new lines above this row."), fill=design.WASH, grid=True)
    page.printed((HEADING_ROW, HEADING_ROW), 9)
    where = {letter: f"'{page.title}'!${letter}${first}:${letter}${last}" for letter in _COLUMNS}
    return LineRanges(
        where["A"], where["C"], where["E"], where["F"], where["G"], where["H"], where["I"],
        keys.projects, keys.strategies, keys.sources, money,
    )  # fmt: skip


@dataclass(frozen=True)
class _Keys:
    projects: dict[object, str]
    strategies: dict[object, str]
    sources: dict[object, str]


def _headings() -> list[str]:
    return [
        _("Project code"),
        _("Project"),
        _("Issue code"),
        _("Development issue"),
        _("Fiscal year"),
        _("Source of money"),
        _("Amount (baht)"),
        _("Counts as a project of the year"),
        _("Counts as a project of the plan"),
    ]


def _source(row: Row, names: PlanNames) -> str:
    return names.taxon("funding_source", row["funding_source"])


def _line(page: Page, at: int, row: Row, names: PlanNames, keys: _Keys, money: str) -> None:
    issue = row["strategy_code"]
    page.text(at, 1, keys.projects[row["project_code"]], grid=True)
    page.text(at, 2, names.bare("project", row["project_code"]), grid=True)
    page.text(at, 3, keys.strategies[issue], grid=True)
    page.text(at, 4, names.bare("strategy", issue) if issue else "–", grid=True)
    page.number(at, 5, row["fiscal_year_be"], YEAR, grid=True)
    page.text(at, 6, keys.sources[_source(row, names)], grid=True)
    page.number(at, 7, row["amount"], money, grid=True)


def _firsts(page: Page, at: int, first: int, row: Row, seen: set[object]) -> None:
    """Write 1 beside the first line of a project in a year, and in the plan, else 0."""
    pair, alone = (row["project_code"], row["fiscal_year_be"]), row["project_code"]
    upto = f"$A${first}:$A{at},$A{at}"
    year = f"IF(COUNTIFS({upto},$E${first}:$E{at},$E{at})=1,1,0)"
    page.formula(at, 8, year, int(pair not in seen), WHOLE, grid=True)
    page.formula(at, 9, f"IF(COUNTIFS({upto})=1,1,0)", int(alone not in seen), WHOLE, grid=True)
    seen |= {pair, alone}
