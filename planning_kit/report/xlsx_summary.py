"""The first sheet of the spreadsheet: the whole plan on one page, in sums over the other sheets."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from planning_kit.charts.values import is_missing
from planning_kit.language import Words, _
from planning_kit.plan.budget import CLASSES, FiveYear, by_source, reliance_shares
from planning_kit.records.plain_rows import plain_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import answer
from planning_kit.report.xlsx_lines import LineRanges
from planning_kit.report.xlsx_page import WHOLE, Page
from planning_kit.workbook import Workbook

SHEET = Words("สรุป", "Summary")


def write_summary(
    page: Page,
    workbook: Workbook,
    five: FiveYear,
    lines: LineRanges,
    names: PlanNames,
    said: Sequence[str],
) -> None:
    """Write title, the lines ``said`` about the plan, projects by class, and money by source."""
    columns = len(five.years) + 2
    page.widths([42, *([15] * (columns - 1))])
    page.across(1, 1, columns, workbook.title(), bold=True, size=20)
    at = 2
    for line in said:
        page.across(at, 1, columns, line)
        at += 1
    at = _classes(page, workbook, at + 1)
    at = _sources(page, five, lines, names, at + 1)
    page.printed((1, 1), columns)


def _classes(page: Page, workbook: Workbook, at: int) -> int:
    page.headings(at, [_("Who does it"), _("Projects")])
    shares = plain_rows(reliance_shares(workbook.frame("project")), ("key", "projects"))
    counts = {row["key"]: row["projects"] for row in shares}
    first = at + 1
    for key in (*CLASSES, *(key for key in counts if key not in CLASSES)):
        at += 1
        page.text(
            at,
            1,
            answer("project", "reliance_class", key) or _("Not stated who does it"),
            grid=True,
        )
        page.number(at, 2, counts.get(key, 0), WHOLE, grid=True)
    page.text(at + 1, 1, _("Total"), bold=True, grid=True)
    whole = sum(counts.values())
    page.formula(at + 1, 2, f"SUM(B{first}:B{at})", whole, WHOLE, bold=True, grid=True)
    return at + 2


def _sources(page: Page, five: FiveYear, lines: LineRanges, names: PlanNames, at: int) -> int:
    """Write money by source and year; every cell adds up the budget lines."""
    years = five.years
    heads = [_("Source of money"), *(str(year) for year in years), _("All years (baht)")]
    page.headings(at, heads)
    first, last = at + 1, at
    sums = _money_by_source(five, names)
    for label, money in sums.items():
        last += 1
        page.text(last, 1, lines.sources.get(label, label), grid=True)
        for place, year in enumerate(years, start=2):
            mine = f"{lines.source},$A{last},{lines.year},{year}"
            page.formula(
                last,
                place,
                f'IF(COUNTIFS({mine},{lines.amount},"<>")=0,"",SUMIFS({lines.amount},{mine}))',
                money.get(year),
                lines.money,
                grid=True,
            )
        end = get_column_letter(len(years) + 1)
        page.formula(
            last,
            len(years) + 2,
            f"SUM(B{last}:{end}{last})",
            money.get(0, 0),
            lines.money,
            grid=True,
        )
    page.text(last + 1, 1, _("Total"), bold=True, grid=True)
    for place in range(2, len(years) + 3):
        letter = get_column_letter(place)
        value = _whole(five, years[place - 2] if place - 2 < len(years) else None)
        expression = f"SUM({letter}{first}:{letter}{last})" if sums else "0"
        page.formula(last + 1, place, expression, value, lines.money, bold=True, grid=True)
    return last + 2


def _money_by_source(five: FiveYear, names: PlanNames) -> dict[str, dict[float, float]]:
    """Return source -> year -> baht; year 0 is all years together."""
    sums: dict[str, dict[float, float]] = {}
    for row in plain_rows(by_source(five), ("key", "fiscal_year_be", "baht")):
        years = sums.setdefault(names.taxon("funding_source", row["key"]), {})
        year = row["fiscal_year_be"] or 0
        if row["baht"] is not None:
            years[year] = years.get(year, 0.0) + row["baht"]
    return sums


def _whole(five: FiveYear, year: int | None) -> float:
    rows = plain_rows(five.lines, ("fiscal_year_be", "amount"))
    chosen = [row["amount"] for row in rows if year is None or row["fiscal_year_be"] == year]
    return sum(amount for amount in chosen if not is_missing(amount))
