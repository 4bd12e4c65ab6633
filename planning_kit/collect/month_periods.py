"""Times of a work plan that are no plain span of months: quarters, lists, days and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from planning_kit import thai
from planning_kit.errors import ReadingError
from planning_kit.thai.months import MONTH_PATTERN, MONTHS_SHORT
from planning_kit.thai.years import BE_OFFSET

Span = tuple[date, date]
_TO = r"(?:-|–|—|~|ถึง|\bto\b)"
_QUARTERS = re.compile(
    rf"(?:ไตรมาส(?:ที่)?|quarter|q) ?(?P<first>[1-4])"
    rf"(?: ?{_TO} ?(?:ไตรมาส(?:ที่)?|quarter|q)? ?(?P<last>[1-4]))?"
    r"(?: ?/? ?(?:ปี|ปีงบประมาณ|พ\.ศ\.)? ?(?P<year>[0-9]{4}|[0-9]{2}))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",|;|/(?=\D)|และ|&|\band\b|\n")
_SECOND_DAY = re.compile(rf"({_TO} ?)[0-9]{{1,2}} (?={MONTH_PATTERN})", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<![0-9/])(1[0-2]|0?[1-9])[/.]([0-9]{4}|[0-9]{2})(?![0-9/.])")
_DAY = r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})"
_DAYS = re.compile(rf"({_DAY})(?: ?{_TO} ?({_DAY}))?")
_HAS_YEAR = re.compile(r"(?:[0-9]{4}|[0-9]{2})$")


def is_quarter(text: str) -> bool:
    """Tell whether a text names quarters of a year."""
    return _QUARTERS.fullmatch(text) is not None


def names_days(text: str) -> bool:
    """Tell whether a text is a date by numbers, or two."""
    return _DAYS.fullmatch(text) is not None


def periods_in(text: str, year_be: int | None) -> list[Span] | None:
    """Return the spans of time that a text names, each with its year; ``None`` where it does not.

    Read are quarters of the fiscal year (``"ไตรมาส 2"``, those of ``year_be`` unless a year
    is said), lists (``"พ.ย.69, ก.พ.70 และ พ.ค.70"``), days of two months
    (``"15 ม.ค. - 20 ก.พ. 70"``), months by number (``"10/2569-12/2569"``) and dates
    (``"1/10/69-31/12/69"``). ``text`` is clean, with Arabic digits.
    """
    try:
        if named := _QUARTERS.fullmatch(text):
            return _of_quarters(named, year_be)
        if dated := _DAYS.fullmatch(text):
            first, last = _of_dates(dated)
            return [(first, last)] if first <= last else None
        plain = _NUMBERED.sub(_by_name, _SECOND_DAY.sub(r"\1", text))
        return list(_of_list(plain)) or None
    except ReadingError:
        return None


def _of_quarters(named: re.Match[str], year_be: int | None) -> list[Span] | None:
    year = thai.read_year_be(named["year"]) if named["year"] else year_be
    if year is None:
        return None
    first, last = int(named["first"]), int(named["last"] or named["first"])
    # The fiscal year begins in October of the year before.
    october = (year - 1 - BE_OFFSET) * 12 + 9
    if first > last:
        return None
    return [(_first_of(october + 3 * (first - 1)), _first_of(october + 3 * last - 1))]


def _of_dates(dated: re.Match[str]) -> Span:
    days = [thai.read_date(one) for one in (dated[1], dated[2] or dated[1])]
    first, last = (day for day in days if day is not None)
    return first, last


def _of_list(text: str) -> Iterator[Span]:
    """Yield the span of each part; one without a year has that of the next part."""
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    spans: list[Span] = []
    for part in reversed(parts):
        span = _with_year(part, spans[-1] if spans else None)
        spans.append(span)
    yield from reversed(spans)


def _with_year(part: str, following: Span | None) -> Span:
    if _HAS_YEAR.search(part) or following is None:
        return thai.read_month_span(part)
    year = following[0].year + BE_OFFSET
    span = thai.read_month_span(f"{part} {year}")
    return thai.read_month_span(f"{part} {year - 1}") if span[0] > following[0] else span


def _by_name(found: re.Match[str]) -> str:
    return f"{MONTHS_SHORT[int(found[1]) - 1].th} {found[2]}"


def _first_of(n: int) -> date:
    return date(n // 12, n % 12 + 1, 1)
