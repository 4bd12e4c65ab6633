"""Every link of the chain as one list of edges, to be read forwards and backwards."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from planning_kit.plan.chosen import in_plan
from planning_kit.plan.merged import survivors
from planning_kit.records.plain_rows import codes, framed, plain_rows

LINKS = {
    "from_record": "text",
    "from_code": "text",
    "to_record": "text",
    "to_code": "text",
    "is_known": "yes_no",
}
"""One row per link, in the direction evidence → result. ``is_known`` is False where the code
written at one end belongs to no record. An activity's code is ``"project/number"``."""


def chain_links(
    problems: pd.DataFrame,
    strategies: pd.DataFrame,
    projects: pd.DataFrame,
    activities: pd.DataFrame,
    indicators: pd.DataFrame,
) -> pd.DataFrame:
    """Return ``LINKS`` of the plan; projects set aside are left out.

    A link to a merged problem is a link to the one it was merged into.
    """
    known = {
        "problem": survivors(problems),
        "strategy": _own(strategies, "strategy_code"),
        "indicator": _own(indicators, "indicator_code"),
        "project": {row["project_code"]: row["project_code"] for row in in_plan(projects)},
    }
    rows: dict[tuple[str, str, str, str], bool] = {}
    for record, code, to_record, to_code in _edges(strategies, projects, activities, indicators):
        start, end = known.get(record, {}).get(code), known.get(to_record, {}).get(to_code)
        is_known = start is not None and (end is not None or to_record == "activity")
        rows[record, start or code, to_record, end or to_code] = is_known
    return framed(
        [dict(zip(LINKS, (*edge, is_known), strict=True)) for edge, is_known in rows.items()],
        LINKS,
    )


_Edge = tuple[str, str, str, str]


def _own(frame: pd.DataFrame, name: str) -> dict[str, str]:
    return {row[name]: row[name] for row in plain_rows(frame, (name,))}


def _edges(
    strategies: pd.DataFrame,
    projects: pd.DataFrame,
    activities: pd.DataFrame,
    indicators: pd.DataFrame,
) -> Iterator[_Edge]:
    for row in plain_rows(strategies, ("strategy_code", "problem_codes")):
        for problem in codes(row["problem_codes"]):
            yield "problem", problem, "strategy", row["strategy_code"]
    for row in in_plan(projects):
        project = row["project_code"]
        for problem in codes(row["problem_codes"]):
            yield "problem", problem, "project", project
        if row["strategy_code"]:
            yield "strategy", row["strategy_code"], "project", project
        for indicator in codes(row["indicator_codes"]):
            yield "project", project, "indicator", indicator
    for row in plain_rows(activities, ("project_code", "activity_no")):
        number = row["activity_no"]
        written = "" if number is None else f"{number:g}"
        yield "project", row["project_code"], "activity", f"{row['project_code']}/{written}"
    for row in plain_rows(indicators, ("indicator_code", "strategy_code")):
        if row["strategy_code"]:
            yield "strategy", row["strategy_code"], "indicator", row["indicator_code"]
