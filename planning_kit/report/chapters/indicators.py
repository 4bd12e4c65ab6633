"""Indicators: where each began, what is aimed at year by year, and what came of it."""

from __future__ import annotations

import pandas as pd

from planning_kit.indicators.progress import progress
from planning_kit.language import _, ngettext
from planning_kit.plan.budget import plan_years
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.indicator_baselines import computed_baselines
from planning_kit.report.chapters.indicator_pictures import progress_pictures
from planning_kit.report.chapters.indicator_words import indicator_frame
from planning_kit.report.chapters.plan_frames import plan_length, plan_start
from planning_kit.report.chapters.wording import answer, joined, nothing_known, number
from planning_kit.report.evidence import evidence_line
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.workbook import Workbook

INDICATOR = (
    "indicator_code",
    "name",
    "definition",
    "unit",
    "direction",
    "numerator",
    "denominator",
    "source_text",
    "frequency",
    "owner",
    "co_owners",
    "is_joint",
    "basis",
    "position",
    "places",
)


def indicators(workbook: Workbook) -> Section:
    """Return the indicators: baseline, targets and actual values, what each means, its basis."""
    rows = indicator_rows(workbook)
    if not rows:
        section = nothing_known("indicators", _("Indicators"), _("indicators"), "indicator")
        section.parts = computed_baselines(workbook, frozenset())
        return section
    values = workbook.frame("indicator_value")
    told = progress(workbook.frame("indicator"), values, year_reported(workbook, values))
    section = Section("indicators", _("Indicators"))
    section.sentences = [*_counted(rows), *_without_baseline(rows, told), *_reached(told)]
    section.pictures = progress_pictures(rows, values, told)
    section.tables = [_targets(workbook, rows, told, values), _meaning(rows)]
    section.evidence = _evidence(workbook, values)
    recorded = {row["indicator_code"] for row in plain_rows(told, _TOLD) if _has_baseline(row)}
    section.parts = computed_baselines(workbook, frozenset(recorded))
    return section


def indicator_rows(workbook: Workbook) -> list[Row]:
    """Return the indicators in the order that people gave them, then by code."""
    rows = plain_rows(indicator_frame(workbook.frame("indicator")), INDICATOR)
    return sorted(rows, key=lambda row: (row["position"] or 999, row["indicator_code"]))


def year_reported(workbook: Workbook, values: pd.DataFrame) -> int:
    """Return the last year with an actual value; before any, the year before the plan.

    Targets of later years are not due yet. The report asks no clock for it.
    """
    start = plan_start(workbook) - 1
    actuals = [
        int(row["fiscal_year_be"])
        for row in plain_rows(values, ("kind", "fiscal_year_be"))
        if row["kind"] == "actual" and row["fiscal_year_be"] is not None
    ]
    return max([start, *actuals])


_TOLD = ("indicator_code", "baseline", "baseline_year_be", "fiscal_year_be", "target", "actual")


def _has_baseline(row: Row) -> bool:
    return row["baseline"] is not None


def _counted(rows: list[Row]) -> list[str]:
    joint = [row for row in rows if row["is_joint"]]
    said = [
        ngettext(
            "The plan is followed by {count} indicator.",
            "The plan is followed by {count} indicators.",
            len(rows),
            count=number(len(rows)),
        )
    ]
    if joint:
        said.append(
            _(
                "{count} of them are joint indicators: the community and offices answer for them "
                "together.",
                count=number(len(joint)),
            )
        )
    return said


def _without_baseline(rows: list[Row], told: pd.DataFrame) -> list[str]:
    began = {row["indicator_code"] for row in plain_rows(told, _TOLD) if _has_baseline(row)}
    lacking = [row["indicator_code"] for row in rows if row["indicator_code"] not in began]
    if not lacking:
        return []
    return [
        _(
            "No baseline yet: {codes}. Without a baseline nobody can tell later what changed.",
            codes=joined(lacking),
        )
    ]


