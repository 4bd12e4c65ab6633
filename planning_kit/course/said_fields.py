"""What stands in a field of a record, as a person would write it on the sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from planning_kit.course.figure import number_said
from planning_kit.language import LANGUAGES, Words, speaking
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.declared_lists import declared_names
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.thai import LandArea, format_date, format_land, format_months
from planning_kit.workbook import Workbook

_YES, _NO = Words("ใช่", "yes"), Words("ไม่ใช่", "no")
_CODED: Mapping[str, str] = {
    "problem_codes": "problem",
    "project_code": "project",
    "strategy_code": "strategy",
    "indicator_codes": "indicator",
}
_VILLAGES = ("village_code", "village_codes")


class SaidFields:
    """Says the fields of a workbook's records in both languages; nothing stated is ""."""

    def __init__(self, workbook: Workbook) -> None:
        self._names = PlanNames(workbook)

    def said(self, spec: FieldSpec, value: Any) -> Words:
        """Return a value as a person writes it."""
        wordings = []
        for language in LANGUAGES:
            with speaking(language):
                wordings.append(self._said(spec, value))
        return Words(*wordings)

    def _said(self, spec: FieldSpec, value: Any) -> str:
        if value is None or value == () or value == []:
            return ""
        if spec.kind is Kind.MONTHS:
            return format_months(int(month) for month in value)
        if spec.name in _VILLAGES:
            codes = [value] if isinstance(value, str) else list(value)
            return " · ".join(self._names.villages(codes))
        if isinstance(value, (tuple, list)):
            return " · ".join(self._one(spec, one) for one in value)
        return self._one(spec, value)

    def _one(self, spec: FieldSpec, value: Any) -> str:
        if isinstance(value, bool):
            return str(_YES if value else _NO)
        if spec.choices is not None:
            return spec.wording(value)
        if spec.taxonomy:
            return self._names.taxon(spec.taxonomy, value)
        if spec.declared:
            return str(declared_names(spec.declared).get(str(value), value))
        if spec.name in _CODED:
            return self._names.coded(_CODED[spec.name], value)
        return _plain(spec, value)


def _plain(spec: FieldSpec, value: Any) -> str:
    if isinstance(value, dt.date):
        return format_date(value, "short")
    if spec.kind is Kind.LAND:
        return format_land(LandArea.from_square_wah(value))
    if spec.kind in (Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.SHARE):
        amount = Decimal(str(value))
        return number_said(amount, 0 if amount == int(amount) else 2)
    return " ".join(str(value).split())
