"""Dates: พ.ศ. dates in the shapes real files hold, read into ``datetime.date`` and written back.

Library parsers read 22/11/2569 as the Gregorian year 2569, so none is used here.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from planning_kit.errors import ReadingError
from planning_kit.language import N_, current_language
from planning_kit.thai.digits import to_arabic_digits, to_thai_digits
from planning_kit.thai.month_spans import read_month_span
from planning_kit.thai.months import (
    MONTH_PATTERN,
    MONTHS,
    MONTHS_SHORT,
    format_months,
    read_month,
    read_months,
)
from planning_kit.thai.normalize import clean, excerpt
from planning_kit.thai.numbers import NOT_STATED, is_blank
from planning_kit.thai.years import (
    BE_OFFSET,
    BUDDHIST_LABEL,
    FIRST_BE,
    FIRST_GREGORIAN,
    GREGORIAN_LABEL,
    LAST_GREGORIAN,
    gregorian_year,
    read_year_be,
)

__all__ = [
    "MONTHS",
    "MONTHS_SHORT",
    "format_date",
    "format_months",
    "read_date",
    "read_month",
    "read_month_span",
    "read_months",
    "read_year_be",
]

_SEPARATOR = r" ?[-/.–] ?"
_YEAR_FIRST = re.compile(
    rf"(?P<year>[0-9]{{4}}){_SEPARATOR}(?P<month>[0-9]{{1,2}}){_SEPARATOR}(?P<day>[0-9]{{1,2}})"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>[0-9]{{1,2}}){_SEPARATOR}(?P<month>[0-9]{{1,2}}){_SEPARATOR}"
    r"(?P<year>[0-9]{4}|[0-9]{2})"
)
_NAMED = re.compile(
    rf"(?P<day>[0-9]{{1,2}})[ \-/.–]*(?:เดือน ?)?(?P<month>{MONTH_PATTERN})[ \-/.,–]*(?:ปี ?)?"
    rf"(?P<label>{BUDDHIST_LABEL}|{GREGORIAN_LABEL})? ?(?P<year>[0-9]{{4}}|[0-9]{{2}})",
    re.IGNORECASE,
)
# A form's time stamp: the day is what is asked for. UTC stamps are left out on purpose,
# since early in the morning their day is not the day in Thailand.
_TIME_OF_DAY = re.compile(
    r"(?:[ ,T]+)[0-2]?[0-9][:.][0-5][0-9](?:[:.][0-5][0-9](?:\.[0-9]+)?)?(?:\+07:?00)?(?: ?น\.?)?$"
)
_WEEKDAY = (
    r"^(?:วัน)?(?:(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)?ที่"
    r"|(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)) ?"
)
_OPENING = re.compile(_WEEKDAY)
_STYLES = ("long", "short", "brief", "numeric")


def _from_object(day: date) -> date:
    if day.year >= FIRST_BE:
        raise ReadingError(
            "thai.be-year-in-gregorian-date",
            N_(
                "This date column counts in Gregorian years but holds the Buddhist year {year}. "
                "Write the date as text, for example 22/11/2569, or set the year to {gregorian}."
            ),
            year=day.year,
            gregorian=day.year - BE_OFFSET,
        )
    if not FIRST_GREGORIAN <= day.year <= LAST_GREGORIAN:
        raise ReadingError(
            "thai.date-out-of-range",
            N_("The year {year} of this date is outside 1900 to 2200 (Gregorian). Mend the year."),
            year=day.year,
        )
    return date(day.year, day.month, day.day)


def _unreadable(text: object) -> ReadingError:
    return ReadingError(
        "thai.date-unreadable",
        N_(
            "“{text}” cannot be read as a date. Write day, month and year, for example "
            "22/11/2569 or 22 พฤศจิกายน 2569."
        ),
        text=excerpt(text),
    )


def _refuse_guess(match: re.Match[str], text: str) -> None:
    # Excel writes 22-Nov-26 for 2026, a Thai clerk may mean 2526: sixty years apart.
    if len(match["year"]) == 2 and match["month"].isascii() and match["month"].isalpha():
        raise ReadingError(
            "thai.date-year-ambiguous",
            N_(
                "In “{text}” the year of two digits beside an English month may be Buddhist or "
                "Gregorian. Write the year with four digits."
            ),
            text=excerpt(text),
        )


def _on_calendar(match: re.Match[str], text: str) -> date:
    label = match.groupdict().get("label")
    year = gregorian_year(match["year"], label, text)
    day = int(match["day"])
    digits_only = match["month"].isdigit()
    month = int(match["month"]) if digits_only else read_month(match["month"])
    try:
        return date(year, month, day)
    except ValueError:
        raise ReadingError(
            "thai.date-not-on-calendar",
            N_(
                "“{text}” is not on the calendar: there is no day {day} of month {month} in "
                "พ.ศ. {year}. Check the day and the month; the day comes first."
            ),
            text=excerpt(text),
            day=day,
            month=month,
            year=year + BE_OFFSET,
        ) from None


def read_date(text: str | date | datetime | None) -> date | None:
    """Read one date; ``None`` for a blank or a lone dash.

    Day first (``22/11/2569``, ``25-ม.ค.-67``, ``๒๒ พฤศจิกายน ๒๕๖๙``) or year first
    (``2026-11-22``, ``2569-11-22``); a time of day behind it is left out. A year of two
    digits is Buddhist (67 is 2567); of four digits, Buddhist from 2400 on and Gregorian
    from 1900 to 2200. 543 is subtracted before the date is built, so 29 Feb 2567 is right.

    Raises ``ReadingError`` for any other text, for a day not on the calendar, and for a
    date object with a year from 2400 on (``thai.be-year-in-gregorian-date``).
    """
    if is_blank(text):
        return None
    if isinstance(text, date):
        return _from_object(text)
    if not isinstance(text, str):
        raise _unreadable(text)
    wanted = _TIME_OF_DAY.sub("", to_arabic_digits(clean(text)))
    wanted = _OPENING.sub("", wanted).strip()
    for shape in (_YEAR_FIRST, _DAY_FIRST, _NAMED):
        if match := shape.fullmatch(wanted):
            _refuse_guess(match, text)
            return _on_calendar(match, text)
    raise _unreadable(text)


def format_date(
    day: date | None,
    style: str = "long",
    *,
    language: str | None = None,
    thai_digits: bool = False,
) -> str:
    """Write a date: พ.ศ. in Thai, the Gregorian year in English; "–" where not stated.

    ``style``: ``"long"`` 22 พฤศจิกายน 2569 / 22 November 2026, ``"short"`` 22 พ.ย. 2569 /
    22 Nov 2026, ``"brief"`` 22 พ.ย. 69 / 22 Nov 26 for boards of many days, ``"numeric"`` 22/11/2569 / 22/11/2026. Raises ``ValueError`` for another.
    """
    if style not in _STYLES:
        raise ValueError(f"style must be one of {_STYLES}, not {style!r}")
    if day is None:
        return NOT_STATED
    language = language or current_language()
    year = day.year if language == "en" else day.year + BE_OFFSET
    written_year = f"{year % 100:02}" if style == "brief" else str(year)
    if style == "numeric":
        written = f"{day.day:02}/{day.month:02}/{year}"
    else:
        names = MONTHS if style == "long" else MONTHS_SHORT
        written = f"{day.day} {names[day.month - 1].say(language)} {written_year}"
    return to_thai_digits(written) if thai_digits else written
