"""The twelve months: their names, and the ways people write lists and ranges of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planning_kit.errors import ReadingError
from planning_kit.language import N_, Words
from planning_kit.thai.digits import to_arabic_digits
from planning_kit.thai.normalize import clean, excerpt
from planning_kit.thai.numbers import is_blank

MONTHS = (
    Words("มกราคม", "January"),
    Words("กุมภาพันธ์", "February"),
    Words("มีนาคม", "March"),
    Words("เมษายน", "April"),
    Words("พฤษภาคม", "May"),
    Words("มิถุนายน", "June"),
    Words("กรกฎาคม", "July"),
    Words("สิงหาคม", "August"),
    Words("กันยายน", "September"),
    Words("ตุลาคม", "October"),
    Words("พฤศจิกายน", "November"),
    Words("ธันวาคม", "December"),
)
MONTHS_SHORT = (
    Words("ม.ค.", "Jan"),
    Words("ก.พ.", "Feb"),
    Words("มี.ค.", "Mar"),
    Words("เม.ย.", "Apr"),
    Words("พ.ค.", "May"),
    Words("มิ.ย.", "Jun"),
    Words("ก.ค.", "Jul"),
    Words("ส.ค.", "Aug"),
    Words("ก.ย.", "Sep"),
    Words("ต.ค.", "Oct"),
    Words("พ.ย.", "Nov"),
    Words("ธ.ค.", "Dec"),
)
# Spellings that are wrong in a dictionary and common in offices.
_MISSPELT = {"กรกฏาคม": 7, "กรกฏา": 7, "พฤษจิกายน": 11}
_WHOLE_YEAR = Words("ตลอดปี", "all year")
_WHOLE_YEAR_TEXTS = {"ตลอดปี", "ตลอดทั้งปี", "ทั้งปี", "ทุกเดือน", "all year", "whole year"}


def _squeezed(name: str) -> str:
    return re.sub(r"[.\s]", "", name).casefold()


def _spellings() -> dict[str, int]:
    found = dict(_MISSPELT)
    for number, (full, short) in enumerate(zip(MONTHS, MONTHS_SHORT, strict=True), start=1):
        for name in (full.th, short.th, full.en, short.en):
            found[_squeezed(name)] = number
        found[re.sub("(คม|ยน|พันธ์)$", "", full.th)] = number
    found["sept"] = 9
    return found


_BY_NAME = _spellings()


def _pattern(name: str) -> str:
    """Return a pattern for a name; abbreviations may lack dots or hold a space."""
    if name.isascii():
        return rf"{name}\b\.?"
    if len(re.sub("[ัิีึืเ็-๎]", "", name)) == 2:
        return rf"{name[:-1]}\.? ?{name[-1]}(?![ก-ฺเ-๎])\.?"
    return name


MONTH_PATTERN = (
    "(?:" + "|".join(_pattern(name) for name in sorted(_BY_NAME, key=len, reverse=True)) + ")"
)
"""Regular expression for one month name (use with ``re.IGNORECASE``)."""

_MONTH_OR_NUMBER = re.compile(rf"{MONTH_PATTERN}|[0-9]+", re.IGNORECASE)
_TO = r"(?:-|–|—|~|ถึง|\bto\b)"
_ITEM = re.compile(
    rf"\s*({MONTH_PATTERN}|[0-9]+)(?:\s*{_TO}\s*({MONTH_PATTERN}|[0-9]+))?"
    r"\s*(?:,|;|/|และ|กับ|\band\b|$|(?=\s))",
    re.IGNORECASE,
)


def _unreadable(text: object) -> ReadingError:
    return ReadingError(
        "thai.month-unreadable",
        N_("“{text}” cannot be read as a month. Write พ.ค., พฤษภาคม or a number from 1 to 12."),
        text=excerpt(text),
    )


def read_month(text: str | int) -> int:
    """Read one month (1–12) from a Thai or English name, full or short, or from its number.

    Raises ``ReadingError`` for everything else, a blank included.
    """
    wanted = to_arabic_digits(clean(str(text)))
    wanted = re.sub(r"^(เดือน|ด\.)\s*", "", wanted)
    if not _MONTH_OR_NUMBER.fullmatch(wanted):
        raise _unreadable(text)
    month = int(wanted) if wanted.isdigit() else _BY_NAME[_squeezed(wanted)]
    if not 1 <= month <= 12:
        raise _unreadable(text)
    return month


def months_between(first: int, last: int) -> tuple[int, ...]:
    """Return the months from ``first`` to ``last``, through the new year if need be."""
    return tuple((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))


def read_months(text: str | int | None) -> tuple[int, ...]:
    """Read a list of months and ranges: ``"พ.ย.-ก.พ."`` is ``(11, 12, 1, 2)``.

    In the order written, each month once; ``()`` for a blank; all twelve for ตลอดปี.
    Raises ``ReadingError`` where any part is no month (a year has no place here).
    """
    if is_blank(text):
        return ()
    wanted = to_arabic_digits(clean(str(text)))
    if wanted.casefold() in _WHOLE_YEAR_TEXTS:
        return tuple(range(1, 13))
    wanted = wanted.replace("เดือน", " ").strip()
    months: dict[int, None] = {}
    place = 0
    while place < len(wanted):
        item = _ITEM.match(wanted, place)
        if not item:
            raise _unreadable(text)
        try:
            first = read_month(item[1])
            last = read_month(item[2]) if item[2] else first
        except ReadingError as error:
            raise _unreadable(text) from error
        months.update(dict.fromkeys(months_between(first, last)))
        place = item.end()
    return tuple(months)


def _runs(months: set[int]) -> list[tuple[int, int]]:
    starts = [m for m in sorted(months) if (m - 2) % 12 + 1 not in months]
    runs = []
    for start in starts:
        last = start
        while last % 12 + 1 in months:
            last = last % 12 + 1
        runs.append((start, last))
    return runs


def format_months(months: Iterable[int], language: str | None = None) -> str:
    """Write months briefly, neighbours joined and through the new year: ``พ.ย.–ก.พ.``.

    All twelve are "ตลอดปี" / "all year"; none is an empty text. Raises ``ReadingError``
    for a number that is no month.
    """
    wanted = {read_month(month) for month in months}
    if len(wanted) == 12:
        return _WHOLE_YEAR.say(language)
    parts = []
    for first, last in _runs(wanted):
        names = [
            MONTHS_SHORT[m - 1].say(language)
            for m in ((first, last) if first != last else (first,))
        ]
        parts.append("–".join(names))
    return ", ".join(parts)
