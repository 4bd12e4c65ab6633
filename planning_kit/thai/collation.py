"""Dictionary order of Thai words, as the Royal Institute's dictionary sorts them.

Consonants come first, then vowels: a vowel written before its consonant (เ แ โ ใ ไ) is
sorted behind it. Tone marks, ็ and ์ only decide between words otherwise the same. This is
the order of ISO/IEC 14651 for Thai, in pure Python.
"""

from __future__ import annotations

import re

from planning_kit.thai.digits import to_arabic_digits
from planning_kit.thai.normalize import clean

_LEADING_VOWEL = re.compile("([เ-ไ])([ก-ฮ])")
_MARK = re.compile("[็-์]")

SortKey = tuple[str, tuple[str, ...], str]


def sort_key(text: str) -> SortKey:
    """Return a key for ``sorted``: ``sorted(names, key=sort_key)``.

    Thai digits sort as Arabic ones and capital letters as small ones; where two texts
    differ in nothing else, their characters decide, so the order is always the same.
    """
    text = clean(text)
    swapped = _LEADING_VOWEL.sub(r"\2\1", to_arabic_digits(text).casefold())
    letters: list[str] = []
    marks: list[str] = []
    for character in swapped:
        if _MARK.match(character) and letters:
            marks[-1] += character
        else:
            letters.append(character)
            marks.append("")
    return "".join(letters), tuple(marks), text
