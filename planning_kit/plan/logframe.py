"""The logical framework: goal, purpose, outputs, activities, each with its indicators.

Four levels after the logical framework approach (European Commission 2004, Project Cycle
Management Guidelines, part 5): overall objective, purpose, results, activities.
"""

from __future__ import annotations

import pandas as pd

from planning_kit.plan.chosen import in_order, in_plan
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows

LOGFRAME = {
    "level": "text",
    "strategy_code": "text",
    "project_code": "text",
    "code": "text",
    "statement": "text",
    "indicator_codes": "codes",
    "indicators": "codes",
    "verification": "codes",
    "depends_on": "codes",
}
"""``level`` goal, purpose, output or activity · ``indicators`` their names · ``verification``
where they are read (source of each indicator; a project's monitoring) · ``depends_on`` pledges
that are not given yet, as (agency, what, state)."""

_INDICATOR = ("indicator_code", "name", "source_text", "strategy_code")
_ACTIVITY = ("project_code", "activity_no", "name", "output")
_PLEDGE = ("project_code", "agency", "what", "state")


def logframe(
    statements: pd.DataFrame,
    strategies: pd.DataFrame,
    projects: pd.DataFrame,
    activities: pd.DataFrame,
    indicators: pd.DataFrame,
    pledges: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return ``LOGFRAME``: goals, then each strategy with its projects and their activities.

    Projects without a known strategy follow at the end. An output is a project's targets,
    or its expected results where no target is written; ``None`` where neither is.
    """
    known = {row["indicator_code"]: row for row in plain_rows(indicators, _INDICATOR)}
    open_pledges = _open_pledges(pledges)
    done: dict[str, list[Row]] = {}
    for row in plain_rows(activities, _ACTIVITY):
        done.setdefault(row["project_code"], []).append(row)
    rows = [
        {"level": "goal", "code": row["statement_code"], "statement": row["statement"]}
        | {"strategy_code": row["strategy_code"]}
        for row in plain_rows(statements, ("kind", "statement_code", "statement", "strategy_code"))
        if row["kind"] == "goal"
    ]
    named = in_order(strategies)
    listed = in_plan(projects)
    own = {row["strategy_code"] for row in named}
    for strategy in named:
        code = strategy["strategy_code"]
        measured = [at for at, row in known.items() if row["strategy_code"] == code]
        head = {"level": "purpose", "strategy_code": code, "code": code}
        head["statement"] = strategy["objective"] or strategy["name"]
        rows.append(head | _measured(measured, known))
        for project in (p for p in listed if p["strategy_code"] == code):
            rows += _project_rows(project, done, known, open_pledges)
    for project in (p for p in listed if p["strategy_code"] not in own):
        rows += _project_rows(project, done, known, open_pledges)
    return framed([{"depends_on": ()} | _measured((), known) | row for row in rows], LOGFRAME)


def _project_rows(
    project: Row,
    done: dict[str, list[Row]],
    known: dict[str, Row],
    pledges: dict[str, list[tuple[str, ...]]],
) -> list[Row]:
    code = project["project_code"]
    at = {"strategy_code": project["strategy_code"], "project_code": code}
    measured = _measured(codes(project["indicator_codes"]), known)
    if project["monitoring"]:
        measured["verification"] = (*measured["verification"], project["monitoring"])
    output = at | measured | {"level": "output", "code": code}
    output["statement"] = project["targets"] or project["expected_results"]
    output["depends_on"] = tuple(pledges.get(code, ()))
    return [output] + [
        at | {"level": "activity", "code": _number(row["activity_no"]), "statement": row["name"]}
        for row in done.get(code, [])
    ]


def _measured(indicator_codes: tuple[str, ...] | list[str], known: dict[str, Row]) -> Row:
    rows = [known[code] for code in indicator_codes if code in known]
    return {
        "indicator_codes": tuple(row["indicator_code"] for row in rows),
        "indicators": tuple(row["name"] for row in rows if row["name"]),
        "verification": tuple(
            dict.fromkeys(row["source_text"] for row in rows if row["source_text"])
        ),
    }


def _open_pledges(pledges: pd.DataFrame | None) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in plain_rows(pledges, _PLEDGE) if pledges is not None else []:
        if row["state"] != "given":
            told = (row["agency"] or "", row["what"] or "", row["state"] or "not_asked")
            found.setdefault(row["project_code"], []).append(told)
    return found


def _number(number: float | None) -> str | None:
    return None if number is None else f"{number:g}"
