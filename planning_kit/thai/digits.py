"""Thai digits and Arabic digits, one for the other."""

from __future__ import annotations

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)


def to_thai_digits(text: str) -> str:
    """Return ``text`` with every digit 0–9 written as ๐–๙; all else stays as it is."""
    return text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """Return ``text`` with every digit ๐–๙ written as 0–9; all else stays as it is."""
    return text.translate(_TO_ARABIC)
