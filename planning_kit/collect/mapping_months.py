"""Months as work plans write them, with their year, as the months of one fiscal year."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from planning_kit import thai
from planning_kit.errors import KitError, ReadingError
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank
from planning_kit.thai.months import MONTH_PATTERN
from planning_kit.thai.years import BE_OFFSET

# "9,23 มิ.ย. 69": the days before a month; the months are read without them.
_DAYS = re.compile(rf"(?:วันที่ ?)?[0-9]+(?:(?: ?(?:,|-|–|และ) ?| )[0-9]+)* ?(?={MONTH_PATTERN})")
_FIRST_MONTH = 10

_NO_YEAR = N_(
    "“{text}” does not say its year; the months are kept as those of fiscal year {year}. Check the "
    "year"
)
_DAYS_LEFT = N_("“{text}” names days; only the months are kept. Write the days elsewhere if needed")
_OTHER_YEAR = N_(
    "“{text}” does not lie wholly within fiscal year {year} (October {before} to September {year}); "
    "correct the months or the year"
)
_UNREADABLE = N_(
    "“{text}” cannot be read as months, so they are left blank; write for example พ.ค.–มิ.ย. 69"
)


def months_of(cell: Any, year_be: int | None) -> tuple[tuple[int, ...] | None, KitError | None]:
    """Return the months of a cell in the order of the year, and what people must look at.

    ``year_be`` is the fiscal year of the row. The doubt (``collect.months-…``) says that the
    year is not stated or is another, that days were left off, or that nothing could be read;
    only then are there no months (``None``). A blank cell states nothing and is in no doubt.
    """
    if is_blank(cell):
        return None, None
    text = thai.clean(str(cell))
    plain = _DAYS.sub("", thai.to_arabic_digits(text), count=1)
    try:
        first, last = thai.read_month_span(plain)
    except ReadingError:
        return _without_year(text, plain, year_be)
    months = thai.months_between(first.month, last.month)
    if year_be is not None and not _within(first, last, year_be):
        values = {"text": text, "year": year_be, "before": year_be - 1}
        return months, KitError("collect.months-other-year", _OTHER_YEAR, **values)
    if plain != thai.to_arabic_digits(text):
        return months, KitError("collect.months-days-left", _DAYS_LEFT, text=text)
    return months, None


def _without_year(
    text: str, plain: str, year_be: int | None
) -> tuple[tuple[int, ...] | None, KitError | None]:
    try:
        months = thai.read_months(plain)
    except ReadingError:
        return None, KitError("collect.months-unreadable", _UNREADABLE, text=text)
    year = "–" if year_be is None else year_be
    return months, KitError("collect.months-no-year", _NO_YEAR, text=text, year=year)


def _within(first: date, last: date, year_be: int) -> bool:
    year = year_be - BE_OFFSET
    return date(year - 1, _FIRST_MONTH, 1) <= first <= last < date(year, _FIRST_MONTH, 1)
