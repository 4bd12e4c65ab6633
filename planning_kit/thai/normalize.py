"""One spelling for texts that look alike on screen but differ in their bytes.

Only what the eye cannot see, or no Thai spelling allows, is mended: a doubled tone mark
(ให้้), a ำ typed as ํ + า, a แ typed as เ + เ, marks typed in the wrong order, invisible
characters. Words are never changed.
"""

from __future__ import annotations

import re
import unicodedata

_TONES = "่-๋"
_UPPER_VOWELS = "ัิีึื็"
_MARKS = "ัิีึืฺุู็่-๎ำ"

# Zero-width, soft hyphen, bidirectional controls, and control characters that are not white space.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]"
)
_WHITE_SPACE = re.compile(r"\s+")
_STEPS = (
    (re.compile("เเ"), "แ"),
    (re.compile(f"ํ([{_TONES}]*)า"), r"\1ำ"),
    (re.compile(f"ำ([{_TONES}]+)"), r"\1ำ"),
    (re.compile(f"([{_TONES}]+)([{_UPPER_VOWELS}])"), r"\2\1"),
    (re.compile(f"([{_MARKS}])\\1+"), r"\1"),
)
_ANY_STEP = re.compile(f"เเ|ํ[{_TONES}]*า|ำ[{_TONES}]|[{_TONES}][{_UPPER_VOWELS}]|([{_MARKS}])\\1")
_EXCERPT_LENGTH = 40


def clean(text: str) -> str:
    """Return ``text`` in its one normal spelling; cleaning twice changes nothing more.

    Unicode form NFC; no space at the ends and single plain spaces inside (a line break or
    a no-break space counts as one); no invisible characters; marks once and in order.
    """
    # Files of other agencies are mostly plain Latin letters and digits, millions of them.
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    while _ANY_STEP.search(text):
        for wrong, right in _STEPS:
            text = wrong.sub(right, text)
        text = unicodedata.normalize("NFC", text)
    return _WHITE_SPACE.sub(" ", text).strip()


def excerpt(value: object) -> str:
    """Return what was read, short enough to stand inside an error sentence."""
    text = clean(str(value))
    return text if len(text) <= _EXCERPT_LENGTH else text[: _EXCERPT_LENGTH - 1] + "…"