def _reached(told: pd.DataFrame) -> list[str]:
    judged = [row for row in plain_rows(told, ("light",)) if row["light"] in _JUDGED]
    if not judged:
        return []
    reached = sum(row["light"] == "reached" for row in judged)
    return [
        _(
            "Of {judged} targets with a reported value, {reached} are reached.",
            judged=number(len(judged)),
            reached=number(reached),
        )
    ]


_JUDGED = ("reached", "on_the_way", "not_better")


def _targets(
    workbook: Workbook, rows: list[Row], told: pd.DataFrame, values: pd.DataFrame
) -> Table:
    years = plan_years(plan_start(workbook), plan_length(workbook))
    by_code: dict[str, list[Row]] = {}
    for row in plain_rows(told, _TOLD):
        by_code.setdefault(row["indicator_code"], []).append(row)
    sizes = {
        (row["indicator_code"], row["fiscal_year_be"]): row["n"]
        for row in plain_rows(values, ("indicator_code", "kind", "fiscal_year_be", "n"))
        if row["kind"] == "baseline"
    }
    shown = [_target_row(row, by_code.get(row["indicator_code"], []), sizes) for row in rows]
    columns = [
        Column("name", _("Indicator")),
        Column("baseline", _("Baseline")),
        *[Column(str(year), str(year)) for year in years],
        Column("actual", _("Last value")),
    ]
    kept = [c for c in columns if c.name != "actual" or any(r["actual"] for r in shown)]
    types = dict.fromkeys((column.name for column in kept), "text")
    return Table(
        framed(shown, types),
        kept,
        caption=_("Baseline and targets by fiscal year"),
        note=_("In brackets the year of the value, and n, how many stand behind it."),
    )


def _target_row(row: Row, told: list[Row], sizes: dict[tuple[str, float], float]) -> Row:
    places = int(row["places"] or 0)
    direction = answer("indicator", "direction", row["direction"])
    measured = ", ".join(part for part in (row["unit"], direction) if part)
    shown: Row = {
        "name": f"{row['indicator_code']} {row['name']}" + (f" ({measured})" if measured else ""),
        "baseline": None,
        "actual": None,
    }
    for one in told:
        base, year = one["baseline"], one["baseline_year_be"]
        if base is not None:
            n = sizes.get((row["indicator_code"], year))
            shown["baseline"] = _valued(base, places, year, n)
        if one["target"] is not None:
            shown[str(int(one["fiscal_year_be"]))] = number(one["target"], places)
        if one["actual"] is not None:
            shown["actual"] = _valued(one["actual"], places, one["fiscal_year_be"], None)
    return shown


def _valued(value: float, places: int, year: float, n: float | None) -> str:
    behind = "" if n is None else _(", n = {n}", n=number(n))
    return f"{number(value, places)} ({int(year)}{behind})"


def _meaning(rows: list[Row]) -> Table:
    shown = [
        {
            "code": row["indicator_code"],
            "definition": row["definition"] or row["name"],
            "worked": _worked(row),
            "basis": row["basis"],
        }
        for row in rows
    ]
    columns = [
        Column("code", _("Code")),
        Column("definition", _("What it means")),
        Column("worked", _("How it is worked out")),
        Column("basis", _("Where it comes from")),
    ]
    types = dict.fromkeys((column.name for column in columns), "text")
    return Table(framed(shown, types), columns, caption=_("What each indicator means"), wide=True)


def _worked(row: Row) -> str | None:
    if row["numerator"] and row["denominator"]:
        return f"{row['numerator']} ÷ {row['denominator']}"
    return row["numerator"] or row["denominator"]


def _evidence(workbook: Workbook, values: pd.DataFrame) -> list[str]:
    cited = {row["source_code"] for row in plain_rows(values, ("source_code",))}
    known = [source for source in workbook.sources() if source.source_code in cited]
    return [evidence_line(known)] if known else []
