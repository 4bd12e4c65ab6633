"""The money of the plan for the one-page summary: by who does it, and by year and source."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.plan.budget import FiveYear, by_source
from planning_kit.plan.chosen import in_plan
from planning_kit.records.plain_rows import Row, added, framed, plain_rows
from planning_kit.report.chapters.plan_frames import budget_of
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import answer
from planning_kit.report.table import Column, Table
from planning_kit.workbook import Workbook

_CLASSES = ("self", "joint", "agency")
_BIGGEST = 2
_SOURCES = 5


def money_by_class(workbook: Workbook) -> Table | None:
    """Return projects and baht by who does them, with the biggest ones named."""
    projects = in_plan(workbook.frame("project"))
    if not projects:
        return None
    money = _by_project(budget_of(workbook))
    rows = []
    for code in _CLASSES:
        own = [row for row in projects if row["reliance_class"] == code]
        if not own:
            continue
        own.sort(key=lambda row: -(money.get(row["project_code"]) or 0.0))
        rows.append(
            {
                "who": answer("project", "reliance_class", code),
                "projects": len(own),
                "baht": added(money.get(row["project_code"]) for row in own),
                "biggest": " · ".join(row["name"] for row in own[:_BIGGEST]),
            }
        )
    columns = [
        Column("who", _("Who does it")),
        Column("projects", _("Projects"), "int"),
        Column("baht", _("Baht"), "baht"),
        Column("biggest", _("The biggest")),
    ]
    types = {"who": "text", "projects": "number", "baht": "number", "biggest": "text"}
    return Table(framed(rows, types), columns, caption=_("Projects, by who does them"))


def money_by_source(workbook: Workbook) -> Table | None:
    """Return baht by source and year, the largest five sources named, and the total."""
    five = budget_of(workbook)
    told = plain_rows(by_source(five), ("key", "fiscal_year_be", "baht"))
    if not told:
        return None
    names = PlanNames(workbook)
    order = list(dict.fromkeys(row["key"] for row in told))
    rows = [_source(names.taxon("funding_source", key), told, {key}) for key in order[:_SOURCES]]
    if rest := set(order[_SOURCES:]):
        rows.append(_source(_("other sources"), told, rest))
    rows.append(_source(_("Total"), told, set(order)))
    years = [str(year) for year in five.years]
    columns = [
        Column("source", _("Source of money")),
        *[Column(year, year, "baht") for year in years],
        Column("all", _("All years"), "baht"),
    ]
    types = {"source": "text"} | dict.fromkeys([*years, "all"], "number")
    caption = _("Money by source and fiscal year (baht)")
    return Table(framed(rows, types), columns, caption=caption, totals=1, wide=True)


def _source(said: str, told: list[Row], keys: set[object]) -> Row:
    row: Row = {"source": said}
    for year in dict.fromkeys(one["fiscal_year_be"] for one in told):
        name = "all" if year is None else str(int(year))
        row[name] = added(
            one["baht"] for one in told if one["key"] in keys and one["fiscal_year_be"] == year
        )
    return row


def _by_project(five: FiveYear) -> dict[str, float]:
    money: dict[str, float] = {}
    for line in plain_rows(five.lines, ("project_code", "amount")):
        if line["amount"] is not None:
            code = line["project_code"]
            money[code] = money.get(code, 0.0) + line["amount"]
    return money
