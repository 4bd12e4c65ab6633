"""What is missing in the plan, or does not fit together, and how to mend each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.language import N_, _, ngettext
from planning_kit.plan.checks import check_plan
from planning_kit.plan.finding import LEVELS, Level, PlanFinding
from planning_kit.records import record_type
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.busy_time import stated_harvest
from planning_kit.report.chapters.five_year_budget import own_sources
from planning_kit.report.chapters.plan_frames import (
    adopted_problems,
    date_of_making,
    plan_length,
    plan_start,
    plan_tables,
)
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.plan_sentences import say
from planning_kit.report.chapters.wording import number
from planning_kit.report.form_table import FormTable
from planning_kit.report.section import Section
from planning_kit.report.table import Column
from planning_kit.thai import format_date
from planning_kit.workbook.freezing import frozen_types
from planning_kit.workbook.settling import disputed

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_TITLES = {
    Level.MUST: N_("Must be mended before the plan is endorsed"),
    Level.SHOULD: N_("Should be mended, or explained"),
    Level.NOTICE: N_("Look at these"),
}


def plan_checks(workbook: Workbook, today: date | None = None) -> Section:
    """Return every finding with how to mend it, the heaviest first, as on ``today``."""
    day = date_of_making(today)
    names = PlanNames(workbook)
    found = findings(workbook, names, day)
    section = Section("checks", _("Is the plan complete?"))
    section.sentences = [_counted(found)]
    for level in LEVELS:
        rows = [row for row in found if row["level"] == level]
        if rows:
            title = f"{_(_TITLES[level])} ({number(len(rows))})"
            section.parts.append(Section(f"checks-{level}", title, tables=[_table(rows, names)]))
    section.notes = [_("As on {date}.", date=format_date(day, "long"))]
    return section


def findings(workbook: Workbook, names: PlanNames, today: date) -> list[Row]:
    """Return the rows of ``plan.finding.FINDINGS`` of the whole plan."""
    table = check_plan(
        plan_tables(workbook),
        plan_start(workbook),
        today=today,
        channels=names.channels,
        adopted=adopted_problems(workbook),
        harvest=stated_harvest(workbook),
        community_sources=own_sources(workbook),
        years=plan_length(workbook),
    )
    return [*_two_versions(workbook), *plain_rows(table, table.columns)]


def _two_versions(workbook: Workbook) -> list[Row]:
    """Return a finding for each record of the plan that has two versions."""
    frozen = [kind.noun.name for kind in frozen_types()]
    return [
        vars(
            PlanFinding(
                Level.MUST,
                "two-versions",
                one.record_type,
                one.key if one.is_public else "",
                N_("Changed on two computers; one version counts and another stands beside it"),
                N_("Say on page 00 which version is right"),
            )
        )
        for one in disputed(workbook, frozen)
    ]


def must_be_mended(workbook: Workbook, today: date | None = None) -> int:
    """Return how many findings must be mended before the plan is endorsed."""
    found = findings(workbook, PlanNames(workbook), date_of_making(today))
    return sum(row["level"] == Level.MUST for row in found)


def _counted(found: list[Row]) -> str:
    if not found:
        return _("Nothing is missing, and everything fits together.")
    must = sum(row["level"] == Level.MUST for row in found)
    return ngettext(
        "{all} point was found; {must} must be mended before the plan is endorsed.",
        "{all} points were found; {must} of them must be mended before the plan is endorsed.",
        len(found),
        all=number(len(found)),
        must=number(must),
    )


def _table(rows: list[Row], names: PlanNames) -> FormTable:
    told = [
        {
            "where": f"{record_type(row['record']).noun.title} {row['key'] or ''}".strip(),
            "what": say(row["message"], row["values"] or {}, names),
            "mend": say(row["mend"], row["values"] or {}, names),
        }
        for row in rows
    ]
    frame: pd.DataFrame = framed(told, dict.fromkeys(("where", "what", "mend"), "text"))
    columns = [
        Column("where", _("Where"), links=names.links("problem", "project", "indicator")),
        Column("what", _("What was found")),
        Column("mend", _("How to mend it")),
    ]
    return FormTable(frame, columns, wide=False, widths=(3, 6, 6))
