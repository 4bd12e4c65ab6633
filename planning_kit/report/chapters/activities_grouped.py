"""Tables and picture of activities by group: planned, reported, due, late, spent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _, current_language, ngettext
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.picture_sheets import pictured
from planning_kit.report.chapters.wording import baht, joined, number
from planning_kit.report.picture import Picture
from planning_kit.report.table import Column, Table
from planning_kit.thai.months import MONTHS, MONTHS_SHORT
from planning_kit.thai.years import BE_OFFSET

_TOLD = ("done", "told", "project_told")
_COUNTS = ("activities", "told", "not_yet", "waiting", "late", "no_date", "no_amount")
_MONEY = ("planned", "silent_baht", "spent")


def month_words(month: str, *, short: bool = False) -> str:
    """Return "พฤษภาคม 2569" or "May 2026" for "2569-05"."""
    year, at = (int(part) for part in month.split("-"))
    shown = year - BE_OFFSET if current_language() == "en" else year
    return f"{(MONTHS_SHORT if short else MONTHS)[date(2000, at, 1).month - 1]} {shown}"


def group_table(
    groups: pd.DataFrame,
    whole: Row,
    heading: str,
    said: Callable[[str], str],
    extra: tuple[Column, list[float | None]] | None = None,
) -> Table:
    """Return ``groups`` (``activity_follow_up.GROUPS``) as a table, its total below.

    ``said`` words of a key · ``extra`` one more column of counts, that of the total last. A
    count that is zero everywhere has no column, but planned, reported, late and spent always.
    """
    rows = plain_rows(groups, groups.columns)
    shown = [
        _shown(row) | {"key": _("not told") if row["key"] is None else said(row["key"])}
        for row in rows
    ]
    shown.append(_shown(whole) | {"key": _("All")})
    columns = _columns(heading, shown)
    if extra is not None:
        columns.insert(1, extra[0])
        shown = [row | {extra[0].name: count} for row, count in zip(shown, extra[1], strict=True)]
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    return Table(framed(shown, types), columns, totals=1)


def _shown(row: Row) -> Row:
    return {
        **{name: row[name] for name in (*_COUNTS, *_MONEY) if name != "told"},
        "told": sum(row[state] for state in _TOLD),
    }


def _columns(heading: str, shown: list[Row]) -> list[Column]:
    every = [
        Column("key", heading),
        Column("activities", _("Activities"), Form.INT),
        Column("planned", _("Planned (baht)"), Form.BAHT),
        Column("no_amount", _("No amount told"), Form.INT),
        Column("told", _("Reported"), Form.INT),
        Column("not_yet", _("Time not over"), Form.INT),
        Column("waiting", _("Over, report not yet due"), Form.INT),
        Column("late", _("Report late"), Form.INT),
        Column("no_date", _("Neither month nor year told"), Form.INT),
        Column("silent_baht", _("Planned, over and not reported (baht)"), Form.BAHT),
        Column("spent", _("Spent as reported (baht)"), Form.BAHT),
    ]
    optional = ("no_amount", "not_yet", "waiting", "no_date", "silent_baht")
    return [
        column
        for column in every
        if column.name not in optional or any(row[column.name] for row in shown)
    ]


def by_month(rows: list[Row], groups: pd.DataFrame, whole: Row) -> Table:
    """Return the activities by their last month, and how many are at work in each month."""
    months = sorted(
        {month for row in rows for month in row["months"]} | set(groups["key"].dropna())
    )
    known = {row["key"]: row for row in plain_rows(groups, groups.columns)}
    nothing = dict.fromkeys(groups.columns, 0) | {"planned": None, "spent": None}
    listed = [known.get(month, nothing | {"key": month}) for month in months]
    listed += [known[None]] if None in known else []
    at_work = [float(sum(month in row["months"] for row in rows)) for month in months]
    blank: list[float | None] = [None] * (len(listed) - len(months) + 1)
    extra = (Column("at_work", _("At work"), Form.INT), [*at_work, *blank])
    frame = pd.DataFrame(listed, columns=groups.columns)
    return group_table(frame, whole, _("To be finished in"), month_words, extra)


def month_pictures(groups: pd.DataFrame) -> list[Picture]:
    """Return the money of each month, with what nobody has reported written below."""
    from planning_kit.charts.money_bars import money_bars

    rows = plain_rows(groups, groups.columns)
    drawn = [
        {
            "label": _("no month told") if row["key"] is None else month_words(row["key"]),
            "amount": row["planned"],
            "note": _silent(row),
        }
        for row in rows
    ]
    said = joined(_("{month}: {money}", month=row["label"], money=baht(row["amount"]))
                  for row in drawn)  # fmt: skip
    frame = framed(drawn, {"label": "text", "amount": "number", "note": "text"})
    return pictured(money_bars(frame), _("Money planned, by the month it is to be finished"), said)


def _silent(row: Row) -> str | None:
    count = row["waiting"] + row["late"]
    if not count:
        return None
    return ngettext(
        "{count} activity is over and not reported: {money}",
        "{count} activities are over and not reported: {money}",
        int(count),
        count=number(count),
        money=baht(row["silent_baht"]),
    )
