"""Two spellings of one name made comparable: first as written, then as heard."""

from __future__ import annotations

import re
from functools import lru_cache

# A short form needs its dot: without it, "อ" is the first letter of names such as อ่างทอง.
_LEVEL_WORD = re.compile(
    r"^\s*(?:จังหวัด|กิ่งอำเภอ|อำเภอ|เขต|ตำบล|แขวง|[จอต]\.|"
    r"(?:changwat|province|amphoe|amphur|ampur|ampoe|khet|district|"
    r"tambon|tambol|khwaeng|subdistrict|sub-district)\b)\s*",
    re.IGNORECASE,
)
_ENGLISH_LEVEL_WORD_LAST = re.compile(r"\s+(?:province|sub-?district|district)\s*$", re.IGNORECASE)
_JOINERS = re.compile(r"[\s.\-'’()ฯ]+")
_PARENTHESIS = re.compile(r"^(.*?)\s*\((.*?)\)\s*$")

# Pairs that Thai readers mix up, and marks that sloppy typing loses.
_THAI_ALIKE = str.maketrans(
    {"ณ": "น", "ศ": "ส", "ษ": "ส", "ฎ": "ด", "ฏ": "ต", "ฬ": "ล", "ฌ": "ช", "ใ": "ไ", "ๅ": None}
    | dict.fromkeys("่้๊๋็", None)
)
_SILENCED = re.compile(r"[ก-ฮ][ิุ]?์")

# Ways one Thai sound is written in Latin letters, longest first.
_LATIN_ALIKE = (
    (re.compile(r"([kpt])h"), r"\1"),
    (re.compile(r"ch|j"), "c"),
    (re.compile(r"oo|ou|ue|eu"), "u"),
    (re.compile(r"ee|ii"), "i"),
    (re.compile(r"ae"), "e"),
    (re.compile(r"aa"), "a"),
    (re.compile(r"([ao])y"), r"\1i"),
    (re.compile(r"([ao])r(?![aeiou])"), r"\1"),
    (re.compile(r"v"), "w"),
    (re.compile(r"(.)\1"), r"\1"),
)


def strip_level_word(text: str) -> str:
    """Return ``text`` without a leading "ต.", "อำเภอ", "Tambon" or closing "Province"."""
    return _ENGLISH_LEVEL_WORD_LAST.sub("", _LEVEL_WORD.sub("", text)).strip()


def name_key(text: str) -> str:
    """Return the name as compared: cleaned, lower case, without spaces, dots and hyphens.

    Level words stay; strip them with :func:`strip_level_word` first.
    """
    from planning_kit.thai.normalize import clean

    return _JOINERS.sub("", clean(text).lower())


def name_keys(text: str) -> tuple[str, ...]:
    """Return every key a listed name answers to.

    A name with a second one in brackets, "ปอภาร (ปอพาน)", answers to the whole and to each.
    """
    keys = [name_key(text)]
    if split := _PARENTHESIS.match(text):
        keys += [name_key(part) for part in split.groups()]
    return tuple(keys)


@lru_cache(maxsize=40_000)
def sound_key(key: str) -> str:
    """Return a name key with the letters that sound alike, or are often lost, made one.

    "ไผ่จำศีล" and "ไผ่จำสีล" share one key, as do "Nakhon Pathom" and "Nakorn Patom".
    """
    if is_latin(key):
        for pattern, written in _LATIN_ALIKE:
            key = pattern.sub(written, key)
        return key
    return _SILENCED.sub("", key.replace("ฤา", "ฤ").translate(_THAI_ALIKE))


def is_latin(key: str) -> bool:
    """Tell whether a key is in Latin letters, so Thai and English are compared apart."""
    return key[:1].isascii()
