"""What the workbook holds now: how much of each kind of record, and how far the survey has come."""

from __future__ import annotations

import pandas as pd

from planning_kit.language import _
from planning_kit.profile.coverage import coverage, coverage_by_village
from planning_kit.records import template_types
from planning_kit.report.chapters.plan_steps import STEPS, plan_steps
from planning_kit.report.chapters.wording import households as households_said
from planning_kit.report.chapters.wording import percent
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.workbook import Workbook


def progress(workbook: Workbook) -> Section:
    """Return how far the plan has come, rows by kind of record, and n of N by village."""
    held = _held(workbook)
    sentences = [str(_(message, **values)) for message, values in workbook.notices]
    empty = [row["record"] for row in held if not row["rows"]]
    if empty:
        sentences.append(_("Still empty: {sheets}.", sheets=" · ".join(map(str, empty))))
    columns = [
        Column("record", _("Sheet")),
        Column("rows", _("Rows held"), "int"),
        Column("flagged", _("To be checked"), "int"),
    ]
    tables = [_steps(workbook)]
    tables.append(Table(pd.DataFrame(held), columns, caption=_("What the workbook holds")))
    if plan := [row for row in _held(workbook, "plan") if row["rows"]]:
        caption = _("What the plan holds")
        tables.append(Table(pd.DataFrame(plan), columns, caption=caption))
    survey = _survey(workbook)
    if survey is not None:
        tables.append(survey)
        counted = coverage(workbook.frame("household"), workbook.villages())
        sentences.append(
            _(
                "{households} have answered, {share} of all.",
                households=households_said(counted.n),
                share=percent(counted.share),
            )
            if counted.share is not None
            else _("{households} have answered.", households=households_said(counted.n))
        )
    return Section("progress", _("What is in the workbook"), sentences=sentences, tables=tables)


def _steps(workbook: Workbook) -> Table:
    rows = [
        {
            "step": f"{at}. {_(STEPS[step.key])}",
            "done": _("done") if step.is_done else _("not yet"),
            "said": step.said or None,
        }
        for at, step in enumerate(plan_steps(workbook), start=1)
    ]
    columns = [
        Column("step", _("Step")),
        Column("done", _("Done")),
        Column("said", _("How far it has come")),
    ]
    return Table(pd.DataFrame(rows), columns, caption=_("The way to the plan"))


def _held(workbook: Workbook, book: str = "survey") -> list[dict[str, object]]:
    rows = []
    for kind in template_types(book=book):
        frame = workbook.frame(kind.noun.name)
        rows.append(
            {
                "record": str(kind.noun.title),
                "rows": len(frame),
                "flagged": int((frame["row_state"] == "flagged").sum()) if len(frame) else 0,
            }
        )
    return rows


def _survey(workbook: Workbook) -> Table | None:
    villages = coverage_by_village(workbook.frame("household"), workbook.villages())
    if villages.empty or not villages.surveyed.sum():
        return None
    return Table(
        villages,
        [
            Column("name", _("Village")),
            Column("surveyed", _("Households surveyed"), "int"),
            Column("households", _("Households in all"), "int"),
            Column("share", _("Share"), "percent"),
        ],
        caption=_("Households surveyed, by village"),
    )
