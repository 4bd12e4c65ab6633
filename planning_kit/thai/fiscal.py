"""The Thai fiscal year: 1 October to 30 September, named by the Buddhist year it ends in."""

from __future__ import annotations

from datetime import date, timedelta

from planning_kit.errors import ReadingError
from planning_kit.language import N_
from planning_kit.thai.years import BE_OFFSET, FIRST_BE, LAST_BE, format_be

__all__ = [
    "fiscal_quarter",
    "fiscal_quarter_bounds",
    "fiscal_year_be",
    "fiscal_year_bounds",
    "format_be",
]

_FIRST_MONTH = 10


def fiscal_year_be(day: date) -> int:
    """Return the fiscal year of a (Gregorian) day as a Buddhist year.

    1 October 2026 opens fiscal year 2570. Source: quarter 1 is October to December
    (DOMAIN.md, section 1).
    """
    return day.year + BE_OFFSET + (day.month >= _FIRST_MONTH)


def fiscal_quarter(day: date) -> int:
    """Return the quarter (1–4) of the fiscal year: October to December is 1."""
    return (day.month - _FIRST_MONTH) % 12 // 3 + 1


def fiscal_year_bounds(fy_be: int) -> tuple[date, date]:
    """Return the first and the last day of a fiscal year given as a Buddhist year.

    Raises ``ReadingError`` for a year outside 2400–2700, a Gregorian one above all.
    """
    if not FIRST_BE <= fy_be <= LAST_BE:
        raise ReadingError(
            "thai.fiscal-year-out-of-range",
            N_("{year} is not a fiscal year in พ.ศ. Write a year such as 2570."),
            year=fy_be,
        )
    year = fy_be - BE_OFFSET
    return date(year - 1, _FIRST_MONTH, 1), date(year, 9, 30)


def fiscal_quarter_bounds(fy_be: int, quarter: int) -> tuple[date, date]:
    """Return the first and the last day of a quarter (1–4) of a fiscal year.

    Quarter 1 of 2571 is 1 October 2027 to 31 December 2027. Raises ``ReadingError`` as
    ``fiscal_year_bounds`` does, and ``ValueError`` for a quarter that is none.
    """
    if quarter not in (1, 2, 3, 4):
        raise ValueError(f"quarter must be 1 to 4, not {quarter!r}")
    opening, closing = fiscal_year_bounds(fy_be)
    first = opening if quarter == 1 else date(opening.year + 1, 3 * quarter - 5, 1)
    last = closing if quarter == 4 else fiscal_quarter_bounds(fy_be, quarter + 1)[0]
    return first, last if quarter == 4 else last - timedelta(days=1)
