"""How far each project has come by its last report, how much of its money, and what blocks it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pandas as pd

from planning_kit.plan.chosen import in_plan, money_lines
from planning_kit.plan.project_costs import project_costs
from planning_kit.plan.quarters import Quarter, finished_quarters, quarter_code, time_gone
from planning_kit.records.plain_rows import Row, added, framed, plain_rows
from planning_kit.records.signal_rules import SignalRules

REPORT = (
    "project_code",
    "activity_no",
    "fiscal_year_be",
    "quarter",
    "physical",
    "spent",
    "evidence",
    "attachment",
    "obstacle",
    "solution",
    "next_step",
    "reported_by",
    "reported_on",
)
_TOLD = ("evidence", "obstacle", "solution", "next_step", "reported_by", "reported_on")

PROGRESS_NOW = {
    "project_code": "text",
    "name": "text",
    "owner": "text",
    "start_be": "number",
    "end_be": "number",
    "planned": "number",
    "granted": "number",
    "fiscal_year_be": "number",
    "quarter": "number",
    "physical": "number",
    "basis": "text",
    "spent": "number",
    **dict.fromkeys(_TOLD, "text"),
    "reported_on": "date",
    "state": "text",
    "missing": "codes",
    "time_gone": "number",
    "behind": "number",
    "signal": "text",
}
"""One row per project of the plan. ``physical`` and ``spent`` count since it began, as last told;
NaN = not told, which is not zero; 130 stays 130.

``fiscal_year_be``/``quarter`` of the last report · ``basis`` ``project`` (told so) or
``activities`` (their mean by money: those of later years count as not begun; only where every one
due has told) · ``granted`` ordinance lines and pledges given, NaN where none is written ·
``state`` not_begun (its first quarter is not over), not_reported (none told although one is
over), reported, done (100 or more) · ``missing`` finished quarters without any report ("2/2571")
· ``behind`` share of its time gone by when it was told, less work done · ``signal`` green, amber,
red by ``SignalRules``, else grey."""


def progress_now(
    projects: pd.DataFrame,
    activities: pd.DataFrame,
    reports: pd.DataFrame,
    lines: pd.DataFrame,
    pledges: pd.DataFrame,
    today: date,
    rules: SignalRules,
) -> pd.DataFrame:
    """Return ``PROGRESS_NOW`` on ``today``, projects in the order given."""
    own = reports_of(reports)
    works: dict[str, list[Row]] = {}
    for work in plain_rows(activities, ("project_code", "activity_no", "fiscal_year_be", "amount")):
        works.setdefault(work["project_code"], []).append(work)
    listed = in_plan(projects)
    planned = project_costs(projects, lines, [row["project_code"] for row in listed])
    granted = granted_money(lines, pledges)
    rows = []
    for project in listed:
        code = project["project_code"]
        money = {"planned": planned[code], "granted": granted.get(code)}
        told = _told(own.get(code, []), works.get(code, []))
        rows.append(_row(project | money, told, own.get(code, []), today, rules))
    return framed(rows, PROGRESS_NOW)


def reports_of(reports: pd.DataFrame) -> dict[str, list[Row]]:
    """Return project code -> its reports, quarter after quarter, the whole project first."""
    found: dict[str, list[Row]] = {}
    for row in plain_rows(reports, REPORT):
        found.setdefault(row["project_code"], []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (*quarter_told(row), row["activity_no"] or 0))
    return found


def quarter_told(report: Row) -> Quarter:
    """Return the quarter that a report is about."""
    return int(report["fiscal_year_be"]), int(report["quarter"])


def granted_money(lines: pd.DataFrame, pledges: pd.DataFrame) -> dict[str, float]:
    """Return project code -> baht of its ordinance lines and of what partners have given."""
    amounts: dict[str, list[float | None]] = {}
    for line in money_lines(lines, "ordinance"):
        amounts.setdefault(line["project_code"], []).append(line["amount"])
    for pledge in plain_rows(pledges, ("project_code", "state", "amount")):
        if pledge["state"] == "given":
            amounts.setdefault(pledge["project_code"], []).append(pledge["amount"])
    sums = {code: added(own) for code, own in amounts.items()}
    return {code: baht for code, baht in sums.items() if baht is not None}


def _told(reports: list[Row], works: list[Row]) -> Row:
    """Return what is known of a project: its last quarter told, work, money and words."""
    if not reports:
        return {}
    at = max(quarter_told(row) for row in reports)
    whole = [row for row in reports if row["activity_no"] is None]
    last: dict[float, Row] = {}
    for row in reports:
        if row["activity_no"] is not None:
            last[row["activity_no"]] = last.get(row["activity_no"], {}) | {
                name: value for name, value in row.items() if value is not None
            }
    words = [row for row in reports if quarter_told(row) == at]
    found: Row = {"fiscal_year_be": at[0], "quarter": at[1]}
    for name in _TOLD:
        found[name] = _last_said(words, name)
    work, money = (_last_of(whole, name) for name in ("physical", "spent"))
    mean = _mean(last, works, at) if work is None else None
    found["physical"] = mean if work is None else work
    found["basis"] = "project" if work is not None else "activities" if mean is not None else None
    found["spent"] = money if money is not None else added(r.get("spent") for r in last.values())
    return found


def _last_said(rows: list[Row], name: str) -> object:
    told = list(dict.fromkeys(row[name] for row in rows if row[name] is not None))
    if name == "reported_on":
        return max(told) if told else None
    return " · ".join(map(str, told)) or None


def _last_of(rows: list[Row], name: str) -> float | None:
    told = [row[name] for row in rows if row[name] is not None]
    return told[-1] if told else None


def _mean(last: dict[float, Row], works: list[Row], at: Quarter) -> float | None:
    """Return the work done of a project from its activities, weighed by their money."""
    if not works or any(not work["amount"] for work in works):
        return None
    done = 0.0
    for work in works:
        told = last.get(work["activity_no"], {}).get("physical")
        is_due = (work["fiscal_year_be"] or 0) <= at[0]
        if told is None and is_due:
            return None
        done += (told or 0.0) * work["amount"]
    return float(done / sum(work["amount"] for work in works))


def _row(project: Row, told: Row, reports: Iterable[Row], today: date, rules: SignalRules) -> Row:
    start, end = project["start_be"], project["end_be"] or project["start_be"]
    due = finished_quarters(int(start), int(end), today) if start is not None else []
    known = {quarter_told(row) for row in reports}
    row = project | dict.fromkeys(REPORT[2:]) | told
    row["missing"] = tuple(quarter_code(one) for one in due if one not in known)
    work = row["physical"]
    row["state"] = _state(work, bool(known), bool(due))
    row["signal"] = "grey"
    if work is not None and start is not None and told:
        gone = time_gone(int(start), int(end), (told["fiscal_year_be"], told["quarter"]))
        row |= {"time_gone": gone, "behind": gone - work / 100}
        row["signal"] = _signal(row["behind"], rules)
    return row


def _state(work: float | None, is_told: bool, is_due: bool) -> str:
    if is_told:
        return "done" if work is not None and work >= 100 else "reported"
    return "not_reported" if is_due else "not_begun"


def _signal(behind: float, rules: SignalRules) -> str:
    if behind <= rules.green_behind + 1e-9:
        return "green"
    return "amber" if behind <= rules.amber_behind + 1e-9 else "red"
