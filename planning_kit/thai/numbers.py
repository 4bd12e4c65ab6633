"""Numbers as people type them into cells, read exactly, and numbers as a report prints them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from numbers import Integral, Real

from planning_kit.errors import ReadingError
from planning_kit.language import N_
from planning_kit.thai.digits import to_arabic_digits, to_thai_digits
from planning_kit.thai.normalize import clean, excerpt

NOT_STATED = "–"
DASHES = frozenset("-–—−‐‑‒")

# pandas' marks for a missing value, known by name so that pandas need not be imported.
_MISSING = frozenset({"NAType", "NaTType"})

_NUMBER = re.compile(r"([+-]?)([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)?(\.[0-9]+)?")
_BRACKETED = re.compile(r"\((.+)\)")
_WIDE = Context(prec=200, rounding=ROUND_HALF_UP)

Number = str | int | float | Decimal


def is_blank(value: object) -> bool:
    """Tell whether a cell states nothing: ``None``, NaN, white space, or a lone dash."""
    if value is None:
        return True
    if isinstance(value, Decimal):
        return value.is_nan()
    if isinstance(value, str):
        text = clean(value)
        return not text or (set(text) <= DASHES and len(text) <= 3)
    return type(value).__name__ in _MISSING or bool(value != value)


def _unreadable(value: object) -> ReadingError:
    return ReadingError(
        "thai.number-unreadable",
        N_(
            "“{text}” cannot be read as a number. Write digits only, for example 32768 or "
            "1,632,820.50, without a unit."
        ),
        text=excerpt(value),
    )


def _from_text(value: str) -> Decimal:
    text = to_arabic_digits(clean(value)).replace("−", "-")
    negative = False
    if bracketed := _BRACKETED.fullmatch(text):
        negative, text = True, bracketed[1].strip()
    match = _NUMBER.fullmatch(text)
    if not match or not (match[2] or match[3]) or (negative and match[1]):
        raise _unreadable(value)
    number = Decimal(text.replace(",", ""))
    return -number if negative else number


def read_number(text: Number | None) -> Decimal | None:
    """Read one number exactly; ``None`` where nothing is stated (blank, NaN or a lone dash).

    Thai digits, thousands commas in their right places, a sign, and brackets for a
    negative number, as accountants write it, are understood. Raises ``ReadingError`` for
    everything else: a unit (``"12 ไร่"``), a comma out of place (``"1,23"``), infinity.
    """
    if is_blank(text):
        return None
    if isinstance(text, str):
        return _from_text(text)
    if isinstance(text, bool):
        raise _unreadable(text)
    if isinstance(text, Decimal):
        number = text
    elif isinstance(text, Integral):
        number = Decimal(int(text))
    elif isinstance(text, Real):
        # The shortest decimal that gives the same float is the one the person typed.
        number = Decimal(repr(float(text)))
    else:
        raise _unreadable(text)
    if not number.is_finite():
        raise _unreadable(text)
    return number


def read_integer(text: Number | None) -> int | None:
    """Read one whole number; ``None`` where nothing is stated.

    ``"3.0"`` is 3. Raises ``ReadingError`` for a fraction or for what is no number.
    """
    number = read_number(text)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise ReadingError(
            "thai.number-not-whole",
            N_("“{text}” is not a whole number. Write it without a decimal point."),
            text=excerpt(text),
        )
    return int(number)


def rounded(number: Decimal, places: int) -> Decimal:
    """Round half away from zero to ``places`` decimals, as Thai accounts do (2.5 is 3)."""
    return _WIDE.quantize(number, Decimal(1).scaleb(-places))


def format_number(
    value: Number | None, places: int | None = None, *, thai_digits: bool = False
) -> str:
    """Write a number with thousands commas; "–" where it is not stated.

    ``places`` is the number of decimals; without it all that are there are shown, and no
    zeros after the last one. Raises ``ReadingError`` if a text given is no number.
    """
    number = read_number(value)
    if number is None:
        return NOT_STATED
    if places is not None:
        number = rounded(number, places)
    written = format(number if number else abs(number), ",f")
    if places is None and "." in written:
        written = written.rstrip("0").rstrip(".")
    return to_thai_digits(written) if thai_digits else written
