"""How a value is written, the same in a table, in a picture and in a spreadsheet."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from planning_kit.language import N_, _
from planning_kit.thai.numbers import NOT_STATED, format_number

HIDDEN_MARK = N_("hidden")
HIDDEN_NOTE = N_(
    "fewer than 5 stand behind this figure, or a figure under 5 could be worked out from it"
)
"""Said after ``hidden_mark()`` and a colon."""


class Form(StrEnum):
    """What kind of value a column holds. ``PERCENT`` takes shares 0-1 and shows 45.2%."""

    TEXT = "text"
    INT = "int"
    NUMBER = "number"
    BAHT = "baht"
    RAI = "rai"
    PERCENT = "percent"
    YEAR_BE = "year_be"


_PLACES = {Form.INT: 0, Form.NUMBER: 1, Form.BAHT: 0, Form.RAI: 1, Form.PERCENT: 1}


def is_missing(value: Any) -> bool:
    """Tell whether a cell holds nothing: ``None``, NaN or ``pandas.NA``."""
    if value is None or str(value) == "<NA>":
        return True
    return bool(value != value)


def written(value: Any, form: str = Form.NUMBER, places: int | None = None) -> str:
    """Write one value; "–" where it is not stated. ``places`` overrides the usual decimals."""
    if is_missing(value):
        return NOT_STATED
    if form == Form.TEXT:
        return str(value)
    if form == Form.YEAR_BE:
        return str(int(value))
    places = _PLACES[Form(form)] if places is None else places
    if form == Form.PERCENT:
        return _signed(format_number(float(value) * 100, places)) + "%"
    return _signed(format_number(value, places))


def hidden_mark() -> str:
    """Return the word that stands where a value is hidden."""
    return _(HIDDEN_MARK)


def _signed(text: str) -> str:
    return text.replace("-", "−")
