"""Activities followed up by who does them, by place and by month, with what is unclear apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planning_kit.language import _, ngettext
from planning_kit.plan.activity_follow_up import SILENT, follow_up, grouped, in_all
from planning_kit.records import Activity, is_above
from planning_kit.records.plain_rows import Row, added, plain_rows
from planning_kit.report.chapters.activities_grouped import (
    by_month,
    group_table,
    month_pictures,
)
from planning_kit.report.chapters.activities_unclear import unclear
from planning_kit.report.chapters.activity_places import place_key, place_words
from planning_kit.report.chapters.following import day_notes, follow_day, rules_of_signals
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import baht, label, number
from planning_kit.report.section import Layout, Section
from planning_kit.thai import format_date
from planning_kit.workbook.doubted import doubted

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

KEY = "activities-by"


def activities_by(workbook: Workbook, today: date | None = None) -> Section | None:
    """Return the activities of a plan by owner, place and month; ``None`` where it has none.

    Not reported stands apart from zero; what tells no amount, month or place, or is in doubt,
    is listed apart and still counted in the totals.
    """
    day = follow_day(workbook, today)
    found = follow_up(
        workbook.frame("project"),
        workbook.frame("activity"),
        workbook.frame("project_progress"),
        day,
        rules_of_signals(),
        {
            (str(one.project_code), int(one.activity_no or 0))
            for one in doubted(workbook, Activity, "collect.months-")
        },
    )
    rows = plain_rows(found, found.columns)
    if not rows:
        return None
    section = Section(KEY, _("Activities by owner, place and month"), layout=Layout.LANDSCAPE)
    section.sentences = _said(rows)
    section.evidence = [_evidence(workbook, len(rows))]
    section.notes = [
        *day_notes(day, today, why=True),
        _(
            "“–” means that nothing was written, not zero. Late: the months of the activity are "
            "over, and {days} days after its quarter nobody has reported.",
            days=number(rules_of_signals().report_days),
        ),
    ]
    section.parts = [
        _by_owner(rows),
        _by_place(rows, workbook),
        _by_month(rows),
        *unclear(rows, PlanNames(workbook)),
    ]
    return section


def activities_by_if_wide(workbook: Workbook) -> Section | None:
    """Return the same for a plan area of several amphoe; one tambon sees its projects at once."""
    amphoe = {code[:4] for code in workbook.tambon_codes}
    is_wide = len(amphoe) > 1 or is_above(workbook.plan_area)
    return activities_by(workbook) if is_wide else None


def _evidence(workbook: Workbook, n: int) -> str:
    """Return where the activities come from: files by their day, else what was written here."""
    files = [
        _("{file}, imported {date}", file=one.file_name, date=format_date(one.when.date(), "short"))
        for one in workbook.quality()
        if one.counts.get("activity", {}).get("new", 0)
    ]
    said = "; ".join(files) or _("the records of this workbook")
    return _("Source: {sources} · n = {n} activities", sources=said, n=number(n))


def _said(rows: list[Row]) -> list[str]:
    whole = in_all(rows)
    told = sum(whole[state] for state in ("done", "told", "project_told"))
    said = [
        _(
            "{activities} activities with {money} planned; {told} of them are reported on.",
            activities=number(len(rows)),
            money=baht(whole["planned"]),
            told=number(told),
        )
    ]
    silent = [row for row in rows if row["state"] in SILENT]
    if silent:
        late = sum(row["state"] == "late" for row in rows)
        said.append(
            _(
                "The time of {silent} activities ({money}) is over and nothing is reported, which "
                "is not zero; {late} of these reports are late.",
                silent=number(len(silent)),
                money=baht(added(row["amount"] for row in silent)),
                late=number(late),
            )
        )
    if whole["spent_n"]:
        said.append(
            ngettext(
                "{count} activity tells what was spent: {money}.",
                "{count} activities tell what was spent: {money} together.",
                whole["spent_n"],
                count=number(whole["spent_n"]),
                money=baht(whole["spent"]),
            )
        )
    else:
        said.append(_("What was spent is told of none."))
    return said


def _by_owner(rows: list[Row]) -> Section:
    groups = grouped(
        rows, lambda row: row["owner"], lambda one: (one["key"] is None, -(one["planned"] or 0))
    )
    table = group_table(groups, in_all(rows), label("activity", "responsible"), str)
    return Section("activities-by-owner", _("By owner"), tables=[table])


def _by_place(rows: list[Row], workbook: Workbook) -> Section:
    groups = grouped(rows, place_key(rows), lambda one: (-len(one["key"] or ""), one["key"] or ""))
    table = group_table(groups, in_all(rows), _("Area"), lambda code: place_words(code, workbook))
    return Section("activities-by-place", _("By place"), tables=[table])


def _by_month(rows: list[Row]) -> Section:
    groups = grouped(rows, lambda row: row["last"], lambda one: (one["key"] is None, one["key"]))
    part = Section("activities-by-month", _("By month"))
    part.pictures = month_pictures(groups)
    part.tables = [by_month(rows, groups, in_all(rows))]
    part.notes = [
        _(
            "An activity of several months counts once, in its last month; “at work” counts it in "
            "each. No source says how its money divides between months."
        )
    ]
    return part
