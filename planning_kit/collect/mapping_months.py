"""Months as work plans write them, with their year, as the months of one fiscal year."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from planning_kit import thai
from planning_kit.collect.month_periods import is_quarter, names_days, periods_in
from planning_kit.errors import KitError, ReadingError
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank
from planning_kit.thai.months import MONTH_PATTERN

# "9,23 มิ.ย. 69": the days before a month; the months are read without them.
_DAYS = re.compile(rf"(?:วันที่ ?)?[0-9]+(?:(?: ?(?:,|-|–|และ) ?| )[0-9]+)* ?(?={MONTH_PATTERN})")
_YEAR = 12

_NO_YEAR = N_(
    "“{text}” does not say its year; the months are kept as those of fiscal year {year}. Check the "
    "year"
)
_DAYS_LEFT = N_("“{text}” names days; only the months are kept. Write the days elsewhere if needed")
_OTHER_YEAR = N_(
    "“{text}” does not lie wholly within fiscal year {year} (October {before} to September {year}); "
    "only its months of that year are kept. Correct the months or the year"
)
_QUARTER = N_(
    "“{text}” is read as quarters of the fiscal year, whose first begins in October; check that no "
    "quarter of the calendar was meant"
)
_UNREADABLE = N_(
    "“{text}” cannot be read as months, so they are left blank; write for example พ.ค.–มิ.ย. 69"
)


def months_of(cell: Any, year_be: int | None) -> tuple[tuple[int, ...] | None, KitError | None]:
    """Return the months of a cell in the order of the year, and what people must look at.

    ``year_be`` is the fiscal year of the row; months of other fiscal years are not taken. The
    doubt (``collect.months-…``) says that the year is not stated or is another, that days were
    left off, or that nothing could be read. Where no month is left, the first is ``None``. A
    blank cell states nothing and is in no doubt.
    """
    if is_blank(cell):
        return None, None
    text = thai.clean(str(cell))
    plain = _DAYS.sub("", thai.to_arabic_digits(text), count=1)
    try:
        spans = [thai.read_month_span(plain)]
    except ReadingError:
        found = periods_in(plain, year_be)
        if found is None:
            return _without_year(text, plain, year_be)
        spans = found
    stated = [month for first, last in spans for month in _months(first, last)]
    kept = [day for day in stated if year_be in (None, thai.fiscal_year_be(day))]
    months = tuple(dict.fromkeys(day.month for day in kept)) or None
    if len(kept) < len(stated):
        return months, KitError(
            "collect.months-other-year",
            _OTHER_YEAR,
            text=text,
            year=year_be,
            before=(year_be or 0) - 1,
        )
    if is_quarter(plain):
        return months, KitError("collect.months-quarter", _QUARTER, text=text)
    if plain != thai.to_arabic_digits(text) or names_days(plain):
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


def _months(first: date, last: date) -> list[date]:
    """Return the first day of every month from ``first`` to ``last``."""
    begin, end = (day.year * _YEAR + day.month - 1 for day in (first, last))
    return [date(n // _YEAR, n % _YEAR + 1, 1) for n in range(begin, end + 1)]
