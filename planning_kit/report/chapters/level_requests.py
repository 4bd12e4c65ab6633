"""What the plans of tambons ask of others, put together for a place above them.

By channel and year, what is asked and what was found; by agency, what came of it; and requests
that say much the same, so that one answer may do for several.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from planning_kit.charts.values import Form
from planning_kit.deliberate.similar import suggest_merges
from planning_kit.language import _
from planning_kit.plan.chosen import in_plan, money_lines
from planning_kit.plan.convergence import convergence
from planning_kit.records.channel_declared import declared_channels
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.five_year_budget import own_sources
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.plan_frames import date_of_making
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import joined, nothing_known, number, percent
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.workbook.handed_plans import HandedPlan

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_LEAST_ALIKE = 0.6
_FOUND = ("funded", "under_way")
_ALIKE = {"agency": "text", "one": "text", "other": "text", "alike": "text"}


def level_requests(workbook: Workbook, today: date | None = None) -> Section:
    """Return what is asked of whom, by year and channel, by agency, and what is asked twice."""
    held, title = LevelPlans(workbook), _("What the tambons ask, of whom and for which year")
    if not held.plans:
        return nothing_known("level-requests", title, _("plans of tambons"), "project")
    day = date_of_making(today)
    requests = [_one for plan in held.plans for _one in _requests(plan, day)]
    section = Section("level-requests", title, layout=Layout.LANDSCAPE)
    section.sentences = [
        _("What communities pay and do themselves is not asked of anybody and is not counted here.")
    ]
    section.tables = [_by_channel(held.plans), _by_agency(requests), *_twice(requests)]
    section.evidence = [
        _("Source: {n} plans handed over by tambons", n=number(len(held.plans))),
    ]
    return section


def _by_channel(plans: list[HandedPlan]) -> Table:
    asked: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    found: dict[str, float] = defaultdict(float)
    projects: dict[str, int] = defaultdict(int)
    for plan in plans:
        own = set(own_sources(plan))
        lines = money_lines(plan.frame("budget_line"))
        channel_of = {}
        for row in in_plan(plan.frame("project")):
            channel_of[row["project_code"]] = row["channel"] or ""
            projects[row["channel"] or ""] += 1
        for line in lines:
            known = line["project_code"] in channel_of and line["amount"] is not None
            if known and line["funding_source"] not in own and line["fiscal_year_be"]:
                year = int(line["fiscal_year_be"])
                asked[channel_of[line["project_code"]]][year] += float(line["amount"])
        for channel, amount in _money_found(plan).items():
            found[channel] += amount
    return _channel_table(asked, found, projects)


def _money_found(plan: HandedPlan) -> dict[str, float]:
    """Return the money that offices have granted, by channel: the latest of each project."""
    names = ("project_code", "channel", "status", "amount", "date")
    channels = declared_channels()
    latest: dict[str, Row] = {}
    for row in sorted(
        plain_rows(plan.frame("project_status"), names), key=lambda one: str(one["date"])
    ):
        channel = channels.get(str(row["channel"]))
        status = channel.status(row["status"]) if channel else None
        if status is not None and status.means in _FOUND and row["amount"] is not None:
            latest[str(row["project_code"])] = row
    found: dict[str, float] = defaultdict(float)
    for row in latest.values():
        found[str(row["channel"])] += float(row["amount"])
    return found


def _channel_table(
    asked: dict[str, dict[int, float]], found: dict[str, float], projects: dict[str, int]
) -> Table:
    years = sorted({year for of_years in asked.values() for year in of_years})
    channels = declared_channels()
    rows: list[dict[str, Any]] = []
    for code in sorted(projects, key=lambda one: -sum(asked[one].values())):
        row: dict[str, Any] = {f"y{year}": asked[code].get(year) for year in years}
        row["channel"] = str(channels[code].words) if code in channels else _("not stated")
        row |= {
            "projects": projects[code],
            "asked": sum(asked[code].values()),
            "found": found.get(code),
        }
        rows.append(row)
    sums: dict[str, Any] = {
        name: sum(row[name] or 0 for row in rows)
        for name in ("projects", "asked", "found", *(f"y{year}" for year in years))
    }
    rows.append({"channel": _("Together"), **sums})
    columns = [Column("channel", _("Channel")), Column("projects", _("Projects"), Form.INT)]
    columns += [Column(f"y{year}", _("F.Y. {year} (baht)", year=year), Form.INT) for year in years]
    columns += [Column("asked", _("Asked in all (baht)"), Form.INT),
                Column("found", _("Granted so far (baht)"), Form.INT)]  # fmt: skip
    types = {column.name: "number" for column in columns} | {"channel": "text"}
    return Table(
        framed(rows, types), columns, caption=_("Money asked, by channel and year"), totals=1
    )


def _requests(plan: HandedPlan, today: date) -> list[dict[str, Any]]:
    names = PlanNames(plan)
    place = said_place(plan.tambon_codes[0])
    return [
        {**row, "place": place, "said": names.taxon("agency", row["agency"])}
        for row in plain_rows(convergence(plan.frame("pledge"), today), _REQUEST)
    ]


_REQUEST = ("agency", "what", "amount", "standing", "project_code")
_STANDINGS = ("asked", "silent", "promised", "given", "refused")


def _by_agency(requests: list[dict[str, Any]]) -> Table:
    by: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in requests:
        by[one["said"]].append(one)
    rows = [
        {
            "agency": said,
            "tambons": len({one["place"] for one in of_agency}),
            "n": len(of_agency),
            "amount": sum(float(one["amount"] or 0) for one in of_agency),
            **{name: sum(one["standing"] == name for one in of_agency) for name in _STANDINGS},
        }
        for said, of_agency in sorted(by.items(), key=lambda item: -len(item[1]))
    ]
    columns = [
        Column("agency", _("Agency")),
        Column("tambons", _("Tambons"), Form.INT),
        Column("n", _("Requests"), Form.INT),
        Column("amount", _("Worth (baht)"), Form.INT),
        Column("asked", _("waiting"), Form.INT),
        Column("silent", _("silent past its day"), Form.INT),
        Column("promised", _("promised"), Form.INT),
        Column("given", _("given"), Form.INT),
        Column("refused", _("refused"), Form.INT),
    ]
    types = {column.name: "number" for column in columns} | {"agency": "text"}
    return Table(framed(rows, types), columns, caption=_("Requests, by agency"))


def _twice(requests: list[dict[str, Any]]) -> list[Table]:
    """Return requests to one agency that say much the same: people look whether they are one."""
    by: dict[str, dict[str, tuple[str, set[str]]]] = defaultdict(dict)
    for one in requests:
        text = str(one["what"])
        _text, places = by[one["said"]].setdefault(text, (text, set()))
        places.add(one["place"])
    rows = []
    for said, texts in by.items():
        several = [(text, places) for text, places in texts.values() if len(places) > 1]
        rows += [{"agency": said, "one": text, "other": joined(sorted(places)), "alike": _("the same words")}
                 for text, places in several]  # fmt: skip
        named = {text: text for text in texts}
        for row in plain_rows(suggest_merges(named, least=_LEAST_ALIKE), ("a", "b", "similarity")):
            rows.append({"agency": said, "one": row["a"], "other": row["b"],
                         "alike": percent(row["similarity"], 0)})  # fmt: skip
    if not rows:
        return []
    columns = [
        Column("agency", _("Agency")),
        Column("one", _("Asked")),
        Column("other", _("Asked alike, or by these tambons")),
        Column("alike", _("How alike")),
    ]
    caption = _("Requests that may be one: people look and decide")
    return [Table(framed(rows, _ALIKE), columns, caption=caption)]
