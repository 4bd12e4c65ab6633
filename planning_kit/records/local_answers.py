"""The answers to local questions, as they travel with their record into the store and back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, TypeVar

from planning_kit.records.local_questions import is_local
from planning_kit.records.record import Record

R = TypeVar("R", bound=Record)


def local_answers(record: Record) -> dict[str, Any]:
    """Return what a record answers to local questions, by their code; ``{}`` where nothing.

    Values are what JSON holds: text and answer codes, numbers (money in baht, land in
    square wah), true and false, dates as ISO text, lists. What is not stated is left out.
    """
    own = {
        spec.name: _plain(getattr(record, spec.name))
        for spec in record.fields()
        if is_local(spec.name) and getattr(record, spec.name) is not None
    }
    return {**record._carried, **own}


def carrying(record: R, answers: dict[str, Any]) -> R:
    """Return a record with the answers kept beside it, on top of what it answers itself.

    Answers to a question that the record has a field for are left out: the field says it.
    """
    names = {spec.name for spec in record.fields()}
    more = {code: value for code, value in answers.items() if code not in names}
    if not more:
        return record
    copy = record.model_copy()
    copy._carried = {**record._carried, **more}
    return copy


def _plain(value: Any) -> Any:
    if isinstance(value, (bool, int)):
        return value
    if isinstance(value, Decimal):
        # The store takes no number whose digits a double would not hold.
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return str(getattr(value, "value", value))
