"""Amounts of baht: read from cells, printed, and written out in Thai words."""

from __future__ import annotations

import re
from decimal import Decimal

from planning_kit.errors import ReadingError
from planning_kit.language import N_, Words
from planning_kit.thai.digits import to_arabic_digits, to_thai_digits
from planning_kit.thai.normalize import clean, excerpt
from planning_kit.thai.numbers import (
    NOT_STATED,
    Number,
    format_number,
    is_blank,
    read_number,
    rounded,
)

__all__ = ["baht_in_words", "format_baht", "read_baht"]

_BAHT = Words("บาท", "baht")
_SCALES = {
    "แสนล้าน": 10**11,
    "หมื่นล้าน": 10**10,
    "พันล้าน": 10**9,
    "ร้อยล้าน": 10**8,
    "สิบล้าน": 10**7,
    "ล้าน": 10**6,
    "million": 10**6,
    "แสน": 10**5,
    "หมื่น": 10**4,
    "พัน": 10**3,
    "ร้อย": 10**2,
}
_SCALE = "|".join(_SCALES)
_SIGN = re.compile(
    r"^(?:฿|THB|บาท|Baht) ?|(?: ?\.-| ?(?:บาท(?:ถ้วน)?|baht|THB|฿)\.?)$", re.IGNORECASE
)
_SCALED = re.compile(
    rf"(?:[0-9][0-9,]*(?:\.[0-9]+)? ?(?:{_SCALE}) ?)+(?:[0-9][0-9,]*(?:\.[0-9]+)?)?", re.IGNORECASE
)
_PART = re.compile(rf"([0-9][0-9,]*(?:\.[0-9]+)?) ?({_SCALE})?", re.IGNORECASE)

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("แสน", "หมื่น", "พัน", "ร้อย", "สิบ", "")


def _unreadable(text: object) -> ReadingError:
    return ReadingError(
        "thai.baht-unreadable",
        N_(
            "“{text}” cannot be read as an amount of baht. Write 1,234,567 or 1,234,567.00 baht, "
            "or for example 1.5 million baht."
        ),
        text=excerpt(text),
    )


def _from_scaled(wanted: str, text: object) -> Decimal:
    total, smaller_than = Decimal(0), None
    for digits, scale in _PART.findall(wanted):
        each = _SCALES[scale.casefold()] if scale else 1
        part = (read_number(digits) or Decimal(0)) * each
        # "2 แสน 3 ล้าน" or "1 ล้าน 2 ล้าน" is no amount, and neither is "1.25 ล้าน 3 แสน".
        if smaller_than is not None and (part >= smaller_than or total % smaller_than):
            raise _unreadable(text)
        total, smaller_than = total + part, each
    return total


def read_baht(text: Number | None) -> Decimal | None:
    """Read an amount of baht; ``None`` for a blank or a lone dash.

    A number with or without บาท, ฿ or ``.-``, and amounts in แสน, หมื่น, ล้าน and the like,
    also added up (``"1 ล้าน 2 แสน"``). Raises ``ReadingError`` for everything else.
    """
    if is_blank(text):
        return None
    if not isinstance(text, str):
        return read_number(text)
    wanted = to_arabic_digits(clean(text))
    wanted = _SIGN.sub("", _SIGN.sub("", wanted)).strip()
    try:
        if _SCALED.fullmatch(wanted):
            return _from_scaled(wanted, text)
        amount = read_number(wanted)
    except ReadingError as error:
        raise _unreadable(text) from error
    if amount is None:
        raise _unreadable(text)
    return amount


def format_baht(
    amount: Number | None,
    *,
    places: int | None = None,
    language: str | None = None,
    thai_digits: bool = False,
) -> str:
    """Write an amount: "1,234,567 บาท" / "1,234,567 baht"; "–" where it is not stated.

    ``places`` is 0 or 2; without it satang are shown (two digits) only where there are any.
    """
    number = read_number(amount)
    if number is None:
        return NOT_STATED
    if places is None:
        places = 0 if rounded(number, 2) % 1 == 0 else 2
    written = f"{format_number(number, places)} {_BAHT.say(language)}"
    return to_thai_digits(written) if thai_digits else written


def _below_million(number: int, *, more_before: bool) -> str:
    words = ""
    for place, digit in zip(_PLACES, f"{number:06}", strict=True):
        if digit == "0":
            continue
        if place == "สิบ" and digit in "12":
            words += "สิบ" if digit == "1" else "ยี่สิบ"
        elif not place and digit == "1" and (words or more_before):
            words += "เอ็ด"
        else:
            words += _DIGITS[int(digit)] + place
    return words


def _in_words(number: int) -> str:
    """Write a whole number above zero; each million starts the count of places anew."""
    millions, rest = divmod(number, 10**6)
    before = _in_words(millions) + "ล้าน" if millions else ""
    return before + _below_million(rest, more_before=bool(before))


def baht_in_words(amount: int | float | Decimal) -> str:
    """Write an amount in Thai words, as receipts and ordinances do in brackets.

    ``1234567`` is หนึ่งล้านสองแสนสามหมื่นสี่พันห้าร้อยหกสิบเจ็ดบาทถ้วน; ``0.5`` is
    ห้าสิบสตางค์. A final 1 behind larger places reads เอ็ด (101 is หนึ่งร้อยเอ็ด, after the
    Royal Institute's usage). Parts of a satang are rounded half up. Raises
    ``ReadingError`` for an amount below zero or not stated.
    """
    number = read_number(amount)
    if number is None:
        raise _unreadable(amount)
    if number < 0:
        raise ReadingError(
            "thai.baht-negative",
            N_("{amount} baht is below zero and cannot be written in words. Check the amount."),
            amount=format_number(number),
        )
    baht, satang = divmod(int(rounded(number, 2).scaleb(2)), 100)
    if not baht and not satang:
        return "ศูนย์บาทถ้วน"
    whole = _in_words(baht) + "บาท" if baht else ""
    return whole + (_in_words(satang) + "สตางค์" if satang else "ถ้วน")
