"""The five-year budget: strategy × year, counted and in baht, and every line accounted for.

Whatever is not in the table stands in ``left_out`` with the reason, so that the table and
what was left out always add up to all lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from planning_kit.plan.chosen import PLAN_MONEY, in_order, in_plan, money_lines
from planning_kit.records.plain_rows import Row, added, framed, plain_rows

FIVE_YEAR = {
    "level": "text",
    "strategy_code": "text",
    "strategy": "text",
    "fiscal_year_be": "number",
    "projects": "number",
    "project_years": "number",
    "baht": "number",
    "lines": "number",
    "not_stated": "number",
}
"""``level`` "strategy" or "total" · ``strategy_code`` ``None`` for projects without a strategy ·
``fiscal_year_be`` NaN = all years together · ``projects`` different projects with money in
the year(s) · ``project_years`` the yearly counts added up (what a total column of ผ.01 adds) ·
``baht`` NaN where no line states an amount · ``lines``, ``not_stated`` lines without amount."""

LEFT_OUT = {
    "project_code": "text",
    "line_no": "number",
    "fiscal_year_be": "number",
    "amount": "number",
    "why": "text",
}
"""``why``: outside_plan, no_year, unknown_project, set_aside."""


@dataclass(frozen=True)
class FiveYear:
    """``table`` as ``FIVE_YEAR``, ``left_out`` as ``LEFT_OUT``, ``lines`` the lines counted.

    ``lines`` has the columns of a budget line and the project's ``strategy_code``,
    ``reliance_class`` and ``channel``.
    """

    table: pd.DataFrame
    left_out: pd.DataFrame
    lines: pd.DataFrame
    years: tuple[int, ...]

    @property
    def total(self) -> float | None:
        """Baht in all years, ``None`` where no line states an amount."""
        return added(row["amount"] for row in plain_rows(self.lines, ("amount",)))


LINES = {
    "project_code": "text",
    "line_no": "number",
    "fiscal_year_be": "number",
    "funding_source": "text",
    "amount": "number",
    "strategy_code": "text",
    "reliance_class": "text",
    "channel": "text",
}


def plan_years(plan_start: int, years: int = 5) -> tuple[int, ...]:
    """Return the fiscal years of a plan that starts in ``plan_start`` (พ.ศ.)."""
    return tuple(range(int(plan_start), int(plan_start) + years))


def five_year(
    projects: pd.DataFrame,
    lines: pd.DataFrame,
    strategies: pd.DataFrame,
    plan_start: int,
    *,
    kind: str = PLAN_MONEY,
    years: int = 5,
) -> FiveYear:
    """Add up the lines of ``kind`` (plan / ordinance / spent) by strategy and fiscal year."""
    span = plan_years(plan_start, years)
    known = {row["project_code"]: row for row in in_plan(projects)}
    every = set(projects["project_code"]) if "project_code" in projects else set()
    inside: list[Row] = []
    outside: list[Row] = []
    for line in money_lines(lines, kind):
        why = _why_left_out(line, known, every, span)
        if why:
            outside.append(line | {"why": why})
        else:
            project = known[line["project_code"]]
            shared = ("strategy_code", "reliance_class", "channel")
            inside.append(line | {name: project[name] for name in shared})
    order = [(row["strategy_code"], row["name"]) for row in in_order(strategies)]
    own = {code for code, _name in order}
    # A strategy code that no record explains keeps its money on a line of its own.
    loose = [row["strategy_code"] for row in inside if row["strategy_code"] not in own]
    order += [(code, None) for code in dict.fromkeys(loose)]
    rows: list[Row] = []
    for code, name in order:
        part = [row for row in inside if row["strategy_code"] == code]
        at = {"level": "strategy", "strategy_code": code, "strategy": name}
        rows += [at | row for row in _by_year(part, span)]
    rows += [{"level": "total"} | row for row in _by_year(inside, span)]
    table, left_out = framed(rows, FIVE_YEAR), framed(outside, LEFT_OUT)
    return FiveYear(table, left_out, framed(inside, LINES), span)


BY_KEY = {
    "key": "text",
    "fiscal_year_be": "number",
    "projects": "number",
    "baht": "number",
    "share": "number",
    "not_stated": "number",
}
"""``key`` the source or class, ``None`` where not stated · ``fiscal_year_be`` NaN = all years ·
``share`` of the baht of that year (or of all years), 0–1."""


def by_source(five: FiveYear) -> pd.DataFrame:
    """Return ``BY_KEY`` by funding source and year, the largest source first."""
    return _by_key(five, "funding_source")


def by_reliance(five: FiveYear) -> pd.DataFrame:
    """Return ``BY_KEY`` by reliance class (self, joint, agency) and year, largest first."""
    return _by_key(five, "reliance_class")


@dataclass(frozen=True)
class MoneyShare:
    """``baht`` of ``whole`` baht; ``share`` 0–1, ``None`` without any money."""

    baht: float
    whole: float
    share: float | None


COMMUNITY_SOURCES = ("community", "community_contribution", "community_fund")
"""Codes of the shipped funding sources that are the community's own."""


