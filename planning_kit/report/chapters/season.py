"""The production calendar: in which months what is planted and harvested."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.calendar import calendar as calendar_picture
from planning_kit.charts.values import HIDDEN_NOTE, Form, hidden_mark
from planning_kit.language import Words, _
from planning_kit.profile.calendar import calendar
from planning_kit.profile.production_year import production_year
from planning_kit.report.chapters.wording import (
    answer,
    evidence,
    growers,
    nothing_known,
    percent,
    sample_of,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_months

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

MANY = 0.25
"""A month is named where at least this share of the growers is at work in it."""
_SHOWN = 12
_SAID = 3
_TASKS = {
    "plant": Words("ปลูกหรือปล่อย", "Planting or stocking"),
    "harvest": Words("เก็บเกี่ยวหรือจับ", "Harvest"),
}


def season(workbook: Workbook) -> Section:
    """Return the twelve-month calendar of planting and harvest."""
    title = _("Production calendar")
    found = production_year(workbook.frame("production"))
    months = calendar(found.frame, top=_SHOWN)
    if months.empty:
        return nothing_known("season", title, _("months of planting and harvest"), "production")
    months = _labelled(months)
    table = _summed(months)
    section = Section("season", title, sentences=found.sentences() + _said(table))
    words = {task: str(wording) for task, wording in _TASKS.items()}
    caption = _("Planting and harvest through the year")
    said = " · ".join(f"{row.label}, {row.work}: {row.months}" for row in table.itertuples())
    figure = calendar_picture(months, label="label", task_labels=words)
    section.pictures = [Picture(figure, f"{caption}. {said}", caption)]
    section.tables = [_table(table)]
    section.evidence = [evidence(workbook, "production", growers(found.frame))]
    section.notes = [*found.notes(), *_explained(months), sample_of(workbook).sentence()]
    return section


def _labelled(months: pd.DataFrame) -> pd.DataFrame:
    seasons = months.groupby("product")["season"].transform("nunique")
    labels = [
        f"{product} ({answer('production', 'season', code)})" if several > 1 else product
        for product, code, several in zip(months["product"], months["season"], seasons, strict=True)
    ]
    return months.assign(label=labels)


def _summed(months: pd.DataFrame) -> pd.DataFrame:
    """Return a row per crop and task: the months in which many work, and the busiest."""
    rows = []
    for (name, task), part in months.groupby(["label", "task"], sort=False):
        many = part[part["share"] >= MANY]
        most = part["share"].max()
        peak = None
        if most > 0:
            months_said = format_months(int(one) for one in part["month"][part["share"] == most])
            peak = f"{months_said} ({percent(most, 0)})"
        spans = format_months(int(month) for month in many["month"]) if len(many) else None
        rows.append((name, task, str(_TASKS[str(task)]), spans, peak, int(part["n"].iloc[0])))
    return pd.DataFrame(rows, columns=["label", "task", "work", "months", "peak", "n"])


def _said(table: pd.DataFrame) -> list[str]:
    said = []
    for name in list(dict.fromkeys(table["label"]))[:_SAID]:
        spans = table[(table["label"] == name) & table["months"].notna()]
        work = dict(zip(spans["task"], spans["months"], strict=True))
        if len(work) == len(_TASKS):
            said.append(
                _(
                    "{crop}: planted {planted}, harvested {harvested}.",
                    crop=name,
                    planted=work["plant"],
                    harvested=work["harvest"],
                )
            )
    return said


def _table(table: pd.DataFrame) -> Table:
    columns = [
        Column("label", _("Crop or animal")),
        Column("work", _("Work")),
        Column("months", _("Months")),
        Column("peak", _("Busiest month (share of growers)")),
        Column("n", _("n"), Form.INT),
    ]
    note = _("Months in which at least a quarter of the growers are at work.")
    return Table(table, columns, caption=_("Months of planting and harvest"), note=note)


def _explained(months: pd.DataFrame) -> list[str]:
    said = [_("What fewer than 5 households grow is left out of the calendar.")]
    if months["hidden"].any():
        said.append(f"{hidden_mark()}: {_(HIDDEN_NOTE)}")
    return said
