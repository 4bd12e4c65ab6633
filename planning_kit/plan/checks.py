"""Is the plan complete, and does it hold together? Every finding says how to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from planning_kit.plan.budget import COMMUNITY_SOURCES
from planning_kit.plan.channel_checks import channel_findings
from planning_kit.plan.checks_dates import date_findings
from planning_kit.plan.checks_links import link_findings
from planning_kit.plan.checks_money import money_findings
from planning_kit.plan.checks_priority import priority_findings
from planning_kit.plan.checks_project import project_findings
from planning_kit.plan.finding import findings_table
from planning_kit.plan.season import busy_months, season_clashes, season_findings
from planning_kit.plan.tables import PlanTables
from planning_kit.records.channel_declared import Channel


def check_plan(
    tables: PlanTables,
    plan_start: int,
    *,
    today: date,
    channels: Mapping[str, Channel] | None = None,
    adopted: Sequence[str] = (),
    harvest: pd.DataFrame | None = None,
    community_sources: Sequence[str] = COMMUNITY_SOURCES,
    years: int = 5,
) -> pd.DataFrame:
    """Return ``FINDINGS`` of the whole plan, what must be mended first.

    ``channels`` the declared ladders (without them no step is checked) · ``adopted`` problem
    codes in the order of the decision · ``harvest`` months as ``season.busy_months`` takes
    them · ``community_sources`` codes of funding sources that are the community's own.
    Nothing is raised for a gap: an empty plan has findings too.
    """
    found = [
        *link_findings(tables),
        *project_findings(tables, community_sources),
        *money_findings(tables, plan_start, years),
        *date_findings(tables, plan_start, years),
        *priority_findings(tables, adopted),
    ]
    if channels:
        found += channel_findings(tables.projects, tables.steps, tables.lines, channels, today)
    busy = busy_months(tables.calendar, harvest)
    found += season_findings(season_clashes(tables.activities, busy))
    return findings_table(found)