def community_share(
    five: FiveYear, community_sources: Sequence[str] = COMMUNITY_SOURCES
) -> MoneyShare:
    """Return what the community itself puts in, of all plan money that is stated."""
    rows = plain_rows(five.lines, ("funding_source", "amount"))
    whole = added(row["amount"] for row in rows) or 0.0
    own = added(row["amount"] for row in rows if row["funding_source"] in community_sources) or 0.0
    return MoneyShare(own, whole, own / whole if whole else None)


RELIANCE_SHARES = {"key": "text", "projects": "number", "share": "number"}


def reliance_shares(projects: pd.DataFrame) -> pd.DataFrame:
    """Return key, projects, share (0–1) by reliance class; ``None`` = class not stated."""
    listed = in_plan(projects)
    classes = [row["reliance_class"] for row in listed]
    order = [*CLASSES, *(c for c in dict.fromkeys(classes) if c not in CLASSES)]
    rows = [
        {"key": key, "projects": classes.count(key), "share": classes.count(key) / len(classes)}
        for key in order
        if classes
    ]
    return framed(rows, RELIANCE_SHARES)


CLASSES = ("self", "joint", "agency")


def _why_left_out(
    line: Row, known: dict[str, Row], every: set[str], span: tuple[int, ...]
) -> str | None:
    if line["project_code"] not in known:
        return "set_aside" if line["project_code"] in every else "unknown_project"
    if line["fiscal_year_be"] is None:
        return "no_year"
    return None if line["fiscal_year_be"] in span else "outside_plan"


def _by_year(rows: list[Row], span: tuple[int, ...]) -> list[Row]:
    pairs = {(row["project_code"], row["fiscal_year_be"]) for row in rows}
    found = []
    for year in (*span, None):
        part = [row for row in rows if year is None or row["fiscal_year_be"] == year]
        found.append(
            {
                "fiscal_year_be": year,
                "projects": len({row["project_code"] for row in part}),
                "project_years": sum(year is None or at == year for _code, at in pairs),
                "baht": added(row["amount"] for row in part),
                "lines": len(part),
                "not_stated": sum(row["amount"] is None for row in part),
            }
        )
    return found


def _by_key(five: FiveYear, name: str) -> pd.DataFrame:
    rows = plain_rows(five.lines, LINES)
    wholes = {row["fiscal_year_be"]: row["baht"] for row in _by_year(rows, five.years)}
    keys = list(dict.fromkeys(row[name] for row in rows))
    parts = {key: _by_year([row for row in rows if row[name] == key], five.years) for key in keys}
    keys.sort(key=lambda key: (-(parts[key][-1]["baht"] or 0.0), str(key or "~")))
    found = []
    for key in keys:
        for row in parts[key]:
            whole, baht = wholes[row["fiscal_year_be"]], row["baht"]
            share = baht / whole if baht is not None and whole else None
            found.append(row | {"key": key, "share": share})
    return framed(found, BY_KEY)
