"""The results chain: problem → strategy → project → activities → results → indicators."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from planning_kit.plan.chosen import in_order, in_plan
from planning_kit.plan.links import LINKS, chain_links
from planning_kit.plan.merged import standing, survivors
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows

RESULTS_CHAIN = {
    "problem_code": "text",
    "problem": "text",
    "strategy_code": "text",
    "strategy": "text",
    "project_code": "text",
    "project": "text",
    "activities": "codes",
    "outputs": "codes",
    "results": "text",
    "indicators": "codes",
}
"""One row per problem and project that answers it; a problem without a project, or a project
without a problem, stands alone with ``None`` beside it. ``activities`` and ``outputs`` texts of
the project's activities · ``indicators`` codes."""

ORPHANS = {"record": "text", "code": "text", "name": "text", "lacks": "text"}
"""``lacks``: the record that should stand beside it in the chain."""

TRACE = {"record": "text", "code": "text", "step": "number"}
"""``step`` 0 the start, negative towards the problems, positive towards the results."""


def results_chain(
    problems: pd.DataFrame,
    strategies: pd.DataFrame,
    projects: pd.DataFrame,
    activities: pd.DataFrame,
) -> pd.DataFrame:
    """Return ``RESULTS_CHAIN``, problems in the order given, then projects without a problem.

    A merged problem counts as the one it was merged into; one set aside is left out.
    """
    last = survivors(problems)
    names = {row["strategy_code"]: row["name"] for row in _strategies(strategies)}
    done: dict[str, list[Row]] = {}
    for row in plain_rows(activities, ("project_code", "activity_no", "name", "output")):
        done.setdefault(row["project_code"], []).append(row)
    by_problem: dict[str | None, list[Row]] = {}
    for project in in_plan(projects):
        told = [last.get(code) for code in codes(project["problem_codes"])]
        aims: list[str | None] = [*dict.fromkeys(code for code in told if code)] or [None]
        for code in aims:
            by_problem.setdefault(code, []).append(project)
    rows = []
    for problem in standing(problems):
        head = {"problem_code": problem["problem_code"], "problem": problem["statement"]}
        answers = by_problem.pop(problem["problem_code"], [])
        rows += [head | _project_part(p, names, done) for p in answers] or [head]
    alone = {p["project_code"]: p for left in by_problem.values() for p in left}
    shown = {row.get("project_code") for row in rows}
    rows += [_project_part(p, names, done) for code, p in alone.items() if code not in shown]
    return framed(rows, RESULTS_CHAIN)


def orphans(
    problems: pd.DataFrame,
    strategies: pd.DataFrame,
    projects: pd.DataFrame,
    activities: pd.DataFrame,
    indicators: pd.DataFrame,
) -> pd.DataFrame:
    """Return ``ORPHANS``: everything in the chain with nothing before or after it."""
    edges = chain_links(problems, strategies, projects, activities, indicators)
    known = edges[edges["is_known"]]
    pairs = ("from_record", "from_code", "to_record")
    forward = set(zip(*(known[name] for name in pairs), strict=True))
    back = set(zip(known["to_record"], known["to_code"], known["from_record"], strict=True))
    seen: list[tuple[str, str, str | None, str, set[tuple[str, str, str]]]] = []
    seen += [
        ("problem", row["problem_code"], row["statement"], "project", forward)
        for row in standing(problems)
    ]
    seen += [
        ("strategy", row["strategy_code"], row["name"], "project", forward)
        for row in _strategies(strategies)
    ]
    for row in in_plan(projects):
        for lacks, side in _PROJECT_NEEDS.items():
            found = back if side == "before" else forward
            seen.append(("project", row["project_code"], row["name"], lacks, found))
    rows = [
        {"record": record, "code": code, "name": name, "lacks": lacks}
        for record, code, name, lacks, found in seen
        if (record, code, lacks) not in found
    ]
    for row in plain_rows(indicators, ("indicator_code", "name")):
        code = row["indicator_code"]
        if not {("indicator", code, "project"), ("indicator", code, "strategy")} & back:
            rows.append({"record": "indicator", "code": code, "name": row["name"]} | _LOOSE)
    return framed(rows, ORPHANS)


def trace(links: pd.DataFrame, record: str, code: str) -> pd.DataFrame:
    """Return ``TRACE``: all that leads to ``record`` ``code`` and all that follows from it.

    ``links`` as ``LINKS``. The start itself is step 0; each other record once, at its nearest.
    """
    known = links[links["is_known"]]
    names = list(LINKS)[:4]
    edges = [tuple(row) for row in known[names].itertuples(index=False)]
    ahead = [((a, b), (c, d)) for a, b, c, d in edges]
    behind = [((c, d), (a, b)) for a, b, c, d in edges]
    steps = {at: -step for at, step in _walk(behind, (record, code)).items()}
    steps |= _walk(ahead, (record, code))
    rows = [
        {"record": at[0], "code": at[1], "step": step}
        for at, step in sorted(steps.items(), key=lambda item: (item[1], item[0]))
    ]
    return framed(rows, TRACE)


_PROJECT_NEEDS = {
    "problem": "before",
    "strategy": "before",
    "activity": "after",
    "indicator": "after",
}
_LOOSE = {"lacks": "project"}


def _strategies(strategies: pd.DataFrame) -> list[Row]:
    return in_order(strategies)


def _project_part(
    project: Row, strategies: dict[str, str], activities: dict[str, list[Row]]
) -> Row:
    done = activities.get(project["project_code"], [])
    return {
        "strategy_code": project["strategy_code"],
        "strategy": strategies.get(project["strategy_code"]),
        "project_code": project["project_code"],
        "project": project["name"],
        "activities": tuple(row["name"] for row in done if row["name"]),
        "outputs": tuple(row["output"] for row in done if row["output"]),
        "results": project["expected_results"],
        "indicators": codes(project["indicator_codes"]),
    }


_Node = tuple[str, str]


def _walk(edges: Iterable[tuple[_Node, _Node]], start: _Node) -> dict[_Node, int]:
    """Return every node reached from ``start`` with its distance; rings do no harm."""
    follow: dict[_Node, list[_Node]] = {}
    for a, b in edges:
        follow.setdefault(a, []).append(b)
    found, edge = {start: 0}, [start]
    while edge:
        reached = [b for a in edge for b in follow.get(a, []) if b not in found]
        step = found[edge[0]] + 1
        found |= dict.fromkeys(reached, step)
        edge = list(dict.fromkeys(reached))
    return found
