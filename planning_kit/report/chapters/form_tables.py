"""A filled local-government form as a table of the report, headings and sums as its layout says."""

from __future__ import annotations

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.plan.pp_forms import FormColumn, PpForm
from planning_kit.records.plain_rows import codes, plain_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.form_table import FormTable
from planning_kit.report.table import Column

_FORMS = {"text": Form.TEXT, "count": Form.INT, "baht": Form.BAHT}


def form_table(
    form: PpForm, names: PlanNames, *, rows: pd.DataFrame | None = None, note: str = ""
) -> FormTable:
    """Return ``form`` as a table; ``rows`` its main rows unless its equipment is wanted."""
    return FormTable(
        worded_rows(form, names, form.rows if rows is None else rows),
        [Column(c.key, str(c.heading), _form_of(c)) for c in form.columns],
        caption=str(form.layout.title),
        note=note,
        row_heading=False,
        groups=[str(c.group) if c.group else "" for c in form.columns],
        widths=[c.width for c in form.columns],
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
        elif form.layout.code == "pp01":
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


def _form_of(column: FormColumn) -> str:
    return _FORMS[column.kind]
