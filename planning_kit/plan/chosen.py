"""Which projects count in the plan, and which budget lines are of the plan."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from planning_kit.records.plain_rows import Row, plain_rows

SET_ASIDE = "set_aside"
PLAN_MONEY = "plan"
PROJECT = (
    "project_code",
    "name",
    "stage",
    "reliance_class",
    "owner",
    "lead_agency",
    "strategy_code",
    "problem_codes",
    "objectives",
    "rationale",
    "targets",
    "place",
    "village_codes",
    "expected_results",
    "monitoring",
    "indicator_codes",
    "channel",
    "start_be",
    "end_be",
    "total_cost",
    "is_income_project",
    "discount_rate",
    "is_equipment",
    "higher_codes",
)
STRATEGY = ("strategy_code", "name", "objective", "position", "higher_codes")
LINE = (
    "project_code",
    "line_no",
    "fiscal_year_be",
    "funding_source",
    "amount",
    "kind",
    "item",
    "activity_no",
)


def in_plan(projects: pd.DataFrame) -> list[Row]:
    """Return the projects that were not set aside, in the order given."""
    return [row for row in plain_rows(projects, PROJECT) if row["stage"] != SET_ASIDE]


def in_order(strategies: pd.DataFrame) -> list[Row]:
    """Return the strategies by their position; those without one follow as they come."""
    rows = plain_rows(strategies, STRATEGY)
    return sorted(rows, key=lambda row: (row["position"] is None, row["position"] or 0))


def money_lines(lines: pd.DataFrame, kind: str = PLAN_MONEY) -> list[Row]:
    """Return the budget lines of one kind; a blank kind means the plan's own money."""
    return [row for row in plain_rows(lines, LINE) if (row["kind"] or PLAN_MONEY) == kind]


def of_channels(
    projects: pd.DataFrame, lines: pd.DataFrame, channels: Collection[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the projects of some channels and their budget lines, for a form of one office."""
    if "channel" not in projects:
        return projects.iloc[:0], lines.iloc[:0]
    chosen = projects[projects["channel"].isin(list(channels))]
    return chosen, lines[lines["project_code"].isin(list(chosen["project_code"]))]
