"""Land areas as people write them: "5-2-30", "5 ไร่ 2 งาน 30 ตร.ว.", "5.5"."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from planning_kit.errors import ReadingError
from planning_kit.language import N_, Words
from planning_kit.thai.digits import to_arabic_digits, to_thai_digits
from planning_kit.thai.land_area import (
    ACRE,
    HECTARE,
    SQUARE_METRES_PER_RAI,
    SQUARE_METRES_PER_SQUARE_WAH,
    SQUARE_WAH_PER_NGAN,
    SQUARE_WAH_PER_RAI,
    LandArea,
    negative_land,
)
from planning_kit.thai.normalize import clean, excerpt
from planning_kit.thai.numbers import NOT_STATED, Number, format_number, is_blank, read_number

__all__ = [
    "ACRE",
    "HECTARE",
    "SQUARE_METRES_PER_RAI",
    "SQUARE_METRES_PER_SQUARE_WAH",
    "SQUARE_WAH_PER_NGAN",
    "SQUARE_WAH_PER_RAI",
    "LandArea",
    "format_land",
    "read_land",
]

_RAI = Words("ไร่", "rai")
_NGAN = Words("งาน", "ngan")
_SQUARE_WAH = Words("ตร.ว.", "sq wah")

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_DEED = re.compile(
    r"(?P<rai>[0-9][0-9,]*) ?[-–] ?(?P<ngan>[0-9]+) ?[-–] ?(?P<wah>[0-9]+(?:\.[0-9]+)?)"
    r"(?: ?(?:ไร่|rai))?",
    re.IGNORECASE,
)
_WITH_UNITS = re.compile(
    rf"(?:(?P<rai>{_NUMBER}) ?(?:ไร่|rai\b))? ?(?:(?P<ngan>{_NUMBER}) ?(?:งาน|ngan\b))? ?"
    rf"(?:(?P<wah>{_NUMBER}) ?(?:ตารางวา|ตร\. ?ว\.?|ตรว\.?|วา|(?:sq\.?|square) ?wah\b))?",
    re.IGNORECASE,
)


def _unreadable(text: object) -> ReadingError:
    return ReadingError(
        "thai.land-unreadable",
        N_(
            "“{text}” cannot be read as a land area. Write 5-2-30 or 5 rai 2 ngan 30 sq wah, "
            "or the number of rai, for example 5.5."
        ),
        text=excerpt(text),
    )


def _from_parts(match: re.Match[str], text: object) -> LandArea:
    stated = {
        unit: read_number(part) or Decimal(0) for unit, part in match.groupdict().items() if part
    }
    if not stated:
        raise _unreadable(text)
    *larger, _smallest = stated
    # "5.5 ไร่ 2 งาน" may mean two things: only the last unit may have decimals.
    if any(stated[unit] % 1 for unit in larger):
        raise _unreadable(text)
    if not larger:
        # One unit alone, "250 ตร.ว." or "6 งาน", is plain however large it is.
        per_unit = {"rai": SQUARE_WAH_PER_RAI, "ngan": SQUARE_WAH_PER_NGAN, "wah": 1}
        return LandArea.from_square_wah(stated[_smallest] * per_unit[_smallest])
    ngan = stated.get("ngan", Decimal(0))
    if ngan % 1:
        whole = LandArea(int(stated["rai"]), int(ngan))
        return whole + LandArea.from_square_wah(ngan % 1 * SQUARE_WAH_PER_NGAN)
    return LandArea(int(stated.get("rai", 0)), int(ngan), stated.get("wah", Decimal(0)))


def read_land(text: Number | date | None) -> LandArea | None:
    """Read a land area; ``None`` for a blank or a lone dash.

    ``"5-2-30"`` as on a title deed, units in words (``"2 งาน"``, ``"250 ตร.ว."``,
    ``"5.5 ไร่"``), or a plain number, which counts ไร่. Raises ``ReadingError`` for a
    negative area, more than 3 งาน or 100 ตร.ว. and more beside a larger unit, a date
    (a spreadsheet turns 5-2-30 into one) and everything else.
    """
    if text is None or is_blank(text):
        return None
    if isinstance(text, date):
        raise ReadingError(
            "thai.land-is-a-date",
            N_(
                "The land area has become the date {day}: the spreadsheet took 5-2-30 for a date. "
                "Format the column as text and write the area again."
            ),
            day=text.isoformat()[:10],
        )
    if not isinstance(text, str):
        return LandArea.from_rai(text)
    wanted = to_arabic_digits(clean(text)).replace("−", "-")
    if match := _DEED.fullmatch(wanted) or _WITH_UNITS.fullmatch(wanted):
        return _from_parts(match, text)
    if wanted.startswith("-"):
        raise negative_land(text)
    try:
        return LandArea.from_rai(wanted)
    except ReadingError as error:
        if error.code.startswith("thai.land-"):
            raise
        raise _unreadable(text) from error


def format_land(
    area: LandArea | None, *, language: str | None = None, thai_digits: bool = False
) -> str:
    """Write an area: "5 ไร่ 2 งาน 30 ตร.ว." / "5 rai 2 ngan 30 sq wah"; "–" if not stated.

    Parts that are zero are left out; no land at all is "0 ไร่".
    """
    if area is None:
        return NOT_STATED
    parts = ((area.rai, _RAI), (area.ngan, _NGAN), (area.square_wah, _SQUARE_WAH))
    stated = [f"{format_number(amount)} {unit.say(language)}" for amount, unit in parts if amount]
    written = " ".join(stated) or f"0 {_RAI.say(language)}"
    return to_thai_digits(written) if thai_digits else written
