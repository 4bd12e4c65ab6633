"""The sheets of the spreadsheet that are lists: projects, indicators, action plan, sources."""

from __future__ import annotations

from datetime import date

from planning_kit import design
from planning_kit.language import Words, _
from planning_kit.plan.chosen import in_plan
from planning_kit.records.plain_rows import Row, codes, plain_rows
from planning_kit.report.chapters.action_plan import QUARTERS, action_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import answer, label
from planning_kit.report.xlsx_page import WHOLE, YEAR, Page, money_format, number_format
from planning_kit.thai import format_date, format_months
from planning_kit.workbook import Workbook

ACTION = Words("แผนปฏิบัติการ", "Action plan")
INDICATORS = Words("ตัวชี้วัด", "Indicators")
PROJECTS = Words("โครงการ", "Projects")
SOURCES = Words("ที่มา", "Sources")
_HEAD = 3
_TEXTS = ("targets", "expected_results")
_SOURCE = {
    "source_code": 12, "publisher": 34, "title": 48, "method": 22,
    "date_from": 16, "date_to": 16, "sample_size": 14, "population": 14,
}  # fmt: skip
"""Fields of a source that the sheet shows, with the width of their columns."""


def write_action(page: Page, workbook: Workbook, year: int) -> None:
    """Write the activities of one fiscal year by quarter; the total is a sum."""
    page.widths((44, 9, 9, 9, 9, 16, 28, 28))
    page.across(1, 1, 8, _("Action plan of fiscal year {year}", year=year), bold=True, size=18)
    heads = [
        _("Activity"),
        *(
            _("Quarter {number} ({months})", number=q, months=format_months(m))
            for q, m in QUARTERS.items()
        ),
        _("Budget (baht)"),
        _("Responsible"),
        _("Output"),
    ]
    page.headings(_HEAD, heads)
    rows = plain_rows(frame := action_rows(workbook, year), frame.columns)
    money = money_format([row["amount"] for row in rows])
    at = _HEAD
    for row in rows:
        at += 1
        if row["row_kind"] == "heading":
            page.across(at, 1, 8, row["text"], bold=True, fill=design.WASH, grid=True)
            continue
        bold = row["row_kind"] == "total"
        page.text(at, 1, row["activity"], bold=bold, grid=True)
        for q in QUARTERS:
            page.text(at, 1 + q, row[f"q{q}"], across="center", grid=True)
        if bold:
            span = f"SUM(F{_HEAD + 1}:F{at - 1})"
            page.formula(at, 6, span, row["amount"] or 0, money, bold=True, grid=True)
        else:
            page.number(at, 6, row["amount"], money, grid=True)
        page.text(at, 7, row["responsible"], grid=True)
        page.text(at, 8, row["output"], grid=True)
    if not rows:
        page.across(at + 1, 1, 8, _("No activity is written for this fiscal year yet."))
    page.printed((_HEAD, _HEAD), 8)


def write_indicators(page: Page, workbook: Workbook, years: tuple[int, ...]) -> None:
    """Write each indicator with its baseline and its targets of every year."""
    fields = ("indicator_code", "name", "unit", "direction")
    heads = [label("indicator", name) for name in fields]
    heads += [_("Baseline"), _("Year of the baseline")]
    heads += [_("Target {year}", year=year) for year in years]
    heads += [label("indicator", "source_text"), label("indicator", "owner")]
    page.widths((12, 40, 12, 14, 12, 12, *([12] * len(years)), 26, 26))
    page.across(1, 1, len(heads), _("Indicators"), bold=True, size=18)
    page.headings(_HEAD, heads)
    values = plain_rows(
        workbook.frame("indicator_value"), ("indicator_code", "kind", "fiscal_year_be", "value")
    )
    for at, row in enumerate(
        plain_rows(frame := workbook.frame("indicator"), frame.columns), start=_HEAD + 1
    ):
        own = [one for one in values if one["indicator_code"] == row["indicator_code"]]
        for column, name in enumerate(fields, start=1):
            said = answer("indicator", name, row[name]) if name == "direction" else row[name]
            page.text(at, column, said, grid=True)
        base = next((one for one in own if one["kind"] == "baseline"), {})
        _value(page, at, 5, base.get("value"))
        page.number(at, 6, base.get("fiscal_year_be"), YEAR, grid=True)
        targets = {one["fiscal_year_be"]: one["value"] for one in own if one["kind"] == "target"}
        for column, year in enumerate(years, start=7):
            _value(page, at, column, targets.get(year))
        page.text(at, 7 + len(years), row["source_text"], grid=True)
        page.text(at, 8 + len(years), row["owner"], grid=True)
    page.printed((_HEAD, _HEAD), len(heads))


def _value(page: Page, at: int, column: int, value: object) -> None:
    page.number(at, column, value, number_format(value), grid=True)


def write_projects(page: Page, workbook: Workbook, names: PlanNames) -> None:
    """Write the register: one row a project, those set aside too, with what each states."""
    shown = [
        "project_code", "name", "stage", "reliance_class", "owner", "lead_agency", "channel",
        "strategy_code", "problem_codes", "start_be", "end_be", *_TEXTS,
        "beneficiaries", "beneficiary_unit",
    ]  # fmt: skip
    page.widths((10, 36, 14, 14, 26, 26, 24, 10, 14, 9, 9, *([34] * len(_TEXTS)), 12, 12))
    page.across(1, 1, 8, _("Register of projects"), bold=True, size=18)
    page.headings(_HEAD, [label("project", name) for name in shown])
    rows = plain_rows(frame := workbook.frame("project"), frame.columns)
    for at, row in enumerate(rows, start=_HEAD + 1):
        for column, name in enumerate(shown, start=1):
            if name in ("start_be", "end_be"):
                page.number(at, column, row[name], YEAR, grid=True)
            elif name == "beneficiaries":
                page.number(at, column, row[name], WHOLE, grid=True)
            else:
                page.text(at, column, _said(row, name, names), grid=True)
    page.printed((_HEAD, _HEAD), len(shown))


def _said(row: Row, name: str, names: PlanNames) -> str | None:
    if name in ("stage", "reliance_class"):
        return answer("project", name, row[name])
    if row[name] is None:
        return None
    if name == "lead_agency":
        return names.taxon("agency", row[name])
    if name == "channel":
        return names.channel(row[name])
    return ", ".join(codes(row[name])) if name == "problem_codes" else str(row[name])


def write_sources(page: Page, workbook: Workbook, said: list[str]) -> None:
    """Write where the plan comes from: decisions, layouts, sources of the data with their n."""
    last = len(_SOURCE)
    page.widths(tuple(_SOURCE.values()))
    page.across(1, 1, last, _("Where this comes from"), bold=True, size=18)
    at = 2
    for line in said:
        page.across(at, 1, last, line)
        at += 1
    head = at + 1
    page.headings(head, [label("source", name) for name in _SOURCE])
    for place, source in enumerate(workbook.sources(), start=head + 1):
        for column, name in enumerate(_SOURCE, start=1):
            value = getattr(source, name)
            if name in ("sample_size", "population"):
                page.number(place, column, value, WHOLE, grid=True)
            else:
                page.text(place, column, _source_cell(name, value), grid=True)
    page.printed((head, head), last)


def _source_cell(name: str, value: object) -> str | None:
    if isinstance(value, date):
        return format_date(value, "short")
    if name == "method":
        return answer("source", name, value)
    return None if value is None else str(value)


def planned_projects(workbook: Workbook) -> list[Row]:
    """Return the projects of the plan, those set aside left out."""
    return in_plan(workbook.frame("project"))
