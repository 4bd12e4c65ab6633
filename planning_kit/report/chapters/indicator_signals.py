"""Indicators against their baseline and the target of the year: light, distance, trend."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.indicators.progress import TRENDS, progress
from planning_kit.indicators.signals import WHY, signals, trends_over_years
from planning_kit.language import N_, _
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.following import light, rules_of_signals
from planning_kit.report.chapters.indicator_words import indicator_frame
from planning_kit.report.chapters.indicators import indicator_rows, year_reported
from planning_kit.report.chapters.wording import answer, joined, nothing_known, number
from planning_kit.report.evidence import evidence_line
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import fiscal_year_be, format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

REACHES = {
    "yes": N_("enough for the last target"),
    "no": N_("not enough for the last target"),
    "unknown": N_("cannot be told yet"),
}
_BESIDE_THE_RULE = ("no_baseline", "at_baseline", "keep")
_VALUE = ("indicator_code", "kind", "fiscal_year_be", "n", "as_of", "source_code", "note")


def indicator_signals(workbook: Workbook, today: date | None = None) -> Section:
    """Return the light of every indicator in the year last reported, and its trend since then."""
    title = _("Are the indicators on course?")
    rows = indicator_rows(workbook)
    if not rows:
        return nothing_known("signals", title, _("indicators"), "indicator")
    values = workbook.frame("indicator_value")
    year = fiscal_year_be(today) if today else year_reported(workbook, values)
    ordered = indicator_frame(workbook.frame("indicator")).set_index("indicator_code", drop=False)
    ordered = ordered.loc[[row["indicator_code"] for row in rows]]
    told = signals(progress(ordered, values, year), rules_of_signals())
    section = Section("signals", title)
    section.sentences = [*_counted(told, year), *_lacking(told)]
    section.tables = [_lights(told, year, values), *_trends(told)]
    section.evidence = _evidence(workbook, values)
    section.notes = _rules()
    return section


def _of_year(told: pd.DataFrame, year: int) -> list[Row]:
    rows = plain_rows(told, told.columns)
    return [row for row in rows if row["fiscal_year_be"] in (None, year)]


def _counted(told: pd.DataFrame, year: int) -> list[str]:
    lights = [row["signal"] for row in _of_year(told, year)]
    if not lights:
        return [_("No value of an indicator has been reported since the plan began.")]
    return [
        _(
            "Fiscal year {year}: {green} indicators green, {amber} amber, {red} red, {grey} without "
            "a judgement.",
            year=year,
            **{name: number(lights.count(name)) for name in ("green", "amber", "red", "grey")},
        )
    ]


def _lacking(told: pd.DataFrame) -> list[str]:
    rows = plain_rows(told, ("indicator_code", "baseline", "target"))
    aimed = {row["indicator_code"] for row in rows if row["target"] is not None}
    based = {row["indicator_code"] for row in rows if row["baseline"] is not None}
    lacking = sorted(aimed - based)
    if not lacking:
        return []
    return [
        _(
            "Target without a baseline: {codes}. Only the distance to the target can be told, not "
            "what changed.",
            codes=joined(lacking),
        )
    ]


def _lights(told: pd.DataFrame, year: int, values: pd.DataFrame) -> Table:
    behind = {
        row["indicator_code"]: row
        for row in plain_rows(values, _VALUE)
        if row["kind"] == "actual" and row["fiscal_year_be"] == year
    }
    shown = [_light_row(row, behind.get(row["indicator_code"], {})) for row in _of_year(told, year)]
    columns = [
        Column("name", _("Indicator")),
        Column("baseline", _("Baseline")),
        Column("target", _("Target")),
        Column("actual", _("Actual")),
        Column("better", _("Better or worse than aimed at")),
        Column("light", _("Light")),
        Column("why", _("Where the rule differs")),
        Column("trend", _("Since the value before")),
    ]
    types = {column.name: "text" for column in columns}
    caption = _("Targets and actual values of fiscal year {year}", year=year)
    note = _("In brackets n, how many stand behind the value, and its day.")
    return Table(framed(shown, types), columns, caption, note=note)


def _light_row(row: Row, behind: Row) -> Row:
    places = int(row["places"] or 0)
    measured = ", ".join(
        part for part in (row["unit"], answer("indicator", "direction", row["direction"])) if part
    )
    return {
        "name": f"{row['indicator_code']} {row['name']}" + (f" ({measured})" if measured else ""),
        "baseline": _valued(row["baseline"], places, row["baseline_year_be"]) or _("no baseline"),
        "target": _plain(row["target"], places),
        "actual": _actual(row, behind, places),
        "better": _better(row["better_by"], places),
        "light": light(row["signal"]),
        "why": _(WHY[row["why"]]) if row["why"] in _BESIDE_THE_RULE else None,
        "trend": _(TRENDS[row["trend"]]),
    }


def _actual(row: Row, behind: Row, places: int) -> str:
    if row["actual"] is None:
        return _("not reported") if row["light"] != "not_due" else _("not due yet")
    told = []
    if behind.get("n") is not None:
        told.append(_("n = {n}", n=number(behind["n"])))
    if behind.get("as_of") is not None:
        told.append(format_date(behind["as_of"], "short"))
    said = number(row["actual"], places)
    return f"{said} ({', '.join(told)})" if told else said


def _better(off: float | None, places: int) -> str | None:
    if off is None:
        return None
    if abs(off) < 1e-9:
        return _("just as aimed at")
    if off > 0:
        return _("better by {off}", off=number(off, places))
    return _("worse by {off}", off=number(-off, places))


def _plain(value: float | None, places: int) -> str | None:
    return None if value is None else number(value, places)


def _valued(value: float | None, places: int, year: float | None) -> str | None:
    if value is None:
        return None
    return number(value, places) + (f" ({int(year)})" if year else "")


def _trends(told: pd.DataFrame) -> list[Table]:
    frame = trends_over_years(told)
    rows = [row for row in plain_rows(frame, frame.columns) if (row["points"] or 0) > 1]
    if not rows:
        return []
    shown = [_trend_row(row) for row in rows]
    columns = [
        Column("name", _("Indicator")),
        Column("first", _("First value")),
        Column("last", _("Last value")),
        Column("per_year", _("Change a year")),
        Column("trend", _("Trend")),
        Column("aim", _("Last target")),
        Column("reach", _("Pace so far")),
    ]
    note = _(
        "A line through two values is no forecast; it tells whether the pace so far is enough."
    )
    types = {column.name: "text" for column in columns}
    return [Table(framed(shown, types), columns, _("Trend over the years"), note=note)]


def _trend_row(row: Row) -> Row:
    places = int(row["places"] or 0)
    sign = "+" if row["per_year"] > 0 else ""
    return {
        "name": f"{row['indicator_code']} {row['name']}",
        "first": _valued(row["first"], places, row["first_year_be"]),
        "last": _valued(row["last"], places, row["last_year_be"]),
        "per_year": sign + number(row["per_year"], places if abs(row["per_year"]) >= 100 else 1),
        "trend": _(TRENDS[row["trend"]]),
        "aim": _valued(row["aim"], places, row["aim_year_be"]),
        "reach": _(REACHES[row["will_reach"]]),
    }


def _rules() -> list[str]:
    rules = rules_of_signals()
    return [
        _(
            "Light: green from {green}% of the way from baseline to target, amber from {amber}%, "
            "red below. Without a baseline: amber up to {miss}% off the target. {basis}.",
            green=number(100 * rules.green_from),
            amber=number(100 * rules.amber_from),
            miss=number(100 * rules.amber_miss),
            basis=str(rules.basis),
        )
    ]


def _evidence(workbook: Workbook, values: pd.DataFrame) -> list[str]:
    rows = plain_rows(values, _VALUE)
    cited = {row["source_code"] for row in rows}
    known = [source for source in workbook.sources() if source.source_code in cited]
    told = [row["note"] for row in rows if row["kind"] == "actual" and row["note"]]
    lines = [evidence_line(known)] if known else []
    if told:
        said = " · ".join(dict.fromkeys(map(str, told)))
        lines.append(_("Actual values: {sources}", sources=said))
    return lines
