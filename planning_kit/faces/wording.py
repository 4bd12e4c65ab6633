"""Values of a record as a person reads them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from html import escape
from typing import Any

from planning_kit.faces.answer_control import options_of
from planning_kit.language import _
from planning_kit.records import FieldSpec, Kind
from planning_kit.thai import (
    LandArea,
    format_baht,
    format_date,
    format_land,
    format_months,
    format_number,
)
from planning_kit.workbook import Workbook


def practice_line(workbook: Workbook) -> str:
    """Return the line, as HTML, that says of invented data that it is; else nothing."""
    if not workbook.is_practice:
        return ""
    said = _("Practice data: invented, not of a real place")
    return f'<p class="pk-flag pk-practice">{escape(said)}</p>'


def written(spec: FieldSpec, value: Any) -> str:
    """Return a stored value in words; a sign for “not stated” where there is none."""
    if value is None or value == ():
        return _("not stated")
    if spec.kind is Kind.MONTHS:
        return format_months(value)
    if spec.kind in (Kind.YES_NO, Kind.CHOICE, Kind.CHOICES):
        return _answers(spec, value)
    if spec.kind is Kind.LAND:
        return format_land(LandArea.from_square_wah(Decimal(str(value))))
    if spec.kind is Kind.DATE and isinstance(value, dt.date):
        return format_date(value)
    if spec.kind is Kind.MONEY:
        return format_baht(value)
    if spec.kind in (Kind.INTEGER, Kind.NUMBER, Kind.SHARE):
        return format_number(value)
    return ", ".join(str(one) for one in value) if isinstance(value, tuple) else str(value)


def _answers(spec: FieldSpec, value: Any) -> str:
    known = {code: str(words) for code, words in options_of(spec)}
    given = value if isinstance(value, (tuple, list)) else (value,)
    codes = [getattr(one, "value", one) for one in given]
    return " · ".join(known.get(code, str(code)) for code in codes)
