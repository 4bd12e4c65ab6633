"""Gaps in the chain: what stands alone, what points nowhere, what cannot be measured."""

from __future__ import annotations

from collections.abc import Iterator

from planning_kit.language import N_
from planning_kit.plan.chosen import in_plan
from planning_kit.plan.finding import Level, PlanFinding
from planning_kit.plan.links import chain_links
from planning_kit.plan.logic import orphans
from planning_kit.plan.tables import PlanTables
from planning_kit.records.plain_rows import plain_rows

_ORPHANS = {
    ("problem", "project"): (
        "plan.problem-without-project",
        N_("Problem {key} has no project: {name}"),
        N_("Link a project to {key}, make one, or set the problem aside with the reason."),
    ),
    ("project", "problem"): (
        "plan.project-without-problem",
        N_("Project {key} answers no problem: {name}"),
        N_("Choose the problem that {key} answers, or ask the meeting why it is in the plan."),
    ),
    ("project", "strategy"): (
        "plan.project-without-strategy",
        N_("Project {key} stands under no strategy: {name}"),
        N_("Choose the strategy of {key}; without it no form has a place for it."),
    ),
    ("project", "activity"): (
        "plan.project-without-activity",
        N_("Project {key} has no activity: {name}"),
        N_("Write what will be done in {key}, in which months, and who does it."),
    ),
    ("project", "indicator"): (
        "plan.project-without-indicator",
        N_("Project {key} has no indicator: {name}"),
        N_("Choose at least one indicator that will show whether {key} helped."),
    ),
    ("strategy", "project"): (
        "plan.strategy-without-project",
        N_("Strategy {key} has no project: {name}"),
        N_("Put a project under {key}, or take the strategy out."),
    ),
    ("indicator", "project"): (
        "plan.indicator-unused",
        N_("Indicator {key} belongs to no project and no strategy: {name}"),
        N_("Link {key} to what it measures, or drop it: few indicators are better."),
    ),
}
_LATER = ("activity", "indicator")


def link_findings(tables: PlanTables) -> list[PlanFinding]:
    """Return orphans, links to what does not exist, and indicators that cannot be followed.

    A one-page idea need not have activities and indicators yet.
    """
    frames = (tables.problems, tables.strategies, tables.projects)
    rest = (tables.activities, tables.indicators)
    ideas = {row["project_code"] for row in in_plan(tables.projects) if row["stage"] == "idea"}
    found: list[PlanFinding] = []
    for row in plain_rows(orphans(*frames, *rest), ("record", "code", "name", "lacks")):
        if row["code"] in ideas and row["lacks"] in _LATER:
            continue
        code, message, mend = _ORPHANS[row["record"], row["lacks"]]
        light = row["record"] in ("indicator", "strategy")
        level = Level.NOTICE if light else Level.SHOULD
        values = {"key": row["code"], "name": row["name"] or ""}
        found.append(PlanFinding(level, code, row["record"], row["code"], message, mend, values))
    edges = chain_links(*frames, *rest)
    loose = plain_rows(edges[~edges["is_known"]], edges.columns)
    return [*found, *map(_points_nowhere, loose), *_unmeasured(tables)]


def _points_nowhere(row: dict[str, str]) -> PlanFinding:
    return PlanFinding(
        Level.MUST,
        "plan.link-unknown",
        row["to_record"],
        row["to_code"],
        N_("The link from {start} to {end} leads to a code that no record has."),
        N_("Correct the code, or add the record; look whether it was set aside."),
        {
            "start": row["from_code"],
            "end": row["to_code"],
            "from_record": row["from_record"],
            "to_record": row["to_record"],
        },
    )


def _unmeasured(tables: PlanTables) -> Iterator[PlanFinding]:
    told = {
        (row["indicator_code"], row["kind"])
        for row in plain_rows(tables.values, ("indicator_code", "kind", "value"))
        if row["value"] is not None
    }
    for row in plain_rows(tables.indicators, ("indicator_code", "name")):
        key = row["indicator_code"]
        values = {"key": key, "name": row["name"] or ""}
        if (key, "baseline") not in told:
            yield PlanFinding(
                Level.SHOULD,
                "plan.indicator-without-baseline",
                "indicator",
                key,
                N_("Indicator {key} has no baseline: {name}"),
                N_("Write where {key} stands now, with year and source, before work begins."),
                values,
            )
        if (key, "target") not in told:
            yield PlanFinding(
                Level.SHOULD,
                "plan.indicator-without-target",
                "indicator",
                key,
                N_("Indicator {key} has no target: {name}"),
                N_("Agree on a target of {key} for at least the last year of the plan."),
                values,
            )
