"""A raw value as the cell of a row that goes back to people: their own writing, unmended."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.collect.template_cells import Cell, cell_of
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.kinds import is_blank

# Excel keeps 15 digits of a number; a longer one must stay text to stay itself.
_LONGEST = 15
_HIGHEST = 10**_LONGEST
_LATEST_GREGORIAN = 2400
# XML, and so Excel, holds none of these.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_written(spec: FieldSpec, value: Any, language: str = "th") -> Cell:
    """Return what to put into a cell, so that it reads back as ``value`` did.

    Text stays as it was typed. A code that a mapping put in becomes its wording, land in
    square wah 5-2-30, a date day/month/พ.ศ. A date that cannot be one stays unreadable.
    """
    if isinstance(value, (tuple, list)):
        return printable(str(cell_of(spec, value, language) or "")) or None
    if is_blank(value) or value != value:
        return None
    if isinstance(value, str):
        return _answer(spec, value, language)
    if isinstance(value, bool):
        return cell_of(spec, value, language) if spec.kind is Kind.YES_NO else str(value)
    if isinstance(value, dt.date):
        return _date(spec, value)
    if isinstance(value, Decimal):
        return _amount(spec, value)
    if isinstance(value, (int, float)):
        return value if math.isfinite(value) and abs(value) < _HIGHEST else str(value)
    return printable(str(value))


def _answer(spec: FieldSpec, text: str, language: str) -> Cell:
    if spec.choices is not None and text in spec.choices._value2member_map_:
        return cell_of(spec, text, language)
    return printable(text)


def _date(spec: FieldSpec, value: dt.date) -> Cell:
    day = value.date() if isinstance(value, dt.datetime) else value
    if spec.kind is not Kind.DATE:
        return value.isoformat(" ") if isinstance(value, dt.datetime) else value.isoformat()
    if day.year > _LATEST_GREGORIAN:
        # Written as 1/5/2569 it would be read as a พ.ศ. date without anybody having looked.
        return f"{day.day}/{day.month}/{day.year} (ค.ศ.)"
    return cell_of(spec, day, "th")


def _amount(spec: FieldSpec, value: Decimal) -> Cell:
    if not value.is_finite():
        return str(value)
    if spec.kind is Kind.LAND:
        if value >= 0:
            return cell_of(spec, value, "th")
        # Below nothing there is no 5-2-30; a plain number counts rai.
        return float(value / thai.SQUARE_WAH_PER_RAI)
    if value == value.to_integral_value() and abs(value) < _HIGHEST:
        return int(value)
    return value if len(value.as_tuple().digits) <= _LONGEST else str(value)


def printable(text: str) -> str:
    """Return a text that a cell can hold: what no file of Excel may contain is replaced."""
    return _UNPRINTABLE.sub("\ufffd", text)
