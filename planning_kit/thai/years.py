"""Years: พ.ศ. (Buddhist era, B.E.) and Gregorian, told apart by their size and their label."""

from __future__ import annotations

import re

from planning_kit.errors import ReadingError
from planning_kit.language import N_, current_language
from planning_kit.thai.digits import to_arabic_digits, to_thai_digits
from planning_kit.thai.normalize import clean, excerpt
from planning_kit.thai.numbers import is_blank

BE_OFFSET = 543
FIRST_BE, LAST_BE = 2400, 2700
FIRST_GREGORIAN, LAST_GREGORIAN = 1900, 2200

BUDDHIST_LABEL = r"(?:พ\. ?ศ\.?|พศ\.?|B\.?E\.?)"
GREGORIAN_LABEL = r"(?:ค\. ?ศ\.?|คศ\.?|A\.?D\.?|C\.?E\.?)"
_YEAR = re.compile(
    r"(?:ประจำ)?(?:ปี(?:งบประมาณ|การผลิต|เพาะปลูก|การเพาะปลูก)?|fiscal year|year)? ?"
    rf"(?P<label>{BUDDHIST_LABEL}|{GREGORIAN_LABEL})? ?"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?: ?/ ?(?P<next>[0-9]{4}|[0-9]{2}))?(?:\.0+)?",
    re.IGNORECASE,
)


def year_unreadable(text: object) -> ReadingError:
    """Return the error for a text that is no year."""
    return ReadingError(
        "thai.year-unreadable",
        N_(
            "“{text}” cannot be read as a year. Write a Buddhist year of four digits, "
            "for example 2569."
        ),
        text=excerpt(text),
    )


def _contradicted(text: object) -> ReadingError:
    return ReadingError(
        "thai.year-label-contradicts",
        N_(
            "In “{text}” the label พ.ศ. or ค.ศ. does not fit the size of the year. "
            "Mend the label or the year, for example พ.ศ. 2569 or ค.ศ. 2026."
        ),
        text=excerpt(text),
    )


def gregorian_year(digits: str, label: str | None, whole: object) -> int:
    """Return the Gregorian year that two or four ``digits`` stand for.

    Two digits are the last two of a Buddhist year (69 is 2569). From 2400 on a year is
    Buddhist, from 1900 to 2200 Gregorian; between the two nobody can tell. ``label`` is
    พ.ศ. or ค.ศ. where one was written, ``whole`` the text for the sentence of the
    ``ReadingError`` raised when label and year disagree or the year fits neither era.
    """
    year = int(digits)
    says_gregorian = bool(label and re.fullmatch(GREGORIAN_LABEL, label, re.IGNORECASE))
    if len(digits) == 2:
        if says_gregorian:
            raise _contradicted(whole)
        return 2500 + year - BE_OFFSET
    if FIRST_BE <= year <= LAST_GREGORIAN + BE_OFFSET:
        if says_gregorian:
            raise _contradicted(whole)
        return year - BE_OFFSET
    if FIRST_GREGORIAN <= year <= LAST_GREGORIAN:
        if label and not says_gregorian:
            raise _contradicted(whole)
        return year
    raise ReadingError(
        "thai.year-out-of-range",
        N_(
            "The year {year} in “{text}” is neither a Buddhist year (2400 and later) nor a "
            "Gregorian one (1900 to 2200). Write a Buddhist year, for example 2569."
        ),
        year=year,
        text=excerpt(whole),
    )


def read_year_be(text: str | int | float | None) -> int | None:
    """Read a Buddhist year; ``None`` for a blank.

    ``2569``, ``"๒๕๖๙"``, ``"69"``, ``"ปี พ.ศ. 2569"``; of a crop year ``"2568/69"`` the
    first. A Gregorian year (1900–2200) gets 543 added. Raises ``ReadingError`` for
    everything else and for a result outside 2400–2700.
    """
    if is_blank(text):
        return None
    match = _YEAR.fullmatch(to_arabic_digits(clean(str(text))))
    if not match:
        raise year_unreadable(text)
    year_be = gregorian_year(match["year"], match["label"], text) + BE_OFFSET
    if match["next"]:
        following = gregorian_year(match["next"], match["label"], text) + BE_OFFSET
        if following != year_be + 1:
            raise year_unreadable(text)
    if not FIRST_BE <= year_be <= LAST_BE:
        raise year_unreadable(text)
    return year_be


def format_be(year_be: int, language: str | None = None, thai_digits: bool = False) -> str:
    """Write a Buddhist year: "พ.ศ. 2569", in English "B.E. 2569 (2026)".

    English readers get the Gregorian year too, since few of them count in the Buddhist era.
    """
    english = (language or current_language()) == "en"
    written = f"B.E. {year_be} ({year_be - BE_OFFSET})" if english else f"พ.ศ. {year_be}"
    return to_thai_digits(written) if thai_digits else written
