"""Reports of progress against one another, and against the project they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.language import N_
from planning_kit.records import FieldSpec
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Finding, Level, in_row
from planning_kit.validate.project_money import cost_of_projects

_WORK_FELL = N_(
    "Work done so far was {before} per cent in quarter {quarter}/{year} and is {now} per cent now; "
    "what is counted since the beginning does not go down. Check both reports"
)
_MONEY_FELL = N_(
    "Money spent so far was {before} baht in quarter {quarter}/{year} and is {now} baht now; what "
    "is counted since the beginning does not go down. Check both reports"
)
_OVERSPENT = N_(
    "{spent} baht spent is more than the {granted} baht of project {project}; check the figure, or "
    "write down where the rest came from"
)
_ACTIVITY_OVERSPENT = N_(
    "{spent} baht spent is more than the {granted} baht of activity {number} of project {project}; "
    "check the figure, or write down where the rest came from"
)
_OUTSIDE = N_(
    "Quarter {quarter}/{year} is outside the years of project {project} ({first}–{last}); correct "
    "the quarter or the years of the project"
)
_NO_ACTIVITY = N_(
    "Project {project} has no activity no. {number}; correct the number, or leave it blank for the "
    "whole project"
)

_Found = Iterator[tuple[FieldSpec, str, str, dict[str, object]]]


def progress_reports(facts: Facts) -> Marks:
    """Yield flags for reports that go back, spend more than there is, or lie outside the project.

    A report that tells nothing is compared with nothing: not reported is not zero. Every row
    stays as it was written.
    """
    reports = facts.of("project_progress")
    if all(fact.row is None for fact in reports):
        return
    projects = {fact.record.project_code: fact.record for fact in facts.of("project")}
    works = {(f.record.project_code, f.record.activity_no): f.record for f in facts.of("activity")}
    costs = cost_of_projects(facts)
    for report, row in facts.new("project_progress"):
        for found in (_place(report, projects, works), _money(report, costs, works)):
            yield from ((row, _flag(row, *one)) for one in found)
    for fact, before in _followed(reports):
        if fact.row is not None:
            yield from ((fact.row, _flag(fact.row, *one)) for one in _fell(fact.record, *before))


def _flag(
    row: Any, spec: FieldSpec, code: str, sentence: str, values: dict[str, object]
) -> Finding:
    return in_row(row.raw, Level.FLAG, code, sentence, spec, **values)


def _place(report: Any, projects: dict[str, Any], works: dict[Any, Any]) -> _Found:
    project = projects.get(report.project_code)
    values: dict[str, object] = {"project": report.project_code}
    if project is not None and project.start_be is not None:
        first, last = project.start_be, project.end_be or project.start_be
        if not first <= report.fiscal_year_be <= last:
            quarter = {"quarter": report.quarter, "year": report.fiscal_year_be}
            years = {"first": first, "last": last}
            spec = report.field("fiscal_year_be")
            yield spec, "validate.report-outside-project", _OUTSIDE, values | quarter | years
    number = report.activity_no
    known = any(code == report.project_code for code, _number in works)
    if number is not None and known and (report.project_code, number) not in works:
        spec = report.field("activity_no")
        yield spec, "validate.no-such-activity", _NO_ACTIVITY, values | {"number": number}


def _money(report: Any, costs: dict[str, Decimal], works: dict[Any, Any]) -> _Found:
    work = works.get((report.project_code, report.activity_no))
    of_work = report.activity_no is not None
    granted = getattr(work, "amount", None) if of_work else costs.get(report.project_code)
    if report.spent is None or granted is None or report.spent <= granted:
        return
    values: dict[str, object] = {
        "project": report.project_code,
        "spent": thai.format_number(report.spent),
        "granted": thai.format_number(granted),
    }
    spec, code = report.field("spent"), "validate.spent-above-granted"
    if of_work:
        yield spec, code, _ACTIVITY_OVERSPENT, values | {"number": report.activity_no}
    else:
        yield spec, code, _OVERSPENT, values


def _followed(reports: list[Fact]) -> Iterator[tuple[Fact, tuple[Any, Any]]]:
    """Yield each report with the last earlier ones that told work, and that told money."""
    series: dict[tuple[str, Any], list[Fact]] = defaultdict(list)
    for fact in reports:
        series[fact.record.project_code, fact.record.activity_no].append(fact)
    for own in series.values():
        own.sort(key=lambda fact: (fact.record.fiscal_year_be, fact.record.quarter))
        work = money = None
        for fact in own:
            yield fact, (work, money)
            work = fact.record if fact.record.physical is not None else work
            money = fact.record if fact.record.spent is not None else money


def _fell(report: Any, work: Any, money: Any) -> _Found:
    told = (("physical", work, _WORK_FELL), ("spent", money, _MONEY_FELL))
    for name, before, sentence in told:
        now = getattr(report, name)
        if before is None or now is None or now >= getattr(before, name):
            continue
        values: dict[str, object] = {
            "before": thai.format_number(getattr(before, name)),
            "now": thai.format_number(now),
            "quarter": before.quarter,
            "year": before.fiscal_year_be,
        }
        yield report.field(name), f"validate.{name}-goes-down", sentence, values
