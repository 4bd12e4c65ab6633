"""The differences between two versions of a plan, as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from planning_kit.language import N_, Words, _
from planning_kit.records import record_type
from planning_kit.records.field import FieldSpec
from planning_kit.records.kinds import Kind
from planning_kit.records.plain_rows import framed
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import number
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date, format_months
from planning_kit.thai.numbers import NOT_STATED
from planning_kit.workbook import Difference

_WHAT = {
    "added": N_("added"),
    "removed": N_("taken out"),
    "changed": N_("changed"),
}
_LONGEST = 160
"""Letters of a long text that are shown; the endorsed text itself stays whole in the store."""
_YES, _NO = Words("ใช่", "yes"), Words("ไม่ใช่", "no")


def difference_table(found: Iterable[Difference], names: PlanNames, caption: str) -> Table:
    """Return a row per record added or taken out, and per field changed: before and after."""
    rows = []
    for one in found:
        spec = _spec(one)
        rows.append(
            {
                "what": _(_WHAT[one.kind]),
                "sheet": str(one.title),
                "name": f"{one.code} {one.name}".strip(),
                "field": str(one.label) if one.label else None,
                "before": _said(one.before, spec, names) if spec else None,
                "after": _said(one.after, spec, names) if spec else None,
            }
        )
    columns = [
        Column("what", _("What happened")),
        Column("sheet", _("Sheet")),
        Column("name", _("Entry")),
        Column("field", _("Field")),
        Column("before", _("As endorsed")),
        Column("after", _("Now")),
    ]
    types = {column.name: "text" for column in columns}
    return Table(framed(rows, types), columns, caption=caption)


def _spec(one: Difference) -> FieldSpec | None:
    fields = record_type(one.record).fields()
    return next((spec for spec in fields if one.label and spec.label == one.label), None)


def _said(value: Any, spec: FieldSpec, names: PlanNames) -> str:
    if value is None or value == []:
        return NOT_STATED
    if isinstance(value, bool):
        return str(_YES if value else _NO)
    if spec.kind is Kind.MONTHS:
        return format_months(int(month) for month in value)
    if isinstance(value, list):
        return " · ".join(_one(part, spec, names) for part in value)
    return _one(value, spec, names)


def _one(value: Any, spec: FieldSpec, names: PlanNames) -> str:
    if spec.choices is not None:
        return spec.wording(value)
    if spec.taxonomy:
        return names.taxon(spec.taxonomy, value)
    if spec.kind is Kind.DATE:
        return format_date(date.fromisoformat(str(value)), "short")
    if spec.kind in (Kind.MONEY, Kind.NUMBER, Kind.SHARE):
        amount = float(value)
        return number(amount, 0 if amount == int(amount) else 2)
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
