"""Kept values in words, wherever people read them one by one: on a screen or in a console."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from planning_kit.language import Words, _
from planning_kit.records.field import FieldSpec
from planning_kit.records.kinds import Kind
from planning_kit.thai import (
    LandArea,
    format_baht,
    format_date,
    format_land,
    format_months,
    format_number,
)

_YES, _NO = Words("ใช่", "Yes"), Words("ไม่ใช่", "No")


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
    known: dict[object, str] = {True: str(_YES), False: str(_NO)}
    known |= {answer.value: str(answer.words) for answer in spec.choices or ()}
    given = value if isinstance(value, (tuple, list)) else (value,)
    codes = [getattr(one, "value", one) for one in given]
    return " · ".join(known.get(code, str(code)) for code in codes)
