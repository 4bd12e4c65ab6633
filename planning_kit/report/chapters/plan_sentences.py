"""Sentences that ``planning_kit.plan`` hands over as message and values, said in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from planning_kit.charts.values import Form, written
from planning_kit.language import translate
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import joined, label, number, percent
from planning_kit.thai import format_date, format_months

_YEARS = ("year", "start", "end", "first", "last")
_SHARES = ("share", "yield_change", "price_change", "cost_change")
_STEPS = ("status", "before", "after")


def say(message: str, values: Mapping[str, Any], names: PlanNames) -> str:
    """Return ``message`` in the language in use, its values written as people read them."""
    told = {name: _written(name, value, values, names) for name, value in values.items()}
    return translate(message).format(**told)


def _written(name: str, value: Any, values: Mapping[str, Any], names: PlanNames) -> str:
    if name == "agency":
        return names.taxon("agency", value)
    if name == "channel":
        return names.channel(value)
    if name == "channels":
        return joined(names.channel(code) for code in str(value).split(", "))
    if name in _STEPS:
        return names.status(values.get("channel"), value)
    if name == "items":
        return joined(label("project", field) for field in value)
    if name == "months":
        return format_months(int(month) for month in value)
    if name in _SHARES and isinstance(value, int | float):
        return percent(value, 0)
    return _plain(name, value)


def _plain(name: str, value: Any) -> str:
    if isinstance(value, tuple | list):
        return joined(str(one) for one in value)
    if isinstance(value, date):
        return format_date(value, "short")
    if isinstance(value, int | float) and name in _YEARS:
        return written(value, Form.YEAR_BE)
    if isinstance(value, float):
        return number(value, 0 if value == int(value) else 2)
    return number(value) if isinstance(value, int) else str(value)
