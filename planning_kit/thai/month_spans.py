"""Spans of months as work plans write them: "เม.ย.-พ.ค.69", "ต.ค. 68 - ม.ค. 69"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from itertools import pairwise

from planning_kit.errors import ReadingError
from planning_kit.language import N_
from planning_kit.thai.digits import to_arabic_digits
from planning_kit.thai.months import MONTH_PATTERN, read_month
from planning_kit.thai.normalize import clean, excerpt
from planning_kit.thai.years import BUDDHIST_LABEL, GREGORIAN_LABEL, gregorian_year

_LABELS = rf"(?:ปี ?)?(?:{BUDDHIST_LABEL}|{GREGORIAN_LABEL})"


def _point(n: int) -> str:
    return (
        rf"(?:เดือน ?)?(?P<month{n}>{MONTH_PATTERN})"
        rf"(?:[ \-/]*(?P<label{n}>{_LABELS})? ?(?P<year{n}>[0-9]{{4}}|[0-9]{{2}}))?"
    )


_SPAN = re.compile(rf"{_point(1)}(?: ?(?:-|–|—|~|ถึง|\bto\b) ?{_point(2)})?", re.IGNORECASE)
_LIST = re.compile(
    rf"(?P<months>{MONTH_PATTERN}(?: ?(?:,|และ|, ?และ) ?{MONTH_PATTERN})+) ?"
    rf"(?P<label>{_LABELS})? ?(?P<year>[0-9]{{4}}|[0-9]{{2}})",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"(?:วันที่ ?)?(?P<first>[0-9]{{1,2}})(?: ?[-–] ?(?P<last>[0-9]{{1,2}}))? ?"
    rf"(?P<month>{MONTH_PATTERN}) ?(?P<label>{_LABELS})? ?(?P<year>[0-9]{{4}}|[0-9]{{2}})",
    re.IGNORECASE,
)


def _unreadable(text: object) -> ReadingError:
    return ReadingError(
        "thai.month-span-unreadable",
        N_(
            "“{text}” cannot be read as one span of months. Write the first and the last month "
            "and the year, for example ต.ค. 68 - ม.ค. 69."
        ),
        text=excerpt(text),
    )


def _year_missing(text: object) -> ReadingError:
    return ReadingError(
        "thai.month-span-without-year",
        N_("“{text}” does not say the year of its last month. Add it, for example พ.ค. - ก.ค. 69."),
        text=excerpt(text),
    )


def _backwards(text: object) -> ReadingError:
    return ReadingError(
        "thai.month-span-backwards",
        N_("In “{text}” the end comes before the start. Write the earlier one first."),
        text=excerpt(text),
    )


def _year(match: re.Match[str], which: str, text: str) -> int:
    label = match[f"label{which}"]
    return gregorian_year(match[f"year{which}"], re.sub("^ปี ?", "", label) if label else None, text)


def _whole_months(first: tuple[int, int], last: tuple[int, int], text: str) -> tuple[date, date]:
    if first > last:
        raise _backwards(text)
    return date(*first, 1), date(*last, monthrange(*last)[1])


def _from_span(match: re.Match[str], text: str) -> tuple[date, date]:
    first_month = read_month(match["month1"])
    if not match["month2"]:
        if not match["year1"]:
            raise _year_missing(text)
        only = (_year(match, "1", text), first_month)
        return _whole_months(only, only, text)
    if not match["year2"]:
        raise _year_missing(text)
    last = (_year(match, "2", text), read_month(match["month2"]))
    if match["year1"]:
        return _whole_months((_year(match, "1", text), first_month), last, text)
    return _whole_months((last[0] - (first_month > last[1]), first_month), last, text)


def _from_list(match: re.Match[str], text: str) -> tuple[date, date]:
    months = [read_month(name) for name in re.findall(MONTH_PATTERN, match["months"], re.I)]
    if any(later != earlier % 12 + 1 for earlier, later in pairwise(months)):
        raise _unreadable(text)
    year = _year(match, "", text)
    return _whole_months((year - (months[0] > months[-1]), months[0]), (year, months[-1]), text)


def _from_days(match: re.Match[str], text: str) -> tuple[date, date]:
    year, month = _year(match, "", text), read_month(match["month"])
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if not 1 <= max(first, last) <= monthrange(year, month)[1] or not first:
        raise _unreadable(text)
    if first > last:
        raise _backwards(text)
    return date(year, month, first), date(year, month, last)


def read_month_span(text: str) -> tuple[date, date]:
    """Read a span of months and return its first and its last day.

    A year given once belongs to the last month; the first is a year earlier when its
    month comes later in the year (``"ต.ค.-ม.ค.69"``). A list of neighbouring months
    (``"มิ.ย., ก.ค., ส.ค. 69"``) is a span, and so are days of one month
    (``"19-20 พ.ค. 69"``, which gives just these days).

    Raises ``ReadingError`` where the year is not said, the end comes before the start, the
    months or days are not neighbours (``"9,23 มิ.ย. 69"``), or nothing is written at all.
    """
    wanted = to_arabic_digits(clean(str(text)))
    if match := _SPAN.fullmatch(wanted):
        return _from_span(match, text)
    if match := _LIST.fullmatch(wanted):
        return _from_list(match, text)
    if match := _DAYS.fullmatch(wanted):
        return _from_days(match, text)
    raise _unreadable(text)
