"""A filled local-government form as a table of the report, headings and sums as its layout says."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.plan.form_layout import FormLayout
from planning_kit.plan.pp_forms import FormColumn, PpForm
from planning_kit.records.plain_rows import codes, plain_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.form_table import FormTable
from planning_kit.report.section import Layout
from planning_kit.report.table import Column

_FORMS = {"text": Form.TEXT, "count": Form.INT, "baht": Form.BAHT}


def lies(layout: FormLayout) -> Layout:
    """Return how the section of a form lies on the page."""
    return Layout.LANDSCAPE if layout.orientation == "landscape" else Layout.SHEET


@dataclass(frozen=True)
class PrintedColumn:
    """A column as it is printed: ``group`` the heading above it, ``""`` for none."""

    key: str
    group: str
    heading: str
    kind: str
    width: float
    year: int | None


def printed_columns(form: PpForm) -> list[PrintedColumn]:
    """Return the columns in order of printing.

    Where several columns repeat for each year, as counts and baht of ผ.01 do, they stand
    year by year under the heading of the year.
    """
    found: list[PrintedColumn] = []
    for yearly, run in groupby(form.columns, key=lambda column: column.year is not None):
        columns = list(run)
        if not yearly or len({column.holds for column in columns}) == 1:
            found += [_printed(c, str(c.group) if c.group else "", str(c.heading)) for c in columns]
            continue
        for column in sorted(columns, key=lambda one: one.year or 0):
            group = f"{column.group or ''} {column.year}".strip()
            heading = str(column.heading).replace(f" {column.year}", "")
            found.append(_printed(column, group, heading))
    return found


def _printed(column: FormColumn, group: str, heading: str) -> PrintedColumn:
    return PrintedColumn(column.key, group, heading, column.kind, column.width, column.year)


def form_table(
    form: PpForm, names: PlanNames, *, rows: pd.DataFrame | None = None, note: str = ""
) -> FormTable:
    """Return ``form`` as a table; ``rows`` its main rows unless its equipment is wanted."""
    printed = printed_columns(form)
    links = names.links("project", "strategy")
    return FormTable(
        worded_rows(form, names, form.rows if rows is None else rows),
        [Column(c.key, c.heading, _FORMS[c.kind], links=links) for c in printed],
        caption=str(form.layout.title),
        note=note,
        row_heading=False,
        groups=[c.group for c in printed],
        widths=[c.width for c in printed],
    )


def worded_rows(form: PpForm, names: PlanNames, rows: pd.DataFrame) -> pd.DataFrame:
    """Return ``rows`` with spanning texts and the names of sums in words.

    A preamble names the strategies of higher plans, a heading the development issue; a sum
    says so in the first column of text.
    """
    first = next(c.key for c in form.columns if c.kind == "text")
    told = []
    for row in plain_rows(rows, rows.columns):
        kind = row["row_kind"]
        if kind == "preamble":
            aims = " · ".join(names.taxon("higher_strategy", c) for c in codes(row["higher_codes"]))
            row["text"] = _("Serves strategies of higher plans: {aims}", aims=aims)
        elif kind == "heading":
            row["text"] = _heading(row["strategy_code"], row["text"])
        elif kind == "subtotal":
            row[first] = _("Sum of the development issue")
        elif kind == "total":
            row[first] = _("Total")
        elif form.layout.form == "pp01":
            row[first] = _heading(row["strategy_code"], row[first])
        else:
            row[first] = names.coded("project", row["project_code"])
        told.append(row)
    frame = pd.DataFrame(told, columns=list(rows.columns), dtype="object")
    for column in form.columns:
        if column.kind != "text":
            frame[column.key] = frame[column.key].astype("float64")
    return frame


def _heading(code: str | None, name: str | None) -> str:
    if code is None:
        return _("Without a development issue")
    return f"{code} {name}" if name and name != code else str(code)
